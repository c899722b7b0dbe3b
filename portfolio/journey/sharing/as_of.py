"""A record as it was on a day: what happened to it later is taken back, so that a document tells its own period.

A change without a day of its own stays as it is: on which side of the day it was, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from portfolio.journey.facts.goal_spans import state_since, was_an_idea
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Step
from portfolio.records.pauses import Pause, merged
from portfolio.records.record import Record


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
    """The goal in the state that it had at the end of `day`, with the pauses that had begun by then."""
    if was_an_idea(goal, day):
        return goal.but(state="idea", state_on=None, start=None, achieved_on=None, pauses=())
    then = goal
    if _later(state_since(goal), day):
        went_on = (pause.until for pause in goal.pauses if pause.until is not None and pause.until <= day)
        then = goal.but(state="active", state_on=max(went_on, default=None), achieved_on=None)
    still = next((pause for pause in merged(goal.pauses) if _lay_still(pause, day)), None)
    begun = (then.start or then.date) <= day
    if still is not None and begun and then.state in ("active", "paused"):
        then = then.but(state="paused", state_on=still.since)
    pauses = tuple(_by(day, goal.pauses, still=then.state == "paused"))
    return then if pauses == then.pauses else then.but(pauses=pauses)


def _lay_still(pause: Pause, day: date) -> bool:
    """Whether a pause that ended later held on a day; one of which only the end is known is taken to have held."""
    return pause.until is not None and day < pause.until and (pause.since is None or pause.since <= day)


def _by(day: date, pauses: Iterable[Pause], *, still: bool) -> Iterator[Pause]:
    """The pauses that had ended by a day, and with `still` the one that lasted then, its end still to come."""
    for pause in pauses:
        if pause.until is not None and pause.until <= day:
            yield pause
        elif still and pause.since is not None and pause.since <= day:
            yield pause._replace(until=None)


def _later(then: date | None, day: date) -> bool:
    return then is not None and then > day


def _state_on(record: Record) -> date | None:
    """The day of the last change of state, in records that keep it."""
    day: date | None = getattr(record, "state_on", None)
    return day


def _no_state_day(record: Record) -> dict[str, Any]:
    return {"state_on": None} if _state_on(record) else {}
