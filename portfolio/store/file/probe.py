"""Probe a data file: what is at its path, and its content when that can be read. Writes nothing."""

from __future__ import annotations

import os
from typing import Final, Literal, NamedTuple

from portfolio import atomic, patience
from portfolio.atomic import Fingerprint, System
from portfolio.errors import reason_of
from portfolio.store.format.canonical import State
from portfolio.store.format.migrations import migrated
from portfolio.store.format.strict import LARGEST, UnreadableError, is_foreign, is_newer
from portfolio.wording import N_

Found = Literal["sound", "missing", "not_downloaded", "unreachable", "damaged", "foreign", "newer"]

_STUB_SIZE: Final = 1024  # bytes; the `.NAME.icloud` placeholder of macOS before 14 is smaller than 200
_NOT_HERE: Final = 0x400000 | 0x1000  # FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS, FILE_ATTRIBUTE_OFFLINE (winnt.h)
_DATALESS: Final = 0x40000000  # SF_DATALESS of macOS 14 and later (sys/stat.h)


class FileState(NamedTuple):
    """What was found; `state` when it could be read, `reason` (an English message id) when not."""

    found: Found
    data: bytes = b""
    fingerprint: Fingerprint | None = None
    state: State | None = None
    reason: str = ""
    stamp: tuple[int, ...] = ()
    """The status of the file (`atomic.stamp_of`)."""
    older: State | None = None
    """The state as an older Leerreis wrote it, when that differs from `state`, which has the current schema."""


def bytes_of(path: str, system: System, known: bytes = b"") -> FileState:
    """Read the bytes of a file, without parsing ("sound"), or find out why there are none.

    `known` are the bytes the file most likely holds; equal bytes are read faster. A disk that does not answer is waited
    for one second at most.
    """
    try:
        content = patience.ask(path, lambda: atomic.read(path, LARGEST + 1, known=known, system=system))
    except patience.NoAnswer:
        return FileState("unreachable", reason=N_("its disk does not answer"))
    except (FileNotFoundError, NotADirectoryError):
        return FileState("not_downloaded" if _has_stub(path) else "missing")
    except OSError as failure:
        try:
            elsewhere = is_elsewhere(os.stat(path))
        except OSError:
            elsewhere = False
        return FileState("not_downloaded" if elsewhere else "unreachable", reason=reason_of(failure))
    return FileState("sound", content.data, content.fingerprint, stamp=content.stamp)


def judged(probed: FileState, path: str, known: State) -> FileState:
    """Parse the bytes that were probed. Lines that are in `known` are not parsed again."""
    if probed.found != "sound":
        return probed
    try:
        written = _written(probed.data, path, known)
    except UnreadableError as unreadable:
        return probed._replace(found="damaged", reason=unreadable.reason)
    found: Found = "foreign" if is_foreign(written) else "newer" if is_newer(written) else "sound"
    state = migrated(written) if found == "sound" else written
    return probed._replace(found=found, state=state, older=None if state is written else written)


def state_in(data: bytes, path: str, known: State) -> State:
    """The state in bytes from any source, at the current schema. Raises UnreadableError."""
    return migrated(_written(data, path, known))


def _written(data: bytes, path: str, known: State) -> State:
    """The state at the schema it was written in. Raises UnreadableError."""
    if data == known.encode():
        return known
    from portfolio.store.format.line_reader import read_lines  # only for what we did not write last

    state = read_lines(data, known)
    if state is not None:
        return state
    from portfolio.store.format.database import read_with_tinydb  # TinyDB takes 8 ms to import

    return read_with_tinydb(path, data)


def _has_stub(path: str) -> bool:
    """Whether macOS left a placeholder for a file that is in iCloud only."""
    folder, name = os.path.split(path)
    stub = os.path.join(folder, f".{name}.icloud")
    try:
        return os.stat(stub).st_size < _STUB_SIZE
    except OSError:
        return False


def is_elsewhere(status: os.stat_result) -> bool:
    """Whether only the name of a file is on this computer; opening it would download it first."""
    return bool(getattr(status, "st_file_attributes", 0) & _NOT_HERE or getattr(status, "st_flags", 0) & _DATALESS)
