"""What people do who have all of a record in view: the steps of the store, without naming every version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.versions import version_set
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_set import Entry, Seen


def edited(entry: Entry, values: Mapping[str, Json], vid: str, seen: Seen | None = None) -> Entry:
    """The record after an edit by somebody who saw all of it, or only what is `seen`."""
    return version_set.edit(entry, values, vid, version_set.all_of(entry) if seen is None else seen)


def deleted(entry: Entry, vid: str) -> Entry:
    """The record after somebody who saw all of it deleted it."""
    return version_set.delete(entry, vid, version_set.all_of(entry))


def everything(state: State, identity: str) -> Seen:
    """All versions of a record: what somebody sees who has all of it in view."""
    table = state.table_of(identity)
    entry = state.entry(table, identity) if table else None
    return version_set.all_of(entry) if entry is not None else {}


def edit(state: State, identity: str, values: Mapping[str, Json], vid: str, seen: Seen | None = None) -> State:
    """The state after an edit by somebody who saw all of the record, or only what is `seen`."""
    return changes.edit(state, identity, values, vid, everything(state, identity) if seen is None else seen)


def delete(state: State, identity: str, vid: str) -> State:
    """The state after somebody who saw all of a record deleted it."""
    return changes.delete(state, identity, vid, everything(state, identity))


def purge(state: State, identity: str) -> State:
    """The state after somebody who saw all of a record purged it."""
    return changes.purge(state, identity, everything(state, identity))


def confirm(state: State, identity: str, fields: Iterable[str], vid: str) -> State:
    """The state after somebody who saw all of a record let these fields be as they are shown."""
    return changes.confirm(state, identity, fields, vid, everything(state, identity))


def create(state: State, table: str, identity: str, values: Mapping[str, Json], vid: str) -> State:
    """The state with one record more."""
    return changes.create_all(state, [(table, identity, values)], vid, everything)
