"""Puts what is being typed on disk the moment it is typed, and never in the place of words that nobody was shown.

A change stands in line for the disk at once, on a thread of its own. Changes that come within `COALESCED` seconds, or
while the disk is busy, are written once, as the last of them left the text. Before a draft is replaced or taken away
it is compared with what this app loaded or wrote under that name; when it says something else (another window wrote
it), it stays and the words go into a draft beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.notebook import drafts
from portfolio.notebook.drafts import NO_DRAFT

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.locations import Locations
    from portfolio.notebook.drafts import Unfinished
    from portfolio.tui.services.notebook_worker import NotebookWorker

COALESCED = 0.012
"""Seconds that a change waits for others: a burst of keys is one file, and the key is painted first."""
LEFT_HERE: Final = "left here"
"""The stamp of a draft as this app left it, which may not be on disk yet."""


class _Done(NamedTuple):
    """What this app did last with a draft."""

    turn: int
    entry: Entry | None
    """How it left it; None when it let it go."""
    on_disk: bool = False


class DraftWriter:
    """Writes the drafts of one app."""

    def __init__(self, desk: NotebookWorker, failed: Callable[[], object]) -> None:
        """`failed` is called on the drafts thread when words could not be written."""
        self._desk, self._failed = desk, failed
        self._hurried = threading.Event()
        self._lock = threading.Lock()
        self._turn = 0
        self._pending: dict[str, tuple[int, Entry]] = {}
        """What was changed and is not being written yet, by name."""
        self._in_line = False
        """Whether the drafts thread will look at them by itself."""
        self._mine: dict[str, _Done] = {}
        """What this app did with drafts since it last read all of them, by name."""
        self._stamps: dict[str, str] = {}
        """What stands on disk as far as this app loaded or wrote it, by name. Used on the drafts thread alone."""
        self._aside: dict[str, str] = {}
        """Where the words of a name go when its file holds words of others. On that thread alone too."""

    def open(self, entry: Entry) -> None:
        """A text is opened: only the draft that it was loaded from is its own to replace."""

        def opened(_locations: Locations) -> None:
            if entry.stamp != LEFT_HERE:
                self._stamps[entry.name] = entry.stamp
                self._aside.pop(entry.name, None)

        self._desk.with_drafts(opened)

    def keep(self, entry: Entry) -> None:
        """Put what is being typed in line for the disk."""
        with self._lock:
            self._pending[entry.name] = self._note(entry), entry
            waits, self._in_line = self._in_line, True
        if not waits:
            self._desk.with_drafts(self._write_pending).add_done_callback(self._report)

    def left(self, entry: Entry) -> Future[str]:
        """Keep this now: the name of its draft once it is on disk, empty when there is nothing in it any more."""
        with self._lock:
            self._pending.pop(entry.name, None)
            turn = self._note(entry)
        return self._desk.with_drafts(lambda locations: self._write(locations, turn, entry))

    def discard(self, name: str, stamp: str = "") -> Future[None]:
        """Let it go: it was saved, or its writer threw it away; with a `stamp` only when it says what was shown."""
        with self._lock:
            self._pending.pop(name, None)
            self._turn = turn = self._turn + 1
            self._mine[name] = _Done(turn, None)

        def gone(locations: Locations) -> None:
            own = self._aside.pop(name, name)
            known = stamp or self._stamps.get(own, NO_DRAFT)
            if drafts.stamp(locations, own) == known:
                drafts.discard(locations, own)
                self._stamps.pop(own, None)
            self._is_on_disk(name, turn)

        return self._desk.with_drafts(gone)

    def on_offer(self, loaded: Iterable[Unfinished]) -> dict[str, Entry]:
        """Every draft by name: those `loaded` from disk, each as this app left it since."""
        found = {each.name: each.entry for each in loaded}
        with self._lock:
            for name, done in self._mine.items():
                found.pop(name, None)
                if done.entry is not None:
                    found[name] = done.entry._replace(stamp=LEFT_HERE)
        return found

    def on_disk(self) -> Mapping[str, int]:
        """What was done and is on disk: whoever reads the drafts after this sees it. For `looked`."""
        with self._lock:
            return {name: done.turn for name, done in self._mine.items() if done.on_disk}

    def looked(self, on_disk: Mapping[str, int]) -> None:
        """All drafts were read again after this was `on_disk`: what was read counts from now on."""
        with self._lock:
            for name, turn in on_disk.items():
                if name in self._mine and self._mine[name].turn == turn:
                    del self._mine[name]

    def hurry(self) -> None:
        """Let nothing wait for more changes any more: the app closes."""
        self._hurried.set()

    def flush(self, within: float) -> bool:
        """Write what is in line now, waiting `within` seconds at most. Whether all of it is on disk."""
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
        """Remember how this text was left; the lock is held."""
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
                with self._lock:  # for the next change or the flush to try again
                    self._pending.setdefault(name, (turn, entry))
        if failure is not None:
            raise failure

    def _write(self, locations: Locations, turn: int, entry: Entry) -> str:
        """Put it on disk under its name, or beside that where words stand that this app was not shown."""
        own = self._aside.get(entry.name, entry.name)
        found = drafts.stamp(locations, own)
        if found in (NO_DRAFT, self._stamps.get(own, NO_DRAFT)):
            self._stamps[own] = drafts.keep(locations, entry._replace(name=own))
        elif entry.touched:
            own = self._aside[entry.name] = _free_name(locations, entry.name)
            self._stamps[own] = drafts.keep(locations, entry._replace(name=own))
        self._is_on_disk(entry.name, turn)
        return own if entry.touched else ""

    def _report(self, done: Future[None]) -> None:
        if not done.cancelled() and done.exception() is not None:
            self._failed()


def _free_name(locations: Locations, name: str) -> str:
    """A name beside this one that no draft has."""
    n = 2
    while drafts.stamp(locations, f"{name}~{n}") != NO_DRAFT:
        n += 1
    return f"{name}~{n}"
