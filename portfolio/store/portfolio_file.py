"""SKELETON: signatures only, being filled in right now."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from portfolio.atomic import OS, System
from portfolio.locations import Locations
from portfolio.store.canonical import State
from portfolio.store.notices import Notice


class Reading(NamedTuple):
    """What there is to read."""

    state: State
    notices: tuple[Notice, ...]
    read_only: bool  # newer or foreign: show it, never write it
    exists: bool  # the file itself is there


class Saved(NamedTuple):
    """What became of a change. Made only after the shadow is fsynced."""

    state: State
    in_file: bool  # False: safe in the shadow, not yet in the file; a notice says why
    notices: tuple[Notice, ...]


class Merged(NamedTuple):
    """What another file brought."""

    state: State
    new: int  # records we did not have
    changed: int  # records that now say something else
    both: int  # texts changed on both sides: two versions, waiting for their writer
    in_file: bool
    notices: tuple[Notice, ...]


class PortfolioFile:
    """The one data file, its shadow, and what this process last saw."""

    def __init__(self, locations: Locations, clock: Callable[[], datetime], *, system: System = OS,
                 patience: float = 1.0) -> None:
        """`locations.data_file` is the file; nothing is read or made yet."""

    def read(self) -> Reading: ...
    def commit(self, change: Callable[[State], State], *, create: bool = False, recreate: bool = False) -> Saved:
        """create: no file and no shadow -> a new portfolio. recreate: the file is gone but a shadow is there -> write it anew."""
    def merge(self, path: str) -> Merged: ...
    def purge(self, ids: Collection[str]) -> Saved: ...
    def changed_outside(self) -> bool: ...

# portfolio.store.canonical.State: .portfolio_id .schema .tables() .ids(table) .table_of(id) .shown(id) .records(*tables, deleted=False)
#   .find(suffix, table=None) -> tuple[id, ...]  .lines(table) -> (id, text)  .shown_where(table, test: str->bool)  .encode()
# Shown: .id .table .values .conflicts .created .modified .deleted .seen (pass it back to edit(..., seen=shown.seen))
# portfolio.store.changes: create(state, table, id, values, vid) edit(state, id, changes, vid, seen=None) confirm(state, id, fields, vid)
#   delete(state, id, vid) undelete(state, id) purge(state, id) -> State.   changes: {"title": ..., "answers": {"learned": ...}} or {"answers.learned": ...}; None clears
# portfolio.store.vids: new_vid(now_ms, random_35_bits) mint() -> vid from the clock and os.urandom
# portfolio.store.notices.Notice: .kind .message .parameters .sentence(_)
