"""The levels of skills over time: every rating as a point, by skill.

Levels are ordinal, so nothing is averaged or interpolated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from portfolio.journey.facts.people import People, Who
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level, position, steps
from portfolio.records.skills import Rating, Skill

_DAY: Final = attrgetter("date")


class Point(NamedTuple):
    """One rating: a level on a day, and who gave it."""

    id: str
    date: date
    level: Level
    position: int | None
    """The place of the level on the scale of the skill, from 0; None when it is not one of its steps."""
    rater: Who | None = None
    """None for the user's own rating."""
    reason: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def by_self(self) -> bool:
        """Whether it is the user's own rating."""
        return self.rater is None


class SkillHistory(NamedTuple):
    """One skill with its points, oldest first."""

    skill: Skill
    levels: tuple[Level, ...]
    """The steps of its scale, low to high; empty for a custom scale without anchors."""
    points: tuple[Point, ...]

    @property
    def by_self(self) -> tuple[Point, ...]:
        """The user's own points, oldest first."""
        return tuple(p for p in self.points if p.rater is None)

    @property
    def by_others(self) -> tuple[Point, ...]:
        """The points by other people, oldest first."""
        return tuple(p for p in self.points if p.rater is not None)

    @property
    def now(self) -> Point | None:
        """The current level: the user's latest point, else the latest by another person; None without points."""
        own = self.by_self or self.points
        return own[-1] if own else None


def skill_histories(records: Records, until: date) -> Mapping[str, SkillHistory]:
    """Return the history of each skill by id, up to and including `until`, in the order of the skills."""
    return {
        identity: SkillHistory(whole.skill, whole.levels, whole.points[: bisect_right(whole.points, until, key=_DAY)])
        for identity, whole in records.once(_whole).items()
    }


def _whole(records: Records) -> Mapping[str, SkillHistory]:
    """Return the histories with all ratings."""
    skills = {s.id: s for s in records.of(Skill)}
    people = People(records)
    scales = {s.id: steps(s.scale, s.anchors) for s in skills.values()}
    known = {e.id for e in records.of(Evidence)}
    found: dict[str, list[Point]] = {identity: [] for identity in skills}
    for rating in records.of(Rating):
        skill = skills.get(rating.skill)
        if skill is not None:
            found[skill.id].append(_point(rating, skill, people, known))
    return {s.id: SkillHistory(s, scales[s.id], tuple(found[s.id])) for s in skills.values()}


def _point(rating: Rating, skill: Skill, people: People, known: set[str]) -> Point:
    return Point(
        id=rating.id,
        date=rating.date,
        level=rating.level,
        position=position(rating.level, skill.scale, skill.anchors),
        rater=None if rating.by_self else people.who(rating.rater),
        reason=rating.reason or "",
        evidence=tuple(e for e in rating.evidence if e in known),
    )


def level_at_start(points: Sequence[Point], since: date) -> Point | None:
    """Return the level at the start of a period: the last point up to its first day, else the first after it."""
    before = [p for p in points if p.date <= since]
    if before:
        return before[-1]
    return points[0] if points else None


def direction(first: Point | None, last: Point | None) -> int:
    """Return 1 for a rise, -1 for a fall, 0 for no change or when the two cannot be compared."""
    if first is None or last is None or first.position is None or last.position is None:
        return 0
    return (last.position > first.position) - (last.position < first.position)


def as_they_came(points: Sequence[Point]) -> tuple[Level, ...]:
    """Return the levels in order of time, without repeats of the level before."""
    return tuple(p.level for n, p in enumerate(points) if n == 0 or p.level != points[n - 1].level)
