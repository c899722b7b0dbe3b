"""The course of one skill: every rating on its day, on the steps of its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import ClassVar, Final

from portfolio.journey.facts.findings import SkillFinding
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import Point, SkillHistory, as_they_came, direction, skill_histories
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level, position

LINE_FROM: Final = 3
"""So many points make a line; with fewer only the points are drawn."""


@dataclass(frozen=True, slots=True)
class SkillCourse:
    """One skill over a period. `points` begin with the last one before the period, if there is one."""

    picture: ClassVar[str] = "skill"

    period: Period
    today: date
    finding: SkillFinding
    id: str
    title: str
    scale: str
    levels: tuple[Level, ...]
    points: tuple[Point, ...]
    target: Level | None
    target_position: int | None
    target_date: date | None
    evidence: tuple[tuple[str, str], ...]
    """Id and title of the evidence that the points refer to."""
    line: bool
    """Whether there are enough points to draw a line."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no rating to show."""
        return not self.points


def skill_course(records: Records, period: Period, today: date, skill: str) -> SkillCourse | None:
    """The course of the skill with this id; None when there is no such skill in these records."""
    course = skill_histories(records, min(today, period.until)).get(skill)
    if course is None:
        return None
    points = _in_period(course, period)
    titles = {e.id: e.title for e in records.of(Evidence)}
    about = course.skill
    used = dict.fromkeys(e for p in points for e in p.evidence if e in titles)
    line = len(points) >= LINE_FROM
    return SkillCourse(
        period=period,
        today=today,
        finding=_finding(course, points, line),
        id=about.id,
        title=about.title,
        scale=about.scale,
        levels=course.levels,
        points=points,
        target=about.target,
        target_position=position(about.target, about.scale, about.anchors),
        target_date=about.target_date,
        evidence=tuple((e, titles[e]) for e in used),
        line=line,
    )


def _in_period(course: SkillHistory, period: Period) -> tuple[Point, ...]:
    before = [p for p in course.by_self if p.date < period.since]
    return (*before[-1:], *(p for p in course.points if period.contains(p.date)))


def _finding(course: SkillHistory, points: tuple[Point, ...], line: bool) -> SkillFinding:
    own = [p for p in points if p.by_self] or list(points)
    if not own:
        return SkillFinding(course.skill.title, target=course.skill.target, scale=course.skill.scale, few=True)
    first, last = own[0], own[-1]
    return SkillFinding(
        title=course.skill.title,
        first=first.level,
        now=last.level,
        direction=direction(first, last),
        months=_months(first.date, last.date),
        target=course.skill.target,
        scale=course.skill.scale,
        few=not line,
        path=as_they_came(own),
        straight=len({direction(a, b) for a, b in pairwise(_changes(own))}) <= 1,
    )


def _changes(points: Sequence[Point]) -> list[Point]:
    """The points that give another level than the one before them."""
    return [p for n, p in enumerate(points) if n == 0 or p.level != points[n - 1].level]


def _months(first: date, last: date) -> int:
    """Whole calendar months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
