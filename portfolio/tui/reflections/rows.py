"""Rows of the Reflections place, by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.present.titles import heading, kind_word
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.text import pad
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record_rows import Listed, RowOf
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import month_name, weekday_short
from portfolio.wording.names import capital

_WITH_KIND: Final = 68
"""Cells from which a row shows the kind of reflection."""
_KIND: Final = 20


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the reflections, by month unless they are sorted by title."""
    found: Sequence[Reflection] = showing.of(state.records.of(Reflection), state.today)
    month: tuple[int, int] | None = None
    for record in found:
        if showing.order != "title" and (record.date.year, record.date.month) != month:
            month = (record.date.year, record.date.month)
            yield _month(month, state.words)
        yield record


def _month(month: tuple[int, int], _: Words) -> str:
    return f"{capital(month_name(month[1], _))} {month[0]}"


def row_maker(state: AppState) -> RowOf:  # noqa: ARG001 - the list of skills needs it
    """Return the function that makes the rows of this list."""
    return row_of


def row_of(record: Record, state: AppState, width: int) -> Row:
    """Return the row of one reflection."""
    _ = state.words
    day = Span(f"{weekday_short(record.date.isoweekday(), _)} {record.date.day:>2}  ", "muted")
    kind = (Span(f"{pad(kind_word(record, _), _KIND)}  ", "muted"),) if width >= _WITH_KIND else ()
    return Row(record.id, (day, *kind, Span(heading(record, state.records, _))), privacy(record, _))
