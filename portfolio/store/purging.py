"""Taking a record's words out of everything that is kept about a portfolio on this machine.

Purging is the one step that cannot be undone, so it reaches further than a save: the file and its shadow, shadows of
the same portfolio from where it used to lie, snapshots, absorbed copies and the undo history; damaged copies, in which
nobody can look a record up, are dropped. Copies on other machines lose the words when they join this one.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.locations import Locations
from portfolio.store import changes
from portfolio.store.canonical import State
from portfolio.store.looking import state_in
from portfolio.store.outcomes import Saved
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.shadow import NOTHING, Shadow, files_in
from portfolio.store.strict import LARGEST, UnreadableError
from portfolio.store.undo import History


def purge(file: PortfolioFile, locations: Locations, record_ids: Collection[str], *, system: System = OS) -> Saved:
    """Purge these records everywhere. Raises PortfolioError when the shadow or the file refuses; see `commit`."""

    def purged(state: State) -> State:
        for record_id in record_ids:
            state = changes.purge(state, record_id)
        return state

    saved = file.commit(purged)
    shadow = Shadow(locations, system)
    for folder in (locations.shadow_folder, locations.snapshots_folder, locations.absorbed_folder):
        for path in files_in(folder):
            if path != shadow.path:
                with suppress(OSError, UnreadableError):
                    _purge_copy(path, saved.state, record_ids, system)
    for path in shadow.damaged():
        with suppress(OSError):
            os.unlink(path)
    with suppress(OSError):
        History(locations).forget(record_ids)
    return saved


def _purge_copy(path: str, state: State, record_ids: Collection[str], system: System) -> None:
    """Purge one copy of this portfolio: it learns which versions are gone. Raises OSError or UnreadableError."""
    data = atomic.read(path, LARGEST + 1, system=system).data
    copy = state_in(data, path, NOTHING)
    if copy.portfolio_id != state.portfolio_id:
        return
    for record_id in record_ids:
        if copy.table_of(record_id):
            copy = changes.purge(copy, record_id)
    if copy.encode() != data:
        atomic.write(path, copy.encode(), system=system)
