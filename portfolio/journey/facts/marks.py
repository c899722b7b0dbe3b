"""What lanes are made of: marks, the stretches of a goal, the steps of a level. Plain values, nothing drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from portfolio.journey.facts.people import Who
from portfolio.records.levels import Level

MarkKind = Literal[
    "start",
    "up",
    "down",
    "level",
    "other",
    "story",
    "milestone",
    "certificate",
    "achieved",
    "dropped",
    "paused",
    "resumed",
    "step",
    "top",
    "tip",
    "both",
    "feedback",
    "conversation",
    "target",
]
"""What a mark stands for: `level` is a first level or one on a scale without an order, `other` a rating by someone
else, `top`, `tip`, `both` and `feedback` (no sort) are received feedback."""

SpanState = Literal["planned", "active", "paused", "unknown", "ahead"]
"""In a stretch that is `unknown` the goal stopped or ended, on a day that nobody noted.

`ahead` is what an active goal still has to go, up to the day someone will check it."""


class Mark(NamedTuple):
    """One thing on a lane. `beyond` says that it lies after the last day that is drawn.

    A tuple, since the lanes of many years have a thousand of them and a tuple is made in a third of the time.
    """

    id: str
    date: date
    kind: MarkKind
    text: str = ""
    level: Level | None = None
    before: Level | None = None
    who: Who | None = None
    sort: str = ""
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a goal in one state; both ends included."""

    since: date
    until: date
    state: SpanState


class LevelStep(NamedTuple):
    """A level that holds from a day on, until the next step; its place on the scale runs from 0 to `top`."""

    id: str
    date: date
    level: Level
    position: int | None
    top: int


@dataclass(frozen=True, slots=True)
class SkillLane:
    """A skill: the steps by the person, the marks by others."""

    id: str
    title: str
    steps: tuple[LevelStep, ...]
    others: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GoalLane:
    """A goal with its bar, its marks in order of time, and the lanes of its skills."""

    id: str
    title: str
    state: str
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    skills: tuple[SkillLane, ...]
    reason: str = ""
    undated: bool = False
    """Whether it stopped or ended on a day that nobody noted."""
