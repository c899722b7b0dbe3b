"""Read and save the data file: probe, join, write the shadow, replace the file.

Every save joins what this process last saw, the shadow and the file as it is now; the shadow is on the disk before the
file is touched. An edit is acknowledged by a `Saved`, never before. A file that is missing, empty, cut off, foreign or
newer is never overwritten, and reading never creates one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from portfolio import atomic, machine
from portfolio.atomic import OS, Fingerprint, System
from portfolio.errors import reason_of
from portfolio.locations import Locations
from portfolio.patience import hangs
from portfolio.records.identity import random_id
from portfolio.store import errors
from portfolio.store.copies.conflict_copies import ConflictCopies, Manner
from portfolio.store.copies.held_purges import Holding
from portfolio.store.file.lock import BusyError, held, lock_of
from portfolio.store.file.probe import FileState, bytes_of
from portfolio.store.file.rotation import Why
from portfolio.store.file.shadow import NOTHING, Shadow
from portfolio.store.file.snapshots import Snapshots
from portfolio.store.format.canonical import State, new_state
from portfolio.store.format.join import holds_all, join, lacking
from portfolio.store.joined_view import PAUSE, View, gather, trusted_view
from portfolio.store.notices import Notice, notice
from portfolio.store.results import Reading, Saved

if TYPE_CHECKING:
    from portfolio.store.merge_report import Arrival

_BUSY_SECONDS: Final = 30.0  # how long a save waits for another process of this machine
_ROUNDS: Final = 8  # times a save joins again because the file changed meanwhile


class _ChangedError(Exception):
    """The file changed since it was joined."""


class PortfolioFile:
    """One data file, its shadow, and what this process last saw of them. Not thread-safe."""

    def __init__(
        self,
        locations: Locations,
        clock: Callable[[], datetime],
        *,
        patience: float = 1.0,
        copies: Manner = "join",
        system: System = OS,
    ) -> None:
        """`patience`: seconds to wait for a file that another program is writing. Nothing is read or made yet."""
        self.path = locations.data_file
        self._locations = locations
        self._clock = clock
        self._lock = lock_of(locations)
        self._shadow = Shadow(locations, system)
        self.snapshots: Final = Snapshots(locations, system)
        """The snapshots of this machine."""
        self.beside: Final = ConflictCopies(locations, clock, system, copies)
        self.holding: Final = Holding(locations, system, clock)
        """Content that another computer purged, until the user decides."""
        self._system = system
        self._patience = patience
        self._memory: State | None = None
        self._seen: tuple[Fingerprint | None, bytes] = (None, b"")
        self._settled: View | None = None
        self._purges: tuple[Notice, ...] = ()
        """Notices about purges from elsewhere that were not returned yet."""

    def read(self) -> Reading:
        """Read the portfolio; bring the shadow up to date with file and copies, and the file with the shadow.

        No file is created, except where a sync client renamed it, which its copies show. Raises UnreadableError or
        PortfolioError when the file cannot be read and there is no shadow to read instead.
        """
        view, notices = self._looked()
        found = view.probed.found
        if view.state is None and found != "missing":
            raise errors.of(view.probed, self.path)
        read_only = self.beside.asleep = found in ("newer", "foreign")
        if not read_only:
            self._memory = view.state
        self._seen = (view.probed.fingerprint, view.probed.data)
        if found != "sound" and view.state is not None:
            notices = (notice(found, path=self.path, reason=view.probed.reason), *notices)
        pending, self._purges = self._purges, ()
        held = self.holding.notice(view.state) if view.state is not None and not read_only else ()
        notices = (*notices, *held, *(each for each in pending if not held))
        exists = found not in ("missing", "not_downloaded")
        return Reading(view.state or NOTHING, notices, read_only, exists, view.known or view.state or NOTHING)

    def commit(
        self,
        change: Callable[[State], State],
        *,
        create: bool = False,
        recreate: bool = False,
        before: Why | None = None,
        purging: Collection[str] = (),
    ) -> Saved:
        """Apply `change` (once) to the join of everything known, and save the outcome; `purging` are records it purges.

        `create` starts a new portfolio when there is neither a file nor a shadow; `recreate` writes a missing file
        again from its shadow. A snapshot is taken of the outcome, and with `before` one of the state before it. Raises
        PortfolioError, with nothing acknowledged and the file untouched, when the file is newer, foreign or unreadable
        without a shadow, when there is none, or when the shadow cannot be written.
        """
        try:
            self._make_folders()
            with held(self._lock, _BUSY_SECONDS):
                view = self._unchanged() or self._gather()
                self._settled = None
                base = self._base(view, create=create)
                wanted = view.state is None or recreate or self.beside.renamed
                notices = self._set_aside(view)
                after = change(base)
                if before is not None and after.encode() != base.encode():
                    self._keep(base, before, in_shadow=view.shadow == base.encode())
                saved = self._save(view, after, make=wanted and view.probed.found == "missing", purging=purging)
                self._keep(saved.state, "save", in_shadow=True)
                self._note(view, saved)
        except OSError as failure:
            raise errors.NotSavedError(reason_of(failure)) from failure
        pending, self._purges = self._purges, ()
        return saved._replace(notices=(*notices, *saved.notices, *pending))

    @property
    def state(self) -> State:
        """The state this process last saw; read now when there is none yet."""
        return self._memory or self.read().state

    @property
    def is_saved(self) -> bool:
        """Whether the file held all of the last known state when it was last read or written."""
        return self._memory is not None and self._seen[1] == self._memory.encode()

    def take_arrived(self) -> tuple[Arrival, ...]:
        """What copies beside the file brought since the last call."""
        arrived, self.beside.arrived = tuple(self.beside.arrived), []
        return arrived

    def decide(self, portfolio_id: str) -> None:
        """Note that the user decided about this other portfolio, so that they are not asked again."""
        self.beside.decide(portfolio_id)

    def others(self) -> dict[str, str]:
        """Other portfolios at this path, or with a similar name, that need a decision: id to path."""
        ours = (self._memory or NOTHING).portfolio_id
        found = {**self.beside.others(self._memory or NOTHING), **self._shadow.parked_others()} if ours else {}
        return {each: path for each, path in found.items() if each not in (ours, *self.beside.known.decided)}

    def changed_outside(self) -> bool:
        """Whether file or folder changed since this object last read them. Usually two stats."""
        return not hangs(self.path) and (self.beside.changed() or self._file_changed())

    def _file_changed(self) -> bool:
        try:
            fingerprint = atomic.fingerprint_of(self._system.stat(self.path))
        except OSError:
            return self._seen[0] is not None
        if fingerprint == self._seen[0]:
            return False
        probed = bytes_of(self.path, self._system)
        if probed.found != "sound" or self._seen[0] is None or probed.data != self._seen[1]:
            return True
        self._seen = (probed.fingerprint, self._seen[1])
        return False

    def older_shadows(self) -> list[tuple[str, int]]:
        """Shadows of this portfolio from other paths: path, and the number of records this one lacks."""
        ours = self._memory or NOTHING
        counted = ((path, lacking(ours, state)) for path, state in self._shadow.others(ours.portfolio_id))
        return [(path, count) for path, count in counted if count]

    def tidy(self) -> None:
        """Remove temporary files that a crash left more than an hour ago. Called when the app starts."""
        an_hour_ago = self._clock().timestamp() - 3600
        for folder in (os.path.dirname(os.path.realpath(self.path)), self._locations.shadow_folder):
            atomic.sweep(folder, an_hour_ago)

    def _looked(self) -> tuple[View, tuple[Notice, ...]]:
        """Join everything; when file and shadow differ, take the lock and bring both up to date."""
        probed = bytes_of(self.path, self._system)
        shadow = probed.data if probed.data and self._shadow.holds(probed.data) else self._shadow.load()
        lost = probed.found == "missing" and self.beside.may_be_renamed()
        if probed.found == "missing" and shadow is None and self._memory is None and not lost:
            return View(probed, None, None), ()
        view = trusted_view(probed, shadow, self._memory)
        if view is not None and view.state is not None and view.state.encode() == probed.data and not self._news():
            self._settled = view
            return view, ()
        try:
            self._make_folders()
            with held(self._lock, max(self._patience, PAUSE)):
                return self._brought_up_to_date(self._gather())
        except (OSError, BusyError):
            return self._gather(), ()

    def _news(self) -> bool:
        """Whether copies beside the file need looking at now."""
        return self.beside.manner == "join" and not hangs(self.path) and self.beside.changed()

    def _brought_up_to_date(self, view: View) -> tuple[View, tuple[Notice, ...]]:
        """Bring shadow and file up to date with what was found. Raises OSError when the shadow cannot be written."""
        renamed = self.beside.renamed and view.probed.found == "missing"
        if view.state is None or not (renamed or view.probed.found == "sound"):
            if view.state is not None and self.beside.looked_at and view.probed.found not in ("newer", "foreign"):
                self._note(view, self._save(view, view.state, make=False))
            return view, ()
        notices = self._set_aside(view)
        if view.shadow is None:
            self._memory = view.state
            older = (path for path, _count in self.older_shadows())
            notices += tuple(notice("older_shadow", path=self.path, kept=path) for path in older)
        saved = self._save(view, view.state, make=renamed)
        self._keep(saved.state, "save", in_shadow=True)
        self._note(view, saved)
        if saved.in_file:
            fingerprint, data = self._seen
            view = view._replace(probed=FileState("sound", data, fingerprint, saved.state), state=saved.state)
        return view, notices + saved.notices

    def _note(self, view: View, saved: Saved) -> None:
        """Remember the files beside the data file; copies are removed only when the file reads back as written."""
        if not self.beside.looked_at:
            return
        before = view.probed.state if view.probed.found == "sound" else None
        try:
            whole = saved.in_file and atomic.holds(self.path, self._seen[1], system=self._system) is not None
        except OSError:
            whole = False
        self.beside.kept(before, saved.state if whole else None)

    def _unchanged(self) -> View | None:
        """The last view when neither file nor shadow was touched since, which saves reading both again."""
        view = self._settled
        if view is None or not view.probed.stamp or view.state is not self._memory:
            return None
        if hangs(self.path) or self.beside.changed():
            return None
        try:
            stamps = [atomic.stamp_of(self._system.stat(path)) for path in (self.path, self._shadow.path)]
        except OSError:
            return None
        return view if stamps == [view.probed.stamp, self._shadow.stamp] else None

    def _gather(self) -> View:
        """Read everything known now, with copies beside the file and a shadow that was set aside earlier."""
        view = gather(self.path, self._shadow, self._memory, self._system, self._patience)
        parked = self._shadow.parked(view.state.portfolio_id) if view.displaced is not None and view.state else None
        state = join(view.state, parked) if parked and view.state else view.state
        if view.probed.found not in ("newer", "foreign") and not hangs(self.path):
            state = self.beside.joined(state, missing=view.probed.found == "missing")
        return view._replace(state=state, known=parked or view.known)

    def _base(self, view: View, *, create: bool) -> State:
        """The state that a change starts from. Raises PortfolioError when nothing can be written."""
        found = view.probed.found
        if view.state is not None and found not in ("newer", "foreign"):
            return view.state
        if found == "missing" and create:
            return new_state(random_id(int.from_bytes(os.urandom(16), "big")))
        raise errors.of(view.probed, self.path)

    def _make_folders(self) -> None:
        """Make the folders for shadow and lock. Raises OSError."""
        for folder in (self._locations.shadow_folder, self._locations.locks_folder):
            atomic.make_private_folder(folder, system=self._system)
        with suppress(OSError):
            machine.mark(self._locations.state_folder)

    def _set_aside(self, view: View) -> tuple[Notice, ...]:
        """Set aside the shadow of a portfolio that was at this path before. Raises OSError."""
        displaced = view.displaced
        if displaced is None or view.shadow is None or not displaced.tables() or view.state is None:
            return ()
        if holds_all(view.state, displaced.under(view.state)):
            return ()
        kept = self._shadow.set_aside(displaced.portfolio_id)
        return (notice("other_portfolio", path=self.path, kept=kept),)

    def _save(self, view: View, state: State, *, make: bool, purging: Collection[str] = ()) -> Saved:
        """Write the shadow, then the file unless that must not be touched. Raises OSError when the shadow fails."""
        for _round in range(_ROUNDS):
            data = state.encode()
            if data != view.shadow or view.displaced is not None:
                self._purges += self.holding.arrived(view.known, state, purging)
                self._shadow.write(data)
                if view.displaced is not None:
                    self._shadow.unpark(state.portfolio_id)
            self._memory = state
            probed = view.probed
            if probed.found != "sound" and not make:
                return Saved(state, False, (errors.not_in_file(self.path, probed),))
            if probed.state is not None and probed.state.encode() == data:
                self._seen = (probed.fingerprint, probed.data)
                return Saved(state, True, ())
            if self._is_locked_by_hand():
                return Saved(state, False, (errors.not_in_file(self.path, probed, errors.LOCKED),))
            try:
                return Saved(state, True, self._replace(probed, data))
            except _ChangedError:
                view, make = self._gather(), False
                if view.displaced is not None or view.state is None:
                    return Saved(state, False, self._set_aside(view))
                state = view.state
            except OSError as failure:
                return Saved(state, False, (errors.not_in_file(self.path, probed, reason_of(failure)),))
        return Saved(state, False, (errors.not_in_file(self.path, view.probed, errors.RESTLESS),))

    def _is_locked_by_hand(self) -> bool:
        """Whether the owner made the file read-only; a replaced file would be writable again."""
        try:
            return not self._system.stat(self.path).st_mode & 0o222
        except OSError:
            return False

    def _keep(self, state: State, why: Why, *, in_shadow: bool) -> None:
        """Take a snapshot of this state. Errors are ignored: nothing depends on it."""
        with suppress(OSError):
            self.snapshots.take(state, why, self._clock(), self._shadow.path if in_shadow else None)

    def _replace(self, probed: FileState, data: bytes) -> tuple[Notice, ...]:
        """Replace the file that was probed. Raises _ChangedError or OSError."""

        def check() -> None:
            try:
                now: Fingerprint | None = atomic.fingerprint_of(self._system.stat(self.path))
            except FileNotFoundError:
                now = None
            if now != probed.fingerprint:
                raise _ChangedError

        if probed.found == "missing":
            atomic.make_private_folder(os.path.dirname(self.path), system=self._system)
        if probed.older is not None:
            self._keep(probed.older, "migrate", in_shadow=False)
        durability = atomic.write(self.path, data, check=check, system=self._system)
        self._seen = (durability.fingerprint, data)
        return () if durability.certain else (notice("durability", path=self.path),)
