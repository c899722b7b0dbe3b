"""Captions below the marks of a lane: where each text goes, so that they never touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from portfolio.journey.facts.marks import Mark
from portfolio.pictures.axis import Axis
from portfolio.pictures.canvas import safe_line
from portfolio.pictures.signs import Signs
from portfolio.text import cells, cut_at_word
from portfolio.wording import Words

CAPTIONED: Final = ("story", "milestone", "certificate", "paused")
"""The marks on a lane that have a caption, the most important first."""
_LEAST: Final = 6
"""The fewest cells of a text that say something."""
_LONGEST: Final = 500
"""The most characters of the user's text that a row can show."""


class Caption(NamedTuple):
    """A text on a row, from a column on."""

    column: int
    text: str
    whole: bool


def captions(marks: Sequence[Mark], axis: Axis, signs: Signs, _: Words) -> list[Caption]:
    """Return the texts of marks below them, in one row; a mark without enough room has none.

    A text that would reach the next mark, or the end of the row, begins before its own.
    """
    found: list[Caption] = []
    columns = [axis.column(mark.date) for mark in marks]
    free = axis.left
    for mark, column, after in zip(marks, columns, [*columns[1:], axis.right + 3][: len(marks)], strict=True):
        text = words_of(mark, _)
        last = min(after - 2, axis.right)
        first = max(free, min(column, last + 1 - cells(text)))
        shown = cut_at_word(text, last + 1 - first, signs.more)
        first = max(first, min(column, last + 1 - cells(shown)))
        if first <= column <= last + 1 and cells(shown) >= min(_LEAST, cells(text)):
            found.append(Caption(first, shown, shown == text))
            free = first + cells(shown) + 1
    return found


def in_rows(marks: Sequence[Mark], axis: Axis, signs: Signs, _: Words) -> list[list[Mark]]:
    """Divide marks over two rows when one row has no room for whole texts; the last mark is in the last row."""
    one = captions(marks, axis, signs, _)
    if len(marks) < 2 or (len(one) == len(marks) and all(caption.whole for caption in one)):
        return [list(marks)]
    return [[*reversed(marks[-2::-2])], [*reversed(marks[::-2])]]


def words_of(mark: Mark, _: Words) -> str:
    """Return the caption of a mark: the user's words, or that the goal was paused."""
    return _("paused") if mark.kind == "paused" else safe_line(mark.text[:_LONGEST])
