"""Rows of the Reflections place, by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.present.titles import heading, kind_word
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.templates import DEFAULT_TEMPLATE, EVENING
from portfolio.text import cut, pad
from portfolio.tui.render.columns import DayColumn, widest
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import month_name, weekday_short
from portfolio.wording.names import capital

_WITH_KIND: Final = 68
"""Cells from which a row shows the kind of reflection."""
_KIND: Final = 20
_ORDINARY: Final = frozenset({EVENING, DEFAULT_TEMPLATE})
"""The templates that most reflections have: their name tells nothing."""


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the reflections, by month unless they are sorted by title."""
    found: Sequence[Reflection] = showing.of(state.records.of(Reflection), state.today)
    month: tuple[int, int] | None = None
    for record in found:
        if showing.order != "title" and (record.date.year, record.date.month) != month:
            if month is not None:
                yield ""
            month = (record.date.year, record.date.month)
            yield _month(month, state.words)
        yield record


def _month(month: tuple[int, int], _: Words) -> str:
    return f"{capital(month_name(month[1], _))} {month[0]}"


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
    """Return the function that makes the rows of this list."""
    by_month = any(isinstance(each, str) for each in listed)
    days = DayColumn(
        (each.date for each in listed if isinstance(each, Reflection) and not by_month), state.today, state.words
    )
    weekdays = widest(weekday_short(n, state.words) for n in range(1, 8))

    def row_of(record: Record, state: AppState, width: int) -> Row:
        """Return the row of one reflection; one of a special kind names it, where that leaves room for its text."""
        _ = state.words
        day = f"{pad(weekday_short(record.date.isoweekday(), _), weekdays)} "
        day += f"{record.date.day:>2}  " if by_month else days.of(record.date)
        special = isinstance(record, Reflection) and record.template not in _ORDINARY
        kind = (Span(cut(kind_word(record, _), _KIND), "muted"),) if special and width >= _WITH_KIND else EMPTY
        return Row(record.id, (Span(day, "muted"), Span(heading(record, state.records, _))), beside(record, _, kind))

    return row_of
