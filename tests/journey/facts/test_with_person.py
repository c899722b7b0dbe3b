"""Which records are with or about a person."""

from __future__ import annotations

from portfolio.journey.facts.with_person import with_person
from portfolio.journey.search.filters import Filter
from portfolio.records.feedback import Request
from tests.builders import (
    a_conversation,
    a_feedback,
    a_goal,
    a_person,
    a_profile,
    a_rating,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
    made,
)

ERIK, RUUD = a_person("Erik"), a_person("Ruud", "colleague")
SKILL = a_skill()
GOAL = a_goal(helpers=[RUUD])
WITH_ERIK, WITH_RUUD = a_conversation(with_=ERIK), a_conversation("2025-03-01", with_=RUUD)
OF_RUUD = (
    RUUD,
    GOAL,
    WITH_RUUD,
    a_feedback("2025-01-01", from_=RUUD),
    made(Request, "2025-01-01", person=RUUD, question="What could be better?"),
    a_rating(SKILL, 3, "2025-01-01", rater=RUUD),
    an_evidence(confirmed_by=RUUD),
    a_reflection("2025-01-01", people=[ERIK, RUUD]),
    an_agreement(WITH_RUUD, owner="me"),
    an_agreement(WITH_RUUD, owner="manager"),
)
OF_NOBODY = (
    SKILL,
    a_step(GOAL),
    a_rating(SKILL, 2, "2025-01-01"),
    a_feedback("2025-01-01"),
    an_agreement(WITH_ERIK, owner="other"),
)
ALL = having(ERIK, WITH_ERIK, *OF_RUUD, *OF_NOBODY)


def found(name: str, *more: object) -> set[str]:
    """The ids of what is with or about a person."""
    records = having(*ALL, *more)  # type: ignore[arg-type]
    person = {"Erik": ERIK, "Ruud": RUUD}[name]
    return {record.id for record in Filter(person=with_person(person.id, records)).of(records)}


def test_a_person_gives_rates_helps_is_met_confirms_and_is_named() -> None:
    assert found("Ruud") == {record.id for record in OF_RUUD}


def test_an_agreement_of_the_manager_is_theirs_also_outside_a_conversation_with_them() -> None:
    profile = a_profile(manager=ERIK)
    owned = next(each for each in OF_RUUD if getattr(each, "owner", "") == "manager")
    assert owned.id not in found("Erik")
    assert found("Erik", profile) == found("Erik") | {profile.id, owned.id}


def test_without_a_person_everything_fits() -> None:
    assert set(Filter().of(ALL)) == set(ALL)
