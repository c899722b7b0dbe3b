"""All records at one moment. Views are computed from this and from nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, Final, TypeVar

from portfolio.records.kinds import TABLES, record_type
from portfolio.records.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_DAY: Final = attrgetter("date")


class Records:
    """An immutable collection, by kind and by id; a kind is read when it is first asked for.

    The order is always by date, then by id (ids rise with the moment of writing).
    """

    def __init__(
        self, read: Callable[[str], Iterable[Record]], read_one: Callable[[str], Record | None] | None = None
    ) -> None:
        """`read` gives the live records of a kind, in any order; `read_one` a single record, by its id."""
        self._read, self._read_one = read, read_one
        self._by_kind: dict[str, tuple[Record, ...]] = {}
        self._by_id: dict[str, Record | None] | None = {} if read_one else None
        self._found: dict[Callable[[Records], Any], Any] = {}

    @classmethod
    def of_all(cls, records: Iterable[Record]) -> Records:
        """A collection of these records."""
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(record.kind, []).append(record)
        return cls(lambda kind: by_kind.get(kind, ()))

    def of(self, wanted: type[R]) -> tuple[R, ...]:
        """The records of one type, by date, then id."""
        return self.of_kind(wanted.kind)  # type: ignore[return-value]  # a kind has one type

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind, by date, then id."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(sorted(self._read(kind), key=in_order))
        return self._by_kind[kind]

    def between(self, wanted: type[R], since: date, until: date) -> tuple[R, ...]:
        """The records of one type from a day up to and including another, by binary search."""
        found = self.of(wanted)
        first = bisect_left(found, since, key=_DAY)
        return found[first : bisect_right(found, until, first, key=_DAY)]

    def once(self, find: Callable[[Records], T]) -> T:
        """The result of `find` on these records, computed once per collection."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    def __iter__(self) -> Iterator[Record]:
        """Every record, by date, then id."""
        return iter(sorted((r for kind in TABLES for r in self.of_kind(kind)), key=in_order))

    def __len__(self) -> int:
        """The number of records."""
        return sum(len(self.of_kind(kind)) for kind in TABLES)

    def get(self, identity: str | None) -> Record | None:
        """The record with this id, of any kind; the other records are not read."""
        if not identity:
            return None
        if self._by_id is None:
            self._by_id = {r.id: r for kind in TABLES for r in self.of_kind(kind)}
        if self._read_one is not None and identity not in self._by_id:
            self._by_id[identity] = self._read_one(identity)
        return self._by_id.get(identity)

    def find(self, wanted: type[R], identity: str | None) -> R | None:
        """The record of this type with this id; None when there is none."""
        found = self.get(identity)
        return found if isinstance(found, wanted) else None

    def linked(self, wanted: type[R], identities: Iterable[str]) -> tuple[R, ...]:
        """The records of this type that these links point to, in the order of the links."""
        found = (self.find(wanted, identity) for identity in identities)
        return tuple(r for r in found if r is not None)

    def present(self, identities: Iterable[str | None]) -> tuple[str, ...]:
        """The ids among these that a new record can link to: a link to a deleted record stays only where it was."""
        return tuple(each for each in identities if each is not None and self.get(each) is not None)

    def without(self, identities: Iterable[str]) -> Records:
        """The collection without these records."""
        left_out = frozenset(identities)
        return Records.of_all(r for r in self if r.id not in left_out)


in_order: Final[Callable[[Record], tuple[date, str]]] = attrgetter("date", "id")
"""The order of every list: the date of the record, then the moment of writing."""


__all__ = ["Records", "in_order", "record_type"]
