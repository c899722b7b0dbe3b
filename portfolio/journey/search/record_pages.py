"""Records to leaf through while someone types: newest first, each read when it is first looked at.

What was read of a record for one question is kept for the next, so each letter of a word costs a look and no reading;
and whoever asks for the newest few does not wait for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from portfolio.journey.search.search import Query, folded_words
from portfolio.records.record import Record


class Page:
    """A record that may be found."""

    __slots__ = ("_read", "_text", "order")

    def __init__(self, day: date, identity: str, read: Callable[[], Record | None]) -> None:
        """`read` gives the record; None when it turns out to be deleted."""
        self.order = (day, identity)
        """Its place among the others: the day it is about, then the moment of writing."""
        self._read = read
        self._text: str | None = None

    def read(self) -> Record | None:
        """The record."""
        return self._read()

    def holds(self, query: Query) -> bool:
        """Whether every word is in it."""
        if self._text is None:
            record = self._read()
            self._text = "" if record is None else folded_words(record)
        return query.found_in(self._text)


class Found(NamedTuple):
    """The newest records that hold the words."""

    records: tuple[Record, ...] = ()
    more: bool = False
    """Whether older ones hold them too."""


def _always() -> bool:
    return True


def _any(_record: Record) -> bool:
    return True


class Pages:
    """Every record there is, newest first."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """`pages` in any order."""
        self._pages = sorted(pages, key=lambda page: page.order, reverse=True)

    def newest(
        self,
        query: Query,
        most: int,
        *,
        wanted: Callable[[], bool] = _always,
        fits: Callable[[Record], bool] = _any,
    ) -> Found:
        """At most so many records that hold the words and fit. It stops when nobody wants the answer any more."""
        found: list[Record] = []
        for page in self._holding(query, wanted):
            record = page.read()
            if record is not None and fits(record):
                if len(found) == most:
                    return Found(tuple(found), more=True)
                found.append(record)
        return Found(tuple(found))

    def count(self, query: Query, *, wanted: Callable[[], bool] = _always) -> int:
        """How many records hold the words. It stops when nobody wants the answer any more."""
        return sum(1 for _page in self._holding(query, wanted))

    def _holding(self, query: Query, wanted: Callable[[], bool]) -> Iterator[Page]:
        for page in self._pages if query else ():
            if not wanted():
                return
            if page.holds(query):
                yield page


def pages_of(records: Iterable[Record]) -> Pages:
    """Records that were read already, to leaf through."""
    return Pages(Page(record.date, record.id, _given(record)) for record in records)


def _given(record: Record) -> Callable[[], Record]:
    return lambda: record
