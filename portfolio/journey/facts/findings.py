"""The finding of each picture as typed values; `pictures.sentences` puts them into words.

Counts are numbers of goals, skills, answers or reflections of the picture's period.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio.records.levels import Level


@dataclass(frozen=True, slots=True)
class Turning:
    """A possible turning point: a story or a milestone, in the user's own words."""

    id: str
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Writing:
    """The user's own writing in a period of at most three months; never part of what is shared."""

    days: int
    """Days with an entry."""
    begun: bool = False
    """Whether these are the very first days: at most a week of them, and none before the period."""
    again: str | None = None
    """The tag that is on entries of the most days, if it is on two or more."""
    again_days: int = 0
    first_goal: str | None = None
    """The title of the first goal, when it is the only one and under way."""


@dataclass(frozen=True, slots=True)
class LanesFinding:
    """The states of the goals of a period, and a turning point if there is one."""

    reached: int = 0
    running: int = 0
    paused: int = 0
    turning: Turning | None = None
    undated: int = 0
    """Goals that stopped or ended on a day that was not noted."""
    writing: Writing | None = None


@dataclass(frozen=True, slots=True)
class GrowthFinding:
    """The skills whose level rose, out of all skills of the picture; `most` names the largest rise, if single."""

    grew: int = 0
    of: int = 0
    most: str | None = None
    aged: int = 0
    """Skills whose last rating or evidence is older than the shelf life, see `SHELF_YEARS`."""
    rated: int = 0
    """Skills that have a level."""
    fell: int = 0
    changed: int = 0
    """Skills that went to another level on a scale without an order."""
    back: int = 0
    """Skills whose level changed and came back to where it was."""
    first: int = 0
    """Skills whose first and only level was given in the period."""


@dataclass(frozen=True, slots=True)
class SkillFinding:
    """The change of one skill, in months; `few` when there are too few points for a line."""

    title: str
    first: Level | None = None
    now: Level | None = None
    direction: int = 0
    """1 up, -1 down, 0 the same or not comparable."""
    months: int = 0
    target: Level | None = None
    scale: str = ""
    few: bool = False
    path: tuple[Level, ...] = ()
    """The levels in order of time, from the first to the current one."""
    straight: bool = True
    """Whether the level only rose or only fell; always false on a scale without an order."""


@dataclass(frozen=True, slots=True)
class GoalsFinding:
    """The states of the goals at the end of the period, or today when the period still runs."""

    active: int = 0
    paused: int = 0
    reached: int = 0
    dropped: int = 0
    ideas: int = 0
    quiet: int = 0
    quiet_title: str | None = None
    """The title of the quiet goal, when there is exactly one."""
    planned: int = 0
    undated: int = 0
    """Goals that stopped or ended on a day that was not noted."""


@dataclass(frozen=True, slots=True)
class RhythmFinding:
    """The quiet stretches (three or more whole weeks), and whether the user wrote again afterwards."""

    written: int = 0
    quiet: tuple[tuple[date, date], ...] = ()
    resumed: bool = False
    begun: date | None = None
    """The Monday of the first reflection's week, if at least a quiet stretch of the period is before it; else None."""
    latest: date | None = None
    """The day of the last reflection."""
    weeks: int = 0
    """Weeks with a reflection; of fewer than a quiet stretch has, no rhythm is claimed."""


@dataclass(frozen=True, slots=True)
class EnergyFinding:
    """The number of answers, whether all are equal, and what gave most energy, in the user's own words."""

    answers: int = 0
    same: int | None = None
    text: str | None = None
    date: date | None = None
    high: int = 0
    """Answers above the middle. What gave most energy is named only when there are two or more."""
    highest: int = 0
    """The highest answer."""
    alike: int = 0
    """The number of answers that equal the highest."""


@dataclass(frozen=True, slots=True)
class TimelineFinding:
    """The number of moments, and a turning point if there is one."""

    moments: int = 0
    turning: Turning | None = None
    undated: int = 0
    """Goals that stopped or ended on a day that was not noted; the timeline has no moment for that."""


@dataclass(frozen=True, slots=True)
class FormsFinding:
    """The most used way of learning, and another that often gave a lesson."""

    most: str | None = None
    fruitful: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """The skills that have evidence, out of all skills of the picture, and one to work on next."""

    of: int = 0
    proven: int = 0
    """Skills that have any evidence."""
    next: str | None = None
    """The title of the skill that lacks most; of equals the one with the highest level."""
    enough: int = 0
    """Skills whose evidence passes all five checks."""


@dataclass(frozen=True, slots=True)
class ReadyFinding:
    """The skills with enough evidence, out of those the user rated, and one to begin with."""

    proven: int = 0
    of: int = 0
    next: str | None = None


Finding = (
    LanesFinding
    | GrowthFinding
    | SkillFinding
    | GoalsFinding
    | RhythmFinding
    | EnergyFinding
    | TimelineFinding
    | FormsFinding
    | EvidenceFinding
    | ReadyFinding
)
