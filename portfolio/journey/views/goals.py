"""The goals view: the state of each goal at the end of a period, its steps, last activity and review date.

There is no percentage: steps are counted, not weighed.
"""

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

_ORDER: Final = ("active", "paused", "planned", "idea", "unknown", "achieved", "dropped")


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """A number that the user follows for a goal, with its readings by day, oldest first."""

    id: str
    name: str
    unit: str
    direction: str
    start: float | None
    target: float | None
    readings: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """One goal as it was at the end of the period, or is today."""

    id: str
    title: str
    state: str
    start: date
    due: date | None
    """The review date."""
    state_on: date | None
    """The day its state began; None when it was not noted, or the goal is an idea."""
    ended_on: date | None
    steps_done: int
    steps_total: int
    last_activity: date
    quiet: bool
    reason: str
    undated: bool
    """Whether it stopped or ended on a day that was not noted."""
    measures: tuple[MeasureStanding, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals that ran in the period: active first, then paused, planned, ideas, unknown, achieved and dropped."""

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
    """Return each goal that ran in the period, as it was at its end or is today."""
    upto = min(today, period.until)
    done, total = _steps(records, upto)
    measures = _measures(records, upto)
    rows = [
        _standing(goal_span, (done.get(identity, 0), total.get(identity, 0)), measures.get(identity, ()), upto)
        for identity, goal_span in goal_spans(records, today, upto).items()
        if period.overlaps(min(goal_span.start, goal_span.goal.date), goal_span.ran_until)
    ]
    rows.sort(key=lambda row: (_ORDER.index(row.state), row.start, row.id))
    return Goals(period, today, _finding(rows), tuple(rows))


def _steps(records: Records, upto: date) -> tuple[dict[str, int], dict[str, int]]:
    """Count the steps of each goal: those done by `upto`, and all that existed by then."""
    done: dict[str, int] = {}
    total: dict[str, int] = {}
    for step in records.of(Step):
        is_done = step.done_on is not None and step.done_on <= upto
        if is_done or step.date <= upto:
            total[step.goal] = total.get(step.goal, 0) + 1
            done[step.goal] = done.get(step.goal, 0) + is_done
    return done, total


def _measures(records: Records, upto: date) -> Mapping[str, tuple[MeasureStanding, ...]]:
    readings: dict[str, list[tuple[date, float]]] = {}
    for reading in records.of(Reading):
        if reading.date <= upto:
            readings.setdefault(reading.measure, []).append((reading.date, reading.value))
    found: dict[str, tuple[MeasureStanding, ...]] = {}
    for m in records.of(Measure):
        if m.date > upto and m.id not in readings:
            continue
        standing = MeasureStanding(
            m.id, m.name, m.unit or "", m.direction or "", m.start, m.target, tuple(readings.get(m.id, ()))
        )
        found[m.goal] = (*found.get(m.goal, ()), standing)
    return found


def _standing(
    goal_span: GoalSpan, steps: tuple[int, int], measures: tuple[MeasureStanding, ...], upto: date
) -> GoalStanding:
    goal: Goal = goal_span.goal
    return GoalStanding(
        id=goal.id,
        title=goal.title,
        state=goal_span.state,
        start=goal_span.start,
        due=goal.due,
        state_on=goal_span.state_on,
        ended_on=goal_span.end,
        steps_done=steps[0],
        steps_total=steps[1],
        last_activity=goal_span.last,
        quiet=goal_span.is_quiet_on(upto),
        reason=goal_span.reason,
        undated=goal_span.undated,
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
