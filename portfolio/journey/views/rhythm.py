"""The rhythm view: reflections by week. Private and neutral; a quiet stretch is mentioned once and never counted.

Weeks are ISO 8601 weeks. A week belongs to the month, as to the year, of its Thursday.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar, Final

from portfolio.journey.facts.findings import RhythmFinding
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection

QUIET_WEEKS: Final = 3
"""The number of whole weeks in a row without a reflection that make a quiet stretch."""
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week by its Monday, and the number of reflections about its days."""

    monday: date
    written: int


@dataclass(frozen=True, slots=True)
class MonthOfWeeks:
    """The weeks whose Thursday is in a month."""

    year: int
    month: int
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The weeks of a period up to today."""

    picture: ClassVar[str] = "rhythm"

    period: Period
    today: date
    finding: RhythmFinding
    months: tuple[MonthOfWeeks, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in the period."""
        return not self.finding.written


def rhythm(records: Records, period: Period, today: date) -> Rhythm:
    """Count the reflections of each week of a period, up to the week of today."""
    upto = min(period.until, today)
    weeks = [Week(monday, 0) for monday in _mondays(period.since, upto)]
    first = weeks[0].monday if weeks else upto
    counts = [0] * len(weeks)
    latest: date | None = None
    for item in records.of(Reflection):
        if period.contains(item.date) and item.date <= upto:
            counts[(item.date - first).days // 7] += 1
            latest = item.date
    weeks = [Week(week.monday, n) for week, n in zip(weeks, counts, strict=True)]
    return Rhythm(period, today, replace(_finding(weeks, upto), latest=latest), _by_month(weeks))


def _mondays(since: date, until: date) -> list[date]:
    monday = since - timedelta(days=min(since.weekday(), (since - date.min).days))
    found = []
    while monday <= until:
        found.append(monday)
        if (date.max - monday).days < _WEEK.days:
            break
        monday += _WEEK
    return found


def _by_month(weeks: Sequence[Week]) -> tuple[MonthOfWeeks, ...]:
    found: dict[tuple[int, int], list[Week]] = {}
    for week in weeks:
        thursday = week.monday + timedelta(days=min(3, (date.max - week.monday).days))
        found.setdefault((thursday.year, thursday.month), []).append(week)
    return tuple(MonthOfWeeks(year, month, tuple(held)) for (year, month), held in found.items())


def _finding(weeks: Sequence[Week], upto: date) -> RhythmFinding:
    """Find the quiet stretches after the first reflection; the current week never counts as quiet."""
    written = [i for i, week in enumerate(weeks) if week.written]
    if not written:
        return RhythmFinding()
    over = [w for w in weeks if (upto - w.monday).days >= _WEEK.days - 1]
    stretches: list[tuple[date, date]] = []
    run: list[Week] = []
    for week in [*over[written[0] :], None]:
        if week is not None and not week.written:
            run.append(week)
            continue
        if len(run) >= QUIET_WEEKS:
            stretches.append((run[0].monday, run[-1].monday + timedelta(days=6)))
        run = []
    last = weeks[written[-1]].monday
    return RhythmFinding(
        written=sum(week.written for week in weeks),
        begun=weeks[written[0]].monday if written[0] >= QUIET_WEEKS else None,
        quiet=tuple(stretches),
        weeks=len(written),
        resumed=bool(stretches) and stretches[-1][1] < last,
    )
