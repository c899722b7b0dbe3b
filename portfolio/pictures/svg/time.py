"""The time axis in SVG: names of weeks, months and years at their first days, true to scale and never touching."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from portfolio.pictures.axis import Axis
from portfolio.pictures.svg.sheet import SMALL, Sheet, room_of
from portfolio.wording.dates import month_short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_Months = tuple[tuple[int, int, int], ...]
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months from one name to the next."""
_GAP: Final = 8


def draw_time(sheet: Sheet, axis: Axis) -> None:
    """Draw years above months, or months above weeks, from the current line of the sheet down."""
    if axis.by_week:
        _draw_weeks(sheet, axis)
        return
    named, years = _named(axis, sheet)
    sheet.y += 34
    end = 0.0
    for year, column in years:
        if column >= end and column + room_of(str(year), SMALL) <= sheet.right:
            sheet.text(column, sheet.y - (16 if named else 0), f"{year:04d}", "year", size=SMALL)
            end = column + room_of(str(year), SMALL) + _GAP
    for _year, month, column in named:
        sheet.text(column, sheet.y, month_short(month, sheet.words), "axis", size=SMALL)
    sheet.y += 8


def draw_uprights(sheet: Sheet, axis: Axis, top: float, bottom: float) -> None:
    """Draw guides at the names, and the line of today with its word, from `top` to `bottom`."""
    for column in _columns(axis, sheet):
        sheet.line(column, top, column, bottom, "guide")
    today = sheet.view.today
    if axis.period.contains(today):
        x, word = axis.column(today), sheet.words.context("picture", "now")
        sheet.line(x, top, x, bottom + 4, "now", dash="3 3")
        middle = min(x, sheet.right - room_of(word, SMALL) / 2)
        sheet.text(middle, bottom + 16, word, "now", size=SMALL, anchor="middle")


def _draw_weeks(sheet: Sheet, axis: Axis) -> None:
    """Draw the day on which each week begins, with the name of a month above its first one."""
    sheet.y += 34
    end, before = 0.0, ""
    for day, column in _weeks(axis):
        if column + room_of(str(day.day), SMALL) <= sheet.right:
            sheet.text(column, sheet.y, str(day.day), "axis", size=SMALL)
        month = f"{month_short(day.month, sheet.words)} {day.year:04d}"
        if month != before and column >= end and column + room_of(month, SMALL) <= sheet.right:
            sheet.text(column, sheet.y - 16, month, "year", size=SMALL)
            end, before = column + room_of(month, SMALL) + _GAP, month
    sheet.y += 8


def _weeks(axis: Axis) -> Sequence[tuple[date, float]]:
    return axis.weeks(room_of("30", SMALL) + _GAP)


def _columns(axis: Axis, sheet: Sheet) -> list[float]:
    """Return where the names begin."""
    if axis.by_week:
        return [column for _day, column in _weeks(axis)]
    named, years = _named(axis, sheet)
    return [column for _y, _m, column in named] or [column for _y, column in years]


def _named(axis: Axis, sheet: Sheet) -> tuple[_Months, Sequence[tuple[int, int]]]:
    """Return the months to name (none over many years) and the column where each year begins."""
    months = axis.months()
    widest = max(room_of(month_short(m, sheet.words), SMALL) for m in range(1, 13)) + _GAP
    since = axis.period.since
    first = ((since.year, since.month, axis.left),) if since.day > 1 else ()
    for step in _STEPS[:4]:
        chosen = tuple(m for m in months if (m[1] - 1) % step == 0)
        if chosen and all(b[2] - a[2] >= widest for a, b in pairwise(chosen)):
            fits = tuple(m for m in chosen if m[2] + widest - _GAP <= sheet.right + _GAP)
            if step == 1 and first and (not fits or fits[0][2] - axis.left >= widest):
                fits = (*first, *fits)
            return fits, _years(fits)
    januaries = [m for m in months if m[1] == 1]
    for step in _STEPS[4:]:
        chosen = tuple(m for m in januaries if m[0] % (step // 12) == 0)
        if all(b[2] - a[2] >= widest for a, b in pairwise(chosen)):
            break
    return (), [(year, column) for year, _month, column in chosen] or [(since.year, axis.left)]


def _years(named: _Months) -> list[tuple[int, int]]:
    """Return each year at its first named month; the first year is dropped when the next follows too closely."""
    first: dict[int, int] = {}
    for year, _month, column in named:
        first.setdefault(year, column)
    found = list(first.items())
    if len(found) > 1 and found[1][1] - found[0][1] < room_of("2025", SMALL) + _GAP:
        del found[0]
    return found
