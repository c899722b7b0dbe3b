"""Zooming and panning in time: computes the next period from the current one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from portfolio.capture.periods import days_of
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.period import Period, add_months
from portfolio.journey.sharing.shown_days import ends_of_records
from portfolio.tui.services.state import AppState

MONTHS: Final = (1, 3, 12)
"""Sizes of the window in months; wider than the last one is everything."""
_DAYS: Final = 30.5
_NAMED: Final = {1: "month", 3: "quarter", 12: "year"}
"""Names of the windows that end today."""


def zoomed(chosen: ChosenPeriod, state: AppState, around: date | None, step: int) -> ChosenPeriod | None:
    """Return the next smaller (1) or wider (-1) window, centred on the day `around`; None at the end.

    Without `around`, the window keeps its last day.
    """
    days = days_of(chosen, state)
    wide = days.days / _DAYS
    first, last = _ends(state)
    if step > 0:
        months = next((m for m in reversed(MONTHS) if m < wide - 0.5), None)
    else:
        months = next((m for m in MONTHS if m > wide + 0.5), None)
        if months is None:
            all_of_it = ChosenPeriod("everything")
            return None if days_of(all_of_it, state).days <= days.days else all_of_it
    if months is None:
        return None
    until = days.until if around is None else _plus(around, round(months * _DAYS / 2))
    return _window(min(until, max(last, state.today)), months, first, state)


def panned(chosen: ChosenPeriod, state: AppState, step: int) -> ChosenPeriod | None:
    """Return the window moved by half its length, later (1) or earlier (-1); None when there is nothing more."""
    days = days_of(chosen, state)
    first, last = _ends(state)
    half = max(days.days // 2, 1)
    ahead = min(half, (max(last, state.today) - days.until).days) if step > 0 else 0
    back = min(half, (days.since - first).days) if step < 0 else 0
    moved = ahead if step > 0 else -back
    if (step > 0 and ahead <= 0) or (step < 0 and back <= 0):
        return None
    return ChosenPeriod("", Period(_plus(days.since, moved), _plus(days.until, moved)))


def _window(until: date, months: int, first: date, state: AppState) -> ChosenPeriod:
    """Return the window of `months` up to `until`: by name when that is today, and not before the first day."""
    if until == state.today:
        return ChosenPeriod(_NAMED[months])
    try:
        since = add_months(until, -months) + timedelta(days=1)
    except ValueError:
        since = date.min
    if since < first:
        since = first
        until = max(min(add_months(first, months) - timedelta(days=1), max(until, state.today)), first)
    return ChosenPeriod("", Period(since, until))


def _ends(state: AppState) -> tuple[date, date]:
    """Return the first and the last day of the records, including planned ones."""
    days = [*ends_of_records(state.records), state.today]
    return min(days), max(days)


def _plus(day: date, days: int) -> date:
    """Return the day moved by `days`, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
