"""Levels of a skill: four scales, never averaged.

The default is a 0-5 scale of independence: how much help a learner still needs. Its anchors combine the five steps of
Dreyfus and Dreyfus (1980) with the entrustment scale of ten Cate (2005), because colleagues can observe them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from portfolio.records.equivalence import caseless

Level = int | str

SELF: Final = "self"
"""The rater of a rating that the user gave themselves."""

INDEPENDENCE: Final = range(6)
"""0 not yet, 1 beginner, 2 with help, 3 independent, 4 advanced, 5 expert."""
CEFR: Final = ("A1", "A2", "B1", "B2", "C1", "C2")
"""Common European Framework of Reference for Languages, Council of Europe 2001."""
YES_NO: Final = ("no", "yes")


def steps(scale: str, anchors: Iterable[str] = ()) -> tuple[Level, ...]:
    """The levels of a scale, low to high; an own scale has its sorted anchors."""
    if scale == "cefr":
        return CEFR
    if scale == "yes_no":
        return YES_NO
    if scale == "own":
        return tuple(sorted(anchors))
    return tuple(INDEPENDENCE)


def as_level(value: object, scale: str, anchors: Iterable[str] = ()) -> Level | None:
    """The level on a scale that a value means; None when it is not one of its steps.

    Digits typed as text are numbers on the independence scale; letters are matched without regard to case. An own scale
    without anchors takes any text.
    """
    known = steps(scale, anchors)
    if isinstance(value, bool):
        return ("yes" if value else "no") if scale == "yes_no" else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = str(value).strip()
    if scale == "independence":
        return int(words) if words.isascii() and words.isdigit() and int(words) in INDEPENDENCE else None
    if scale == "own" and not known:
        return words or None
    by_name = {caseless(str(step)): step for step in known}
    return by_name.get(caseless(words))


def position(level: Level | None, scale: str, anchors: Iterable[str] = ()) -> int | None:
    """The index of a level on its scale, from 0; for drawing and sorting, never for arithmetic."""
    known = steps(scale, anchors)
    return known.index(level) if level in known else None
