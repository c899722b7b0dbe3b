"""Cursor moves over the marks of a picture: along a row, to another row, and to a click.

Pure functions on the places of a picture, which are sorted by row, then column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from portfolio.pictures.canvas import Place

NOWHERE: Final = -1
"""Index that means no place."""


class Cursor(NamedTuple):
    """Index of the place under the cursor, and the column it keeps when moving up and down."""

    at: int = NOWHERE
    column: int = 0


def put(places: Sequence[Place], index: int) -> Cursor:
    """Return the cursor on the place with this index."""
    return Cursor(index, places[index].column) if 0 <= index < len(places) else Cursor()


def along(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """Move one mark right (1) or left (-1) in the row; stay at the end."""
    index = cursor.at + step
    if 0 <= index < len(places) and places[index].row == places[cursor.at].row:
        return put(places, index)
    return cursor


def across(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """Move to the nearest mark in the next (1) or previous (-1) row with marks; stay when there is none."""
    here = places[cursor.at].row
    index = cursor.at
    while 0 <= index < len(places) and places[index].row == here:
        index += step
    if not 0 <= index < len(places):
        return cursor
    return Cursor(_nearest(places, places[index].row, cursor.column), cursor.column)


def to_end(places: Sequence[Place], cursor: Cursor, step: int) -> Cursor:
    """Move to the last (1) or first (-1) mark of the row, or of the whole picture when the row has one mark."""
    row = _row(places, places[cursor.at].row)
    if len(row) == 1:
        row = range(len(places))
    return put(places, row[-1] if step > 0 else row[0])


def page(places: Sequence[Place], cursor: Cursor, rows: int) -> Cursor:
    """Move down by `rows` rows, or up when negative: to the furthest row with a mark within that distance."""
    found = cursor
    start, step = places[cursor.at].row, 1 if rows > 0 else -1
    while True:
        further = across(places, found, step)
        away = abs(places[further.at].row - start)
        if further == found or (away > abs(rows) and found != cursor):
            return found
        found = further


def clicked(places: Sequence[Place], row: int, column: int) -> int:
    """Return the index of the place in `row` nearest to `column`; NOWHERE when the row has none."""
    return _nearest(places, row, column) if _row(places, row) else NOWHERE


def again(places: Sequence[Place], before: Place | None, *akin: str) -> int:
    """Return the index for the cursor in a new drawing.

    The same thing is preferred, then its record, then the ids in `akin`, then the first place.
    """
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
    """Return how many cells a column is outside of a place."""
    return max(place.column - column, column - (place.column + place.width - 1), 0)
