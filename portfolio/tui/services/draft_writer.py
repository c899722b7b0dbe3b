"""Writes what is being typed to disk at once, without overwriting words that the user was not shown.

Each change is queued on the drafts thread. Changes within `COALESCED` seconds of each other, or made while the disk is
busy, are written once, in their last form. `DraftFiles` keeps the words of other windows.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.notebook.draft_files import DraftFiles

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.locations import Locations
    from portfolio.notebook.drafts import Unfinished
    from portfolio.tui.services.notebook_worker import NotebookWorker

COALESCED = 0.012
"""Seconds that a change waits for more: a burst of keys becomes one write, and the key is painted first."""
LEFT_HERE: Final = "left here"
"""Stamp of a draft in the form this app gave it, which may not be on disk yet."""


class _Done(NamedTuple):
    """The last thing that this app did with a draft."""

    turn: int
    entry: Entry | None
    """The text as it was kept; None when the draft was discarded."""
    on_disk: bool = False


class DraftWriter:
    """Writes the drafts of one app."""

    def __init__(self, desk: NotebookWorker, failed: Callable[[], object]) -> None:
        """`failed` is called on the drafts thread when a draft could not be written."""
        self._desk, self._failed = desk, failed
        self._hurried = threading.Event()
        self._lock = threading.Lock()
        self._turn = 0
        self._pending: dict[str, tuple[int, Entry]] = {}
        """Changes that wait to be written, by name, each with its turn."""
        self._in_line = False
        """Whether a write of the pending changes is already queued."""
        self._mine: dict[str, _Done] = {}
        """Last action per draft since all drafts were last read from disk, by name."""
        self._files = DraftFiles()
        """Used on the drafts thread only."""

    def open(self, entry: Entry) -> None:
        """Open a text: from now on it may replace only the draft that it was loaded from."""

        def opened(_locations: Locations) -> None:
            if entry.stamp != LEFT_HERE:
                self._files.open(entry)

        self._desk.with_drafts(opened)

    def keep(self, entry: Entry) -> None:
        """Queue a text that is being typed."""
        with self._lock:
            self._pending[entry.name] = self._note(entry), entry
            waits, self._in_line = self._in_line, True
        if not waits:
            self._desk.with_drafts(self._write_pending).add_done_callback(self._report)

    def left(self, entry: Entry) -> Future[str]:
        """Write a text now; the result is the name of its draft on disk, empty when the text is empty."""
        with self._lock:
            self._pending.pop(entry.name, None)
            turn = self._note(entry)
        return self._desk.with_drafts(lambda locations: self._write(locations, turn, entry))

    def discard(self, name: str, stamp: str = "") -> Future[None]:
        """Discard a draft that was saved or thrown away; with a `stamp`, only when the file still has that stamp."""
        with self._lock:
            self._pending.pop(name, None)
            self._turn = turn = self._turn + 1
            self._mine[name] = _Done(turn, None)

        def gone(locations: Locations) -> None:
            self._files.discard(locations, name, stamp)
            self._is_on_disk(name, turn)

        return self._desk.with_drafts(gone)

    def on_offer(self, loaded: Iterable[Unfinished]) -> dict[str, Entry]:
        """Return every draft by name: those `loaded` from disk, updated with what this app did since."""
        found = {each.name: each.entry for each in loaded}
        with self._lock:
            for name, done in self._mine.items():
                found.pop(name, None)
                if done.entry is not None:
                    found[name] = done.entry._replace(stamp=LEFT_HERE)
        return found

    def on_disk(self) -> Mapping[str, int]:
        """Return the turns of all actions that are on disk, by name: take this before reading drafts, for `looked`."""
        with self._lock:
            return {name: done.turn for name, done in self._mine.items() if done.on_disk}

    def looked(self, on_disk: Mapping[str, int]) -> None:
        """Forget the actions that were `on_disk` when all drafts were read: the drafts read include them."""
        with self._lock:
            for name, turn in on_disk.items():
                if name in self._mine and self._mine[name].turn == turn:
                    del self._mine[name]

    def hurry(self) -> None:
        """Stop waiting for more changes before writing: the app closes."""
        self._hurried.set()

    def flush(self, within: float) -> bool:
        """Write all pending changes, waiting `within` seconds at most; return whether everything is on disk."""
        self.hurry()
        try:
            self._desk.with_drafts(self._write_pending).result(within)
        except (TooLate, OSError):
            return False
        finally:
            self._hurried.clear()
        with self._lock:
            return not self._pending and all(done.on_disk for done in self._mine.values())

    def _note(self, entry: Entry) -> int:
        """Record the current form of a text; the lock must be held."""
        self._turn += 1
        self._mine[entry.name] = _Done(self._turn, entry if entry.touched else None)
        return self._turn

    def _is_on_disk(self, name: str, turn: int) -> None:
        with self._lock:
            done = self._mine.get(name)
            if done is not None and done.turn == turn:
                self._mine[name] = done._replace(on_disk=True)

    def _write_pending(self, locations: Locations) -> None:
        self._hurried.wait(COALESCED)
        with self._lock:
            pending, self._pending = self._pending, {}
            self._in_line = False
        failure: OSError | None = None
        for name, (turn, entry) in pending.items():
            try:
                self._write(locations, turn, entry)
            except OSError as failed:
                failure = failed
                with self._lock:  # kept for the next change or flush to retry
                    self._pending.setdefault(name, (turn, entry))
        if failure is not None:
            raise failure

    def _write(self, locations: Locations, turn: int, entry: Entry) -> str:
        own = self._files.write(locations, entry)
        self._is_on_disk(entry.name, turn)
        return own

    def _report(self, done: Future[None]) -> None:
        if not done.cancelled() and done.exception() is not None:
            self._failed()
