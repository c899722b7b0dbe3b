"""Which snapshots are kept: the last saves, one per recent day and month, and those from before a large change.

Only days and months that have a snapshot count: a user who writes once a week keeps thirty weeks, and a clock that
jumps a year ahead drops nothing. Pure functions of the times.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple, TypeVar, get_args

Why = Literal["save", "merge", "bulk", "restore", "migrate"]
"""Why a snapshot was taken: after a save, or before one of the other four.

"bulk" is a change to many records, "restore" a return to a backup, "migrate" the rewriting of an older file.
"""
WHYS: Final[tuple[Why, ...]] = get_args(Why)

SAVES: Final = 10
DAYS: Final = 30
MONTHS: Final = 12
BEFORE: Final = 5
"""Snapshots from before a large change that are kept, however many saves follow."""
AT_MOST: Final = SAVES + DAYS + MONTHS + BEFORE


class Taken(NamedTuple):
    """One snapshot: when it was taken (UTC), and why."""

    at: datetime
    why: Why


def kept(taken: Collection[Taken], now: datetime) -> frozenset[Taken]:
    """The snapshots to keep.

    One from after `now`, taken by a clock that was ahead, does not count among the last saves.

    Of each day and month the last one is kept, so a snapshot that was dropped is never the one a later rule needs.
    """
    ordered = sorted(taken, key=lambda each: (each.at <= now, each.at, each.why), reverse=True)
    days = _first_of_each((each, each.at.date()) for each in ordered)
    months = _first_of_each((each, (each.at.year, each.at.month)) for each in ordered)
    before = [each for each in ordered if each.why != "save"]
    return frozenset((*ordered[:SAVES], *days[:DAYS], *months[:MONTHS], *before[:BEFORE]))


T = TypeVar("T")


def _first_of_each(marked: Iterable[tuple[T, object]]) -> list[T]:
    """The first item with each mark, in order."""
    found: dict[object, T] = {}
    for thing, mark in marked:
        found.setdefault(mark, thing)
    return list(found.values())
