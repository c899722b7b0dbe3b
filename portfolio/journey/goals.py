"""How the goals stand: steps done, when something last happened, when someone will check. Never a percentage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.findings import GoalsFinding
from portfolio.journey.lives import Life, lives
from portfolio.journey.period import Period
from portfolio.records.collection import Records
from portfolio.records.goals import Goal, Measure, Reading, Step

QUIET_DAYS: Final = 30
"""An active goal for which nothing happened in so many days is called quiet, without blame."""

_ORDER: Final = ("active", "paused", "idea", "achieved", "dropped")


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
    """One goal as it stands today."""

    id: str
    title: str
    state: str
    start: date
    due: date | None
    """The day to check, also called the check date."""
    ended_on: date | None
    steps_done: int
    steps_total: int
    last_activity: date
    quiet: bool
    reason: str
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
    """How each goal that ran in the period stands today."""
    done, total = _steps(records, today)
    measures = _measures(records, today)
    rows = [
        _standing(life, (done.get(identity, 0), total.get(identity, 0)), measures.get(identity, ()), today)
        for identity, life in lives(records, today).items()
        if period.overlaps(min(life.start, life.goal.date), life.end)
    ]
    rows.sort(key=lambda row: (_ORDER.index(row.state), row.start, row.id))
    return Goals(period, today, _finding(rows), tuple(rows))


def _steps(records: Records, today: date) -> tuple[dict[str, int], dict[str, int]]:
    done: dict[str, int] = {}
    total: dict[str, int] = {}
    for step in records.of(Step):
        total[step.goal] = total.get(step.goal, 0) + 1
        if step.done_on and step.done_on <= today:
            done[step.goal] = done.get(step.goal, 0) + 1
    return done, total


def _measures(records: Records, today: date) -> Mapping[str, tuple[MeasureCourse, ...]]:
    readings: dict[str, list[tuple[date, float]]] = {}
    for reading in records.of(Reading):
        if reading.date <= today:
            readings.setdefault(reading.measure, []).append((reading.date, reading.value))
    found: dict[str, tuple[MeasureCourse, ...]] = {}
    for m in records.of(Measure):
        course = MeasureCourse(
            m.id, m.name, m.unit or "", m.direction or "", m.start, m.target, tuple(readings.get(m.id, ()))
        )
        found[m.goal] = (*found.get(m.goal, ()), course)
    return found


def _standing(life: Life, steps: tuple[int, int], measures: tuple[MeasureCourse, ...], today: date) -> GoalStanding:
    goal: Goal = life.goal
    return GoalStanding(
        id=goal.id,
        title=goal.title,
        state=goal.state,
        start=life.start,
        due=goal.due,
        ended_on=life.end,
        steps_done=steps[0],
        steps_total=steps[1],
        last_activity=life.last,
        quiet=goal.state == "active" and (today - life.last).days >= QUIET_DAYS,
        reason=goal.state_reason or "",
        measures=measures,
    )


def _finding(rows: Iterable[GoalStanding]) -> GoalsFinding:
    states = [row.state for row in rows]
    quiet = [row.title for row in rows if row.quiet]
    return GoalsFinding(
        active=states.count("active"),
        paused=states.count("paused"),
        reached=states.count("achieved"),
        dropped=states.count("dropped"),
        ideas=states.count("idea"),
        quiet=len(quiet),
        quiet_title=quiet[0] if len(quiet) == 1 else None,
    )
