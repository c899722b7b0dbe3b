"""A range of days, both ends included, with the periods that the pictures use.

It reads no clock: today is always passed in.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple, Self

FOUR_WEEKS: Final = 28
"""The least number of days of a period that fits what was written."""
BY_WEEK: Final = 92
"""The most days of a period that is divided into weeks: three months."""
_ONE_DAY = timedelta(days=1)


class _Days(NamedTuple):
    """The first and the last day."""

    since: date
    until: date


class Period(_Days):
    """The days from `since` up to and including `until`."""

    __slots__ = ()

    def __new__(cls, since: date, until: date) -> Self:
        """Raise ValueError when the period ends before it begins."""
        if until < since:
            raise ValueError("a period cannot end before it begins")
        return super().__new__(cls, since, until)

    @property
    def days(self) -> int:
        """The number of days; at least one."""
        return (self.until - self.since).days + 1

    def contains(self, day: date) -> bool:
        """Return whether a day is in the period."""
        return self.since <= day <= self.until

    def overlaps(self, first: date, last: date | None) -> bool:
        """Return whether `first` to `last` has a day in it; `last` None means that it has not ended."""
        return first <= self.until and (last is None or last >= self.since)

    def months(self) -> tuple[tuple[int, int], ...]:
        """Return each calendar month that it touches, as (year, month)."""
        first = self.since.year * 12 + self.since.month - 1
        last = self.until.year * 12 + self.until.month - 1
        return tuple((n // 12, n % 12 + 1) for n in range(first, last + 1))

    def holds_month(self, year: int, month: int) -> bool:
        """Return whether all days of a calendar month are in the period."""
        return self.contains(date(year, month, 1)) and self.contains(date(year, month, monthrange(year, month)[1]))


def the_year_up_to(today: date) -> Period:
    """Return the twelve months up to and including today."""
    return _months_up_to(today, 12)


def the_quarter_up_to(today: date) -> Period:
    """Return the three months up to and including today."""
    return _months_up_to(today, 3)


def the_month_up_to(today: date) -> Period:
    """Return the month up to and including today."""
    return _months_up_to(today, 1)


def fitting(first: date | None, today: date) -> Period:
    """Return the period that begins on the first day of a journey: at least four weeks, at most twelve months.

    It goes on after today while the journey is younger than four weeks. Without a first day it begins today.
    """
    begin = max(min(first or today, today), the_year_up_to(today).since)
    four_weeks = begin + timedelta(days=min(FOUR_WEEKS - 1, (date.max - begin).days))
    return Period(begin, max(today, four_weeks))


def since(day: date, today: date) -> Period:
    """Return the period from `day` up to today; only today for a day in the future."""
    return Period(min(day, today), today)


def add_months(day: date, months: int) -> date:
    """Add calendar months to a day; 31 January plus one month is the last day of February."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_before(day: date, years: int) -> date:
    """Return the same day `years` earlier: 28 February for a leap day, at the earliest `date.min`."""
    try:
        return add_months(day, -12 * years)
    except ValueError:
        return date.min


def _months_up_to(today: date, months: int) -> Period:
    try:
        return Period(add_months(today, -months) + _ONE_DAY, today)
    except ValueError:
        return Period(date.min, today)
