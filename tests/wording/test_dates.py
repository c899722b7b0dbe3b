"""Days and stretches of time in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.wording import Words
from portfolio.wording.dates import (
    day_in_full,
    day_short,
    month_name,
    month_short,
    period_in_words,
    since,
    until,
    weekday_name,
    weekday_short,
)

EN, NL = Words("en"), Words("nl")
TODAY = date(2026, 11, 18)


def test_a_day_in_full_names_its_weekday() -> None:
    assert day_in_full(date(2026, 11, 20), EN) == "Fri 20 November 2026"
    assert day_in_full(date(2026, 11, 20), NL) == "vr 20 november 2026"
    assert day_in_full(date(2025, 3, 1), NL) == "za 1 maart 2025"


def test_a_short_day_has_a_short_month() -> None:
    assert day_short(date(2026, 11, 20), EN) == "20 Nov 2026"
    assert day_short(date(2026, 3, 2), NL) == "2 mrt 2026"


def test_names_of_months_and_weekdays_are_those_of_the_language() -> None:
    assert [month_name(n, NL) for n in (1, 3, 5, 8, 10)] == ["januari", "maart", "mei", "augustus", "oktober"]
    short = "jan feb mrt apr mei jun jul aug sep okt nov dec"
    assert [month_short(n, NL) for n in range(1, 13)] == short.split()
    assert [month_short(n, EN) for n in range(1, 13)] == [month_name(n, EN)[:3] for n in range(1, 13)]
    assert [weekday_name(n, NL) for n in (1, 3, 7)] == ["maandag", "woensdag", "zondag"]
    assert " ".join(weekday_short(n, NL) for n in range(1, 8)) == "ma di wo do vr za zo"
    assert [weekday_short(n, EN) for n in range(1, 8)] == [weekday_name(n, EN)[:3] for n in range(1, 8)]


@pytest.mark.parametrize(
    ("day", "english", "dutch"),
    [
        ("2026-11-18", "today", "vandaag"),
        ("2026-11-17", "yesterday", "gisteren"),
        ("2026-11-16", "2 days ago", "2 dagen geleden"),
        ("2026-11-05", "13 days ago", "13 dagen geleden"),
        ("2026-11-04", "2 weeks ago", "2 weken geleden"),
        ("2026-10-14", "5 weeks ago", "5 weken geleden"),
        ("2026-09-19", "8 weeks ago", "8 weken geleden"),
        ("2026-09-18", "2 months ago", "2 maanden geleden"),
        ("2025-11-18", "12 months ago", "12 maanden geleden"),
        ("2024-11-19", "23 months ago", "23 maanden geleden"),
        ("2024-11-18", "2 years ago", "2 jaar geleden"),
        ("2023-11-19", "2 years ago", "2 jaar geleden"),
        ("2026-11-21", "in 3 days", "over 3 dagen"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit_that_fits(day: str, english: str, dutch: str) -> None:
    assert since(date.fromisoformat(day), TODAY, EN) == english
    assert since(date.fromisoformat(day), TODAY, NL) == dutch


@pytest.mark.parametrize(
    ("day", "english", "dutch"),
    [
        ("2026-11-18", "today", "vandaag"),
        ("2026-11-19", "tomorrow", "morgen"),
        ("2026-11-21", "in 3 days", "over 3 dagen"),
        ("2026-12-02", "in 2 weeks", "over 2 weken"),
        ("2027-01-17", "in 8 weeks", "over 8 weken"),
        ("2027-01-18", "in 2 months", "over 2 maanden"),
        ("2028-11-18", "in 2 years", "over 2 jaar"),
        ("2026-11-15", "3 days ago", "3 dagen geleden"),
    ],
)
def test_how_far_off_is_said_in_the_largest_unit_that_fits(day: str, english: str, dutch: str) -> None:
    assert until(date.fromisoformat(day), TODAY, EN) == english
    assert until(date.fromisoformat(day), TODAY, NL) == dutch


@pytest.mark.parametrize(
    ("first", "last", "english", "dutch"),
    [
        ("2025-01-01", "2025-12-31", "1 Jan – 31 Dec 2025", "1 jan – 31 dec 2025"),
        ("2024-11-01", "2025-10-31", "1 Nov 2024 – 31 Oct 2025", "1 nov 2024 – 31 okt 2025"),
        ("2025-03-01", "2025-03-15", "1 – 15 Mar 2025", "1 – 15 mrt 2025"),
        ("2025-03-01", "2025-03-01", "1 Mar 2025", "1 mrt 2025"),
    ],
)
def test_a_period_says_once_what_its_ends_share(first: str, last: str, english: str, dutch: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert period_in_words(*ends, EN) == english
    assert period_in_words(*ends, NL) == dutch


@given(day=st.dates(), other=st.dates())
def test_every_pair_of_days_can_be_said(day: date, other: date) -> None:
    assert since(day, other, EN) == until(day, other, EN)
    assert "1 " not in f"x{since(day, other, EN)}"[:3], "one of a unit is never said with a figure"
    assert period_in_words(min(day, other), max(day, other), NL)


@given(today=st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), days=st.integers(0, 4000))
def test_a_deadline_is_never_nearer_than_it_is_said_to_be(today: date, days: int) -> None:
    words = until(today + timedelta(days=days), today, EN).split()
    if words[0] == "in":
        least = {"days": 1, "weeks": 7, "months": 28, "years": 365}[words[2]] * int(words[1])
        assert least <= days
