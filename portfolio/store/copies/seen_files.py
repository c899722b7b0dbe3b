"""What was last seen beside the data file, kept in the state folder so that unchanged files are not read again.

Losing it does no harm: everything is then looked at once more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, Literal, NamedTuple, get_args

from portfolio import atomic
from portfolio.atomic import Fingerprint
from portfolio.locations import Locations, file_key

Verdict = Literal["copy", "other", "newer", "damaged", "unreachable", "not_downloaded", "stranger"]
"""What a file is; "copy" is this portfolio, "other" another one, "stranger" something else."""
_VERDICTS: Final = frozenset(get_args(Verdict))


class SeenFile(NamedTuple):
    """One file, as it was found."""

    fingerprint: Fingerprint
    verdict: Verdict
    portfolio: str = ""
    """The id of the portfolio in it."""
    since: float = 0.0
    """Seconds since 1970: since when the data file holds all of its content, or it cannot be opened; 0 for neither."""


class SeenFiles(NamedTuple):
    """All files that were seen, and the decisions about them."""

    stamp: tuple[int, ...] = ()
    """The status of the folder at that time (`atomic.stamp_of`)."""
    seen: Mapping[str, SeenFile] = {}
    decided: frozenset[str] = frozenset()
    """Ids of other portfolios that the user need not be asked about any more."""


def load(locations: Locations) -> SeenFiles:
    """What is remembered; empty when it cannot be read."""
    try:
        with open(_path(locations), "rb") as file:
            stored = json.loads(file.read())
        seen = {name: _seen_file(each) for name, each in stored["seen"].items()}
        return SeenFiles(tuple(map(int, stored["stamp"])), seen, frozenset(map(str, stored["decided"])))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return SeenFiles()


def save(locations: Locations, seen_files: SeenFiles) -> None:
    """Remember these files, if possible. Not forced to the disk: losing them loses no content."""
    stored = {
        "stamp": seen_files.stamp,
        "seen": {name: [*s.fingerprint, s.verdict, s.portfolio, s.since] for name, s in seen_files.seen.items()},
        "decided": sorted(seen_files.decided),
    }
    path = _path(locations)
    temporary = f"{path}.{os.getpid()}.tmp"
    with suppress(OSError):
        atomic.make_private_folder(os.path.dirname(path))
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(handle, "wb") as file:
            file.write(json.dumps(stored).encode())
        os.replace(temporary, path)


def _path(locations: Locations) -> str:
    return os.path.join(locations.shadow_folder, f"{file_key(locations.data_file)}.beside")


def _seen_file(stored: list[object]) -> SeenFile:
    """One file as it was stored; raises ValueError or TypeError when it is damaged."""
    size, modified, inode, verdict, portfolio, since = stored
    if verdict not in _VERDICTS:
        raise ValueError
    return SeenFile(Fingerprint(int(size), int(modified), int(inode)), verdict, str(portfolio), float(since))  # type: ignore[call-overload,arg-type]
