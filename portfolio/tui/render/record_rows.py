"""A list of records under headings, each row made when it comes into sight: for a lifetime of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from portfolio.records.record import Record
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row

Listed: TypeAlias = Record | Row | str
"""A record, a row that stands for something else, or the heading of what follows; an empty one is a blank row."""
RowOf = Callable[[Record, AppState, int], Row]
"""How a record of this list is shown, for a width in cells."""


class RecordRows:
    """The rows of what is listed."""

    def __init__(self, listed: Iterable[Listed], look: AppState, row_of: RowOf, marked: frozenset[str]) -> None:
        """`marked` are the ids of the records that were marked to do something with all of them."""
        self._listed, self._look, self._row_of, self._marked = list(listed), look, row_of, marked

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._listed)

    def key(self, index: int) -> str:
        """The id of the record in a row; empty for a heading."""
        listed = self._listed[index]
        if isinstance(listed, Record):
            return listed.id
        return listed.key if isinstance(listed, Row) else ""

    def row(self, index: int, width: int) -> Row:
        """One row."""
        listed = self._listed[index]
        if isinstance(listed, str):
            return Row(left=(Span(listed, "accent", bold=True),) if listed else EMPTY)
        if isinstance(listed, Row):
            return listed
        sign = 2 if self._marked else 0
        row = self._row_of(listed, self._look, width - sign)
        if not self._marked:
            return row
        mark: Line = (Span("✓ " if listed.id in self._marked else "  ", "good", bold=True),)
        return row._replace(left=(*mark, *row.left))


def sections(groups: Iterable[tuple[str, Sequence[Record | Row]]]) -> Iterator[Listed]:
    """Groups below each other, each under its heading, a blank row between them; an empty one is left out."""
    first = True
    for heading, records in groups:
        if records:
            if not first:
                yield ""
            yield heading
            yield from records
            first = False
