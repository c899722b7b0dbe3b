"""Write a file whole or not at all, also when the power fails half-way.

The bytes go to a temporary file in the same folder, are forced to the disk, and then take the place of the old file in
one step. Never in place, never delete-then-rename. Every call to the system goes through a `System`, so that a test can
let any one of them fail. This module does not lock, merge, or decide whether a file can be replaced.

The order is that of POSIX rename (IEEE Std 1003.1) with fsync of the file before it and of the folder after it; without
the first a rename can reach the disk before the data, without the second it can be undone.
"""

from __future__ import annotations

import errno
import os
import stat as modes
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final, NamedTuple

_NO_FOLDER_SYNC: Final = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF))
_WINDOWS_BUSY: Final = frozenset((5, 32, 33, 1224))  # access denied, sharing, locked, mapped: a scanner is reading it
_WINDOWS_PAUSES: Final = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8)  # seconds
_PIECE: Final = 65536  # bytes; small enough for the memory to be reused for the next piece
_LONGEST_NAME: Final = 200  # bytes of the name kept in the temporary one; file systems allow 255
_SECOND_NS: Final = 1_000_000_000
_TICK_NS: Final = 20_000_000  # Linux stamps files with a clock that advances by 1 to 10 ms at a time
_PLAIN: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _PLAIN  # else a pipe would wait for a writer
_EXCLUSIVE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | _PLAIN


class Fingerprint(NamedTuple):
    """Detects a change of a file without reading it: its size in bytes, modification time in ns and inode."""

    size: int
    modified_ns: int
    inode: int


class Durability(NamedTuple):
    """The outcome of a successful write."""

    certain: bool
    """False: saved, but the folder could not be forced to the disk, so a power failure can undo it."""
    fingerprint: Fingerprint


class Content(NamedTuple):
    """The bytes of a file, with its fingerprint and stamp when they were read."""

    data: bytes
    fingerprint: Fingerprint
    stamp: tuple[int, ...]
    """The result of `stamp_of`."""


class System:
    """The calls to the operating system for reading and writing; a test overrides those that should fail."""

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        """As os.open."""
        return os.open(path, flags, mode)

    def read(self, handle: int, size: int) -> bytes:
        """As os.read."""
        return os.read(handle, size)

    def write(self, handle: int, data: memoryview) -> int:
        """As os.write."""
        return os.write(handle, data)

    def stat(self, handle_or_path: int | str) -> os.stat_result:
        """As os.stat."""
        return os.stat(handle_or_path)

    def close(self, handle: int) -> None:
        """As os.close."""
        os.close(handle)

    def replace(self, source: str, target: str) -> None:
        """As os.replace."""
        os.replace(source, target)

    def link(self, source: str, target: str) -> None:
        """As os.link."""
        os.link(source, target)

    def unlink(self, path: str) -> None:
        """As os.unlink."""
        os.unlink(path)

    def mkdir(self, path: str, mode: int) -> None:
        """As os.mkdir."""
        os.mkdir(path, mode)

    def sleep(self, seconds: float) -> None:
        """As time.sleep."""
        time.sleep(seconds)

    def chmod(self, handle: int, mode: int) -> None:
        """Set the permissions; does nothing on Windows."""
        if sys.platform != "win32":
            os.fchmod(handle, mode)

    def sync(self, handle: int) -> None:
        """Force a file to the disk.

        On macOS fsync stops at the drive's cache (fsync(2) there), so F_FULLFSYNC is used.
        """
        if sys.platform == "darwin":
            import fcntl

            with suppress(OSError):
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)

    def sync_folder(self, path: str) -> None:
        """Force a folder to the disk; Windows has no such call."""
        if sys.platform == "win32":
            return
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        except OSError as failure:
            if failure.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(handle)


OS: Final = System()


def write(
    path: str,
    data: bytes,
    *,
    mode: int | None = None,
    check: Callable[[], None] | None = None,
    system: System = OS,
) -> Durability:
    """Create the file at `path` with `data`, or replace it.

    A symbolic link stays one; its target is replaced. The permissions stay those of the old file unless `mode` is
    given; a new file is 0600. `check` is called just before the replacement; an exception from it stops that. Raises
    OSError: the old file is then untouched and no temporary file is left.
    """
    target = os.path.realpath(path)
    if mode is None:
        try:
            mode = modes.S_IMODE(system.stat(target).st_mode)
        except FileNotFoundError:
            mode = 0o600
    temporary, fingerprint = _write_beside(target, data, mode, system)
    try:
        if check is not None:
            check()
        _replace(temporary, target, system)
    except BaseException:
        _forget(temporary, system)
        raise
    return Durability(_sync_folder(target, system), fingerprint)


def create(path: str, data: bytes, *, mode: int = 0o600, system: System = OS) -> Durability:
    """Create a new file. Raises FileExistsError when it exists, or another OSError."""
    temporary, fingerprint = _write_beside(path, data, mode, system)
    try:
        try:
            system.link(temporary, path)
        except OSError as failure:
            if isinstance(failure, FileExistsError):
                raise  # any other error: no hard links here (FAT, some network folders)
            _write_new(path, data, mode, system)
    finally:
        _forget(temporary, system)
    return Durability(_sync_folder(path, system), fingerprint)


def read(path: str, limit: int, *, known: bytes = b"", system: System = OS) -> Content:
    """Read at most `limit` bytes of a file. Raises OSError, also for a pipe.

    A file that changes while it is read is read again, three times at most; after that its last content is returned. A
    file that probably holds `known` is compared with that piece by piece, in half the time; then `known` itself is
    returned.
    """
    handle = _opened(path, system)
    try:
        for _attempt in range(3):
            status = system.stat(handle)
            before = fingerprint_of(status)
            is_known = known and before.size == len(known) and _continues_with(handle, known, system)
            if is_known and fingerprint_of(system.stat(handle)) == before:
                return Content(known, before, stamp_of(status))
            os.lseek(handle, 0, os.SEEK_SET)
            pieces: list[bytes] = []
            size = 0
            while size < limit and (piece := system.read(handle, min(limit - size, max(before.size - size, 0) + 1))):
                pieces.append(piece)
                size += len(piece)
            if fingerprint_of(system.stat(handle)) == before:
                break
        return Content(b"".join(pieces), before, stamp_of(status))
    finally:
        system.close(handle)


def holds(path: str, data: bytes, *, system: System = OS) -> tuple[int, ...] | None:
    """The stamp of a file that holds exactly these bytes, else None. Raises OSError.

    It is compared piece by piece, which takes half as long as reading a file of megabytes whole.
    """
    handle = _opened(path, system)
    try:
        status = system.stat(handle)
        return stamp_of(status) if _continues_with(handle, data, system) else None
    finally:
        system.close(handle)


def _opened(path: str, system: System) -> int:
    """Open a file for reading.

    Raises OSError, with ESPIPE for anything but a file or folder: reading it could never end.
    """
    handle = system.open(path, _READ)
    mode = system.stat(handle).st_mode
    if not (modes.S_ISREG(mode) or modes.S_ISDIR(mode)):
        system.close(handle)
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), path)
    return handle


def _continues_with(handle: int, data: bytes, system: System) -> bool:
    """Whether exactly these bytes follow from here to the end of the file."""
    at = 0
    while piece := system.read(handle, _PIECE):
        if data[at : at + len(piece)] != piece:
            return False
        at += len(piece)
    return at == len(data)


def make_private_folder(path: str, *, system: System = OS) -> None:
    """Make a folder and its missing parents, for this user alone (0700). An existing folder is not changed."""
    missing: list[str] = []
    while path and not os.path.isdir(path):
        missing.append(path)
        path = os.path.dirname(path)
    for folder in reversed(missing):
        with suppress(FileExistsError):
            system.mkdir(folder, 0o700)


def sweep(folder: str, older_than: float) -> int:
    """Remove our temporary files that a crash left, last changed before `older_than` (seconds since 1970);

    their number.
    """
    count = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".~") and entry.name.endswith(".tmp") and entry.name.count(".") >= 3:
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < older_than:
                        os.unlink(entry.path)
                        count += 1
    return count


def fingerprint_of(status: os.stat_result) -> Fingerprint:
    """The fingerprint from a stat result."""
    return Fingerprint(status.st_size, status.st_mtime_ns, status.st_ino)


def stamp_of(status: os.stat_result) -> tuple[int, ...]:
    """A stricter fingerprint: on POSIX it changes with every write and every reset of the times.

    Empty where it would prove nothing: on Windows, which has no time of the last change of status; where that time is
    in whole seconds; and for a change so recent that the next one can get the same time.
    """
    changed = status.st_ctime_ns
    if os.name == "nt" or changed % _SECOND_NS == 0 or time.time_ns() - changed < _TICK_NS:
        return ()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)


def _write_beside(target: str, data: bytes, mode: int, system: System) -> tuple[str, Fingerprint]:
    """Write the data to a temporary file and force it to the disk. Sync clients skip names that begin with `.~`."""
    folder, name = os.path.split(target)
    while len(os.fsencode(name)) > _LONGEST_NAME:
        name = name[:-1]
    temporary = os.path.join(folder, f".~{name}.{os.urandom(6).hex()}.tmp")
    return temporary, _write_new(temporary, data, mode, system)


def _write_new(path: str, data: bytes, mode: int, system: System) -> Fingerprint:
    """Write a new file and force it to the disk; it is removed again when anything fails."""
    handle = system.open(path, _EXCLUSIVE, 0o600)
    is_open = True
    try:
        view = memoryview(data)
        while view:
            view = view[system.write(handle, view) :]
        system.chmod(handle, mode)
        system.sync(handle)
        fingerprint = fingerprint_of(system.stat(handle))
        is_open = False
        system.close(handle)  # can still report a full disk, so it is part of the work that can fail
    except BaseException:
        if is_open:
            with suppress(OSError):
                system.close(handle)
        _forget(path, system)
        raise
    return fingerprint


def _replace(source: str, target: str, system: System) -> None:
    """Rename over the target. On Windows a virus scanner or sync client can hold it for a moment."""
    for pause in (*_WINDOWS_PAUSES, None):
        try:
            system.replace(source, target)
        except OSError as failure:
            if pause is None or getattr(failure, "winerror", None) not in _WINDOWS_BUSY:
                raise
            system.sleep(pause)
        else:
            return


def _sync_folder(path: str, system: System) -> bool:
    """Force the folder of `path` to the disk;

    whether that worked. The file is saved already, so failure is no error.
    """
    try:
        system.sync_folder(os.path.dirname(path) or ".")
    except OSError:
        return False
    return True


def _forget(path: str, system: System) -> None:
    """Remove a temporary file, if possible."""
    with suppress(OSError):
        system.unlink(path)
