"""How a cursor walks the marks of a picture: along a row, to the nearest mark in another row, to what was clicked.

Arithmetic on places alone; they stand in order of row, then column, as a picture gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from portfolio.pictures.canvas import Place

NOWHERE: Final = -1
"""The index of no place."""


class Cursor(NamedTuple):
    """Which place the cursor is on, and the column it keeps to on its way up and down."""

    at: int = NOWHERE
    column: int = 0


def put(places: Sequence[Place], index: int) -> Cursor:
    """The cursor on this place."""
    return Cursor(index, places[index].column) if 0 <= index < len(places) else Cursor()


def along(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """One mark further (1) or back (-1) in the row; at its end the cursor stays."""
    index = cursor.at + step
    if 0 <= index < len(places) and places[index].row == places[cursor.at].row:
        return put(places, index)
    return cursor


def across(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """To the nearest mark in the next row that has one (1), or in the row before (-1); else the cursor stays."""
    here = places[cursor.at].row
    index = cursor.at
    while 0 <= index < len(places) and places[index].row == here:
        index += step
    if not 0 <= index < len(places):
        return cursor
    return Cursor(_nearest(places, places[index].row, cursor.column), cursor.column)


def to_end(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """To the last (1) or first (-1) mark of the row; in a row of one mark, of the whole picture."""
    row = _row(places, places[cursor.at].row)
    if len(row) == 1:
        row = range(len(places))
    return put(places, row[-1] if step > 0 else row[0])


def page(places: Sequence[Place], cursor: Cursor, rows: int) -> Cursor:
    """So many rows down, or up when negative: to the last row with a mark that is no further than that."""
    found = cursor
    start, step = places[cursor.at].row, 1 if rows > 0 else -1
    while True:
        further = across(places, found, step)
        away = abs(places[further.at].row - start)
        if further == found or (away > abs(rows) and found != cursor):
            return found
        found = further


def clicked(places: Sequence[Place], row: int, column: int) -> int:
    """The place in a row nearest to a column; NOWHERE when the row has none."""
    return _nearest(places, row, column) if _row(places, row) else NOWHERE


def again(places: Sequence[Place], before: Place | None, *akin: str) -> int:
    """Where the cursor belongs in a new drawing: the same thing, else its record, else what is akin, else the first."""
    wanted = (*(before.ids if before else ()), *akin)
    found = [n for identity in wanted for n, place in enumerate(places) if identity in place.ids]
    same = (
        n
        for n in found
        if before is not None and places[n].ids == before.ids and places[n].sentences == before.sentences
    )
    return next(same, found[0] if found else 0 if places else NOWHERE)


def _row(places: Sequence[Place], row: int) -> Sequence[int]:
    return [n for n, place in enumerate(places) if place.row == row]


def _nearest(places: Sequence[Place], row: int, column: int) -> int:
    return min(_row(places, row), key=lambda n: _away(places[n], column))


def _away(place: Place, column: int) -> int:
    """How many cells a column lies outside of a place."""
    return max(place.column - column, column - (place.column + place.width - 1), 0)
