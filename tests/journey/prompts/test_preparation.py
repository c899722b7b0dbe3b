"""Which conversation asks for attention, which of its steps are done, and which one is to be taken now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portfolio.journey.prompts.preparation import STEPS, Preparation, SessionSteps, handed_over, preparation
from portfolio.records.exports import Export
from portfolio.records.record import Record
from portfolio.wording.sheet import OWN
from tests.builders import TODAY, a_conversation, a_goal, a_person, an_agreement, having, made

ERIK = a_person("Erik", "manager")
COMING = a_conversation("2025-12-22", with_=ERIK, state="preparing")


def at(*records: Record, **session: Any) -> Preparation:
    found = preparation(having(ERIK, *records), TODAY, SessionSteps(**session))
    assert found is not None
    return found


def test_without_a_conversation_there_is_nothing_to_prepare() -> None:
    assert preparation(having(a_conversation("2025-01-10", state="held")), TODAY) is None


def test_everything_is_open_at_first_and_choosing_comes_first() -> None:
    now = at(COMING)
    assert (now.conversation, now.days, now.done, now.now) == (COMING, 7, frozenset(), "choose")


def test_each_step_is_done_by_what_it_leaves_behind() -> None:
    shared = a_goal("Learn", shareable=True)
    assert at(COMING, shared, chosen=(COMING.id,)).done == {"choose"}
    assert at(COMING, shared, chosen=(COMING.id,)).now == "read"
    assert at(COMING, shared, read=(COMING.id,)).done == {"choose", "read"}
    assert at(COMING, shared, read=(COMING.id,)).now == "hand_over"
    export = made(Export, "2025-12-10", recipient="manager")
    assert at(COMING, export).done == {"choose", "hand_over"}, "by a command nobody read it through"
    assert at(COMING, export).now == "sheet", "what is handed over need not be read any more"
    assert at(COMING, export, read=(COMING.id,)).done == {"choose", "read", "hand_over"}
    assert at(COMING, export).now == "sheet"
    thought = COMING.but(sheet=dict.fromkeys((prompt.key for prompt in OWN), "Time"))
    assert at(thought, export).done == {"choose", "hand_over", "sheet"}
    assert at(thought, export).now is None, "the rest is for the day itself"
    held = a_conversation("2025-12-12", with_=ERIK, state="held")
    assert "agreements" in at(held, an_agreement(held, "A meter")).done


def test_a_step_that_is_begun_says_how_far_it_is_and_is_done_when_it_is_whole() -> None:
    shared, other = a_goal("Learn", shareable=True), a_goal("Measure")
    begun = at(COMING, shared, other)
    assert (begun.done, begun.now) == (frozenset(), "choose")
    assert begun.partly == {"choose": (1, 2)}
    assert at(COMING, other, chosen=(COMING.id,)).done == frozenset(), "with nothing chosen there is nothing to end"
    opened = at(COMING, shared, chosen=(COMING.id,), opened=(COMING.id,))
    assert opened.done == {"choose"}
    assert opened.now == "read"
    assert opened.partly == {"read": (0, 0)}
    one = COMING.but(sheet={"want": "Time", "proud": "The valve"})
    assert at(one).partly == {"sheet": (1, len(OWN))}
    two = COMING.but(sheet={"points": "One\nTwo"})
    assert at(two, discussed={two.id: {"point:One"}}).partly["table"] == (1, 2)
    assert at(two, discussed={two.id: {"point:One"}}).done == frozenset()
    assert "table" in at(two, discussed={two.id: {"point:One", "point:Two"}}).done
    assert at(COMING, an_agreement(COMING, "A meter")).done == frozenset(), "more can be agreed until it was held"


def test_a_sheet_of_white_space_is_no_answer() -> None:
    assert at(COMING.but(sheet={"want": " \n"})).done == frozenset()


@pytest.mark.parametrize(
    ("day", "recipient", "is_it"),
    [("2025-12-10", "manager", True), ("2025-12-10", "assessor", False), ("2025-03-10", "manager", False)],
)
def test_a_document_counts_when_it_went_to_this_person_for_this_conversation(
    day: str, recipient: str, is_it: bool
) -> None:
    export = made(Export, day, recipient=recipient)
    assert (handed_over(having(ERIK, COMING, export), COMING) is export) == is_it


def test_on_the_day_the_points_and_afterwards_the_agreements() -> None:
    today = a_conversation("2025-12-15", with_=ERIK, state="preparing")
    assert at(today).now == "table"
    two = today.but(sheet={"points": "One\nTwo"})
    assert at(two, discussed={two.id: {"point:One"}}).now == "table"
    assert at(two, discussed={two.id: {"point:One", "point:Two"}}).now == "agreements"
    before = a_conversation("2025-12-12", with_=ERIK, state="preparing")
    assert (at(before, COMING).conversation, at(before, COMING).now) == (before, "agreements")


def test_a_conversation_that_was_held_waits_for_its_agreements_and_then_makes_room() -> None:
    held = a_conversation("2025-12-12", with_=ERIK, state="held")
    assert at(held, COMING).conversation == held
    assert at(held, COMING).now == "agreements"
    assert at(held, COMING, an_agreement(held, "A meter")).conversation == COMING


def test_a_conversation_that_was_held_stays_for_two_weeks_with_the_mail_that_confirms_it() -> None:
    held, agreed = a_conversation("2025-12-12", with_=ERIK, state="held"), "A meter"
    now = at(held, an_agreement(held, agreed))
    assert (now.conversation, now.steps, now.now) == (held, ("agreements", "confirm"), "confirm")
    later = a_conversation("2026-03-20", with_=ERIK, state="preparing")
    assert at(held, later, an_agreement(held, agreed)).conversation == held
    assert at(held, an_agreement(held, agreed), confirmed=(held.id,)).now is None
    before = a_conversation("2025-11-30", with_=ERIK, state="held")
    assert preparation(having(ERIK, before, an_agreement(before, agreed)), TODAY) is None


def test_a_conversation_of_a_later_day_that_was_held_already_stays_as_well() -> None:
    early = a_conversation("2026-01-20", with_=ERIK, state="held", state_on=date(2025, 12, 12))
    assert (at(early).conversation, at(early).now) == (early, "agreements")
    long_ago = early.but(state_on=early.date.replace(year=2025))
    assert preparation(having(ERIK, long_ago), TODAY) is None


def test_what_was_agreed_was_at_the_table_and_more_can_be_until_it_was_held() -> None:
    today = a_conversation("2025-12-15", with_=ERIK, state="preparing")
    now = at(today, an_agreement(today, "A meter"))
    assert ("agreements" in now.done, now.now) == (False, "agreements")


def test_the_steps_are_in_the_order_of_the_screen() -> None:
    assert STEPS == ("choose", "read", "hand_over", "sheet", "table", "agreements")
