"""From the file's state to typed records, a kind at a time."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.kinds import KINDS, TABLES
from portfolio.records.record import Record
from portfolio.store.canonical import State
from portfolio.store.shown import Shown


def records_of(state: State) -> Records:
    """All live records of this state; each kind is decoded when it is first looked at."""

    def read(kind: str) -> Iterator[Record]:
        return (record_of(kind, shown) for shown in state.records(TABLES[kind]))

    def read_one(identity: str) -> Record | None:
        shown = state.shown(identity)
        kind = KINDS.get(shown.table) if shown is not None and not shown.deleted else None
        return record_of(kind, shown) if shown is not None and kind else None

    return Records(read, read_one)


def record_of(kind: str, shown: Shown) -> Record:
    """One record as it is shown."""
    return decode(kind, shown.id, shown.values, instants=shown, conflicts=shown.conflicts)
