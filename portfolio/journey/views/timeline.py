"""The journey as a list by year and month: the same moments as in the lanes, to read from top to bottom.

Quiet months are derived from reflections, which are private, so they are included only when asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import ClassVar

from portfolio.journey.facts.entries import own_moments
from portfolio.journey.facts.findings import TimelineFinding
from portfolio.journey.facts.goal_spans import goal_spans
from portfolio.journey.facts.moments import Moment, moments
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.journey.views.lanes import turning_point
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection


@dataclass(frozen=True, slots=True)
class Month:
    """The moments of one calendar month, oldest first; `quiet` when no reflection is about it."""

    year: int
    month: int
    moments: tuple[Moment, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months in which something happened, oldest first."""

    picture: ClassVar[str] = "timeline"

    period: Period
    today: date
    finding: TimelineFinding
    months: tuple[Month, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened in the period."""
        return not any(month.moments for month in self.months)


def timeline(records: Records, period: Period, today: date, *, quiet: bool = False, own: bool = False) -> Timeline:
    """Return the moments of a period by month; with `quiet` also the whole months without a reflection.

    With `own` the user's entries and received feedback are among them, which is never for what is shared.
    """
    upto = min(today, period.until)
    known = goal_spans(records, today, upto)
    until_now = Period(min(period.since, upto), upto)
    happened = moments(records, until_now, known, skill_histories(records, upto))
    if own:
        mine = own_moments(records, until_now, upto, {moment.id for moment in happened})
        happened = tuple(sorted((*happened, *mine), key=attrgetter("date", "id")))
    by_month: dict[tuple[int, int], list[Moment]] = {}
    for moment in happened:
        by_month.setdefault((moment.date.year, moment.date.month), []).append(moment)
    quiet_months = _quiet(records, period, today) if quiet and happened else frozenset()
    months = tuple(
        Month(year, month, tuple(by_month.get((year, month), ())), (year, month) in quiet_months)
        for year, month in sorted({*by_month, *quiet_months})
    )
    undated = sum(
        goal_span.undated and period.overlaps(goal_span.start, goal_span.ran_until) for goal_span in known.values()
    )
    finding = TimelineFinding(len(happened), turning_point(happened), undated)
    return Timeline(period, today, finding, months)


def _quiet(records: Records, period: Period, today: date) -> frozenset[tuple[int, int]]:
    """Return the whole months after the first reflection, up to today, that no reflection is about."""
    written = [r.date for r in records.of(Reflection)]
    if not written:
        return frozenset()
    first = min(written)
    with_reflections = _months(written)
    upto = Period(min(period.since, today), today)
    return frozenset(
        (year, month)
        for year, month in period.months()
        if (year, month) not in with_reflections
        and period.holds_month(year, month)
        and upto.holds_month(year, month)
        and (year, month) > (first.year, first.month)
    )


def _months(days: Iterable[date]) -> set[tuple[int, int]]:
    return {(day.year, day.month) for day in days}
