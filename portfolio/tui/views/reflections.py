"""The list of all reflections, newest first, with a row for each month. Rows are made when they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.pictures.headings import heading, kind_word
from portfolio.records.reflections import Reflection
from portfolio.tui.layout import Span, column
from portfolio.tui.look import Look
from portfolio.tui.views.marks import privacy
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import month_name, weekday_short
from portfolio.wording.names import capital

_WITH_KIND: Final = 68
"""From so many cells on a row says which kind of reflection it is."""
_KIND: Final = 20


class ReflectionRows:
    """The rows of these reflections, which are in order already: newest first."""

    def __init__(self, found: Sequence[Reflection], look: Look) -> None:
        """`found` is what to list; the look gives the rest."""
        self._look = look
        self._lines: list[Reflection | tuple[int, int]] = []
        month: tuple[int, int] | None = None
        for record in found:
            if (record.date.year, record.date.month) != month:
                month = (record.date.year, record.date.month)
                self._lines.append(month)
            self._lines.append(record)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def key(self, index: int) -> str:
        """The id of the reflection in a row; empty for a month."""
        line = self._lines[index]
        return line.id if isinstance(line, Reflection) else ""

    def row(self, index: int, width: int) -> Row:
        """One row."""
        line, _ = self._lines[index], self._look.words
        if not isinstance(line, Reflection):
            year, month = line
            return Row(left=(Span(f"{capital(month_name(month, _))} {year}", "accent", bold=True),))
        day = Span(f"{weekday_short(line.date.isoweekday(), _)} {line.date.day:>2}  ", "muted")
        kind = (Span(f"{column(kind_word(line, _), _KIND)}  ", "muted"),) if width >= _WITH_KIND else ()
        return Row(line.id, (day, *kind, Span(heading(line, self._look.records, _))), privacy(line, _))
