"""Purges that arrive from another computer: a few are carried out, many are held until the user decides.

A purge is the one change that cannot be undone, so a damaged file, or a mistake on another computer, must not empty
this one. Records purged elsewhere leave the portfolio at once, as they do on every computer; their content is kept in
one file beside the shadow, and the snapshots keep it too. A user who refuses the purge writes the content again under
new version ids, so that all computers still converge.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations, file_key
from portfolio.records.kinds import KINDS
from portfolio.store.file.probe import state_in
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format.canonical import State
from portfolio.store.format.join import join
from portfolio.store.format.strict import LARGEST, UnreadableError
from portfolio.store.notices import Notice, notice
from portfolio.store.versions.version_set import Deletion, Entry, VersionSet

FEW: Final = 3
"""Records that can be purged from elsewhere within `LATELY` without a question."""
LATELY: Final = timedelta(days=7)
"""The period over which purges are counted: a repeated mistake takes a few records each time."""
_PART: Final = 10
"""More than one record, and more than one tenth of all records, needs a question too."""


class Taken(NamedTuple):
    """A record that another computer purged and whose content was known here."""

    table: str
    id: str
    entry: Entry
    """The record as this computer knew it."""


class Holding:
    """The content of purged records that wait for a decision, for one data file."""

    def __init__(self, locations: Locations, system: System, clock: Callable[[], datetime] | None = None) -> None:
        """`clock` is needed only to take in what arrives. Nothing is read or made yet."""
        self._system, self._clock = system, clock
        self.path: Final = os.path.join(locations.shadow_folder, f"{file_key(locations.data_file)}.held")
        self._let_go: Final = f"{self.path.removesuffix('.held')}.let-go"
        """Times and numbers of purges carried out without a question. Names no record, so a purge need not clean it."""

    def arrived(self, known: State | None, after: State, asked: Collection[str]) -> tuple[Notice, ...]:
        """Keep the content that the purges in `after` take from `known` when they are many; notices for the user.

        Call this before the shadow is written. `asked` are the ids of records that the user purges here. Raises
        OSError.
        """
        if known is None or known.portfolio_id != after.portfolio_id:
            return ()
        taken = [each for each in purged_in(known, after) if each.id not in asked]
        if not taken:
            return ()
        waiting, lately = self._load(after), self._recent_purges()
        if not waiting and not _is_a_lot(len(taken) + sum(count for _at, count in lately), known):
            self._note(lately, len(taken))
            return (notice("purged_elsewhere", kinds=_counted(taken)),)
        held = known.only(taken)
        atomic.write(self.path, (join(held, waiting) if waiting else held).encode(), mode=0o600, system=self._system)
        return (self._notice(taken),)

    def waiting(self, state: State) -> tuple[Taken, ...]:
        """The records that wait for a decision, given what the portfolio holds now."""
        held = self._load(state)
        if held is None:
            return ()
        found, purged = (Taken(*each) for each in held.entries()), state.purged()
        return tuple(each for each in found if _is_gone(each, purged.get(each.id, frozenset())))

    def notice(self, state: State) -> tuple[Notice, ...]:
        """The notice that purges wait for a decision; empty when none wait."""
        waiting = self.waiting(state)
        return (self._notice(waiting),) if waiting else ()

    def let_go(self) -> None:
        """Drop what waits and start counting from zero. Raises OSError."""
        for path in (self.path, self._let_go):
            with suppress(FileNotFoundError):
                self._system.unlink(path)

    def counted(self, state: State) -> Mapping[str, int]:
        """The number of waiting records of each kind."""
        return _counted(self.waiting(state))

    def hand_on(self, locations: Locations) -> None:
        """Move what waits to the new place of the data file. Raises OSError."""
        there = Holding(locations, self._system)
        for path, target in ((self.path, there.path), (self._let_go, there._let_go)):
            if os.path.exists(path):
                self._system.replace(path, target)

    @staticmethod
    def _notice(taken: Collection[Taken]) -> Notice:
        return notice("purge_held", kinds=_counted(taken))

    def _recent_purges(self) -> list[tuple[str, int]]:
        """Times (ISO 8601) and numbers of recent purges that were carried out. A damaged file counts as none."""
        try:
            with open(self._let_go, "rb") as file:
                noted = json.loads(file.read())
            now = self._clock() if self._clock is not None else None
            return (
                []
                if now is None
                else [(at, int(count)) for at, count in noted if now - datetime.fromisoformat(at) < LATELY]
            )
        except (OSError, ValueError, TypeError, RecursionError):
            return []

    def _note(self, lately: list[tuple[str, int]], count: int) -> None:
        """Note that `count` more were carried out. Losing this costs one question, so errors are ignored."""
        if self._clock is None:
            return
        let_go = [*lately, (self._clock().isoformat(), count)]
        with suppress(OSError):
            atomic.write(self._let_go, json.dumps(let_go).encode(), mode=0o600, system=self._system)

    def _load(self, ours: State) -> State | None:
        if not os.path.exists(self.path):
            return None
        try:
            data = atomic.read(self.path, LARGEST + 1, system=self._system).data
            held = state_in(data, self.path, NOTHING)
        except (OSError, UnreadableError):
            return None
        return held if held.portfolio_id == ours.portfolio_id else None


def purged_in(known: State, after: State) -> tuple[Taken, ...]:
    """The records of which `known` has content that is purged in `after`."""
    marked = after.purged()
    before = known.purged() if marked else {}
    found = []
    for identity, versions in marked.items():
        table = known.table_of(identity) if versions != before.get(identity) else None
        entry = known.entry(table, identity) if table else None
        if table and entry is not None and any(v in versions for f in entry.fields.values() for v in f.heads):
            found.append(Taken(table, identity, entry))
    return tuple(found)


def again(taken: Taken, version_id: Callable[[], str]) -> Entry:
    """The record as it was known, with a new id for every version: the old ids are purged for ever."""
    fields, deletion = taken.entry.fields, taken.entry.deletion
    heads = {vid for field in fields.values() for vid in field.heads} | set(deletion.heads)
    new = dict(zip(sorted(heads), sorted(version_id() for _each in heads), strict=True))
    return Entry(
        {name: VersionSet({new[vid]: value for vid, value in field.heads.items()}) for name, field in fields.items()},
        Deletion({new[vid]: frozenset(new.get(each, each) for each in saw) for vid, saw in deletion.heads.items()}),
    )


def _is_gone(taken: Taken, purged: frozenset[str]) -> bool:
    """Whether content of this record is among these purged versions."""
    return any(vid in purged for field in taken.entry.fields.values() for vid in field.heads)


def _is_a_lot(count: int, known: State) -> bool:
    total = sum(len(known.table(name).lines()) for name in known.tables())
    return count > FEW or (count > 1 and count * _PART > total)


def _counted(taken: Collection[Taken]) -> Mapping[str, int]:
    return dict(Counter(KINDS.get(each.table, each.table) for each in taken))
