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
_INDENT: Final = 2
"""The first column of a text that needs the room beside the axis, where its row has no label."""
_LONGEST: Final = 500
"""The most characters of the user's text that a row can show."""


class Caption(NamedTuple):
    """A text on a row, from a column on."""

    column: int
    text: str
    whole: bool


class WordsBeside(NamedTuple):
    """The words of one mark, from a column on, beside the column `at` of the mark."""

    column: int
    text: str
    at: int


def beside(mark: Mark, axis: Axis, signs: Signs, _: Words) -> WordsBeside:
    """Return the words of a mark in a row of their own: after its column, or before it when that shows more of them.

    Words that need every cell up to the end of the row begin in the column itself.
    """
    at, text = axis.column(mark.date), words_of(mark, _)
    after, before = axis.right - at - 1, at - 1 - _INDENT
    if after < cells(text) <= after + 2:
        return WordsBeside(at, text, at)
    if cells(text) <= after or after >= before:
        return WordsBeside(at + 2, cut_at_word(text, after, signs.more), at)
    shown = cut_at_word(text, before, signs.more)
    return WordsBeside(at - 1 - cells(shown), shown, at)


def captions(marks: Sequence[Mark], axis: Axis, signs: Signs, _: Words) -> list[Caption]:
    """Return the texts of marks below them, in one row; a mark without enough room has none.

    A text that would reach the next mark, or the end of the row, begins before its own; the first one of the row can
    begin before the axis.
    """
    found: list[Caption] = []
    columns = [axis.column(mark.date) for mark in marks]
    free = min(_INDENT, axis.left)
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
