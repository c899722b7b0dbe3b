"""Purges that come from elsewhere: a few are carried out and named; of many the words are kept apart until a decision.

A purge is the one change that nobody can take back, so a damaged file, or a mistake on another computer, must not empty
this one. Records that were purged elsewhere leave the portfolio at once, as they do on every computer; what they said
is kept in one file beside the shadow, and nothing is taken out of the copies of earlier. Refusing writes the words
again, as versions of their own: so all computers still come to the same.
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
"""So many records may be purged from elsewhere without a question, counted over the last days."""
LATELY: Final = timedelta(days=7)
"""A mistake made again and again takes a few each time."""
_PART: Final = 10
"""More than one record, and more than one in so many of all there are, is a lot too."""


class Taken(NamedTuple):
    """A record of which another computer purged words that were here."""

    table: str
    id: str
    entry: Entry
    """As it was known here."""


class Holding:
    """The words of purged records that wait for a decision, of one data file."""

    def __init__(self, locations: Locations, system: System, clock: Callable[[], datetime] | None = None) -> None:
        """`clock` is for who takes in what arrives. Nothing is read or made yet."""
        self._system, self._clock = system, clock
        self.path: Final = os.path.join(locations.shadow_folder, f"{file_key(locations.data_file)}.held")
        self._let_go: Final = f"{self.path.removesuffix('.held')}.let-go"
        """When how many were let go without a question. It names no record: a file that does goes with that record."""

    def arrived(self, known: State | None, after: State, asked: Collection[str]) -> tuple[Notice, ...]:
        """Keep what the purges in `after` take from `known`, when that is a lot; what there is to say about them.

        To be called before the shadow is written. `asked` are records that a person here purges. Raises OSError.
        """
        if known is None or known.portfolio_id != after.portfolio_id:
            return ()
        taken = [each for each in purged_in(known, after) if each.id not in asked]
        if not taken:
            return ()
        waiting, lately = self._load(after), self._lately()
        if not waiting and not _is_a_lot(len(taken) + sum(count for _at, count in lately), known):
            self._note(lately, len(taken))
            return (notice("purged_elsewhere", kinds=_counted(taken)),)
        held = known.only(taken)
        atomic.write(self.path, (join(held, waiting) if waiting else held).encode(), mode=0o600, system=self._system)
        return (self._notice(taken),)

    def waiting(self, state: State) -> tuple[Taken, ...]:
        """The records that wait for a decision, seen from what the portfolio holds now."""
        held = self._load(state)
        if held is None:
            return ()
        found, purged = (Taken(*each) for each in held.entries()), state.purged()
        return tuple(each for each in found if _is_gone(each, purged.get(each.id, frozenset())))

    def notice(self, state: State) -> tuple[Notice, ...]:
        """What there is to say as long as something waits."""
        waiting = self.waiting(state)
        return (self._notice(waiting),) if waiting else ()

    def let_go(self) -> None:
        """Nothing waits any more, and what comes from now on is counted anew. Raises OSError."""
        for path in (self.path, self._let_go):
            with suppress(FileNotFoundError):
                self._system.unlink(path)

    def counted(self, state: State) -> Mapping[str, int]:
        """How many records of each kind wait."""
        return _counted(self.waiting(state))

    def hand_on(self, locations: Locations) -> None:
        """The data file lies elsewhere now: what waits there waits here. Raises OSError."""
        there = Holding(locations, self._system)
        for path, target in ((self.path, there.path), (self._let_go, there._let_go)):
            if os.path.exists(path):
                self._system.replace(path, target)

    @staticmethod
    def _notice(taken: Collection[Taken]) -> Notice:
        return notice("purge_held", kinds=_counted(taken))

    def _lately(self) -> list[tuple[str, int]]:
        """When how many were let go lately without a question. A damaged note counts as none."""
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
        """Note that so many more were let go. Losing this costs a question, so a failure is passed over."""
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
    """The records of which `known` has words that are purged in `after`."""
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
    """The record as it was known, every version under a new id: the old ones are purged for ever."""
    fields, deletion = taken.entry.fields, taken.entry.deletion
    heads = {vid for field in fields.values() for vid in field.heads} | set(deletion.heads)
    new = dict(zip(sorted(heads), sorted(version_id() for _each in heads), strict=True))
    return Entry(
        {name: VersionSet({new[vid]: value for vid, value in field.heads.items()}) for name, field in fields.items()},
        Deletion({new[vid]: frozenset(new.get(each, each) for each in saw) for vid, saw in deletion.heads.items()}),
    )


def _is_gone(taken: Taken, purged: frozenset[str]) -> bool:
    """Whether words of it are among these purged versions."""
    return any(vid in purged for field in taken.entry.fields.values() for vid in field.heads)


def _is_a_lot(count: int, known: State) -> bool:
    total = sum(len(known.table(name).lines()) for name in known.tables())
    return count > FEW or (count > 1 and count * _PART > total)


def _counted(taken: Collection[Taken]) -> Mapping[str, int]:
    return dict(Counter(KINDS.get(each.table, each.table) for each in taken))
