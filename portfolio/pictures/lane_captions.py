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
_ENOUGH: Final = 16
"""The cells of a text from which it rather is cut than crosses the line of today."""
_INDENT: Final = 2
"""The first column of a text that needs the room beside the axis, where its row has no label."""
_LONGEST: Final = 500
"""The most characters of the user's text that a row can show."""


class Caption(NamedTuple):
    """A text on a row, from a column on."""

    column: int
    text: str
    whole: bool
    at: int
    """The column of its mark: that of the text, or one behind the text."""

    @property
    def end(self) -> int:
        """The last column that it takes, up to its mark."""
        return max(self.column + cells(self.text) - 1, self.at)


def beside(mark: Mark, axis: Axis, signs: Signs, _: Words, now: int | None = None) -> Caption:
    """Return the words of a mark in a row of their own: after its column, or before it when that shows more of them.

    Words that need every cell up to the end of the row begin in the column itself. Those that would cross the line of
    today in column `now` begin behind it, when that shows as much of them.
    """
    at, text = axis.column(mark.date), words_of(mark, _)
    after, before = axis.right - at - 1, at - 1 - _INDENT
    if now is not None and at < now < at + 3 + cells(text):
        beyond, ahead = (cut_at_word(text, room, signs.more) for room in (axis.right - now - 1, before))
        if cells(beyond) >= min(max(cells(ahead), _ENOUGH), cells(text)):
            return Caption(now + 2, beyond, beyond == text, at)
        if cells(ahead) >= min(_ENOUGH, cells(text)):
            return Caption(at - 1 - cells(ahead), ahead, ahead == text, at)
    if after < cells(text) <= after + 2:
        return Caption(at, text, True, at)
    if cells(text) <= after or after >= before:
        shown = cut_at_word(text, after, signs.more)
        return Caption(at + 2, shown, shown == text, at)
    shown = cut_at_word(text, before, signs.more)
    return Caption(at - 1 - cells(shown), shown, shown == text, at)


def captions(marks: Sequence[Mark], axis: Axis, signs: Signs, _: Words, now: int | None = None) -> list[Caption]:
    """Return the texts of marks below them, in one row; a mark without enough room has none.

    A text begins in the column of its mark. Where it would reach the next mark, the line of today in column `now`, or
    the end of the row, it ends before its own mark if that shows more of it; the first one of the row can begin before
    the axis.
    """
    found: list[Caption] = []
    columns = [axis.column(mark.date) for mark in marks]
    free = min(_INDENT, axis.left)
    for mark, column, after in zip(marks, columns, [*columns[1:], axis.right + 3][: len(marks)], strict=True):
        text, last = words_of(mark, _), min(after - 2, axis.right)
        near = min(last, now - 2) if now is not None and column < now else last
        shown = _caption(text, column, near, free, signs)
        if near < last and cells(shown.text) < min(_ENOUGH, cells(text)):
            shown = max(shown, _caption(text, column, last, free, signs), key=lambda each: cells(each.text))
        if free <= column and cells(shown.text) >= min(_LEAST, cells(text)):
            found.append(shown)
            free = shown.end + 2
    return found


def _caption(text: str, column: int, last: int, free: int, signs: Signs) -> Caption:
    """Return a text from the column of its mark to `last`, or from `free` on before the mark if that shows more."""
    below = cut_at_word(text, last + 1 - column, signs.more)
    ahead = cut_at_word(text, column - 1 - free, signs.more)
    if cells(below) >= cells(ahead):
        return Caption(column, below, below == text, column)
    return Caption(column - 1 - cells(ahead), ahead, ahead == text, column)


def in_rows(marks: Sequence[Mark], axis: Axis, signs: Signs, _: Words, now: int | None = None) -> list[list[Mark]]:
    """Divide marks over two rows when one row has no room for whole texts; the last mark is in the last row."""
    one = captions(marks, axis, signs, _, now)
    if len(marks) < 2 or (len(one) == len(marks) and all(caption.whole for caption in one)):
        return [list(marks)]
    return [[*reversed(marks[-2::-2])], [*reversed(marks[::-2])]]


def words_of(mark: Mark, _: Words) -> str:
    """Return the caption of a mark: the user's words, or that the goal was paused."""
    return _("paused") if mark.kind == "paused" else safe_line(mark.text[:_LONGEST])
