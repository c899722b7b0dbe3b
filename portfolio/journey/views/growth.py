"""The growth view: for each skill the first and current level of a period, who gave it, and the target.

Levels are ordinal: nothing is averaged or added up. A skill without a rating has no level, which is not level 0.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.facts.evidence_by_skill import SHELF_YEARS, evidence_of_skills
from portfolio.journey.facts.findings import GrowthFinding
from portfolio.journey.facts.people import Who
from portfolio.journey.facts.period import Period, years_before
from portfolio.journey.facts.skill_history import (
    Point,
    SkillHistory,
    as_they_came,
    direction,
    level_at_start,
    skill_histories,
)
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level, position

_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A level on a day: its position on the scale (None: not on the scale) and who gave it (None: the user)."""

    id: str
    date: date
    level: Level
    position: int | None
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class SkillGrowth:
    """One skill on its own scale."""

    id: str
    title: str
    group: str
    scale: str
    levels: tuple[Level, ...]
    start: Standing | None
    now: Standing | None
    """The user's own level; that of another person only when the user gave none."""
    others: tuple[Standing, ...]
    """The latest level by each other person, oldest first."""
    target: Level | None
    target_position: int | None
    target_date: date | None
    evidence: int
    aged: date | None
    """The day of the last rating or evidence, if that is longer ago than `SHELF_YEARS`; else None."""
    path: tuple[Level, ...]
    """The levels in order of time, from the first to the current one."""
    direction: int
    """1 up, -1 down, 0 unchanged or not comparable."""

    @property
    def wandered(self) -> bool:
        """Whether the level did not simply rise or fall from the first to the current one."""
        places = [self.levels.index(level) for level in self.path if level in self.levels]
        straight = len(places) == len(self.path) and places in (sorted(places), sorted(places, reverse=True))
        return len(self.path) > _TWO and not straight


@dataclass(frozen=True, slots=True)
class Growth:
    """Every skill that existed in the period, in the order in which they were added."""

    picture: ClassVar[str] = "growth"

    period: Period
    today: date
    finding: GrowthFinding
    skills: tuple[SkillGrowth, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no skill to show."""
        return not self.skills


def growth(records: Records, period: Period, today: date) -> Growth:
    """Return the levels of each skill at the start and the end of a period."""
    upto = min(today, period.until)
    known = skill_histories(records, upto)
    held = evidence_of_skills(records, known, upto)
    rows = tuple(
        _row(history, period, held.get(history.skill.id, ()), upto)
        for history in known.values()
        if history.skill.date <= period.until or history.points
    )
    began = frozenset(history.skill.id for history in known.values() if _began_in(history, period))
    return Growth(period, today, _finding(rows, began), rows)


def _began_in(history: SkillHistory, period: Period) -> bool:
    """Return whether the first level of a skill was given in the period, its first day included."""
    series = history.by_self or history.by_others
    return bool(series) and series[0].date >= period.since


def _row(history: SkillHistory, period: Period, evidence: Sequence[Evidence], upto: date) -> SkillGrowth:
    skill = history.skill
    series: Sequence[Point] = history.by_self or history.by_others
    now = history.now
    start = level_at_start(series, period.since)
    latest = {p.rater.id: p for p in history.by_others if p.rater}
    return SkillGrowth(
        id=skill.id,
        title=skill.title,
        group=skill.group or "",
        scale=skill.scale,
        levels=history.levels,
        start=_standing(start) if start else None,
        now=_standing(now) if now else None,
        others=tuple(_standing(p) for p in sorted(latest.values(), key=lambda p: (p.date, p.id)) if p is not now),
        target=skill.target,
        target_position=position(skill.target, skill.scale, skill.anchors),
        target_date=skill.target_date,
        evidence=len(evidence),
        aged=_aged(history, evidence, upto),
        path=as_they_came(series[series.index(start) :]) if start else (),
        direction=direction(start, now),
    )


def _aged(history: SkillHistory, evidence: Sequence[Evidence], upto: date) -> date | None:
    """Return the day on which a level was last confirmed, if too long ago; None without a level."""
    days = [*(point.date for point in history.points), *(piece.date for piece in evidence)]
    last = max(days, default=None)
    if history.now is None or last is None:
        return None
    return last if last < years_before(upto, SHELF_YEARS) else None


def _standing(point: Point) -> Standing:
    return Standing(point.id, point.date, point.level, point.position, point.rater)


def _finding(rows: Sequence[SkillGrowth], began: Collection[str]) -> GrowthFinding:
    rated = [row for row in rows if row.now]
    grown = [row for row in rated if row.direction > 0]
    level = [row for row in rated if row.direction == 0 and len(row.path) > 1]
    back = sum(row.path[0] == row.path[-1] for row in level)
    return GrowthFinding(
        grew=len(grown),
        of=len(rows),
        rated=len(rated),
        fell=sum(row.direction < 0 for row in rated),
        changed=len(level) - back,
        back=back,
        first=sum(len(row.path) == 1 and row.id in began for row in rated),
        most=_most(grown),
        aged=sum(row.aged is not None for row in rated),
    )


def _most(grown: Sequence[SkillGrowth]) -> str | None:
    """Return the skill that rose most steps; None when two rose equally, or when their scales differ."""
    if len({row.levels for row in grown}) != 1:
        return None
    steps = sorted(((_steps(row), row.title) for row in grown), reverse=True)
    if len(steps) > 1 and steps[0][0] == steps[1][0]:
        return None
    return steps[0][1]


def _steps(row: SkillGrowth) -> int:
    first, last = row.start, row.now
    if first is None or last is None or first.position is None or last.position is None:
        return 0
    return last.position - first.position
