"""What is different since a conversation: levels, goals, and what was agreed there. For the writer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio.journey.facts.goal_spans import ENDED, GoalSpan, goal_spans
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.skill_history import SkillHistory, as_they_came, direction, skill_histories
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.levels import Level

GoalChange = Literal["goal_started", "goal_reached", "goal_paused", "goal_resumed", "goal_dropped"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A skill whose level changed since; without a level then, its first rating came after that day."""

    id: str
    title: str
    scale: str
    then: Level | None
    now: Level
    path: tuple[Level, ...]
    """The levels as they came: the one of then, if any, and each that differs from the one before it."""
    direction: int
    """1 it rose, -1 it fell, 0 it came back, is the only one, or cannot be compared."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A goal that began or ended since then."""

    id: str
    title: str
    change: GoalChange
    date: date


@dataclass(frozen=True, slots=True)
class SinceThen:
    """The difference since one conversation."""

    id: str
    date: date
    sort: str
    who: Who | None
    skills: tuple[Moved, ...]
    goals: tuple[Turned, ...]
    kept: int
    """How many agreements of that conversation are done, by either side."""
    standing: int
    dropped: int


def since_then(records: Records, talk: Conversation, today: date, upto: date | None = None) -> SinceThen:
    """What changed after the day of `talk`, up to and including `upto` (today, and never later)."""
    day = today if upto is None else min(upto, today)
    states = [
        agreement.state if agreement.state_on is None or agreement.state_on <= day else "open"
        for agreement in records.of(Agreement)
        if agreement.conversation == talk.id
    ]
    return SinceThen(
        id=talk.id,
        date=talk.date,
        sort=talk.sort,
        who=People(records).who(talk.with_),
        skills=tuple(_moved(skill_histories(records, day).values(), talk.date)),
        goals=tuple(sorted(_turned(goal_spans(records, today, day).values(), talk.date), key=lambda t: (t.date, t.id))),
        kept=states.count("done"),
        standing=states.count("open") + states.count("in_progress"),
        dropped=states.count("dropped"),
    )


def _moved(known: Iterable[SkillHistory], then: date) -> Iterator[Moved]:
    """The skills to which the writer gave another level after that day, also when it came back since."""
    for course in known:
        series = course.by_self
        before = next((point for point in reversed(series) if point.date <= then), None)
        points = [*([before] if before else []), *(point for point in series if point.date > then)]
        path = as_they_came(points)
        if points and path != ((before.level,) if before else ()):
            skill, level = course.skill, before.level if before else None
            way = direction(points[0], points[-1])
            yield Moved(skill.id, skill.title, skill.scale, level, points[-1].level, path, way)


def _turned(known: Iterable[GoalSpan], then: date) -> Iterator[Turned]:
    """The last change of each goal after that day, where its day is known; an idea is no beginning yet."""
    for life in known:
        found = _last_change(life)
        if found is not None and found[1] > then:
            yield Turned(life.goal.id, life.goal.title, *found)


def _last_change(life: GoalSpan) -> tuple[GoalChange, date] | None:
    if life.state in ENDED:
        change: GoalChange = "goal_reached" if life.state == "achieved" else "goal_dropped"
        return (change, life.end) if life.end else None
    if life.state == "paused":
        return ("goal_paused", life.state_on) if life.state_on else None
    if life.state != "active":
        return None
    resumed = max((pause.until for pause in life.pauses if pause.until), default=None)
    return ("goal_resumed", resumed) if resumed and resumed > life.start else ("goal_started", life.start)
