"""Periods: calendar days, leap days and the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.period import Period, add_months, since, the_quarter_up_to, the_year_up_to
from tests.builders import whole_years


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2025, 12, 15), date(2024, 12, 16)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 2, 29)),
        (date(2025, 12, 31), date(2025, 1, 1)),
    ],
)
def test_a_year_up_to_today_ends_with_today_and_counts_no_day_twice(today: date, first: date) -> None:
    assert the_year_up_to(today) == Period(first, today)


@given(st.dates())
def test_a_year_up_to_any_day_exists_and_holds_that_day(today: date) -> None:
    year = the_year_up_to(today)
    assert year.contains(today)
    assert year.days <= 366


def test_a_quarter_is_three_months() -> None:
    assert the_quarter_up_to(date(2025, 12, 31)) == Period(date(2025, 10, 1), date(2025, 12, 31))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2025, 2, 1), date(2025, 1, 31))


def test_since_a_conversation_still_to_come_is_today_alone() -> None:
    assert since(date(2026, 1, 1), date(2025, 12, 15)) == Period(date(2025, 12, 15), date(2025, 12, 15))


def test_what_still_runs_runs_in_a_period_that_began_later() -> None:
    year = whole_years(2025)
    assert year.overlaps(date(2020, 1, 1), None)
    assert year.overlaps(date(2025, 12, 31), None)
    assert not year.overlaps(date(2020, 1, 1), date(2024, 12, 31))
    assert not year.overlaps(date(2026, 1, 1), None)


def test_the_months_of_a_period_cross_a_new_year() -> None:
    period = Period(date(2024, 11, 30), date(2025, 2, 1))
    assert period.months() == ((2024, 11), (2024, 12), (2025, 1), (2025, 2))
    assert [m for m in period.months() if period.holds_month(*m)] == [(2024, 12), (2025, 1)]


def test_a_month_later_than_the_31st_is_the_last_day_of_a_short_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 3, 31), -1) == date(2025, 2, 28)
