"""A grid of cells to draw on; it knows which cells are free, so that nothing is drawn over."""

from __future__ import annotations

from dataclasses import fields
from itertools import compress, pairwise
from operator import ne
from typing import Final

from portfolio.pictures.canvas import Role, Row, Span
from portfolio.pictures.signs import UNICODE
from portfolio.text import clusters, even

_NOTHING: Final = " "
_PLAIN: Final[Role] = "text"
"""A blank in this role is an empty cell."""
_SIGNS: Final = frozenset(
    sign
    for name in fields(UNICODE)
    for sign in [getattr(UNICODE, name.name)]
    if isinstance(sign, str) and len(sign) == 1
)
"""The app's own symbols: one cell each, so they need not be measured."""


class Grid:
    """A grid of `rows` by `width` cells. What falls outside of it is left out."""

    def __init__(self, rows: int, width: int) -> None:
        """Make an empty grid."""
        self.width = width
        self._chars: list[list[str]] = [[_NOTHING] * width for _row in range(rows)]
        self._roles: list[list[Role]] = [[_PLAIN] * width for _row in range(rows)]
        self._uneven: set[int] = set()
        """The rows that have a cell with no character or with several."""

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self._chars)

    def put(self, row: int, column: int, text: str, role: Role) -> None:
        """Draw text over whatever is there. A wide character takes two cells."""
        chars, roles = self._chars[row], self._roles[row]
        if text in _SIGNS and 0 <= column < self.width:
            chars[column], roles[column] = text, role
            return
        if even(text):
            if column >= 0:
                room = text[: max(self.width - column, 0)]
                chars[column : column + len(room)] = room
                roles[column : column + len(room)] = [role] * len(room)
            return
        for cluster, width in clusters(text):
            if column < 0 or column + width > self.width:
                return
            if width:
                if width > 1 or len(cluster) > 1:
                    self._uneven.add(row)
                chars[column : column + width] = [cluster, ""][:width]
                roles[column : column + width] = [role] * width
                column += width

    def fill(self, row: int, first: int, last: int, char: str, role: Role) -> None:
        """Draw one character from column `first` up to and including `last`."""
        start, end = max(0, first), min(self.width - 1, last) + 1
        if start < end:
            self._chars[row][start:end] = [char] * (end - start)
            self._roles[row][start:end] = [role] * (end - start)

    def free(self, row: int, column: int, length: int = 1) -> bool:
        """Return whether these cells are inside the grid and empty."""
        end = column + length
        if column < 0 or end > self.width:
            return False
        return self._chars[row][column:end] == [_NOTHING] * length and self._roles[row][column:end] == [_PLAIN] * length

    def role(self, row: int, column: int) -> Role:
        """Return the role of what is drawn in a cell."""
        return self._roles[row][column]

    def under(self, row: int, column: int, char: str, role: Role) -> None:
        """Draw one character if the cell is empty."""
        chars, roles = self._chars[row], self._roles[row]
        if 0 <= column < self.width and chars[column] == _NOTHING and roles[column] == _PLAIN:
            chars[column], roles[column] = char, role

    def row(self, row: int) -> Row:
        """Return one row as spans, one for each stretch of the same role."""
        if not self.width:
            return ()
        chars, roles = self._chars[row], self._roles[row]
        edges = pairwise([0, *compress(range(1, self.width), map(ne, roles, roles[1:])), self.width])
        if row in self._uneven:
            return tuple([Span("".join(chars[first:last]), roles[first]) for first, last in edges])
        text = "".join(chars)
        return tuple([Span(text[first:last], roles[first]) for first, last in edges])
