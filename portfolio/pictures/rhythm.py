"""Draw the rhythm view: a cell for each week, by month. Private and neutral, without a score to keep up."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from portfolio.journey.views.rhythm import MonthOfWeeks, Rhythm
from portfolio.pictures.canvas import WEEKS, Picture, Row, Span, legend_rows, text_rows
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import pad
from portfolio.wording import Words
from portfolio.wording.dates import month_short

_FROM: Final = (0, 1, 2, 4)
"""The number of reflections in a week from which each next symbol is used."""
_MONTH: Final = 4 + 5 + 2


def draw(view: Rhythm, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw the months side by side, as many as fit, and the years below each other."""
    _ = words_for(signs, _)
    across = next(n for n in (12, 6, 4, 3, 2, 1) if n * _MONTH - 2 <= width)
    rows: list[Row] = []
    for year, group in groupby(view.months, key=lambda month: month.year):
        rows.append((Span(f"{year:04d}", "year"),))
        months = list(group)
        first = (months[0].month - 1) % across
        padded: list[MonthOfWeeks | None] = [*([None] * first), *months]
        rows += [_row(padded[n : n + across], _, signs) for n in range(0, len(padded), across)]
    meanings = (_("none"), "1", _("2 or 3"), _("4 or more"))
    ladder = [(signs.weeks[n], WEEKS[n], meanings[n]) for n in range(len(WEEKS))]
    legend = legend_rows(ladder, width) + text_rows(
        _("A cell is a week: how often you looked back. Only you see this."), width, "muted"
    )
    title = _("Looking back, week by week")
    return framed(view, title, tuple(rows), width=width, _=_, signs=signs, legend=legend, key=ladder)


def _row(months: list[MonthOfWeeks | None], _: Words, signs: Signs) -> Row:
    spans: list[Span] = []
    for n, month in enumerate(months):
        last = n + 1 == len(months)
        if month is None:
            spans.append(gap(_MONTH))
            continue
        spans.append(Span(pad(month_short(month.month, _), 4), "axis"))
        for week in month.weeks:
            rung = max(i for i, least in enumerate(_FROM) if week.written >= least)
            spans.append(Span(signs.weeks[rung], WEEKS[rung]))
        if not last:
            spans.append(gap(_MONTH - 4 - len(month.weeks)))
    return tuple(spans)
