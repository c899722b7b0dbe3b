"""A sheet of cells to draw on, row by row; it knows what is still free, so that nothing is drawn over anything."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from portfolio.pictures.canvas import Role, Row, Span
from portfolio.pictures.signs import UNICODE
from portfolio.pictures.widths import clusters

_Cell = tuple[str, Role]
_EMPTY: _Cell = (" ", "text")
_SIGNS: Final = frozenset(
    sign
    for name in fields(UNICODE)
    for sign in [getattr(UNICODE, name.name)]
    if isinstance(sign, str) and len(sign) == 1
)
"""Our own signs: each takes one cell, which need not be measured."""


class Grid:
    """`rows` times `width` cells. What is put outside of it is left out."""

    def __init__(self, rows: int, width: int) -> None:
        """An empty sheet."""
        self.width = width
        self._cells: list[list[_Cell]] = [[_EMPTY] * width for _row in range(rows)]

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self._cells)

    def put(self, row: int, column: int, text: str, role: Role) -> None:
        """Draw text, over what is there. A wide character takes two cells."""
        line = self._cells[row]
        if text in _SIGNS and 0 <= column < self.width:
            line[column] = (text, role)
            return
        pieces = [(char, 1) for char in text] if text.isascii() else clusters(text)
        for cluster, width in pieces:
            if column < 0 or column + width > self.width:
                return
            if width:
                line[column] = (cluster, role)
                line[column + 1 : column + width] = [("", role)] * (width - 1)
                column += width

    def fill(self, row: int, first: int, last: int, char: str, role: Role) -> None:
        """Draw one character from a column up to and including another."""
        start, end = max(0, first), min(self.width - 1, last) + 1
        if start < end:
            self._cells[row][start:end] = [(char, role)] * (end - start)

    def free(self, row: int, column: int, length: int = 1) -> bool:
        """Whether these cells lie on the sheet and nothing is drawn there."""
        if column < 0 or column + length > self.width:
            return False
        return self._cells[row][column : column + length] == [_EMPTY] * length

    def role(self, row: int, column: int) -> Role:
        """What is drawn in a cell."""
        return self._cells[row][column][1]

    def under(self, row: int, column: int, char: str, role: Role) -> None:
        """Draw one character where nothing is drawn yet."""
        if 0 <= column < self.width and self._cells[row][column] == _EMPTY:
            self._cells[row][column] = (char, role)

    def row(self, row: int) -> Row:
        """One row as spans, one for each stretch of the same role."""
        spans: list[Span] = []
        chars: list[str] = []
        before = self._cells[row][0][1] if self.width else "text"
        for char, role in self._cells[row]:
            if role != before:
                spans.append(Span("".join(chars), before))
                chars, before = [], role
            chars.append(char)
        return (*spans, Span("".join(chars), before)) if chars else ()
