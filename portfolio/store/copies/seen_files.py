"""What was last seen beside the data file, kept in the state folder: unless something changed there, nothing is read.

It is a memory that may be lost: then everything is looked at once more.
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
"""This portfolio, another one, one of a newer Leerreis, one that is broken, one that cannot be opened now, one not on
this disk, something else."""
_VERDICTS: Final = frozenset(get_args(Verdict))


class Sighting(NamedTuple):
    """One file, as it was found."""

    fingerprint: Fingerprint
    verdict: Verdict
    portfolio: str = ""
    """The id of the portfolio in it."""
    since: float = 0.0
    """Since when the data file holds every word of it, or it cannot be opened, in seconds since 1970; 0: neither."""


class Sightings(NamedTuple):
    """Everything that was seen, and what was decided about it."""

    stamp: tuple[int, ...] = ()
    """The status of the folder then (`atomic.stamp_of`)."""
    seen: Mapping[str, Sighting] = {}
    decided: frozenset[str] = frozenset()
    """Ids of other portfolios that are nothing to ask about any more."""


def load(locations: Locations) -> Sightings:
    """What is remembered; nothing when that cannot be read."""
    try:
        with open(_path(locations), "rb") as file:
            told = json.loads(file.read())
        seen = {name: _sighting(each) for name, each in told["seen"].items()}
        return Sightings(tuple(map(int, told["stamp"])), seen, frozenset(map(str, told["decided"])))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Sightings()


def save(locations: Locations, sightings: Sightings) -> None:
    """Remember this, if that can be done. It is not forced to the disk: losing it loses no word."""
    told = {
        "stamp": sightings.stamp,
        "seen": {name: [*s.fingerprint, s.verdict, s.portfolio, s.since] for name, s in sightings.seen.items()},
        "decided": sorted(sightings.decided),
    }
    path = _path(locations)
    temporary = f"{path}.{os.getpid()}.tmp"
    with suppress(OSError):
        atomic.make_private_folder(os.path.dirname(path))
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(handle, "wb") as file:
            file.write(json.dumps(told).encode())
        os.replace(temporary, path)


def _path(locations: Locations) -> str:
    return os.path.join(locations.shadow_folder, f"{file_key(locations.data_file)}.beside")


def _sighting(told: list[object]) -> Sighting:
    """One file; raises what a damaged memory makes it raise."""
    size, modified, inode, verdict, portfolio, since = told
    if verdict not in _VERDICTS:
        raise ValueError
    return Sighting(Fingerprint(int(size), int(modified), int(inode)), verdict, str(portfolio), float(since))  # type: ignore[call-overload,arg-type]
