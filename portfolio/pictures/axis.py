"""The time axis: the column of each day, and the labels of years and months. Always true to scale."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from portfolio.journey.facts.period import BY_WEEK, Period
from portfolio.pictures.grid import Grid
from portfolio.text import cells
from portfolio.wording import Words
from portfolio.wording.dates import month_short

_STEPS: Final = (1, 2, 3, 6, 12)
_DAY: Final = 2
"""The width of the day of a month in cells."""
_WEEKS: Final = BY_WEEK + 31
"""The most days of an axis that names weeks: three months, and the month ahead that lanes can add."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps the days of a period to `columns` columns from `left` on; every column covers the same number of days."""

    period: Period
    left: int
    columns: int
    _first: int = field(init=False, repr=False, compare=False)
    """The ordinal of the first day, computed once: a picture of ten years asks for the column of a thousand days."""
    _days: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compute the ordinals once."""
        object.__setattr__(self, "_first", self.period.since.toordinal())
        object.__setattr__(self, "_days", self.period.days)

    @property
    def right(self) -> int:
        """The last column."""
        return self.left + self.columns - 1

    def column(self, day: date) -> int:
        """Return the column in which a day begins; days outside the period are in the first or last column."""
        passed = day.toordinal() - self._first
        if passed <= 0:
            return self.left
        if passed >= self._days:
            return self.right
        return self.left + passed * self.columns // self._days

    def column_of_today(self, today: date) -> int | None:
        """Return the column of today; None outside the period."""
        return self.column(today) if self.period.contains(today) else None

    def months(self) -> tuple[tuple[int, int, int], ...]:
        """Return year, month and column of the first of each month in the period."""
        return tuple(
            (year, month, self.column(date(year, month, 1)))
            for year, month in self.period.months()
            if self.period.contains(date(year, month, 1))
        )

    @property
    def by_week(self) -> bool:
        """Whether weeks are named rather than months."""
        return self._days <= _WEEKS

    def weeks(self, apart: float) -> tuple[tuple[date, int], ...]:
        """Return day and column of the first day and of each Monday, or of every 2nd, 4th or 8th.

        Columns are at least `apart` from each other.
        """
        first = self.period.since
        to_monday = -first.weekday() % 7
        mondays = [first + timedelta(days=n) for n in range(to_monday, self._days, 7)]
        found: list[tuple[date, int]] = []
        for step in (1, 2, 4, 8):
            found = [(day, self.column(day)) for day in mondays[::step]]
            if all(b[1] - a[1] >= apart for a, b in pairwise(found)):
                break
        if to_monday and (not found or found[0][1] - self.left >= apart):
            found.insert(0, (first, self.left))
        return tuple(found)


def draw_axis(grid: Grid, axis: Axis, today: date, _: Words) -> tuple[int, ...]:
    """Draw years (row 0) and months (row 1) with the word "now"; return the columns of the labels in row 1.

    Labels never touch: every month is labelled, or every 2nd, 3rd or 6th; over many years only years are. Over a few
    months row 0 has the months and row 1 the first days of weeks, with "now" instead of the day that it would touch.
    """
    months = axis.months()
    if axis.period.contains(today):
        word = _.context("picture", "now")
        at = max(axis.left, min(axis.column(today), axis.right - cells(word) + 1))
        grid.put(1 if axis.by_week else 0, at, word, "now")
    if axis.by_week:
        return _by_week(grid, axis, _)
    named = _named(months, axis, _)
    if not named:
        return _years_only(grid, axis, months)
    for _year, month, column in named:
        grid.put(1, column, month_short(month, _), "axis")
    _put_years(grid, axis, named)
    return tuple(column for _year, _month, column in named)


def _by_week(grid: Grid, axis: Axis, _: Words) -> tuple[int, ...]:
    """Put the day on which each week begins, with the name of its month above the first of them that has room."""
    named = axis.weeks(_DAY + 1)
    above: dict[str, str] = {}
    for day, column in named:
        length = cells(str(day.day))
        before = min(column, 1)
        around = min(length + before + 1, grid.width - column + before)
        if column + length - 1 <= axis.right and grid.free(1, column - before, around):
            grid.put(1, column, str(day.day), "axis")
        month = month_short(day.month, _)
        if month in above:
            continue
        for text in [month] if above else [f"{month} {day.year:04d}", month]:
            length, before = cells(text), min(column, 1)
            if column + length - 1 <= axis.right and grid.free(
                0, column - before, min(length + before + 1, grid.width - column + before)
            ):
                grid.put(0, column, text, "year")
                above[month] = text
                break
    return tuple(column for _day, column in named)


def _named(months: tuple[tuple[int, int, int], ...], axis: Axis, _: Words) -> tuple[tuple[int, int, int], ...]:
    """Return the months whose names fit, at the smallest step where they do; empty when not even half years fit."""
    widest = max(cells(month_short(m, _)) for m in range(1, 13))
    for step in _STEPS[:-1]:
        chosen = tuple(m for m in months if (m[1] - 1) % step == 0)
        apart = all(b[2] - a[2] > widest for a, b in pairwise(chosen))
        if chosen and apart:
            fits = tuple(m for m in chosen if m[2] + cells(month_short(m[1], _)) - 1 <= axis.right)
            return _with_first(fits, axis, widest) if step == 1 else fits
    return ()


def _with_first(named: tuple[tuple[int, int, int], ...], axis: Axis, widest: int) -> tuple[tuple[int, int, int], ...]:
    """Add the month in which the period begins, when there is room before the next label."""
    since = axis.period.since
    if since.day == 1 or (named and named[0][2] - axis.left <= widest) or axis.columns < widest:
        return named
    return ((since.year, since.month, axis.left), *named)


def _put_years(grid: Grid, axis: Axis, named: tuple[tuple[int, int, int], ...]) -> None:
    """Put each year above its first labelled month; where two would touch, the later year is kept."""
    first_of_year: dict[int, int] = {}
    for year, _month, column in named:
        first_of_year.setdefault(year, column)
    for year, column in sorted(first_of_year.items(), key=lambda item: (item[0] == axis.period.since.year, item[0])):
        if grid.free(0, max(column - 1, 0), 6 if column + 5 <= axis.right else 5):
            grid.put(0, column, f"{year:04d}", "year")


def _years_only(grid: Grid, axis: Axis, months: tuple[tuple[int, int, int], ...]) -> tuple[int, ...]:
    """Over many years put years in the row of the months, as many as fit."""
    januaries = [(year, column) for year, month, column in months if month == 1]
    for step in (1, 2, 5, 10, 20, 50, 100):
        chosen = [j for j in januaries if j[0] % step == 0]
        if all(b[1] - a[1] > 4 for a, b in pairwise(chosen)):
            break
    columns = []
    for year, column in chosen:
        if column + 3 <= axis.right:
            grid.put(1, column, f"{year:04d}", "year")
            columns.append(column)
    if not columns:
        grid.put(1, axis.left, f"{axis.period.since.year:04d}", "year")
    return tuple(columns)
