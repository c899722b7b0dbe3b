"""A stretch of days that a view looks at, both ends included. Knows no clock: today is passed in."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From one day up to and including another."""

    since: date
    until: date

    def __post_init__(self) -> None:
        """A period that ends before it begins does not exist: ValueError."""
        if self.until < self.since:
            raise ValueError("a period cannot end before it begins")

    @property
    def days(self) -> int:
        """How many days it counts; at least one."""
        return (self.until - self.since).days + 1

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.since <= day <= self.until

    def overlaps(self, first: date, last: date | None) -> bool:
        """Whether something that ran from `first` to `last` (None: it still runs) ran in it."""
        return first <= self.until and (last is None or last >= self.since)

    def months(self) -> tuple[tuple[int, int], ...]:
        """Each calendar month that it touches, as (year, month)."""
        first = self.since.year * 12 + self.since.month - 1
        last = self.until.year * 12 + self.until.month - 1
        return tuple((n // 12, n % 12 + 1) for n in range(first, last + 1))

    def holds_month(self, year: int, month: int) -> bool:
        """Whether a calendar month lies in it from its first day to its last."""
        return self.contains(date(year, month, 1)) and self.contains(date(year, month, monthrange(year, month)[1]))


def the_year_up_to(today: date) -> Period:
    """The twelve months up to and including today."""
    return _months_up_to(today, 12)


def the_quarter_up_to(today: date) -> Period:
    """The three months up to and including today."""
    return _months_up_to(today, 3)


def the_month_up_to(today: date) -> Period:
    """The month up to and including today."""
    return _months_up_to(today, 1)


def since(day: date, today: date) -> Period:
    """From a day, the last conversation for instance, up to today; a day to come gives today alone."""
    return Period(min(day, today), today)


def add_months(day: date, months: int) -> date:
    """The same day so many months later; 31 January plus one month is the last day of February."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier, 28 February for a leap day; the first day there is when that lies before."""
    try:
        return add_months(day, -12 * years)
    except ValueError:
        return date.min


def _months_up_to(today: date, months: int) -> Period:
    try:
        return Period(add_months(today, -months) + _ONE_DAY, today)
    except ValueError:
        return Period(date.min, today)
