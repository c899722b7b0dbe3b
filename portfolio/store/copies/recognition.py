"""Recognise a file beside the data file by its content. Writes nothing.

A file is not opened when it is not a regular file, is too large, is still being written, or is not on this computer. Of
any other file the first bytes are read, and the rest only when those can begin a portfolio.
"""

from __future__ import annotations

import os
import stat
from typing import Final, NamedTuple

from portfolio.atomic import Fingerprint, System, fingerprint_of
from portfolio.errors import reason_of
from portfolio.store.copies.copy_names import is_conflict, is_related, may_be_made_by_client
from portfolio.store.copies.seen_files import Verdict
from portfolio.store.file.probe import bytes_of, is_elsewhere, judged
from portfolio.store.format.canonical import FORMAT, META, State
from portfolio.store.format.join import holds_all
from portfolio.store.format.strict import LARGEST

_HEAD: Final = 4096  # bytes, in which a portfolio shows its format
_OPEN: Final = os.O_RDONLY | sum(getattr(os, n, 0) for n in ("O_CLOEXEC", "O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))

_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks. A copy in UTF-16 cannot be read; it is reported when its name marks it as a conflict."""


class Copy(NamedTuple):
    """A file beside the data file."""

    path: str
    verdict: Verdict
    fingerprint: Fingerprint
    data: bytes = b""
    state: State | None = None
    """Its content, when it is a copy or another portfolio."""
    reason: str = ""
    """Why it cannot be read, as an English message id."""

    @property
    def name(self) -> str:
        """Its name in the folder."""
        return os.path.basename(self.path)


def recognise(path: str, data_file: str, ours: State, system: System) -> Copy | None:
    """What the file at `path` is, compared with our portfolio; None when it was removed meanwhile."""
    name = os.path.basename(path)
    expected = is_related(name, data_file)
    try:
        status = os.lstat(path)
        fingerprint = fingerprint_of(status)
        stranger = Copy(path, "stranger", fingerprint)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return stranger
        if is_elsewhere(status):
            return stranger._replace(verdict="not_downloaded") if expected else stranger
        head = _head(path, system)
    except FileNotFoundError:
        return None
    except OSError as failure:
        return Copy(path, "unreachable", Fingerprint(0, 0, 0), reason=reason_of(failure))
    for mark in _MARKS:
        head = head.removeprefix(mark)
    names_format = _names_format(head)
    if not names_format and not (expected and head.strip(b" \t\r\n\0")[:1] in (b"{", b"")):
        return stranger
    return _seen(stranger, names_format=names_format, expected=expected, ours=ours, system=system)


def _seen(stranger: Copy, *, names_format: bool, expected: bool, ours: State, system: System) -> Copy | None:
    """Read the whole file and say what it is."""
    probed = judged(bytes_of(stranger.path, system), stranger.path, ours)
    if probed.found == "missing":
        return None
    made = stranger._replace(
        fingerprint=probed.fingerprint or stranger.fingerprint, data=probed.data, reason=probed.reason
    )
    same = probed.state is not None and probed.state.portfolio_id == ours.portfolio_id
    if probed.found == "sound" and probed.state is not None:
        return _sound(made, probed.state, ours, expected=expected)
    if probed.found == "newer" and (same or expected):
        return made._replace(verdict="newer")
    if probed.found == "unreachable":
        return made._replace(verdict="unreachable")
    if probed.found == "damaged" and (names_format or is_conflict(made.name)):
        return made._replace(verdict="damaged")
    return stranger


def _sound(made: Copy, state: State, ours: State, *, expected: bool) -> Copy:
    """A readable portfolio. Another one whose content we hold completely counts as a copy."""
    if state.portfolio_id == ours.portfolio_id:
        return made._replace(verdict="copy", state=state)
    if expected and ours.portfolio_id and holds_all(ours, state.under(ours)):
        return made._replace(verdict="copy", state=state.under(ours))
    return made._replace(verdict="other", state=state)


def is_renamed(copies: list[Copy], data_file: str) -> bool:
    """Whether these copies replace a missing data file: rclone and unison rename both sides of a conflict.

    A single file whose name has no mark of a conflict was renamed by the user.
    """
    ours = [c for c in copies if c.verdict == "copy" and may_be_made_by_client(c.name, data_file)]
    return len(ours) > 1 or any(is_conflict(c.name) for c in ours)


def _head(path: str, system: System) -> bytes:
    """The first bytes of a file. Raises OSError."""
    handle = system.open(path, _OPEN)
    try:
        return system.read(handle, _HEAD)
    finally:
        system.close(handle)


def _names_format(head: bytes) -> bool:
    """Whether these bytes begin a portfolio and name its format."""
    return head.lstrip()[:1] == b"{" and f'"{META}"'.encode() in head and f'"{FORMAT}"'.encode() in head
