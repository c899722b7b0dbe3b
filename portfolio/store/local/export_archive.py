"""Copies of exported documents, byte for byte; the records of exports hold their digests.

They are private files in the state folder of this computer, each with a note of the records it is about: when one of
those is purged, the copy is deleted too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.locations import Locations

_ABOUT: Final = ".about.json"
_DIGITS: Final = 64
"""Characters of a SHA-256 in hexadecimal."""


def keep(
    locations: Locations, sha256: str, ending: str, data: bytes, about: Collection[str], *, system: System = OS
) -> None:
    """Keep a document with the ids of all records it is about. Raises OSError.

    The note is written first: a copy without one would survive a purge.
    """
    folder = locations.handed_over_folder
    atomic.make_private_folder(folder, system=system)
    note = json.dumps({"about": sorted(about)}).encode()
    atomic.write(os.path.join(folder, sha256 + _ABOUT), note, mode=0o600, system=system)
    atomic.write(os.path.join(folder, f"{sha256}.{ending}"), data, mode=0o600, system=system)


def kept(locations: Locations, sha256: str) -> str | None:
    """The path of the copy of this document; None when it is not on this computer."""
    if len(sha256) != _DIGITS or not sha256.isalnum():
        return None
    return next((path for path in _copies(locations) if os.path.basename(path).partition(".")[0] == sha256), None)


def about_any(locations: Locations, ids: Collection[str]) -> Iterator[str]:
    """The files of every copy that is about one of these records, or whose note cannot be read."""
    folder = locations.handed_over_folder
    for path in _copies(locations):
        note = os.path.join(folder, os.path.basename(path).partition(".")[0] + _ABOUT)
        if _is_about(note, frozenset(ids)):
            yield path
            yield note


def _copies(locations: Locations) -> list[str]:
    folder = locations.handed_over_folder
    with suppress(OSError):
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if not name.endswith(_ABOUT)]
    return []


def _is_about(note: str, ids: frozenset[str]) -> bool:
    try:
        with open(note, "rb") as file:
            return bool(ids & set(json.loads(file.read())["about"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return True
