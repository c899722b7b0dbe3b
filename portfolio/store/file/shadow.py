"""The shadow: a private copy of the data file on this machine, written before the file itself.

A sync client may put back an old file over words that were just saved, and leave no trace of it. The shadow still has
them. It belongs to one path and one portfolio; the shadow of a portfolio that used to be at that path is kept aside.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations, file_key
from portfolio.machine import told_apart
from portfolio.records.identity import is_id
from portfolio.store.file.probe import state_in
from portfolio.store.format.canonical import State, new_state, trusted
from portfolio.store.format.strict import LARGEST, UnreadableError

NOTHING: Final = new_state("")
"""The state of which no line is known."""
_OUR_START: Final = b'{\n"_meta":\t{\n'
_DAMAGED_AT_MOST: Final = 10
_DAMAGED_BYTES: Final = 64 * 1024 * 1024
"""All damaged copies together; one that is larger is not kept: the file that it is of stays where it is."""


class Shadow:
    """The shadow of one data file, and the damaged copies of that file."""

    def __init__(self, locations: Locations, system: System) -> None:
        """Nothing is read or made yet."""
        self.stamp: tuple[int, ...] = ()
        """What its status was when it was loaded (`atomic.stamp_of`)."""
        self._folder = locations.shadow_folder
        self._damaged = locations.damaged_folder
        self._system = system
        self._key = file_key(locations.data_file)
        self.path: Final = os.path.join(self._folder, f"{self._key}.json")

    def load(self, known: bytes = b"") -> bytes | None:
        """Its bytes, most likely `known`; None when there is none that can be opened."""
        try:
            content = atomic.read(self.path, LARGEST + 1, known=known, system=self._system)
        except OSError:
            return None
        self.stamp = content.stamp
        return content.data

    def holds(self, data: bytes) -> bool:
        """Whether it holds exactly these bytes."""
        try:
            stamp = atomic.holds(self.path, data, system=self._system)
        except OSError:
            return False
        if stamp is not None:
            self.stamp = stamp
        return stamp is not None

    def write(self, data: bytes) -> None:
        """Put these bytes in it, on the disk for certain. Raises OSError."""
        atomic.write(self.path, data, mode=0o600, system=self._system)

    def set_aside(self, portfolio_id: str) -> str:
        """Keep it under the name of its portfolio; another takes its place. The new path. Raises OSError."""
        aside = self._aside(portfolio_id)
        self._system.replace(self.path, aside)
        return aside

    def parked(self, portfolio_id: str) -> State | None:
        """What was set aside of this portfolio when another one came to its path; None when nothing was."""
        for path in self._asides(portfolio_id):
            with suppress(OSError, UnreadableError):
                state = state_in(atomic.read(path, LARGEST + 1, system=self._system).data, path, NOTHING)
                if state.portfolio_id == portfolio_id:
                    return state
        return None

    def parked_others(self) -> dict[str, str]:
        """Portfolios that used to be at this path: id to where each is kept."""
        found = {}
        for path in files_in(self._folder):
            if path != self.path and os.path.basename(path).startswith(f"{self._key}."):
                with suppress(OSError, UnreadableError):
                    data = atomic.read(path, LARGEST + 1, system=self._system).data
                    ours = data.startswith(_OUR_START) and data.endswith(b"\n}\n}\n")  # only its header is of interest
                    found[(trusted(data) if ours else state_in(data, path, NOTHING)).portfolio_id] = path
        return found

    def unpark(self, portfolio_id: str) -> None:
        """Take away what was set aside of this portfolio: its words are in the shadow again."""
        for path in self._asides(portfolio_id):
            with suppress(OSError):
                os.unlink(path)

    def _aside(self, portfolio_id: str) -> str:
        """Where the shadow of this portfolio is kept; its id may hold anything, so it is no name for a file."""
        name = told_apart(portfolio_id.encode("utf-8", "surrogatepass"))
        return os.path.join(self._folder, f"{self._key}.{name}.json")

    def _asides(self, portfolio_id: str) -> tuple[str, ...]:
        """That, and where an older Leerreis kept it."""
        older = os.path.join(self._folder, f"{self._key}.{portfolio_id}.json")
        return (self._aside(portfolio_id), older) if is_id(portfolio_id) else (self._aside(portfolio_id),)

    def others(self, portfolio_id: str) -> Iterator[tuple[str, State]]:
        """Shadows of this portfolio made while its file lay elsewhere: path and state."""
        if not portfolio_id:
            return
        wanted = portfolio_id.encode() if is_id(portfolio_id) else b""
        for path in files_in(self._folder):
            if path == self.path:
                continue
            with suppress(OSError, UnreadableError):
                data = atomic.read(path, LARGEST + 1, system=self._system).data
                if wanted in data and (state := state_in(data, path, NOTHING)).portfolio_id == portfolio_id:
                    yield path, state

    def keep_damaged(self, data: bytes) -> None:
        """Keep a copy of bytes that cannot be read, once: the ten latest at most, and no more than there is room for.

        Fails in silence: it is an extra.
        """
        if not data.strip(b"\0") or len(data) > _DAMAGED_BYTES:
            return
        from zlib import crc32

        path = os.path.join(self._damaged, f"{self._key}.{crc32(data):08x}{len(data):x}.damaged")
        with suppress(OSError):
            if os.path.exists(path):
                return
            atomic.make_private_folder(self._damaged, system=self._system)
            atomic.create(path, data, system=self._system)
            others = sorted(set(files_in(self._damaged, ".damaged")) - {path}, key=os.path.getmtime, reverse=True)
            room, count = _DAMAGED_BYTES - len(data), _DAMAGED_AT_MOST - 1
            for old in others:
                room, count = room - os.path.getsize(old), count - 1
                if room < 0 or count < 0:
                    os.unlink(old)

    def damaged(self) -> list[str]:
        """The damaged copies of this file."""
        return [
            path for path in files_in(self._damaged, ".damaged") if os.path.basename(path).startswith(f"{self._key}.")
        ]


def files_in(folder: str, end: str = ".json") -> list[str]:
    """The paths in a folder whose name ends so; none when there is no such folder."""
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(end))
    except OSError:
        return []
