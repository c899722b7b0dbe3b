"""What hangs on a record."""

from __future__ import annotations

from hypothesis import given

from portfolio.journey.facts.links import PARTS, counted, parts_of
from portfolio.records.kinds import fields
from tests.builders import (
    a_conversation,
    a_feedback,
    a_goal,
    a_measure,
    a_person,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    having,
)
from tests.strategies import WHOLE, Drawn, portfolios


def test_steps_and_measures_with_their_readings_hang_on_a_goal() -> None:
    goal, other = a_goal(), a_goal()
    measure = a_measure(goal)
    parts = [a_step(goal), a_step(goal), measure, a_reading(measure, 3, "2025-02-01")]
    note = a_reflection("2025-02-01", goals=[goal])
    records = having(goal, other, a_step(other), note, *parts)
    assert parts_of(records, [goal.id]) == tuple(parts)
    assert counted(parts_of(records, [goal.id])) == {"step": 2, "measure": 1, "reading": 1}
    assert parts_of(records, [measure.id]) == (parts[3],)


def test_ratings_hang_on_a_skill_and_agreements_on_a_conversation() -> None:
    skill, conversation, goal = a_skill(), a_conversation(), a_goal()
    rating, agreement = a_rating(skill, 3, "2025-02-01"), an_agreement(conversation, goal=goal)
    records = having(skill, conversation, goal, rating, agreement)
    assert parts_of(records, [skill.id]) == (rating,)
    assert parts_of(records, [conversation.id]) == (agreement,)
    assert parts_of(records, [goal.id]) == ()


def test_nothing_hangs_on_a_person() -> None:
    erik = a_person()
    said = a_feedback("2025-02-01", from_=erik)
    records = having(erik, said, a_feedback("2025-02-02"))
    assert parts_of(records, [erik.id]) == ()


def test_what_goes_anyway_is_no_part_to_ask_about() -> None:
    goal = a_goal()
    step = a_step(goal)
    assert parts_of(having(goal, step), [goal.id, step.id]) == ()


def test_a_part_is_required_to_name_its_whole_or_belongs_to_a_conversation() -> None:
    for kind, field in PARTS.items():
        assert fields(kind)[field].to == (field,)
        assert fields(kind)[field].required or kind == "agreement"


@given(portfolios())
@WHOLE
def test_after_a_record_went_with_its_parts_no_part_of_it_is_left(drawn: Drawn) -> None:
    records = drawn.all()
    for record in records:
        parts = parts_of(records, [record.id])
        assert record not in parts
        gone = {record.id, *(part.id for part in parts)}
        left = records.without(gone)
        assert not [p for p in left if p.kind in PARTS and getattr(p, PARTS[p.kind]) in gone]
