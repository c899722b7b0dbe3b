"""Words that may not leave are recognised in what does, field by field."""

from __future__ import annotations

import pytest

from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.leaks import leaks
from portfolio.journey.sharing.share import share
from portfolio.records.record import Record
from tests.builders import TODAY, a_feedback, a_goal, a_person, a_profile, a_reflection, having
from tests.journey.sharing.looking import found_in

SECRET = "je praat te snel en je luistert pas als het te laat is"
GIVER = a_person("Noor")


@pytest.mark.parametrize(
    "holding",
    [
        a_feedback("2025-05-01", SECRET, from_=GIVER, permission="no", shareable=True),
        a_feedback("2025-05-01", SECRET, from_=GIVER, permission="not_asked", shareable=True),
        a_feedback("2025-05-01", SECRET, from_=GIVER, permission="yes"),
        a_reflection("2025-05-01", "gibbs", shareable=True, answers={"feelings": SECRET, "description": "Iets"}),
        a_reflection("2025-05-01", "checkin", shareable=True, answers={"talk": SECRET}),
        a_reflection("2025-05-01", "mistake", shareable=True, answers={"what": SECRET, "lesson": "Iets"}),
        a_goal("Iets", "2025-05-01", shareable=True, obstacle=SECRET),
        a_profile(strengths=SECRET),
    ],
    ids=lambda record: f"{record.kind}",
)
def test_words_of_a_field_that_stays_are_pointed_out(holding: Record) -> None:
    assert found_in(f"Ik hoorde: {SECRET.upper()}, dus.", holding) == [("quoted", SECRET.upper())]


@pytest.mark.parametrize(
    "holding",
    [
        a_feedback("2025-05-01", SECRET, from_=GIVER, permission="yes", shareable=True),
        a_reflection("2025-05-01", "note", SECRET, shareable=True),
        a_reflection("2025-05-01", "gibbs", shareable=True, answers={"description": SECRET}),
        a_profile(strengths=SECRET, shareable=True),
    ],
    ids=lambda record: f"{record.kind}",
)
def test_words_of_a_field_that_may_leave_are_not(holding: Record) -> None:
    assert found_in(f"Ik hoorde: {SECRET}.", holding) == []


def test_a_whole_short_sentence_is_a_quotation_and_some_of_its_words_are_not() -> None:
    holding = a_feedback("2025-05-01", "Dank je. Jij praat soms te snel. Tot later.", from_=GIVER, permission="no")
    assert found_in("Hij zei: jij praat soms te snel, en ik schrok.", holding) == [("quoted", "jij praat soms te snel")]
    assert found_in("Hij praat soms te snel, en ik schrok.", holding) == []


def test_a_record_s_own_private_field_is_recognised_in_its_shareable_one() -> None:
    holding = a_reflection(
        "2025-05-01", "gibbs", shareable=True, answers={"feelings": SECRET, "description": f"Toen: {SECRET}"}
    )
    records = having(holding)
    found = leaks(share(records, Choice(), TODAY), records)
    assert [(leak.sort, leak.words) for leak in found] == [("quoted", SECRET)]
