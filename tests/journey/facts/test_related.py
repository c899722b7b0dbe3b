"""What hangs together: links out, links in, and nothing that is not there."""

from __future__ import annotations

from portfolio.journey.facts.related import linked_from, linked_to, links_of
from portfolio.records.collection import Records
from tests.builders import a_feedback, a_goal, a_person, a_rating, a_reflection, a_skill, a_step

GOAL, SKILL, RUUD = a_goal("Learn"), a_skill("Measuring"), a_person("Ruud")
STEP = a_step(GOAL, "First")
NOTE = a_reflection("2025-03-01", goals=(GOAL.id,), skills=(SKILL.id,), people=(RUUD.id,))
SAID = a_feedback("2025-03-02", goals=(GOAL.id,), from_=RUUD.id)
RATING = a_rating(SKILL, 3, "2025-03-03")
ALL = Records.of_all([GOAL, SKILL, RUUD, STEP, NOTE, SAID, RATING])


def test_what_links_to_a_goal_stands_by_kind() -> None:
    assert dict(linked_to(GOAL, ALL)) == {"step": (STEP,), "reflection": (NOTE,), "feedback": (SAID,)}


def test_a_person_is_linked_by_whatever_field_names_them() -> None:
    assert set(linked_to(RUUD, ALL)) == {"reflection", "feedback"}


def test_what_a_note_links_to_stands_by_field() -> None:
    assert dict(linked_from(NOTE, ALL)) == {"goals": (GOAL,), "skills": (SKILL,), "people": (RUUD,)}


def test_a_link_to_something_that_is_gone_is_left_out() -> None:
    assert set(linked_from(NOTE, ALL.without([GOAL.id]))) == {"skills", "people"}


def test_only_what_is_set_is_a_link() -> None:
    assert dict(links_of(STEP)) == {"goal": (GOAL.id,)}


def test_a_record_does_not_link_to_itself() -> None:
    assert dict(linked_to(SKILL, Records.of_all([SKILL, RATING]))) == {"rating": (RATING,)}
