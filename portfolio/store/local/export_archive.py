"""A copy of every document that was handed over, byte for byte, beside its digest in the private log.

They lie in the state folder of this computer, for this user alone, each with a note of the records it holds: when one
of those is purged, the copy goes too.
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
    """Keep a document with the ids of everyone and everything in it. Raises OSError.

    The note comes first: a copy without one would survive a purge.
    """
    folder = locations.handed_over_folder
    atomic.make_private_folder(folder, system=system)
    note = json.dumps({"about": sorted(about)}).encode()
    atomic.write(os.path.join(folder, sha256 + _ABOUT), note, mode=0o600, system=system)
    atomic.write(os.path.join(folder, f"{sha256}.{ending}"), data, mode=0o600, system=system)


def kept(locations: Locations, sha256: str) -> str | None:
    """The path of the copy of this document; None when this computer has none, such as for one made on another."""
    if len(sha256) != _DIGITS or not sha256.isalnum():
        return None
    return next((path for path in _copies(locations) if os.path.basename(path).partition(".")[0] == sha256), None)


def about_any(locations: Locations, ids: Collection[str]) -> Iterator[str]:
    """The files of every copy that tells of one of these records; a copy whose note cannot be read is one of them."""
    folder = locations.handed_over_folder
    for path in _copies(locations):
        note = os.path.join(folder, os.path.basename(path).partition(".")[0] + _ABOUT)
        if _tells_of(note, frozenset(ids)):
            yield path
            yield note


def _copies(locations: Locations) -> list[str]:
    folder = locations.handed_over_folder
    with suppress(OSError):
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if not name.endswith(_ABOUT)]
    return []


def _tells_of(note: str, ids: frozenset[str]) -> bool:
    try:
        with open(note, "rb") as file:
            return bool(ids & set(json.loads(file.read())["about"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return True
