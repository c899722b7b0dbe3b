"""The levels of skills over time: every rating as a point, by skill. Ordinal; nothing is averaged or joined up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """One rating: a level on a day, and who says so."""

    id: str
    date: date
    level: Level
    position: int | None
    """Where the level stands on the scale of the skill, from 0; None when it is not one of its steps."""
    rater: Who | None = None
    """None when the person rated themselves."""
    reason: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def by_self(self) -> bool:
        """Whether the person rated themselves."""
        return self.rater is None


@dataclass(frozen=True, slots=True)
class SkillHistory:
    """One skill with its points, oldest first."""

    skill: Skill
    levels: tuple[Level, ...]
    """The steps of its scale, low to high; none for an own scale without anchors."""
    points: tuple[Point, ...]

    @property
    def by_self(self) -> tuple[Point, ...]:
        """The points by the person, oldest first."""
        return tuple(p for p in self.points if p.rater is None)

    @property
    def by_others(self) -> tuple[Point, ...]:
        """The points by other people, oldest first."""
        return tuple(p for p in self.points if p.rater is not None)

    @property
    def now(self) -> Point | None:
        """The current level: the latest point by the person, or else by someone else; None means no level."""
        own = self.by_self or self.points
        return own[-1] if own else None


def skill_histories(records: Records, until: date) -> Mapping[str, SkillHistory]:
    """By the id of each skill its course up to and including a day, in the order of the skills."""
    return {
        identity: SkillHistory(whole.skill, whole.levels, whole.points[: bisect_right(whole.points, until, key=_DAY)])
        for identity, whole in records.once(_whole).items()
    }


def _whole(records: Records) -> Mapping[str, SkillHistory]:
    """The courses with every rating there is."""
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
    """Where someone stood when a period began: the last point up to its first day, else the first after that."""
    before = [p for p in points if p.date <= since]
    if before:
        return before[-1]
    return points[0] if points else None


def direction(first: Point | None, last: Point | None) -> int:
    """1, -1 or 0: which way the level went; 0 as well when the two cannot be compared."""
    if first is None or last is None or first.position is None or last.position is None:
        return 0
    return (last.position > first.position) - (last.position < first.position)


def as_they_came(points: Sequence[Point]) -> tuple[Level, ...]:
    """The levels of these points in the order of time, each that differs from the one before it."""
    return tuple(p.level for n, p in enumerate(points) if n == 0 or p.level != points[n - 1].level)
