"""Arithmetic with days, weeks, months and years. Weeks are those of ISO 8601: they begin on Monday.

Knows no words. A day that is not on the calendar raises ValueError or OverflowError; it is never replaced by another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

LEAP_REACH: Final = 9
"""Years to search for a date: 29 February can be eight years off (1896 to 1904)."""


def plus_days(day: date, days: int) -> date:
    """This many days later; earlier when negative."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """The same day of the month, this many months later; the last day of a month that is too short for it."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def plus_halves(day: date, halves: int, days: int, months: int) -> date:
    """This many half units later; the unit is a number of days or of months.

    Half a month is 15 days; half a week is three days, forwards and backwards. Half a day is refused with ValueError.
    """
    if days:
        if days == 1 and halves % 2:
            raise ValueError
        whole = abs(halves) * days // 2
        return plus_days(day, whole if halves > 0 else -whole)
    whole, rest = divmod(abs(halves) * months, 2)
    sign = 1 if halves > 0 else -1
    return plus_days(plus_months(day, sign * whole), sign * 15 * rest)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before this day."""
    return plus_days(day, -((day.isoweekday() - weekday - 1) % 7 + 1))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after this day."""
    return plus_days(day, (weekday - day.isoweekday() - 1) % 7 + 1)


def weekday_in_week(day: date, weekday: int) -> date:
    """That weekday in the ISO week of this day."""
    return plus_days(day, weekday - day.isoweekday())


def weekday_nearest(day: date, weekday: int) -> date:
    """That weekday, at most three days from this day."""
    return plus_days(day, (weekday - day.isoweekday() + 3) % 7 - 3)


def yearly(make: Callable[[int], date], today: date, *, ahead: bool) -> date:
    """The result of `make` for the nearest year in which it is past (or, `ahead`, to come); today counts as both."""
    return _nearest(lambda step: make(today.year + step), today, ahead=ahead)


def monthly(number: int, today: date, *, ahead: bool) -> date:
    """The nearest past (or, `ahead`, coming) day with this number in its month; today counts as both."""
    return _nearest(lambda step: in_month(today, step, number), today, ahead=ahead)


def in_month(day: date, months: int, number: int) -> date:
    """The day with this number, this many months after the month of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, number)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return plus_days(following, -1)


def full_year(two_digits: int, today: date) -> int:
    """The year that ends in these digits, between eighty years ago and nineteen years on."""
    first = today.year - 80
    return first + (two_digits - first) % 100


def _nearest(make: Callable[[int], date], today: date, *, ahead: bool) -> date:
    """The first day that `make` gives on the right side of today, stepping away from it."""
    for step in range(LEAP_REACH):
        try:
            day = make(step if ahead else -step)
        except ValueError:
            continue  # this year or month has no such day
        if day >= today if ahead else day <= today:
            return day
    raise ValueError
