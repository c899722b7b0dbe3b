"""Conflicts: the versions of a text that was changed on two computers, with their times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from portfolio.records.identity import instant_of
from portfolio.store.format.canonical import State
from portfolio.store.versions.shown_version import other_values, shown_value
from portfolio.store.versions.values import same
from portfolio.store.versions.version_ids import vid_time


class Version(NamedTuple):
    """One version of a field."""

    value: Any
    """The stored value; None is "cleared"."""
    ids: tuple[str, ...]
    """The ids under which it is stored: equal texts can have several."""
    at: datetime
    """When it was written, by the clock of the computer that wrote it."""


class Conflict(NamedTuple):
    """A field with several versions; the first is the one shown."""

    field: str
    versions: Sequence[Version]


def conflicts_of(state: State, record_id: str) -> tuple[Conflict, ...]:
    """The fields of a record with several versions; empty when there is no such record."""
    table = state.table_of(record_id)
    entry = state.entry(table, record_id) if table else None
    if entry is None:
        return ()
    found = []
    for name, versions in sorted(entry.fields.items()):
        others = other_values(name, versions.heads)
        if others:
            values = (shown_value(name, versions.heads), *others)
            found.append(Conflict(name, [_version(value, versions.heads) for value in values]))
    return tuple(found)


def _version(value: Any, heads: Any) -> Version:
    ids = tuple(sorted(vid for vid, each in heads.items() if same(each, value)))
    return Version(value, ids, instant_of(max(map(vid_time, ids), default=0)))
