"""The shadow: a private copy of the data file on this machine, written before the file itself.

A sync client can put back an old file over a change that was just saved, without a trace. The shadow still has the
change. It belongs to one path and one portfolio; the shadow of a portfolio that was at that path before is kept aside.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations, file_key
from portfolio.machine import name_digest
from portfolio.records.identity import is_id
from portfolio.store.file.probe import state_in
from portfolio.store.format.canonical import State, new_state, trusted
from portfolio.store.format.strict import LARGEST, UnreadableError

NOTHING: Final = new_state("")
"""The empty state, for parsing without known lines."""
_OUR_START: Final = b'{\n"_meta":\t{\n'
_DAMAGED_AT_MOST: Final = 10
_DAMAGED_BYTES: Final = 64 * 1024 * 1024
"""Bytes of all damaged copies together. A larger copy is not kept: the file itself stays where it is."""


class Shadow:
    """The shadow of one data file, and the damaged copies of that file."""

    def __init__(self, locations: Locations, system: System) -> None:
        """Nothing is read or made yet."""
        self.stamp: tuple[int, ...] = ()
        """The status of the shadow when it was last read or compared (`atomic.stamp_of`)."""
        self._folder = locations.shadow_folder
        self._damaged = locations.damaged_folder
        self._system = system
        self._key = file_key(locations.data_file)
        self.path: Final = os.path.join(self._folder, f"{self._key}.json")

    def load(self, known: bytes = b"") -> bytes | None:
        """The bytes of the shadow, most likely `known`; None when it cannot be opened."""
        try:
            content = atomic.read(self.path, LARGEST + 1, known=known, system=self._system)
        except OSError:
            return None
        self.stamp = content.stamp
        return content.data

    def holds(self, data: bytes) -> bool:
        """Whether the shadow holds exactly these bytes."""
        try:
            stamp = atomic.holds(self.path, data, system=self._system)
        except OSError:
            return False
        if stamp is not None:
            self.stamp = stamp
        return stamp is not None

    def write(self, data: bytes) -> None:
        """Replace the shadow by these bytes and force them to the disk. Raises OSError."""
        atomic.write(self.path, data, mode=0o600, system=self._system)

    def set_aside(self, portfolio_id: str) -> str:
        """Keep the shadow under the id of its portfolio, to make room for another one; the new path. Raises OSError."""
        aside = self._aside(portfolio_id)
        self._system.replace(self.path, aside)
        return aside

    def parked(self, portfolio_id: str) -> State | None:
        """The state of this portfolio that was set aside earlier; None when there is none."""
        for path in self._asides(portfolio_id):
            with suppress(OSError, UnreadableError):
                state = state_in(atomic.read(path, LARGEST + 1, system=self._system).data, path, NOTHING)
                if state.portfolio_id == portfolio_id:
                    return state
        return None

    def parked_others(self) -> dict[str, str]:
        """Portfolios that were at this path before: id to the path where each is kept."""
        found = {}
        for path in files_in(self._folder):
            if path != self.path and os.path.basename(path).startswith(f"{self._key}."):
                with suppress(OSError, UnreadableError):
                    data = atomic.read(path, LARGEST + 1, system=self._system).data
                    ours = data.startswith(_OUR_START) and data.endswith(b"\n}\n}\n")  # only the header is needed
                    found[(trusted(data) if ours else state_in(data, path, NOTHING)).portfolio_id] = path
        return found

    def unpark(self, portfolio_id: str) -> None:
        """Remove what was set aside of this portfolio: its content is in the shadow again."""
        for path in self._asides(portfolio_id):
            with suppress(OSError):
                os.unlink(path)

    def _aside(self, portfolio_id: str) -> str:
        """Where the shadow of this portfolio is set aside. Its id can hold anything, so the name is a digest of it."""
        name = name_digest(portfolio_id.encode("utf-8", "surrogatepass"))
        return os.path.join(self._folder, f"{self._key}.{name}.json")

    def _asides(self, portfolio_id: str) -> tuple[str, ...]:
        """That path, and the path that an older Leerreis used."""
        older = os.path.join(self._folder, f"{self._key}.{portfolio_id}.json")
        return (self._aside(portfolio_id), older) if is_id(portfolio_id) else (self._aside(portfolio_id),)

    def others(self, portfolio_id: str) -> Iterator[tuple[str, State]]:
        """Shadows of this portfolio from when its file was at another path: path and state."""
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
        """Keep these unreadable bytes once; of all damaged files the ten latest, within `_DAMAGED_BYTES`.

        Errors are ignored: nothing depends on this copy.
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
        """The paths of the damaged copies of this file."""
        return [
            path for path in files_in(self._damaged, ".damaged") if os.path.basename(path).startswith(f"{self._key}.")
        ]


def files_in(folder: str, end: str = ".json") -> list[str]:
    """The sorted paths of the files in a folder whose names have this ending; empty when there is no such folder."""
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(end))
    except OSError:
        return []
