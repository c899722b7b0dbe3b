"""Columns of a list: as wide as the longest text in them, and dropped before a title becomes too short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from portfolio.text import cells, pad_left
from portfolio.tui.text.spans import Line, width_of
from portfolio.wording import Words
from portfolio.wording.dates import day_near

TITLE: Final = 24
"""Cells that a title keeps; columns beside it make room first."""
GAP: Final = 2
"""Cells between two columns."""


def widest(words: Iterable[str], most: int = 1000) -> int:
    """Return the cells of the longest text, at most `most`; 0 without texts."""
    return min(max(map(cells, words), default=0), most)


class DayColumn:
    """A column of days, with the day of the month and the month below each other; other years have their year."""

    def __init__(self, days: Iterable[date | None], today: date, _: Words) -> None:
        """`days` are all days that it can show."""
        self._today, self._words = today, _
        dated = {day for day in days if day is not None}
        self._years = any(day.year != today.year for day in dated)
        self.width: Final = widest(self._aligned(day) for day in dated)

    def _aligned(self, day: date) -> str:
        words = pad_left(str(day.day), 2) + day_near(day, self._today, self._words).removeprefix(str(day.day))
        return words + " " * 5 if self._years and day.year == self._today.year else words

    def of(self, day: date | None) -> str:
        """Return a day with spaces up to the width of the column, and the gap behind it; nothing without days."""
        if not self.width:
            return ""
        words = self._aligned(day) if day is not None else ""
        return words + " " * (self.width - cells(words) + GAP)


def that_fits(options: Sequence[Line], room: int, title: int = TITLE) -> Line:
    """Return the first line that leaves `title` of `room` cells beside it, else the last one."""
    return next((line for line in options if width_of(line) + GAP + title <= room), options[-1])
