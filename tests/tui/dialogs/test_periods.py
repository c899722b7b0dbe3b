"""The periods that a picture can show, and days typed as people say them. No screen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture import periods
from portfolio.capture.dates import parse_when
from portfolio.capture.periods import End
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.period import Period
from portfolio.records.record import Record
from portfolio.tui.dialogs import period_rows
from portfolio.tui.dialogs.period_rows import OWN_DAYS
from portfolio.tui.services.state import AppState
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from tests.builders import TODAY, a_conversation, a_milestone, a_person, a_reflection, having

ENGLISH, DUTCH = Words("en"), Words("nl")


def look(*records: Record, words: Words = ENGLISH) -> AppState:
    return AppState(words, TODAY, having(*records))


def test_the_years_that_have_records_are_offered_and_no_others() -> None:
    seen = look(a_reflection("2025-03-01"), a_milestone(on="2023-05-01"), a_person(on="2019-01-01"))
    names = [chosen.name for chosen in periods.offered(seen)]
    assert names == ["year", "quarter", "month", "this_year", "2023", "everything"]
    assert periods.days_of(ChosenPeriod("2023"), seen) == Period(date(2023, 1, 1), date(2023, 12, 31))


def test_since_the_last_conversation_is_there_when_one_was_held_and_has_its_date() -> None:
    held, planned = a_conversation("2025-06-17"), a_conversation("2025-12-20")
    assert "talk" not in [chosen.name for chosen in periods.offered(look(planned))]
    seen = look(held, planned)
    assert "talk" in [chosen.name for chosen in periods.offered(seen)]
    assert periods.days_of(ChosenPeriod("talk"), seen) == Period(date(2025, 6, 17), TODAY)


def test_a_period_without_what_it_hangs_on_is_a_year() -> None:
    assert periods.days_of(ChosenPeriod("talk"), look()) == periods.days_of(ChosenPeriod("year"), look())


def test_everything_begins_with_the_first_record_and_this_year_in_january() -> None:
    seen = look(a_reflection("2021-03-04"), a_reflection("2025-03-04"))
    assert periods.days_of(ChosenPeriod("everything"), seen) == Period(date(2021, 3, 4), TODAY)
    assert periods.days_of(ChosenPeriod("this_year"), seen) == Period(date(2025, 1, 1), TODAY)
    assert periods.days_of(ChosenPeriod("everything"), look()) == Period(TODAY, TODAY)


@pytest.mark.parametrize("words", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_every_row_says_its_days_and_the_last_one_asks_for_two_days(words: Words) -> None:
    rows = list(period_rows.rows(look(a_reflection("2024-03-01"), a_conversation("2025-06-17"), words=words)))
    assert [row.key for row in rows] == [
        "year",
        "quarter",
        "month",
        "talk",
        "this_year",
        "2024",
        "everything",
        OWN_DAYS,
    ]
    assert all(row.left[0].text and row.right[0].text for row in rows)
    assert "2025" in rows[0].right[0].text


def test_a_period_has_a_name_beside_its_days_unless_they_say_it_all() -> None:
    assert periods.short_name_of(ChosenPeriod("talk"), ENGLISH) == "since the conversation"
    assert periods.short_name_of(ChosenPeriod("2024"), ENGLISH) == ""
    assert periods.short_name_of(ChosenPeriod("", Period(TODAY, TODAY)), ENGLISH) == ""


def test_what_is_typed_becomes_a_day_and_no_words_mean_the_beginning_and_today() -> None:
    seen = look(a_reflection("2021-03-04"))
    assert periods.end_of("yesterday", seen, last=False).day == date(2025, 12, 14)
    assert periods.end_of("1 maart", seen, last=True).words == "Sat 1 March 2025"
    assert periods.end_of(" ", seen, last=False).day == date(2021, 3, 4)
    assert periods.end_of("", seen, last=True).day == TODAY


def test_what_is_no_day_is_said_in_a_sentence_and_makes_no_period() -> None:
    wrong = periods.end_of("[b]soonish\x1b[2J", look(), last=True)
    assert wrong.day is None
    assert "soonish" in wrong.words
    assert "\x1b" not in wrong.words
    assert periods.between(End(TODAY, ""), wrong, ENGLISH) == (None, "")


def test_two_days_make_a_period_in_either_order() -> None:
    first, last = End(date(2025, 3, 1), ""), End(date(2025, 5, 2), "")
    expected = (ChosenPeriod("", Period(date(2025, 3, 1), date(2025, 5, 2))), "1 Mar – 2 May 2025")
    assert periods.between(first, last, ENGLISH) == expected
    assert periods.between(last, first, ENGLISH) == expected


@given(st.integers(0, 20_000), st.sampled_from([ENGLISH, DUTCH]))
def test_the_day_that_a_box_begins_with_is_read_back_as_that_day(ago: int, words: Words) -> None:
    day = TODAY - timedelta(days=ago)
    assert parse_when(day_short(day, words), TODAY).day == day
