"""Nearer and further away in time, and along it: which period follows from the one that is seen. Arithmetic on days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.period import Period, add_months
from portfolio.tui.dialogs.periods import days_of, ends_of_records
from portfolio.tui.services.state import AppState

MONTHS: Final = (1, 3, 12)
"""The windows, in months; beyond the widest is everything there is."""
_DAYS: Final = 30.5
_NAMED: Final = {1: "month", 3: "quarter", 12: "year"}
"""What a window is called that ends today."""


def zoomed(chosen: ChosenPeriod, look: AppState, around: date | None, step: int) -> ChosenPeriod | None:
    """The next smaller (1) or wider (-1) window, with the day under the cursor in its middle; None at the end.

    Without a day under the cursor the window ends where it ended.
    """
    days = days_of(chosen, look)
    wide = days.days / _DAYS
    first, last = _ends(look)
    if step > 0:
        months = next((m for m in reversed(MONTHS) if m < wide - 0.5), None)
    else:
        months = next((m for m in MONTHS if m > wide + 0.5), None)
        if months is None:
            all_of_it = ChosenPeriod("everything")
            return None if days_of(all_of_it, look).days <= days.days else all_of_it
    if months is None:
        return None
    until = days.until if around is None else _plus(around, round(months * _DAYS / 2))
    return _window(min(until, max(last, look.today)), months, first, look)


def panned(chosen: ChosenPeriod, look: AppState, step: int) -> ChosenPeriod | None:
    """The same window half its own length later (1) or earlier (-1); None where there is nothing further that way."""
    days = days_of(chosen, look)
    first, last = _ends(look)
    half = max(days.days // 2, 1)
    ahead = min(half, (max(last, look.today) - days.until).days) if step > 0 else 0
    back = min(half, (days.since - first).days) if step < 0 else 0
    moved = ahead if step > 0 else -back
    if (step > 0 and ahead <= 0) or (step < 0 and back <= 0):
        return None
    return ChosenPeriod("", Period(_plus(days.since, moved), _plus(days.until, moved)))


def _window(until: date, months: int, first: date, look: AppState) -> ChosenPeriod:
    """So many months up to a day; by its name when that is today, and not before there is anything."""
    if until == look.today:
        return ChosenPeriod(_NAMED[months])
    try:
        since = add_months(until, -months) + timedelta(days=1)
    except ValueError:
        since = date.min
    if since < first:
        since = first
        until = max(min(add_months(first, months) - timedelta(days=1), max(until, look.today)), first)
    return ChosenPeriod("", Period(since, until))


def _ends(look: AppState) -> tuple[date, date]:
    """The first and the last day that a record has; what is planned counts too."""
    days = [*ends_of_records(look), look.today]
    return min(days), max(days)


def _plus(day: date, days: int) -> date:
    """So many days later or earlier, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
