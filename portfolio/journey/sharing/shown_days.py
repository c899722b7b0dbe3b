"""The days of the records that count for the learning journey; of a shared copy only a day that is shared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from portfolio.journey.facts.period import the_year_up_to
from portfolio.journey.sharing.shown import day_shown, is_copy
from portfolio.records.collection import Records
from portfolio.records.kinds import TABLES

_WRITTEN: Final = tuple(kind for kind in TABLES if kind not in ("person", "profile", "export"))
"""Kinds whose dates are part of the learning journey."""
_OFTEN_OLDER: Final = "evidence"
"""The kind that is dated by when it was earned, which can be years before the journey began."""


def days_of_records(records: Records) -> Iterator[date]:
    """Yield the day of every record."""
    for kind in _WRITTEN:
        yield from _days(records, kind)


def ends_of_records(records: Records) -> Iterator[date]:
    """Yield days that include the first and the last of each kind."""
    for kind in _WRITTEN:
        yield from _ends(records, kind)


def first_day(records: Records, today: date) -> date | None:
    """Return the day on which the journey begins; None without records.

    Evidence counts only when it is of the twelve months up to today: an old diploma is older than the journey.
    """
    since = the_year_up_to(today).since
    found = [day for day in _days(records, _OFTEN_OLDER) if day >= since]
    for kind in _WRITTEN:
        if kind != _OFTEN_OLDER:
            found += _ends(records, kind)
    return min(found, default=None)


def _days(records: Records, kind: str) -> Iterator[date]:
    return filter(None, map(day_shown, records.of_kind(kind)))


def _ends(records: Records, kind: str) -> Iterator[date]:
    of_kind = records.of_kind(kind)
    if of_kind and not is_copy(of_kind[0]):  # originals are sorted by their days, copies may have neutral ones
        of_kind = (of_kind[0], of_kind[-1])
    return filter(None, map(day_shown, of_kind))
