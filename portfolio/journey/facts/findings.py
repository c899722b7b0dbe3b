"""What each picture says in a sentence, as typed values. Turning them into words is the pictures' work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portfolio.records.levels import Level


@dataclass(frozen=True, slots=True)
class Turning:
    """A moment that may have been a turning point: a story or a milestone, in the person's own words."""

    id: str
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class LanesFinding:
    """How the goals of a period stand, and a turning point when there is one."""

    reached: int = 0
    running: int = 0
    paused: int = 0
    turning: Turning | None = None
    undated: int = 0
    """Of how many goals nobody noted on which day they stopped or ended."""


@dataclass(frozen=True, slots=True)
class GrowthFinding:
    """In how many skills the level rose, of all skills of the picture; `most` only when one stands out."""

    grew: int = 0
    of: int = 0
    most: str | None = None
    aged: int = 0
    """Of how many the level was shown last so long ago that it deserves a look."""
    rated: int = 0
    """How many of them have a level."""
    fell: int = 0
    changed: int = 0
    """How many went to another level on a scale without an order."""
    back: int = 0
    """How many changed and came back to where they were."""
    first: int = 0
    """How many got their first level in the period, and no other one."""


@dataclass(frozen=True, slots=True)
class SkillFinding:
    """From which level to which, in how many months; `few` when there are too few points for a line."""

    title: str
    first: Level | None = None
    now: Level | None = None
    direction: int = 0
    """1 up, -1 down, 0 the same (or not to be compared)."""
    months: int = 0
    target: Level | None = None
    scale: str = ""
    few: bool = False
    path: tuple[Level, ...] = ()
    """The levels in the order in which they came, from the first to the one now."""
    straight: bool = True
    """Whether it only rose, or only fell; on a scale without an order no course is straight."""


@dataclass(frozen=True, slots=True)
class GoalsFinding:
    """How the goals stood at the end of the period, or stand today."""

    active: int = 0
    paused: int = 0
    reached: int = 0
    dropped: int = 0
    ideas: int = 0
    quiet: int = 0
    quiet_title: str | None = None
    """The goal that has been quiet, when it is only one."""
    planned: int = 0
    undated: int = 0
    """Of how many goals nobody noted on which day they stopped or ended."""


@dataclass(frozen=True, slots=True)
class RhythmFinding:
    """Which stretches were quiet (whole weeks, three or more), and whether writing went on afterwards."""

    written: int = 0
    quiet: tuple[tuple[date, date], ...] = ()
    resumed: bool = False
    begun: date | None = None
    """The week of the first reflection, where the period began at least as long before it as a quiet stretch is."""
    latest: date | None = None
    """The day of the last reflection."""


@dataclass(frozen=True, slots=True)
class EnergyFinding:
    """How many answers there are, whether all say the same number, and what gave most, in someone's own words."""

    answers: int = 0
    same: int | None = None
    text: str | None = None
    date: date | None = None
    high: int = 0
    """How many answers lie above the middle; what gave most is only told of two or more."""
    highest: int = 0
    """The highest number that was answered."""
    alike: int = 0
    """How many answers say that number."""


@dataclass(frozen=True, slots=True)
class TimelineFinding:
    """How many moments, and a turning point when there is one."""

    moments: int = 0
    turning: Turning | None = None
    undated: int = 0
    """Of how many goals nobody noted on which day they stopped or ended: that is no moment here."""


@dataclass(frozen=True, slots=True)
class FormsFinding:
    """The form used most, and another one that often gave a lesson."""

    most: str | None = None
    fruitful: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """For how many skills there is evidence, of all skills of the picture, and one to look at next."""

    of: int = 0
    proven: int = 0
    """How many have any evidence."""
    next: str | None = None
    """The title of the skill with the highest level and the most missing."""
    enough: int = 0
    """How many have evidence that is in order on every question."""


@dataclass(frozen=True, slots=True)
class ReadyFinding:
    """For how many of the skills that the user gave a level there is enough evidence, and one to begin with."""

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
