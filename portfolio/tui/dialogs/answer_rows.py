"""Rows of an answer in a dialog: wrapped to as many lines as it needs, so that it is never cut."""

from __future__ import annotations

from portfolio.text import cells, wrap
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.widgets.rows import Row

_GAP = 2
"""Cells between an answer and the words at its right."""


def answer_rows(
    key: str,
    words: str,
    width: int,
    *,
    before: Line = EMPTY,
    right: str = "",
    about: str = "",
    role: str = "text",
    bold: bool = False,
) -> list[Row]:
    """Return the rows of one answer in `width` cells: its words after `before`, and the sentence about it.

    Words at the `right` that do not fit beside it come on a line below it.
    """
    indent = width_of(before)
    fits = indent + cells(words) + _GAP + cells(right) < width
    beside: Line = (Span(right, "muted"),) if right and fits else EMPTY
    first, *rest = wrap(words, max(width - indent, 1)) or [""]
    margin = Span(" " * max(indent, 2))
    below = [] if beside or not right else wrap(right, max(width - len(margin.text), 1))
    below += wrap(about, max(width - len(margin.text), 1)) if about else []
    return [
        Row(key, (*before, Span(first, role, bold)), beside),
        *(Row(left=(Span(" " * indent), Span(line, role, bold)), under=key) for line in rest),
        *(Row(left=(margin, Span(line, "muted")), under=key) for line in below),
    ]
