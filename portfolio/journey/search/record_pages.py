"""Search records while the user types: newest first, each read only when it is needed.

Records with a word only inside a longer word come after all others.

The text of a record is folded once and kept for the next query, so each typed letter costs a search and no reading. A
query for the newest few stops as soon as it has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from portfolio.journey.search.conditions import Conditions, no_conditions
from portfolio.journey.search.linked_names import Names, no_names, searched_text
from portfolio.journey.search.nearest import nearest
from portfolio.journey.search.search import BEGINS, Query
from portfolio.records.record import Record


class Page:
    """A record that can be found."""

    __slots__ = ("_names", "_read", "_text", "order")

    def __init__(self, day: date, identity: str, read: Callable[[], Record | None], names: Names = no_names) -> None:
        """`read` returns the record, None when it turns out to be deleted; `names` gives the people linked with it."""
        self.order = (day, identity)
        """The place in the order: the day the record is about, then its id (the moment of writing)."""
        self._read, self._names = read, names
        self._text: str | None = None

    def read(self) -> Record | None:
        """Read the record; None when it was deleted."""
        return self._read()

    @property
    def text(self) -> str:
        """Everything that can be searched, folded."""
        if self._text is None:
            record = self._read()
            self._text = "" if record is None else searched_text(record, self._names)
        return self._text


class Found(NamedTuple):
    """The first records that match: the newest, then the newest of those that match only inside a word."""

    records: tuple[Record, ...] = ()
    more: bool = False
    """Whether other records match too."""
    inside: int = 0
    """How many of these, at the end, match only inside a word."""


def _always() -> bool:
    return True


def _any(_record: Record) -> bool:
    return True


class Pages:
    """All records, newest first."""

    def __init__(self, pages: Iterable[Page], conditions: Conditions = no_conditions) -> None:
        """Take the pages in any order; `conditions` gives what the terms of a query ask."""
        self._conditions = conditions
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
        later: list[Page] = []
        asked = self._conditions(query)

        def fitting(pages: Iterable[Page]) -> Iterator[Record]:
            return (record for record in _records(pages) if asked(record) and fits(record))

        begun = [*islice(fitting(self._beginning(query, wanted, later)), most + 1)]
        if len(begun) > most:
            return Found(tuple(begun[:most]), more=True)
        found = [*begun, *islice(fitting(later), most + 1 - len(begun))]
        return Found(tuple(found[:most]), len(found) > most, min(len(found), most) - len(begun))

    def count(self, query: Query, *, wanted: Callable[[], bool] = _always) -> int:
        """Count the records that contain the words and meet the terms; stops as soon as `wanted` returns False."""
        later: list[Page] = []
        begun = self._beginning(query, wanted, later)
        if not query.terms:
            return sum(1 for _page in begun) + len(later)
        asked = self._conditions(query)
        return sum(asked(record) for record in (*_records(begun), *_records(later)))

    def nearest(self, query: Query, *, wanted: Callable[[], bool] = _always) -> tuple[str, ...]:
        """Return what can be searched for instead of a query that finds nothing, the nearest first."""
        return nearest(query, self._pages, wanted)

    def _beginning(self, query: Query, wanted: Callable[[], bool], later: list[Page]) -> Iterator[Page]:
        """Yield the pages in which every word begins a word; those that match only inside a word are put in `later`."""
        for page in self._pages if query else ():
            if not wanted():
                return
            rank = query.rank(page.text)
            if rank == BEGINS:
                yield page
            elif rank is not None:
                later.append(page)


def _records(pages: Iterable[Page]) -> Iterator[Record]:
    return (record for record in (page.read() for page in pages) if record is not None)


def pages_of(records: Iterable[Record], names: Names = no_names, conditions: Conditions = no_conditions) -> Pages:
    """Return pages of records that were already read."""
    return Pages((Page(record.date, record.id, _given(record), names) for record in records), conditions)


def _given(record: Record) -> Callable[[], Record]:
    return lambda: record
