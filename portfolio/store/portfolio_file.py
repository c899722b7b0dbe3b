"""The one way in and out of the data file: read, join, keep in the shadow, replace.

Every save joins what this process last saw, the shadow and the file as it is now; the shadow is on the disk before
the file is touched. An edit is acknowledged by a `Saved`, never before. A file that is missing, empty, cut off, foreign
or newer is never written over, and reading never makes one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final, NamedTuple

from portfolio import atomic
from portfolio.atomic import OS, Fingerprint, System
from portfolio.locations import Locations
from portfolio.records.identity import random_id
from portfolio.store import refusals
from portfolio.store.canonical import State, new_state
from portfolio.store.gathering import PAUSE, View, gather, trusted_view
from portfolio.store.joining import Brought, brought, join, lacking
from portfolio.store.lock import BusyError, held, lock_of
from portfolio.store.looking import Look, bytes_of, judged, reason_of
from portfolio.store.notices import Notice, notice
from portfolio.store.rotation import Why
from portfolio.store.shadow import NOTHING, Shadow
from portfolio.store.snapshots import Snapshots
from portfolio.wording import N_

_BUSY_SECONDS: Final = 30.0  # how long a save waits for another process of this machine
_ROUNDS: Final = 8  # times a save joins again because the file changed under its hands


class Reading(NamedTuple):
    """What there is to read."""

    state: State
    notices: tuple[Notice, ...]
    read_only: bool
    """A newer or a foreign file: to be shown, never to be written."""
    exists: bool
    """Whether the file itself is there."""


class Saved(NamedTuple):
    """What became of a change. It exists only after the shadow is on the disk."""

    state: State
    in_file: bool
    """False: safe in the shadow, not yet in the file; a notice says why."""
    notices: tuple[Notice, ...]


class _ChangedError(Exception):
    """The file is no longer the one that was joined."""


class PortfolioFile:
    """One data file, its shadow, and what this process last saw of them. Not to be shared by threads."""

    def __init__(
        self,
        locations: Locations,
        clock: Callable[[], datetime],
        *,
        patience: float = 1.0,
        system: System = OS,
    ) -> None:
        """`patience`: seconds to wait for a file that somebody is writing. Nothing is read or made yet."""
        self.path = locations.data_file
        self._locations = locations
        self._clock = clock
        self._lock = lock_of(locations)
        self._shadow = Shadow(locations, system)
        self.snapshots: Final = Snapshots(locations, system)
        """Copies of earlier."""
        self._system = system
        self._patience = patience
        self._memory: State | None = None
        self._seen: tuple[Fingerprint | None, bytes] = (None, b"")
        self._settled: View | None = None

    def read(self) -> Reading:
        """What there is, without making a file. News from the file goes to the shadow, and what the file lacks back.

        Raises UnreadableError or PortfolioError when the file cannot be read and there is no shadow to read instead.
        """
        view, notices = self._looked()
        found = view.look.found
        if view.state is None and found != "missing":
            raise refusals.of(view.look, self.path)
        read_only = found in ("newer", "foreign")
        if not read_only:
            self._memory = view.state
        self._seen = (view.look.fingerprint, view.look.data)
        if found != "sound" and view.state is not None:
            notices = (notice(found, path=self.path, reason=view.look.reason), *notices)
        exists = found not in ("missing", "not_downloaded")
        return Reading(view.state or NOTHING, notices, read_only, exists)

    def commit(
        self,
        change: Callable[[State], State],
        *,
        create: bool = False,
        recreate: bool = False,
        before: Why | None = None,
    ) -> Saved:
        """Apply `change` (once) to the join of all there is, and save the outcome.

        `create` starts a new portfolio when there is neither a file nor a shadow; `recreate` writes a file anew that is
        gone while its shadow is here. A copy is kept of the outcome, and with `before` one of what was there. Raises
        PortfolioError, with nothing acknowledged and the file untouched, when the file is newer, foreign or unreadable
        without a shadow, when there is none, or when the shadow cannot be written.
        """
        try:
            self._make_folders()
            with held(self._lock, _BUSY_SECONDS):
                view = self._unchanged() or self._gather()
                self._settled = None
                base = self._base(view, create=create)
                make = view.look.found == "missing" and (view.state is None or recreate)
                notices = self._set_aside(view)
                after = change(base)
                if before is not None and after.encode() != base.encode():
                    self._keep(base, before, in_shadow=view.shadow == base.encode())
                saved = self._save(view, after, make=make)
                self._keep(saved.state, "save", in_shadow=True)
        except OSError as failure:
            raise refusals.NotSavedError(reason_of(failure)) from failure
        return saved._replace(notices=(*notices, *saved.notices))

    def merge(self, path: str) -> tuple[Saved, Brought]:
        """Join another copy of this portfolio: what became of it, and what came. An empty one becomes the other.

        Raises PortfolioError, naming `path`, when it cannot be read or is another portfolio.
        """
        known = self._memory or self.read().state
        look = judged(bytes_of(path, self._system), path, known)
        other = look.state
        if look.found == "missing":
            raise refusals.MissingError(N_("There is no file at {path}; nothing was changed."), path=path)
        if look.found != "sound" or other is None:
            raise refusals.of(look, path)
        before = NOTHING

        def joined(ours: State) -> State:
            nonlocal before
            before = ours
            if ours.portfolio_id == other.portfolio_id:
                return join(ours, other)
            if ours.tables() and other.tables():
                raise refusals.OtherPortfolioError(path)
            return ours if ours.tables() else other

        saved = self.commit(joined, before="merge")
        return saved, brought(before, saved.state)._replace(notices=saved.notices)

    def changed_outside(self) -> bool:
        """Whether the file says something else than when this object last read or wrote it. Mostly one stat."""
        try:
            fingerprint = atomic.fingerprint_of(self._system.stat(self.path))
        except OSError:
            return self._seen[0] is not None
        if fingerprint == self._seen[0]:
            return False
        look = bytes_of(self.path, self._system)
        if look.found != "sound" or self._seen[0] is None or look.data != self._seen[1]:
            return True
        self._seen = (look.fingerprint, self._seen[1])
        return False

    def older_shadows(self) -> list[tuple[str, int]]:
        """Shadows of this portfolio from where its file used to lie: path, and how many records this one lacks."""
        ours = self._memory or NOTHING
        counted = ((path, lacking(ours, state)) for path, state in self._shadow.others(ours.portfolio_id))
        return [(path, count) for path, count in counted if count]

    def tidy(self) -> None:
        """Take away temporary files that a crash left more than an hour ago. For the start of the app."""
        an_hour_ago = self._clock().timestamp() - 3600
        for folder in (os.path.dirname(os.path.realpath(self.path)), self._locations.shadow_folder):
            atomic.sweep(folder, an_hour_ago)

    def _looked(self) -> tuple[View, tuple[Notice, ...]]:
        """Everything joined; under the lock, with shadow and file brought up to date, when they differ."""
        look = bytes_of(self.path, self._system)
        shadow = look.data if look.data and self._shadow.holds(look.data) else self._shadow.load()
        if look.found == "missing" and shadow is None and self._memory is None:
            return View(look, None, None), ()
        view = trusted_view(look, shadow, self._memory)
        if view is not None and view.state is not None and view.state.encode() == look.data:
            self._settled = view
            return view, ()
        try:
            self._make_folders()
            with held(self._lock, max(self._patience, PAUSE)):
                view = self._gather()
                if view.look.found != "sound" or view.state is None:
                    return view, ()
                notices = self._set_aside(view)
                if view.shadow is None:
                    self._memory = view.state
                    older = (path for path, _count in self.older_shadows())
                    notices += tuple(notice("older_shadow", path=self.path, kept=path) for path in older)
                saved = self._save(view, view.state, make=False)
                self._keep(saved.state, "save", in_shadow=True)
                return view, notices + saved.notices
        except (OSError, BusyError):
            return self._gather(), ()

    def _unchanged(self) -> View | None:
        """What was last seen, when neither file nor shadow has been touched since; it saves reading both again."""
        view = self._settled
        if view is None or not view.look.stamp or view.state is not self._memory:
            return None
        try:
            stamps = [atomic.stamp_of(self._system.stat(path)) for path in (self.path, self._shadow.path)]
        except OSError:
            return None
        return view if stamps == [view.look.stamp, self._shadow.stamp] else None

    def _gather(self) -> View:
        """All that is known now; also what was set aside of this portfolio while another one was at its path."""
        view = gather(self.path, self._shadow, self._memory, self._system, self._patience)
        parked = self._shadow.parked(view.state.portfolio_id) if view.displaced is not None and view.state else None
        return view._replace(state=join(view.state, parked)) if parked and view.state else view

    def _base(self, view: View, *, create: bool) -> State:
        """The state a change starts from. Raises the refusal that fits when nothing may be written."""
        found = view.look.found
        if view.state is not None and found not in ("newer", "foreign"):
            return view.state
        if found == "missing" and create:
            return new_state(random_id(int.from_bytes(os.urandom(16), "big")))
        raise refusals.of(view.look, self.path)

    def _make_folders(self) -> None:
        """The folders for shadow and lock. Raises OSError."""
        for folder in (self._locations.shadow_folder, self._locations.locks_folder):
            atomic.make_private_folder(folder, system=self._system)

    def _set_aside(self, view: View) -> tuple[Notice, ...]:
        """Keep the shadow of a portfolio that used to be at this path. Raises OSError."""
        displaced = view.displaced
        if displaced is None or view.shadow is None or not displaced.tables():
            return ()
        kept = self._shadow.set_aside(displaced.portfolio_id)
        return (notice("other_portfolio", path=self.path, kept=kept),)

    def _save(self, view: View, state: State, *, make: bool) -> Saved:
        """Shadow first, then the file, unless that must not be touched. Raises OSError when the shadow fails."""
        for _round in range(_ROUNDS):
            data = state.encode()
            if data != view.shadow or view.displaced is not None:
                self._shadow.write(data)
                if view.displaced is not None:
                    self._shadow.unpark(state.portfolio_id)
            self._memory = state
            look = view.look
            if look.found != "sound" and not make:
                return Saved(state, False, (_not_in_file(self.path, look),))
            if look.state is not None and look.state.encode() == data:
                self._seen = (look.fingerprint, look.data)
                return Saved(state, True, ())
            try:
                return Saved(state, True, self._replace(look, data))
            except _ChangedError:
                view, make = self._gather(), False
                if view.displaced is not None or view.state is None:
                    return Saved(state, False, self._set_aside(view))
                state = view.state
            except OSError as failure:
                return Saved(state, False, (_not_in_file(self.path, look, reason_of(failure)),))
        return Saved(state, False, (_not_in_file(self.path, view.look, refusals.RESTLESS),))

    def _keep(self, state: State, why: Why, *, in_shadow: bool) -> None:
        """Keep a copy of this state. Fails in silence: it is an extra."""
        with suppress(OSError):
            self.snapshots.take(state, why, self._clock(), self._shadow.path if in_shadow else None)

    def _replace(self, look: Look, data: bytes) -> tuple[Notice, ...]:
        """Put the bytes in the place of the file that was looked at. Raises _ChangedError or OSError."""

        def check() -> None:
            try:
                now: Fingerprint | None = atomic.fingerprint_of(self._system.stat(self.path))
            except FileNotFoundError:
                now = None
            if now != look.fingerprint:
                raise _ChangedError

        if look.found == "missing":
            atomic.make_private_folder(os.path.dirname(self.path), system=self._system)
        durability = atomic.write(self.path, data, check=check, system=self._system)
        self._seen = (durability.fingerprint, data)
        return () if durability.certain else (notice("durability", path=self.path),)


def _not_in_file(path: str, look: Look, reason: str = "") -> Notice:
    """Safe, but not in the file, and why."""
    return notice("not_in_file", path=path, reason=reason or refusals.reason_why(look))
