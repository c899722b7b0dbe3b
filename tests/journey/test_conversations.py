"""Which conversation comes, what fits now, and since which one to look back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portfolio.journey.facts.conversations import (
    coming_conversation,
    conversation_before,
    countdown,
    since_last_conversation,
)
from tests.builders import TODAY, a_conversation, having


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (60, None),
        (15, None),
        (14, "choose"),
        (8, "choose"),
        (7, "send"),
        (2, "send"),
        (1, "read_sheet"),
        (0, "today"),
        (-1, "write_down"),
        (-14, "write_down"),
    ],
)
def test_what_fits_follows_from_how_far_off_it_is(days: int, step: str | None) -> None:
    conversation = a_conversation(TODAY + timedelta(days=days), state="preparing")
    found = countdown(having(conversation), TODAY)
    assert found is not None
    assert (found.id, found.days, found.step) == (conversation.id, days, step)


def test_one_of_long_ago_is_not_asked_about_and_a_held_one_neither() -> None:
    long_ago = a_conversation(TODAY - timedelta(days=15), state="preparing")
    held = a_conversation(TODAY - timedelta(days=1), state="held")
    assert countdown(having(long_ago, held), TODAY) is None


def test_what_was_held_yesterday_comes_before_what_is_next() -> None:
    yesterday = a_conversation(TODAY - timedelta(days=1), state="preparing")
    later = a_conversation(TODAY + timedelta(days=3), state="preparing")
    found = countdown(having(later, yesterday), TODAY)
    assert found is not None and found.id == yesterday.id
    coming = coming_conversation(having(later, yesterday), TODAY)
    assert coming is not None and coming.id == later.id


def test_a_conversation_about_a_year_looks_back_to_one_about_a_year() -> None:
    year = a_conversation("2024-12-10", sort="performance", state="held")
    short = a_conversation("2025-06-17", sort="checkin", state="held")
    now = a_conversation("2025-12-20", sort="performance", state="preparing")
    assert conversation_before(having(year, short), TODAY, now) == year
    assert conversation_before(having(short), TODAY, now) == short
    assert conversation_before(having(year, short), TODAY) == short
    assert since_last_conversation(having(year, short, now), TODAY).since == year.date


def test_its_preparation_can_say_from_when() -> None:
    now = a_conversation("2025-12-20", period_from=date(2025, 3, 1), state="preparing")
    assert since_last_conversation(having(a_conversation("2024-12-10"), now), TODAY).since == date(2025, 3, 1)
