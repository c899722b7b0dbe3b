"""A list of records under headings, where each row is made when it becomes visible, so that it can be very long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from portfolio.records.record import Record
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row

Listed: TypeAlias = Record | Row | str
"""A record, a row for something else, or the heading of what follows; an empty heading is a blank row."""
RowOf = Callable[[Record, AppState, int], Row]
"""Makes the row of a record, for a width in cells."""


class RecordRows:
    """The rows of a list."""

    def __init__(self, listed: Iterable[Listed], state: AppState, row_of: RowOf, marked: frozenset[str]) -> None:
        """Keep what is listed; `marked` holds the ids of the marked records."""
        self._listed, self._state, self._row_of, self._marked = list(listed), state, row_of, marked

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._listed)

    def key(self, index: int) -> str:
        """Return the id of the record in a row, or the key of another row; empty for a heading."""
        listed = self._listed[index]
        if isinstance(listed, Record):
            return listed.id
        return listed.key if isinstance(listed, Row) else ""

    def row(self, index: int, width: int) -> Row:
        """Return one row."""
        listed = self._listed[index]
        if isinstance(listed, str):
            return Row(left=(Span(listed, bold=True),) if listed else EMPTY)
        if isinstance(listed, Row):
            return listed
        sign = 2 if self._marked else 0
        row = self._row_of(listed, self._state, width - sign)
        if not self._marked:
            return row
        mark: Line = (Span("✓ " if listed.id in self._marked else "  ", "good", bold=True),)
        return row._replace(left=(*mark, *row.left))


def sections(groups: Iterable[tuple[str, Sequence[Record | Row]]]) -> Iterator[Listed]:
    """Yield groups below each other, each under its heading with a blank row in between; empty groups are left out."""
    first = True
    for heading, records in groups:
        if records:
            if not first:
                yield ""
            yield heading
            yield from records
            first = False
