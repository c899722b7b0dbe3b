"""When each goal ran, and when something last happened for it.

The records keep the state of a goal as it is now, without the day it changed. A pause or an end without a day of its
own is therefore placed at the last activity; the instants of writing are never used, since they tell when someone sat
at the computer and not when something happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.milestones import Milestone
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating


@dataclass(frozen=True, slots=True)
class Life:
    """A goal with its first day, its last one (None: it still runs) and the day something last happened for it."""

    goal: Goal
    start: date
    end: date | None
    last: date


def lives(records: Records, today: date) -> Mapping[str, Life]:
    """The life of each goal by its id, in the order of the goals."""
    active = _last_activity(records, today)
    return {goal.id: _life(goal, active.get(goal.id)) for goal in records.of(Goal)}


def _life(goal: Goal, active: date | None) -> Life:
    start = goal.start or goal.date
    last = max(start, active) if active else start
    end = None
    if goal.state == "achieved":
        end = max(start, goal.achieved_on or last)
        last = max(last, end)
    elif goal.state == "dropped":
        end = last
    return Life(goal, start, end, last)


def _last_activity(records: Records, today: date) -> dict[str, date]:
    """By goal, the latest day up to today of anything that is linked with it."""
    last: dict[str, date] = {}
    for goals, day in records.once(_happenings):
        if day <= today:
            for goal in goals:
                if last.get(goal, date.min) < day:
                    last[goal] = day
    return last


def _happenings(records: Records) -> tuple[tuple[Iterable[str], date], ...]:
    """Of everything that is linked with goals: which, and its day."""
    return tuple(_happened(records))


def _happened(records: Records) -> Iterable[tuple[Iterable[str], date]]:
    yield from ((r.goals, r.date) for r in records.of(Reflection) if r.goals)
    yield from ((f.goals, f.date) for f in records.of(Feedback) if f.goals)
    yield from ((e.goals, e.date) for e in records.of(Evidence) if e.goals)
    yield from ((m.goals, m.date) for m in records.of(Milestone) if m.goals)
    for step in records.of(Step):
        yield (step.goal,), step.date
        if step.done_on:
            yield (step.goal,), step.done_on
    measures = {m.id: m for m in records.of(Measure)}
    for reading in records.of(Reading):
        measure = measures.get(reading.measure)
        if measure is not None:
            yield (measure.goal,), reading.date
    yield from (((a.goal,), a.date) for a in records.of(Agreement) if a.goal)
    skills = goals_by_skill(records.of(Goal))
    yield from ((skills[r.skill], r.date) for r in records.of(Rating) if r.skill in skills)


def goals_by_skill(goals: Iterable[Goal]) -> Mapping[str, tuple[str, ...]]:
    """By skill the goals that work on it, in the order of the goals."""
    found: dict[str, tuple[str, ...]] = {}
    for goal in goals:
        for skill in goal.skills:
            found[skill] = (*found.get(skill, ()), goal.id)
    return found
