"""The history of one skill: every rating on its day, on the steps of its own scale."""

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
"""The number of points from which a line is drawn; with fewer, only the points are."""


@dataclass(frozen=True, slots=True)
class SkillView:
    """One skill over a period. `points` begins with the last one before the period, if there is one."""

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
    """Id and title of each piece of evidence that the points refer to."""
    line: bool
    """Whether there are enough points to draw a line."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no rating to show."""
        return not self.points


def skill_view(records: Records, period: Period, today: date, skill: str) -> SkillView | None:
    """Return the history of the skill with this id; None when the records have no such skill."""
    history = skill_histories(records, min(today, period.until)).get(skill)
    if history is None:
        return None
    points = _in_period(history, period)
    titles = {e.id: e.title for e in records.of(Evidence)}
    about = history.skill
    used = dict.fromkeys(e for p in points for e in p.evidence if e in titles)
    line = len(points) >= LINE_FROM
    return SkillView(
        period=period,
        today=today,
        finding=_finding(history, points, line),
        id=about.id,
        title=about.title,
        scale=about.scale,
        levels=history.levels,
        points=points,
        target=about.target,
        target_position=position(about.target, about.scale, about.anchors),
        target_date=about.target_date,
        evidence=tuple((e, titles[e]) for e in used),
        line=line,
    )


def _in_period(history: SkillHistory, period: Period) -> tuple[Point, ...]:
    before = [p for p in history.by_self if p.date < period.since]
    return (*before[-1:], *(p for p in history.points if period.contains(p.date)))


def _finding(history: SkillHistory, points: tuple[Point, ...], line: bool) -> SkillFinding:
    own = [p for p in points if p.by_self] or list(points)
    if not own:
        return SkillFinding(history.skill.title, target=history.skill.target, scale=history.skill.scale, few=True)
    first, last = own[0], own[-1]
    return SkillFinding(
        title=history.skill.title,
        first=first.level,
        now=last.level,
        direction=direction(first, last),
        months=_months(first.date, last.date),
        target=history.skill.target,
        scale=history.skill.scale,
        few=not line,
        path=as_they_came(own),
        straight=len({direction(a, b) for a, b in pairwise(_changes(own))}) <= 1,
    )


def _changes(points: Sequence[Point]) -> list[Point]:
    """Return the points whose level differs from the one before them."""
    return [p for n, p in enumerate(points) if n == 0 or p.level != points[n - 1].level]


def _months(first: date, last: date) -> int:
    """Return the number of whole calendar months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
