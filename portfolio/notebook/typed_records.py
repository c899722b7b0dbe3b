"""Typed records from the state of the file, a kind at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.identity import id_of
from portfolio.records.kinds import KINDS, TABLES
from portfolio.records.record import Record
from portfolio.store.format.canonical import State
from portfolio.store.format.record_view import Shown

_KEY: Final = re.compile(rb'"(0|[1-9]\d{0,38})": \{')
_AT_ONCE: Final = 200
"""Lines parsed in one go, a few milliseconds' work, so that other threads get their turn."""


class RecordCache:
    """Records that were read before, by their lines: after a change only changed lines are read.

    For the app, which reads the same portfolio many times; a command reads it once.
    """

    def __init__(self) -> None:
        """Nothing is cached yet."""
        self._known: dict[str, dict[bytes, Record | None]] = {}

    def of_kind(self, kind: str, state: State) -> Iterable[Record]:
        """The live records of a kind in this state."""
        raw = state.table(TABLES[kind]).raw
        lines = raw.split(b",\n") if raw else []
        before = self._known.get(kind, {})
        now = {line: before.get(line) for line in lines}
        new = [line for line in lines if line not in before]
        for n in range(0, len(new), _AT_ONCE):
            now |= _read(kind, state, new[n : n + _AT_ONCE])
        self._known[kind] = now
        return [record for record in now.values() if record is not None]


def _read(kind: str, state: State, lines: list[bytes]) -> dict[bytes, Record | None]:
    """The records in these lines; None for a deleted record and for a line without a record."""
    live = {shown.id: record_of(kind, shown) for shown in state.shown_where(TABLES[kind], lambda _raw: lines)}
    found: dict[bytes, Record | None] = {}
    for line in lines:
        key = _KEY.match(line)
        found[line] = live.get(id_of(int(key[1]))) if key else None
    return found


def records_of(state: State, memory: RecordCache | None = None) -> Records:
    """All live records of this state; each kind is decoded when it is first needed."""

    def read(kind: str) -> Iterator[Record]:
        return (record_of(kind, shown) for shown in state.records(TABLES[kind]))

    def read_one(identity: str) -> Record | None:
        shown = state.shown(identity)
        kind = KINDS.get(shown.table) if shown is not None and not shown.deleted else None
        return record_of(kind, shown) if shown is not None and kind else None

    if memory is None:
        return Records(read, read_one)
    kept = memory
    return Records(lambda kind: kept.of_kind(kind, state), read_one)


def record_of(kind: str, shown: Shown) -> Record:
    """One record as it is shown."""
    return decode(kind, shown.id, shown.values, instants=shown, conflicts=shown.conflicts)
