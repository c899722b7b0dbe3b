"""A record as it was on a day: later changes are undone, so that a document describes its own period.

A change without a day is kept, since it is unknown on which side of the day it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from portfolio.journey.facts.goal_spans import state_since, was_an_idea
from portfolio.journey.facts.need_answer import need_answer
from portfolio.records.conversations import Agreement, Need
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Step
from portfolio.records.pauses import Pause, merged
from portfolio.records.record import Record


def as_of(record: Record, day: date) -> Record:
    """Return the record as it was at the end of `day`: itself when nothing changed later, else a changed copy."""
    match record:
        case Goal():
            return _goal(record, day)
        case Step() if _later(record.done_on, day):
            return record.but(done_on=None, result=None)
        case Evidence() if _later(record.confirmed_on, day):
            return record.but(confirmed_by=None, confirmed_on=None)
        case Need() if (answer := need_answer(record.answer)) and _later(answer.on, day):
            return record.but(answer=None)
        case Agreement() if _later(_state_on(record), day):
            return record.but(state="open", **_no_state_day(record))
    return record


def first_day(record: Record, others: Iterable[date] = ()) -> date:
    """Return the first day on which a record counts: its own day, or an earlier day of something that belongs to it.

    A record can be written down later than it began. `others` are the days of what belongs to it.
    """
    days = [record.date, *others]
    if isinstance(record, Goal):
        days += [each for each in (record.start, record.achieved_on) if each]
    if isinstance(record, Step) and record.done_on:
        days.append(record.done_on)
    return min(days)


def ended_on(goal: Goal) -> date | None:
    """Return the day on which the current state of a goal began; None when it was not noted."""
    return (goal.achieved_on if goal.state == "achieved" else None) or _state_on(goal)


def _goal(goal: Goal, day: date) -> Goal:
    """Return the goal in its state at the end of `day`, with the pauses that had begun by then."""
    if was_an_idea(goal, day):
        return goal.but(state="idea", state_on=None, start=None, achieved_on=None, pauses=())
    then = goal
    if _later(state_since(goal), day):
        resumed = (pause.until for pause in goal.pauses if pause.until is not None and pause.until <= day)
        then = goal.but(state="active", state_on=max(resumed, default=None), achieved_on=None)
    lasting = next((pause for pause in merged(goal.pauses) if _was_paused(pause, day)), None)
    begun = (then.start or then.date) <= day
    if lasting is not None and begun and then.state in ("active", "paused"):
        then = then.but(state="paused", state_on=lasting.since)
    pauses = tuple(_by(day, goal.pauses, still=then.state == "paused"))
    return then if pauses == then.pauses else then.but(pauses=pauses)


def _was_paused(pause: Pause, day: date) -> bool:
    """Return whether a pause that ended later included `day`; with only its end known, it is taken to have."""
    return pause.until is not None and day < pause.until and (pause.since is None or pause.since <= day)


def _by(day: date, pauses: Iterable[Pause], *, still: bool) -> Iterator[Pause]:
    """Yield the pauses that had ended by `day`; with `still` also a pause that lasted then, without its end."""
    for pause in pauses:
        if pause.until is not None and pause.until <= day:
            yield pause
        elif still and pause.since is not None and pause.since <= day:
            yield pause._replace(until=None)


def _later(then: date | None, day: date) -> bool:
    return then is not None and then > day


def _state_on(record: Record) -> date | None:
    """Return the day of the last change of state, for records that store it."""
    day: date | None = getattr(record, "state_on", None)
    return day


def _no_state_day(record: Record) -> dict[str, Any]:
    return {"state_on": None} if _state_on(record) else {}
