"""Snapshots: what the portfolio held after each of the last saves, kept on this machine.

The shadow is never changed in place, only replaced, so a snapshot can be a hard link to it, which costs nothing; on a
disk without hard links the bytes are written. Older snapshots are compressed, one per save at most. They belong to a
portfolio, wherever its file lies. A save never fails because of a snapshot.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from portfolio import atomic
from portfolio.atomic import System
from portfolio.locations import Locations
from portfolio.machine import name_digest
from portfolio.store.file.probe import state_in
from portfolio.store.file.rotation import SAVES, WHYS, Taken, Why, kept
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format.canonical import State, has_our_frame, trusted
from portfolio.store.format.migrations import migrated
from portfolio.store.format.strict import LARGEST, UnreadableError
from portfolio.wording import N_

_PLAIN: Final = ".json"
_PACKED: Final = ".json.gz"
_LENGTH: Final = len("20261125-233303-123")
_GZIP: Final = 31  # zlib's wbits for a gzip header (zlib.h, deflateInit2)
_NEXT: Final = timedelta(milliseconds=1)
_STILL: Final = timedelta(seconds=1)  # a snapshot from this little later counts as made at the same moment


class Snapshot(NamedTuple):
    """One snapshot."""

    id: str
    """The moment in UTC, as the user names it; ids sort by time."""
    at: datetime
    why: Why
    path: str
    size: int
    """Bytes on the disk."""


class Snapshots:
    """The snapshots of the portfolios on this machine."""

    def __init__(self, locations: Locations, system: System) -> None:
        """Nothing is read or made yet."""
        self._root = locations.snapshots_folder
        self._system = system

    def folder(self, portfolio_id: str) -> str:
        """The folder for the snapshots of a portfolio. Its id can hold anything, so the name is a digest of it."""
        return os.path.join(self._root, name_digest(portfolio_id.encode("utf-8", "surrogatepass")))

    def take(self, state: State, why: Why, now: datetime, shadow: str | None) -> None:
        """Take a snapshot of this state and drop the expired ones.

        `shadow` is a file with the same bytes, if there is one.

        Call this with the lock of the portfolio held. Raises OSError; the older snapshots are then unchanged.
        """
        if not state.portfolio_id or not state.tables():
            return
        folder = self.folder(state.portfolio_id)
        names = _names(folder)
        if why == "save" and shadow and _is_last(folder, names, shadow):
            return
        atomic.make_private_folder(folder, system=self._system)
        at = _free(now, names)
        name = f"{_id_of(at)}.{why}"
        if not (shadow and self._link(shadow, os.path.join(folder, name + _PLAIN))):
            atomic.create(os.path.join(folder, name + _PACKED), packed(state.encode()), system=self._system)
        elif why != "save":
            self._system.sync_folder(folder)
        self._rotate(folder, _names(folder), max(now, at))

    def of(self, portfolio_id: str) -> list[Snapshot]:
        """The snapshots of a portfolio, newest first."""
        return sorted(self._in(self.folder(portfolio_id)), reverse=True) if portfolio_id else []

    def read(self, snapshot: Snapshot, known: State = NOTHING) -> State:
        """The state in a snapshot; lines that are in `known` are not parsed again. Raises UnreadableError."""
        try:
            return state_in(self.bytes_in(snapshot.path), snapshot.path, known)
        except OSError as failure:
            raise UnreadableError(N_("it cannot be opened"), snapshot.path) from failure

    def glance(self, snapshot: Snapshot) -> State:
        """The state in a snapshot, for counting: only we write snapshots, so an intact frame is not checked further.

        Raises UnreadableError.
        """
        try:
            data = self.bytes_in(snapshot.path)
        except OSError as failure:
            raise UnreadableError(N_("it cannot be opened"), snapshot.path) from failure
        return migrated(trusted(data)) if has_our_frame(data) else state_in(data, snapshot.path, NOTHING)

    def bytes_in(self, path: str) -> bytes:
        """The uncompressed bytes of a snapshot. Raises OSError or UnreadableError."""
        data = atomic.read(path, LARGEST + 1, system=self._system).data
        return unpacked(data, path) if path.endswith(_PACKED) else data

    def replace(self, path: str, data: bytes) -> None:
        """Replace the content of a snapshot. Raises OSError."""
        atomic.write(path, packed(data) if path.endswith(_PACKED) else data, mode=0o600, system=self._system)

    def _link(self, shadow: str, path: str) -> bool:
        """Make a hard link to the shadow; False when the disk has none."""
        try:
            self._system.link(shadow, path)
        except OSError:
            return False
        return True

    def _rotate(self, folder: str, names: list[str], now: datetime) -> None:
        """Drop the expired snapshots, and compress one of those that are not recent."""
        found = sorted(((taken, name) for name in names if (taken := _taken(name)) is not None), reverse=True)
        wanted = kept({taken for taken, _name in found}, now)
        for taken, name in found:
            if taken not in wanted:
                self._system.unlink(os.path.join(folder, name))
        stay = [name for taken, name in found if taken in wanted]
        plain = next((name for name in stay[SAVES:] if name.endswith(_PLAIN)), None)
        if plain is not None:
            self._pack(os.path.join(folder, plain))

    def _pack(self, path: str) -> None:
        """Compress a snapshot. Raises OSError; both forms can then exist, with the same content."""
        data = atomic.read(path, LARGEST + 1, system=self._system).data
        atomic.write(path.removesuffix(_PLAIN) + _PACKED, packed(data), mode=0o600, system=self._system)
        self._system.unlink(path)

    def _in(self, folder: str) -> Iterator[Snapshot]:
        names = _names(folder)
        for name in names:
            taken, path = _taken(name), os.path.join(folder, name)
            if taken is not None and f"{name}.gz" not in names:
                with suppress(OSError):
                    yield Snapshot(_id_of(taken.at), taken.at, taken.why, path, os.stat(path).st_size)


def packed(data: bytes) -> bytes:
    """The bytes compressed with gzip, at its fastest level; equal bytes give equal output."""
    import zlib

    press = zlib.compressobj(1, zlib.DEFLATED, _GZIP)
    return press.compress(data) + press.flush()


def unpacked(data: bytes, path: str) -> bytes:
    """The uncompressed bytes. Raises UnreadableError, naming `path`."""
    import zlib

    press = zlib.decompressobj(_GZIP)
    try:
        whole = press.decompress(data, LARGEST + 1)
    except zlib.error as failure:
        raise UnreadableError(N_("it is cut off or damaged"), path) from failure
    if not press.eof:
        raise UnreadableError(N_("it is cut off or damaged"), path)
    return whole


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _is_last(folder: str, names: list[str], shadow: str) -> bool:
    """Whether the newest snapshot is the shadow itself, so that nothing was saved since."""
    last = next((name for name in reversed(names) if _taken(name) is not None), None)
    try:
        return last is not None and os.path.samefile(os.path.join(folder, last), shadow)
    except OSError:
        return False


def _free(now: datetime, names: list[str]) -> datetime:
    """The moment of a new snapshot. While the clock does not advance it follows the last one, to keep the order."""
    at = now.astimezone(UTC)
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    made = (taken.at for name in names if (taken := _taken(name)) is not None)
    latest = max((each for each in made if at <= each < at + _STILL), default=None)
    return latest + _NEXT if latest is not None else at


def _id_of(at: datetime) -> str:
    return f"{at:%Y%m%d-%H%M%S}-{at.microsecond // 1000:03d}"


def _taken(name: str) -> Taken | None:
    """When and why a snapshot was taken, from its name; None when it is not a snapshot."""
    stamp, _dot, rest = name.partition(".")
    why = next((each for each in WHYS if rest in (f"{each}{_PLAIN}", f"{each}{_PACKED}")), None)
    day, _dash, time = stamp.partition("-")
    if why is None or len(stamp) != _LENGTH:
        return None
    try:  # strptime would do, but costs 5 ms to import
        numbers = (day[:4], day[4:6], day[6:], time[:2], time[2:4], time[4:6], time[7:])
        year, month, number, hour, minute, second, milliseconds = map(int, numbers)
        at = datetime(year, month, number, hour, minute, second, milliseconds * 1000, UTC)
    except ValueError:
        return None
    return Taken(at, why)
