"""Search records while the user types: newest first, each read only when it is needed.

The text of a record is folded once and kept for the next query, so each typed letter costs a search and no reading. A
query for the newest few stops as soon as it has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from portfolio.journey.search.search import Query, folded_words
from portfolio.records.record import Record


class Page:
    """A record that can be found."""

    __slots__ = ("_read", "_text", "order")

    def __init__(self, day: date, identity: str, read: Callable[[], Record | None]) -> None:
        """`read` returns the record; None when it turns out to be deleted."""
        self.order = (day, identity)
        """The place in the order: the day the record is about, then its id (the moment of writing)."""
        self._read = read
        self._text: str | None = None

    def read(self) -> Record | None:
        """Read the record; None when it was deleted."""
        return self._read()

    def holds(self, query: Query) -> bool:
        """Return whether the record contains every word of the query."""
        if self._text is None:
            record = self._read()
            self._text = "" if record is None else folded_words(record)
        return query.found_in(self._text)


class Found(NamedTuple):
    """The newest records that match."""

    records: tuple[Record, ...] = ()
    more: bool = False
    """Whether older records match too."""


def _always() -> bool:
    return True


def _any(_record: Record) -> bool:
    return True


class Pages:
    """All records, newest first."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Take the pages in any order."""
        self._pages = sorted(pages, key=lambda page: page.order, reverse=True)

    def newest(
        self,
        query: Query,
        most: int,
        *,
        wanted: Callable[[], bool] = _always,
        fits: Callable[[Record], bool] = _any,
    ) -> Found:
        """Return at most `most` records that contain the words and fit.

        `wanted` is asked before each record; the search stops as soon as it returns False, with what was found so far.
        """
        found: list[Record] = []
        for page in self._holding(query, wanted):
            record = page.read()
            if record is not None and fits(record):
                if len(found) == most:
                    return Found(tuple(found), more=True)
                found.append(record)
        return Found(tuple(found))

    def count(self, query: Query, *, wanted: Callable[[], bool] = _always) -> int:
        """Count the records that contain the words; stops as soon as `wanted` returns False."""
        return sum(1 for _page in self._holding(query, wanted))

    def _holding(self, query: Query, wanted: Callable[[], bool]) -> Iterator[Page]:
        for page in self._pages if query else ():
            if not wanted():
                return
            if page.holds(query):
                yield page


def pages_of(records: Iterable[Record]) -> Pages:
    """Return pages of records that were already read."""
    return Pages(Page(record.date, record.id, _given(record)) for record in records)


def _given(record: Record) -> Callable[[], Record]:
    return lambda: record
