"""The values that lanes are made of: marks, stretches of a goal, steps of a level. Nothing is drawn here."""

from __future__ import annotations

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
    "entry",
]
"""The meaning of a mark.

`level` is a first level or one on a scale without an order, `other` a rating by another person; `top`, `tip`, `both`
and `feedback` (no sort) are received feedback; `entry` is an entry of the user, in the user's own view only.
"""

SpanState = Literal["planned", "active", "paused", "unknown", "ahead"]
"""The state of a stretch. `unknown`: the goal stopped or ended in it, on a day that was not noted.

`ahead`: the time that an active goal still has, up to its review date.
"""


class Mark(NamedTuple):
    """One mark on a lane. `beyond` is true when its day is after the last day that is drawn.

    A tuple, since the lanes of many years have a thousand marks and a tuple is made in a third of the time.
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


class Span(NamedTuple):
    """A stretch of a goal in one state; both days included."""

    since: date
    until: date
    state: SpanState


class LevelStep(NamedTuple):
    """A level from a day until the next step; `position` runs from 0 to `top`, None when it is not on the scale."""

    id: str
    date: date
    level: Level
    position: int | None
    top: int


class SkillLane(NamedTuple):
    """A skill: its levels by the user, and the ratings by others as marks."""

    id: str
    title: str
    steps: tuple[LevelStep, ...]
    others: tuple[Mark, ...]


class GoalLane(NamedTuple):
    """A goal: its stretches, its marks in order of time, and the lanes of its skills."""

    id: str
    title: str
    state: str
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    skills: tuple[SkillLane, ...]
    reason: str = ""
    undated: bool = False
    """Whether it stopped or ended on a day that was not noted."""
