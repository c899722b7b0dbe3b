"""The one way in and out of the data file: read, join, keep in the shadow, replace.

Every save joins what this process last saw, the shadow and the file as it is now; the shadow is on the disk before
the file is touched. An edit is acknowledged by a `Saved`, never before. A file that is missing, empty, cut off, foreign
or newer is never written over, and reading never makes one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from portfolio import atomic
from portfolio.atomic import OS, Fingerprint, System
from portfolio.errors import PortfolioError
from portfolio.locations import Locations, file_key
from portfolio.store import refusals
from portfolio.store.canonical import State, new_state, trusted
from portfolio.store.joining import Brought, brought, join, join_seen, lacking
from portfolio.store.lock import BusyError, held
from portfolio.store.looking import Look, bytes_of, judged, reason_of, state_in
from portfolio.store.notices import Kind, Notice, notice
from portfolio.store.shadow import NOTHING, Shadow
from portfolio.store.strict import UnreadableError

_BUSY_SECONDS = 30.0  # how long a save waits for another process of this machine
_PAUSE = 0.05
_STILL = 0.4  # seconds without change after which a file that cannot be read is not being written
_ROUNDS = 8  # times a save joins again because the file changed under its hands


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


class Merged(NamedTuple):
    """What another file brought."""

    saved: Saved
    brought: Brought


class _View(NamedTuple):
    """All that is known at one moment: the file, the shadow's bytes, and the join of everything."""

    look: Look
    shadow: bytes | None
    state: State | None
    displaced: State | None = None
    """What the shadow holds of another portfolio, which was at this path before."""


class _ChangedError(Exception):
    """The file is no longer the one that was joined."""


class PortfolioFile:
    """One data file, its shadow, and what this process last saw of them. Not to be shared by threads."""

    def __init__(self, locations: Locations, *, patience: float = 1.0, system: System = OS) -> None:
        """`patience`: seconds to wait for a file that somebody is writing. Nothing is read or made yet."""
        self.path = locations.data_file
        self._lock = os.path.join(locations.locks_folder, f"{file_key(self.path)}.lock")
        self._folders = (locations.shadow_folder, locations.locks_folder)
        self._shadow = Shadow(locations, system)
        self._system = system
        self._patience = patience
        self._memory: State | None = None
        self._seen: tuple[Fingerprint | None, bytes] = (None, b"")

    def read(self) -> Reading:
        """What there is, without making a file. News from the file goes to the shadow, and what the file lacks back.

        Raises UnreadableError or PortfolioError when the file cannot be read and there is no shadow to read instead.
        """
        look, shadow = bytes_of(self.path, self._system), self._shadow.load()
        if look.found == "sound" and look.data == shadow and _has_our_end(shadow):
            view, notices = self._trusted(look, shadow), ()
        else:
            view, notices = self._read_slowly()
        found = view.look.found
        if view.state is None and found != "missing":
            raise refusals.of(view.look, self.path)
        state = view.state or NOTHING
        read_only = found in ("newer", "foreign")
        if not read_only:
            self._memory = state if view.state else None
        self._seen = (view.look.fingerprint, view.look.data)
        missing_quietly = found == "missing" and view.state is None
        about = () if found == "sound" or missing_quietly else (self._about(view.look),)
        return Reading(state, (*about, *notices), read_only, found not in ("missing", "not_downloaded"))

    def commit(self, change: Callable[[State], State], *, create: bool = False, recreate: bool = False) -> Saved:
        """Apply `change` (once) to the join of all there is, and save the outcome.

        `create` starts a new portfolio when there is neither a file nor a shadow; `recreate` writes a file anew that is
        gone while its shadow is here. Raises PortfolioError, with nothing acknowledged and the file untouched, when the
        file is newer, foreign or unreadable without a shadow, when there is none, or when the shadow cannot be written.
        """
        try:
            for folder in self._folders:
                atomic.make_private_folder(folder, system=self._system)
            with held(self._lock, _BUSY_SECONDS):
                view = self._gather(self._patience)
                base = self._base(view, create)
                is_new = view.look.found == "missing" and (view.state is None or recreate)
                notices = self._settle_aside(view)
                saved = self._save(view, change(base), make=is_new)
        except OSError as failure:
            raise refusals.NotSavedError(reason_of(failure)) from failure
        return saved._replace(notices=(*notices, *saved.notices))

    def merge(self, path: str) -> Merged:
        """Join another copy of this portfolio. An empty portfolio becomes the other one.

        Raises PortfolioError, naming `path`, when it cannot be read or is another portfolio.
        """
        look = judged(bytes_of(path, self._system), path, self._memory or NOTHING)
        other = look.state
        if look.found != "sound" or other is None:
            raise refusals.of(look, path)
        before = NOTHING

        def joined(ours: State) -> State:
            nonlocal before
            before = ours
            if ours.portfolio_id == other.portfolio_id:
                return join(ours, other)
            if not other.tables():
                return ours
            if not ours.tables():
                return other
            raise refusals.OtherPortfolioError(path)

        saved = self.commit(joined)
        return Merged(saved, brought(before, saved.state))

    def changed_outside(self) -> bool:
        """Whether the file says something else than when this object last read or wrote it. Cheap: mostly one stat."""
        try:
            fingerprint = atomic.fingerprint_of(self._system.stat(self.path))
        except OSError:
            return self._seen[0] is not None
        if fingerprint == self._seen[0]:
            return False
        look = bytes_of(self.path, self._system)
        if look.found == "sound" and self._seen[0] is not None and look.data == self._seen[1]:
            self._seen = (look.fingerprint, look.data)
            return False
        return True

    def older_shadows(self) -> list[tuple[str, int]]:
        """Shadows of this portfolio from where its file used to lie: path, and how many records this one lacks."""
        ours = self._memory or NOTHING
        counted = ((path, lacking(ours, state)) for path, state in self._shadow.others(ours.portfolio_id))
        return [(path, count) for path, count in counted if count]

    def _read_slowly(self) -> tuple[_View, tuple[Notice, ...]]:
        """Everything joined under the lock, the shadow brought up to date and the file healed, as far as that goes."""
        try:
            if self._shadow.load() is not None or os.path.exists(self.path):
                for folder in self._folders:
                    atomic.make_private_folder(folder, system=self._system)
            with held(self._lock, max(self._patience, _PAUSE)):
                view = self._gather(self._patience)
                if view.look.found != "sound" or view.state is None:
                    return view, ()
                notices = self._settle_aside(view)
                if view.shadow is None:
                    self._memory = view.state
                    notices += tuple(notice("older_shadow", path=self.path, kept=p) for p, _n in self.older_shadows())
                return view, notices + self._save(view, view.state, make=False).notices
        except (OSError, BusyError):
            return self._gather(self._patience), ()

    def _trusted(self, look: Look, shadow: bytes | None) -> _View:
        """The view when file and shadow are equal: we wrote both, so not a line needs parsing."""
        memory = self._memory
        if memory is not None and memory.encode() == shadow:
            return _View(look._replace(state=memory), shadow, memory)
        main = trusted(look.data)
        is_same = memory is not None and memory.portfolio_id == main.portfolio_id
        return _View(look._replace(state=main), shadow, join(main, memory) if memory and is_same else main)

    def _gather(self, patience: float) -> _View:
        """Look at everything and join it. A file that cannot be read may be half-way written: wait for it a little."""
        shadow = self._shadow.load()
        look = bytes_of(self.path, self._system)
        if shadow is not None and look.data == shadow and _has_our_end(shadow):
            return self._trusted(look, shadow)
        kept = self._shadow_state(shadow)
        look = judged(look, self.path, kept or NOTHING)
        waited = still = 0.0
        while look.found in ("damaged", "unreachable") and waited < patience and still < _STILL:
            self._system.sleep(_PAUSE)
            waited += _PAUSE
            again = bytes_of(self.path, self._system)
            still = still + _PAUSE if again.data == look.data else 0.0
            look = judged(again, self.path, kept or NOTHING)
        if look.found == "damaged":
            self._shadow.keep_damaged(look.data)
        return self._joined(look, shadow, kept)

    def _joined(self, look: Look, shadow: bytes | None, kept: State | None) -> _View:
        """The join of the file, the shadow's state and what this process remembers."""
        main = look.state if look.found == "sound" else None
        if look.found == "newer":
            return _View(look, shadow, look.state)
        state, displaced = kept or self._memory, None
        if main is not None:
            if state is None or state.portfolio_id == main.portfolio_id:
                state = join_seen(state, main) if state else main
            elif main.tables() or not state.tables():
                state, displaced = main, state
        if state is not None and self._memory is not None and self._memory.portfolio_id == state.portfolio_id:
            state = join(state, self._memory)
        return _View(look, shadow, state or look.state, displaced)

    def _shadow_state(self, data: bytes | None) -> State | None:
        """The state in the shadow's bytes. A damaged shadow is kept as such and counts as none."""
        if data is None:
            return None
        if self._memory is not None and self._memory.encode() == data:
            return self._memory
        try:
            return state_in(data, self._shadow.path, NOTHING)
        except UnreadableError:
            self._shadow.keep_damaged(data)
            return None

    def _base(self, view: _View, create: bool) -> State:
        """The state a change starts from. Raises the refusal that fits when nothing may be written."""
        if view.look.found in ("newer", "foreign"):
            raise refusals.of(view.look, self.path)
        if view.state is not None:
            return view.state
        if view.look.found == "missing" and create:
            return new_state(refusals.fresh_portfolio_id())
        raise refusals.of(view.look, self.path)

    def _settle_aside(self, view: _View) -> tuple[Notice, ...]:
        """Keep the shadow of a portfolio that used to be at this path. Raises OSError."""
        displaced = view.displaced
        if displaced is None or view.shadow is None or not displaced.tables():
            return ()
        kept = self._shadow.set_aside(displaced.portfolio_id)
        return (notice("other_portfolio", path=self.path, kept=kept),)

    def _save(self, view: _View, state: State, *, make: bool) -> Saved:
        """Shadow first, then the file unless it must not be touched. Raises OSError when the shadow cannot be written."""
        for _round in range(_ROUNDS):
            data = state.encode()
            if data != view.shadow:
                self._shadow.write(data)
            self._memory = state
            look = view.look
            if look.found != "sound" and not make:
                return Saved(state, False, (self._not_in_file(look),))
            if look.state is not None and look.state.encode() == data:
                self._seen = (look.fingerprint, look.data)
                return Saved(state, True, ())
            try:
                if make:
                    atomic.make_private_folder(os.path.dirname(self.path), system=self._system)
                durability = atomic.write(self.path, data, check=lambda: self._check(look), system=self._system)
            except _ChangedError:
                view, make = self._gather(0.0), False
                if view.displaced is not None or view.state is None:
                    return Saved(state, False, self._settle_aside(view))
                state = view.state
                continue
            except OSError as failure:
                return Saved(state, False, (self._not_in_file(look, reason_of(failure)),))
            self._seen = (durability.fingerprint, data)
            return Saved(state, True, () if durability.certain else (notice("durability", path=self.path),))
        return Saved(state, False, (self._not_in_file(view.look, refusals.RESTLESS),))

    def _check(self, look: Look) -> None:
        """Raise _ChangedError when the file is not the one that was joined."""
        try:
            now: Fingerprint | None = atomic.fingerprint_of(self._system.stat(self.path))
        except FileNotFoundError:
            now = None
        if now != look.fingerprint:
            raise _ChangedError

    def _not_in_file(self, look: Look, reason: str = "") -> Notice:
        """Safe, but not in the file, and why."""
        return notice("not_in_file", path=self.path, reason=reason or refusals.reason_why(look))

    def _about(self, look: Look) -> Notice:
        """What is the matter with the file."""
        kind: Kind = "foreign" if look.found == "sound" else look.found
        return notice(kind, path=self.path, reason=look.reason)


def _has_our_end(data: bytes | None) -> bool:
    """Whether bytes have the frame that `State.encode` gives them."""
    return data is not None and data.startswith(b'{\n"') and data.endswith(b"\n}\n}\n")
