"""Changes that a user makes to a record, as functions from one state to the next.

None of them knows a file or a clock. Values are plain: `{"title": "x"}`, a group as `{"answers": {"learned": "x"}}` or
`{"answers.learned": "x"}`; None clears a field. Keys of a group that are not named stay, unless the group itself is
None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from portfolio.errors import PortfolioError
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import GROUPS, flat
from portfolio.store.versions import version_set
from portfolio.store.versions.shown_version import shown_value
from portfolio.store.versions.values import Json
from portfolio.store.versions.version_set import Entry, Seen
from portfolio.wording import N_

Sees = Callable[[State, str], Seen]
"""Gives, for a state and a record id, the versions that the user had seen."""


class UnknownRecordError(PortfolioError):
    """There is no record with this id."""


def create_all(state: State, records: Iterable[tuple[str, str, Mapping[str, Json]]], vid: str, sees: Sees) -> State:
    """Create records, each a table, an id and values; ids must differ.

    A record that exists already gets the values as an edit.
    """
    made = []
    for table, record_id, values in records:
        entry = state.entry(table, record_id)
        wanted = flat(values)
        new = version_set.edit(entry, wanted, vid, sees(state, record_id)) if entry else version_set.create(wanted, vid)
        made.append((table, record_id, new))
    return state.with_entries(made) if made else state


def edit(
    state: State,
    record_id: str,
    changes: Mapping[str, Json],
    vid: str,
    seen: Seen,
) -> State:
    """Edit a record as a user who was shown the versions `seen` (`Shown.seen`).

    What arrived meanwhile stays as a second version. Raises UnknownRecordError.
    """
    table, entry = _known(state, record_id)
    wanted = flat(changes)
    for group in GROUPS:
        if group in wanted and wanted[group] in (None, {}):
            cleared = wanted.pop(group) is None
            keys = (name for name in entry.fields if name.startswith(f"{group}.")) if cleared else ()
            wanted = dict.fromkeys(keys) | wanted
            if cleared and group in entry.fields:
                wanted[group] = None
    return state.with_entries([(table, record_id, version_set.edit(entry, wanted, vid, seen))])


def confirm(state: State, record_id: str, fields: Iterable[str], vid: str, seen: Seen) -> State:
    """Settle conflicts by choosing what is shown: one version of each of these fields remains."""
    _table, entry = _known(state, record_id)
    shown = {name: shown_value(name, entry.fields[name].heads) for name in fields if name in entry.fields}
    return edit(state, record_id, shown, vid, seen)


def delete(state: State, record_id: str, vid: str, seen: Seen) -> State:
    """Move a record to the bin, unless it has a version that was not seen."""
    table, entry = _known(state, record_id)
    return state.with_entries([(table, record_id, version_set.delete(entry, vid, seen))])


def undelete(state: State, record_id: str) -> State:
    """Take a record out of the bin."""
    table, entry = _known(state, record_id)
    return state.with_entries([(table, record_id, version_set.undelete(entry))])


def purge(state: State, record_id: str, seen: Seen) -> State:
    """Purge the versions of a record that were seen; no older copy can bring them back."""
    table, entry = _known(state, record_id)
    return state.with_entries([(table, record_id, version_set.purge(entry, seen))])


def _known(state: State, record_id: str) -> tuple[str, Entry]:
    """The table and the entry of a record. Raises UnknownRecordError."""
    table = state.table_of(record_id)
    entry = state.entry(table, record_id) if table else None
    if table is None or entry is None:
        raise UnknownRecordError(N_("There is no record {id}."), id=record_id)
    return table, entry
