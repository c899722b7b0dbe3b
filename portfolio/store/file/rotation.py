"""Which copies of earlier are kept: the last saves, one of each day and month lately, and those before a big act.

Days and months are counted by those that have a copy: whoever writes once a week keeps thirty weeks, and a clock that
jumps a year ahead drops nothing by that. Pure: times in, times out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple, TypeVar, get_args

Why = Literal["save", "merge", "bulk", "restore", "migrate"]
"""What a copy was made for: after each save, or before a merge, an act on many records, a return to a copy, or a file
of an older Leerreis being written in the form of today."""
WHYS: Final[tuple[Why, ...]] = get_args(Why)

SAVES: Final = 10
DAYS: Final = 30
MONTHS: Final = 12
BEFORE: Final = 5
"""So many copies from before a big act are kept, however many saves follow."""
AT_MOST: Final = SAVES + DAYS + MONTHS + BEFORE


class Taken(NamedTuple):
    """One copy: when it was made (UTC), and why."""

    at: datetime
    why: Why


def kept(taken: Collection[Taken], now: datetime) -> frozenset[Taken]:
    """Those to keep. What was made after `now`, by a clock that was ahead, takes nobody's place among the last saves.

    Of a day and of a month the last one is kept, so what was dropped once is never missed later.
    """
    ordered = sorted(taken, key=lambda each: (each.at <= now, each.at, each.why), reverse=True)
    days = _first_of_each((each, each.at.date()) for each in ordered)
    months = _first_of_each((each, (each.at.year, each.at.month)) for each in ordered)
    before = [each for each in ordered if each.why != "save"]
    return frozenset((*ordered[:SAVES], *days[:DAYS], *months[:MONTHS], *before[:BEFORE]))


T = TypeVar("T")


def _first_of_each(marked: Iterable[tuple[T, object]]) -> list[T]:
    """The first thing with each mark, in order."""
    found: dict[object, T] = {}
    for thing, mark in marked:
        found.setdefault(mark, thing)
    return list(found.values())
