"""A record as it was on a day: what happened to it later is taken back, so that a document tells its own period.

A change without a day of its own stays as it is: on which side of the day it was, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Step
from portfolio.records.record import Record

_LEFT_ALONE: Final = frozenset({"idea", "active"})
"""States of a goal that tell of no change on a day."""


def as_of(record: Record, day: date) -> Record:
    """The record itself when nothing happened to it after `day`, else a copy without that."""
    match record:
        case Goal():
            return _goal(record, day)
        case Step() if _later(record.done_on, day):
            return record.but(done_on=None, result=None)
        case Evidence() if _later(record.confirmed_on, day):
            return record.but(confirmed_by=None, confirmed_on=None)
        case Agreement() if _later(_state_on(record), day):
            return record.but(state="open", **_no_state_day(record))
    return record


def first_day(record: Record, others: Iterable[date] = ()) -> date:
    """Since when it was there: the day it is about, or an earlier one on which something of it happened.

    What was written down afterwards was there all the same. `others` are the days of what belongs to it.
    """
    days = [record.date, *others]
    if isinstance(record, Goal):
        days += [each for each in (record.start, record.achieved_on) if each]
    if isinstance(record, Step) and record.done_on:
        days.append(record.done_on)
    return min(days)


def ended_on(goal: Goal) -> date | None:
    """The day on which it came into the state that it is in; None when nobody noted that."""
    return (goal.achieved_on if goal.state == "achieved" else None) or _state_on(goal)


def _goal(goal: Goal, day: date) -> Goal:
    """The goal in the state that it had at the end of `day`."""
    if goal.state in _LEFT_ALONE or not _later(ended_on(goal), day):
        return goal
    return goal.but(state="active", achieved_on=None, **_no_state_day(goal))


def _later(then: date | None, day: date) -> bool:
    return then is not None and then > day


def _state_on(record: Record) -> date | None:
    """The day of the last change of state, in records that keep it."""
    day: date | None = getattr(record, "state_on", None)
    return day


def _no_state_day(record: Record) -> dict[str, Any]:
    return {"state_on": None} if _state_on(record) else {}
