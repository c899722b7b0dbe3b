"""What is different since the last conversation: levels, goals, and what was agreed there. For the writer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio.journey.courses import Course, courses
from portfolio.journey.lives import Life, lives
from portfolio.journey.people import People, Who
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.levels import Level

GoalChange = Literal["goal_started", "goal_reached", "goal_paused", "goal_dropped"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A skill at another level than then; without a level then it was rated since."""

    id: str
    title: str
    scale: str
    then: Level | None
    now: Level


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


def since_then(records: Records, talk: Conversation, today: date) -> SinceThen:
    """What changed after the day of `talk`, up to today."""
    states = [agreement.state for agreement in records.of(Agreement) if agreement.conversation == talk.id]
    return SinceThen(
        id=talk.id,
        date=talk.date,
        sort=talk.sort,
        who=People(records).who(talk.with_),
        skills=tuple(_moved(courses(records, today).values(), talk.date)),
        goals=tuple(sorted(_turned(lives(records, today).values(), talk.date), key=lambda t: (t.date, t.id))),
        kept=states.count("done"),
        standing=states.count("open") + states.count("in_progress"),
        dropped=states.count("dropped"),
    )


def _moved(known: Iterable[Course], then: date) -> Iterator[Moved]:
    """What the writer says of each skill now, where that is another level than they last said by that day."""
    for course in known:
        series = course.by_self
        before = next((point.level for point in reversed(series) if point.date <= then), None)
        if series and series[-1].level != before:
            skill = course.skill
            yield Moved(skill.id, skill.title, skill.scale, before, series[-1].level)


def _turned(known: Iterable[Life], then: date) -> Iterator[Turned]:
    """The last thing that happened to each goal after that day; an idea is no beginning yet."""
    for life in known:
        goal = life.goal
        ended: dict[str, tuple[GoalChange, date]] = {
            "achieved": ("goal_reached", life.end or life.last),
            "dropped": ("goal_dropped", life.last),
            "paused": ("goal_paused", life.last),
            "active": ("goal_started", life.start),
        }
        change, day = ended.get(goal.state, ("goal_started", date.min))
        if day > then:
            yield Turned(goal.id, goal.title, change, day)
