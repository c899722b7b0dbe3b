"""How the goals stood at the end of a period: steps done, what happened last, when to check. No percentage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.facts.findings import GoalsFinding
from portfolio.journey.facts.goal_spans import GoalSpan, goal_spans
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.goals import Goal, Measure, Reading, Step

QUIET_DAYS: Final = 30
"""An active goal for which nothing happened in so many days is called quiet, without blame."""

_ORDER: Final = ("active", "paused", "planned", "idea", "unknown", "achieved", "dropped")


@dataclass(frozen=True, slots=True)
class MeasureCourse:
    """A number that someone chose to follow, with what it said on which day, oldest first."""

    id: str
    name: str
    unit: str
    direction: str
    start: float | None
    target: float | None
    readings: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """One goal as it stood at the end of the period, or stands today."""

    id: str
    title: str
    state: str
    start: date
    due: date | None
    """The day to check, also called the check date."""
    state_on: date | None
    """The day it came into its state; None when nobody noted it, or it is an idea still."""
    ended_on: date | None
    steps_done: int
    steps_total: int
    last_activity: date
    quiet: bool
    reason: str
    undated: bool
    """Whether it stopped or ended on a day that nobody noted."""
    measures: tuple[MeasureCourse, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals that ran in the period: active ones first, then paused, ideas, achieved and dropped."""

    picture: ClassVar[str] = "goals"

    period: Period
    today: date
    finding: GoalsFinding
    goals: tuple[GoalStanding, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no goal to show."""
        return not self.goals


def goals(records: Records, period: Period, today: date) -> Goals:
    """How each goal that ran in the period stood at its end, or stands today."""
    upto = min(today, period.until)
    done, total = _steps(records, upto)
    measures = _measures(records, upto)
    rows = [
        _standing(life, (done.get(identity, 0), total.get(identity, 0)), measures.get(identity, ()), upto)
        for identity, life in goal_spans(records, today, upto).items()
        if period.overlaps(min(life.start, life.goal.date), life.ran_until)
    ]
    rows.sort(key=lambda row: (_ORDER.index(row.state), row.start, row.id))
    return Goals(period, today, _finding(rows), tuple(rows))


def _steps(records: Records, upto: date) -> tuple[dict[str, int], dict[str, int]]:
    """By goal the steps that were done by a day, and all that were known by then."""
    done: dict[str, int] = {}
    total: dict[str, int] = {}
    for step in records.of(Step):
        is_done = step.done_on is not None and step.done_on <= upto
        if is_done or step.date <= upto:
            total[step.goal] = total.get(step.goal, 0) + 1
            done[step.goal] = done.get(step.goal, 0) + is_done
    return done, total


def _measures(records: Records, upto: date) -> Mapping[str, tuple[MeasureCourse, ...]]:
    readings: dict[str, list[tuple[date, float]]] = {}
    for reading in records.of(Reading):
        if reading.date <= upto:
            readings.setdefault(reading.measure, []).append((reading.date, reading.value))
    found: dict[str, tuple[MeasureCourse, ...]] = {}
    for m in records.of(Measure):
        if m.date > upto and m.id not in readings:
            continue
        course = MeasureCourse(
            m.id, m.name, m.unit or "", m.direction or "", m.start, m.target, tuple(readings.get(m.id, ()))
        )
        found[m.goal] = (*found.get(m.goal, ()), course)
    return found


def _standing(life: GoalSpan, steps: tuple[int, int], measures: tuple[MeasureCourse, ...], upto: date) -> GoalStanding:
    goal: Goal = life.goal
    return GoalStanding(
        id=goal.id,
        title=goal.title,
        state=life.state,
        start=life.start,
        due=goal.due,
        state_on=life.state_on,
        ended_on=life.end,
        steps_done=steps[0],
        steps_total=steps[1],
        last_activity=life.last,
        quiet=life.state == "active" and (upto - life.last).days >= QUIET_DAYS,
        reason=life.reason,
        undated=life.undated,
        measures=measures,
    )


def _finding(rows: Sequence[GoalStanding]) -> GoalsFinding:
    states = [row.state for row in rows]
    quiet = [row.title for row in rows if row.quiet]
    return GoalsFinding(
        active=states.count("active"),
        planned=states.count("planned"),
        undated=sum(row.undated for row in rows),
        paused=states.count("paused"),
        reached=states.count("achieved"),
        dropped=states.count("dropped"),
        ideas=states.count("idea"),
        quiet=len(quiet),
        quiet_title=quiet[0] if len(quiet) == 1 else None,
    )
