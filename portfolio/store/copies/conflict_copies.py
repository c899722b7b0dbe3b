"""Join the copies that lie beside the data file, and remove them when nothing needs them any more.

A copy that a sync client made is removed only when the data file holds all of its content and already did so on an
earlier pass, at least a minute before: until then another machine can replace the file with an old one, and the copy is
the only place where its content is left. A merge that the user asks for does not wait: the file was read back after the
save, the shadow is on the disk, and the bytes of the copy are kept in the state folder. Copies that users named
themselves stay, and so does every file that is no copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

from portfolio import atomic
from portfolio.atomic import Fingerprint, System
from portfolio.locations import Locations
from portfolio.store.copies import seen_files
from portfolio.store.copies.folder import folder_of, listed
from portfolio.store.copies.seen_files import SeenFile
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format.canonical import State
from portfolio.store.format.join import brought, holds_all, join
from portfolio.store.notices import Kind, Notice, notice

if TYPE_CHECKING:  # imported where they are used: usually nothing lies beside the file
    from portfolio.store.copies.recognition import Copy
    from portfolio.store.merge_report import Arrival

Manner = Literal["leave", "join", "now"]
"""Leave copies alone, join them as they arrive, or join all of them and remove them at once."""

WAIT_SECONDS: Final = 60
"""How long the data file must have held all content of a copy before the copy is removed without asking."""
_LEFT: Final[dict[str, Kind]] = {
    "newer": "copy_newer",
    "damaged": "copy_damaged",
    "unreachable": "copy_not_here",
    "not_downloaded": "copy_not_here",
}
_MANY: Final = 50  # files; above this number, listing costs more than remembering that nothing changed


class ConflictCopies:
    """The files beside one data file.

    A pass calls `joined`, and then `kept` when the outcome is on the disk.
    """

    def __init__(self, locations: Locations, clock: Callable[[], datetime], system: System, manner: Manner) -> None:
        """Nothing is read yet."""
        self.manner = manner
        self.arrived: list[Arrival] = []
        """What was joined and not reported yet; `PortfolioFile.take_arrived` empties it."""
        self.asleep = False
        """Whether the data file cannot be written (newer or foreign); copies then wait."""
        self.renamed = False
        """Whether, on this pass, the data file was missing and copies were found in its place."""
        self._locations, self._clock, self._system = locations, clock, system
        self._known: seen_files.SeenFiles | None = None
        self._pass: tuple[tuple[int, ...], dict[str, Fingerprint], list[Copy]] | None = None
        self._news: list[Arrival] = []

    @property
    def known(self) -> seen_files.SeenFiles:
        """What is remembered of earlier passes; read from the state folder on first use."""
        if self._known is None:
            self._known = seen_files.load(self._locations)
        return self._known

    @property
    def looked_at(self) -> bool:
        """Whether this pass looked at files, so that `kept` has something to remember."""
        return self._pass is not None

    def changed(self) -> bool:
        """Whether files beside the data file need looking at. One stat of the folder when nothing happened in it."""
        if self.manner != "join" or self.asleep:
            return self.manner == "now"
        known, stamp = self.known, self._stamp()
        if not stamp or stamp != known.stamp:
            listing = listed(self._locations.data_file)
            if listing != {name: each.fingerprint for name, each in known.seen.items()}:
                return True
            self._known = known._replace(stamp=stamp)
            if len(listing) > _MANY:
                seen_files.save(self._locations, self._known)
        return any(self._is_due(n, s) or self._moves(n, s) for n, s in known.seen.items() if s.verdict != "stranger")

    def may_be_renamed(self) -> bool:
        """Whether the data file is missing and files with a similar name lie in its folder."""
        from portfolio.store.copies.copy_names import is_akin

        file = self._locations.data_file
        return self.manner != "leave" and any(is_akin(name, file) for name in listed(file))

    def joined(self, state: State | None, *, missing: bool) -> State | None:
        """The state joined with every copy that is new or changed; with every copy when the data file is missing."""
        self._pass, self._news, self.renamed = None, [], False
        if self.manner == "leave" or not (missing or self.changed()):
            return state
        stamp, listing = self._stamp(), listed(self._locations.data_file)
        seen = self.known.seen
        changed = {n for n, fingerprint in listing.items() if n not in seen or seen[n].fingerprint != fingerprint}
        everything = missing or self.manner == "now"
        fresh = [n for n in listing if everything or n in changed or self._is_due(n, seen[n])]
        state, copies = self._look(state or (self._first(fresh) if missing else None), fresh)
        self._pass = (stamp, listing, copies)
        # A copy that was already there while the data file existed is not the renamed data file.
        came = [c for c in copies if not (c.name in seen and seen[c.name].since and c.name not in changed)]
        self.renamed = missing and self._are_renamed(came)
        return state

    def kept(self, before: State | None, now: State | None) -> None:
        """Remember the outcome of this pass once it is on the disk.

        `before` is the state the data file held at `joined`, `now` the state it holds; None when unknown.
        """
        if self._pass is None:
            return
        (stamp, listing, copies), self._pass = self._pass, None
        seen = {name: s for name, s in self.known.seen.items() if listing.get(name) == s.fingerprint}
        for copy in copies:
            seen_file = self._seen_file(copy, listing[copy.name], before, now)
            if seen_file is None:
                seen.pop(copy.name, None)
            else:
                seen[copy.name] = seen_file
        self._remember(self.known._replace(stamp=stamp, seen=seen))
        self.arrived += self._news
        self._news = []

    def found(self, ours: State) -> list[tuple[Copy, Arrival | None]]:
        """Every file beside the data file that can be a portfolio, with what it would bring. Changes nothing."""
        from portfolio.store.merge_report import Arrival

        found = []
        for copy in self._opened(listed(self._locations.data_file), ours):
            came = None
            if copy.verdict == "copy" and copy.state is not None:
                came = Arrival(copy.name, brought(ours, join(ours, copy.state)))
            if copy.verdict != "stranger":
                found.append((copy, came))
        return found

    def others(self, ours: State) -> dict[str, str]:
        """Other portfolios with a name like this file's that the user has not decided about: id to path."""
        folder, known = folder_of(self._locations.data_file), self.known
        if self.manner == "leave":  # nothing was looked at, so nothing is remembered
            found = [(c.path, c.verdict, c.state.portfolio_id) for c, _came in self.found(ours) if c.state is not None]
        else:
            found = [(os.path.join(folder, name), s.verdict, s.portfolio) for name, s in known.seen.items()]
        return {
            portfolio: path
            for path, verdict, portfolio in found
            if verdict == "other" and portfolio not in known.decided and self._is_related(os.path.basename(path))
        }

    def left(self) -> tuple[Notice, ...]:
        """Notices for the files that belong to this portfolio by name or content and could not be joined."""
        folder, seen = folder_of(self._locations.data_file), self.known.seen
        return tuple(
            notice(_LEFT[seen_file.verdict], path=os.path.join(folder, name))
            for name, seen_file in sorted(seen.items())
            if seen_file.verdict in _LEFT and (seen_file.verdict != "unreachable" or self._is_related(name))
        )

    def decide(self, portfolio_id: str) -> None:
        """Do not ask about this portfolio any more."""
        self._remember(self.known._replace(decided=self.known.decided | {portfolio_id}, stamp=()))

    def _look(self, state: State | None, names: list[str]) -> tuple[State | None, list[Copy]]:
        """Read the files with these names; the state with their content, and the copies found."""
        from portfolio.store.merge_report import Arrival

        if state is None:
            return None, []
        copies = []
        for copy in self._opened(names, state):
            theirs = copy.state
            adopted = copy.verdict == "other" and self._is_related(copy.name)
            if theirs is not None and adopted and not state.tables() and theirs.tables():
                copy, ours = copy._replace(verdict="copy"), theirs.with_odd(state)  # noqa: PLW2901 - becomes ours
            elif theirs is not None and copy.verdict == "copy":
                ours = join(state, theirs)
            else:
                ours = state
            came = Arrival(copy.name, brought(state, ours))
            if not came.brought.nothing or (self.manner == "now" and copy.verdict == "copy"):
                self._news.append(came)
            state = ours
            copies.append(copy)
        return state, copies

    def _first(self, names: list[str]) -> State | None:
        """The state to start from when there is neither file nor shadow.

        That is the one portfolio that all copies with a name like the file's belong to; None when there are several.
        """
        akin = [c for c in self._opened(names, NOTHING) if c.verdict == "other" and self._is_related(c.name)]
        states = {c.state.portfolio_id: c.state for c in akin if c.state is not None}
        as_copies = [c._replace(verdict="copy") for c in akin]
        return next(iter(states.values())) if len(states) == 1 and self._are_renamed(as_copies) else None

    def _is_related(self, name: str) -> bool:
        from portfolio.store.copies.copy_names import is_related

        return is_related(name, self._locations.data_file)

    def _is_made_by_client(self, name: str) -> bool:
        from portfolio.store.copies.copy_names import is_made_by_client

        return is_made_by_client(name, self._locations.data_file)

    def _note_moved(self, name: str, kept: str) -> None:
        """Record where the bytes of a removed copy are kept, in its arrival or in one of its own."""
        from portfolio.store.merge_report import Arrival, Brought

        news = next((n for n, each in enumerate(self._news) if each.name == name), None)
        if news is None:
            self._news.append(Arrival(name, Brought({}, {}), kept))
        else:
            self._news[news] = self._news[news]._replace(kept=kept)

    def _are_renamed(self, copies: list[Copy]) -> bool:
        from portfolio.store.copies.recognition import is_renamed

        return is_renamed(copies, self._locations.data_file)

    def _opened(self, names: Iterable[str], ours: State) -> list[Copy]:
        from portfolio.store.copies.recognition import recognise

        folder, file = folder_of(self._locations.data_file), self._locations.data_file
        paths = [os.path.join(folder, name) for name in names]
        return [c for path in paths if (c := recognise(path, file, ours, self._system)) is not None]

    def _seen_file(
        self, copy: Copy, fingerprint: Fingerprint, before: State | None, now: State | None
    ) -> SeenFile | None:
        """What to remember of a file; None when it was removed."""
        from portfolio.store.copies.copy_removal import take_away

        theirs = copy.state
        seen_file = SeenFile(fingerprint, copy.verdict, theirs.portfolio_id if theirs is not None else "")
        moment, old = self._clock().timestamp(), self.known.seen.get(copy.name)
        if copy.verdict == "unreachable":
            return seen_file._replace(since=moment)
        if copy.verdict != "copy" or theirs is None or now is None or not holds_all(now, theirs):
            return seen_file
        held = old is not None and old.fingerprint == fingerprint and before is not None and holds_all(before, theirs)
        since = old.since if old is not None and held and 0 < old.since <= moment else 0.0
        if self._is_made_by_client(copy.name):
            due = self.manner == "now" or (since and moment - since >= WAIT_SECONDS)
            kept = take_away(copy, now, self._locations, self._system) if due else ""
            if kept:
                self._note_moved(copy.name, kept)
                return None
            since = 0.0 if due else since  # a copy that could not be removed is tried again later
        return seen_file._replace(since=since or moment)

    def _is_due(self, name: str, seen_file: SeenFile) -> bool:
        """Whether enough time passed to remove this copy, or to try opening it again."""
        waited = self._clock().timestamp() - seen_file.since if seen_file.since else 0.0
        goes = seen_file.verdict == "unreachable" or self._is_made_by_client(name)
        return (waited >= WAIT_SECONDS or waited < 0) and goes

    def _moves(self, name: str, seen_file: SeenFile) -> bool:
        """Whether a file was changed in place, which does not change the status of its folder."""
        try:
            status = os.lstat(os.path.join(folder_of(self._locations.data_file), name))
        except OSError:
            return True
        return atomic.fingerprint_of(status) != seen_file.fingerprint

    def _stamp(self) -> tuple[int, ...]:
        try:
            return atomic.stamp_of(self._system.stat(folder_of(self._locations.data_file)))
        except OSError:
            return ()

    def _remember(self, known: seen_files.SeenFiles) -> None:
        if known != self._known:
            self._known = known
            seen_files.save(self._locations, known)
