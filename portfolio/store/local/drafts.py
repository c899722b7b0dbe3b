"""Drafts: texts that are being typed, kept outside the data file until they are saved or discarded.

Each draft is one small private file in the state folder, never in a synced one. A draft that cannot be read is left
where it is and not offered.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final, NamedTuple

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.machine import name_digest
from portfolio.store.file.shadow import files_in
from portfolio.store.versions.values import Json, spelled

FILE: Final = "file"
"""The key that holds the data file to which a draft belongs."""
NO_DRAFT: Final = ""
"""The stamp of a draft that does not exist."""
UNREADABLE: Final = "unreadable"
"""The stamp of a file that exists and cannot be read as a draft."""


class Kept(NamedTuple):
    """A draft on disk."""

    payload: dict[str, Json]
    stamp: str
    """A digest of the content: two drafts with the same stamp are equal."""


def save(folder: str, name: str, payload: dict[str, Json], *, system: System = OS) -> str:
    """Save a draft under `name`, replacing an earlier one; its stamp. Raises OSError."""
    atomic.make_private_folder(folder, system=system)
    data = f"{spelled({'name': name, 'draft': payload})}\n".encode("utf-8", "backslashreplace")
    atomic.write(_path(folder, name), data, mode=0o600, system=system)
    return stamp_of(payload)


def stamp_of(payload: Mapping[str, Json]) -> str:
    """The stamp of a draft with this content, whatever data file it belongs to."""
    words = spelled({key: value for key, value in payload.items() if key != FILE})
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()


def stamp(folder: str, name: str) -> str:
    """The stamp of the draft on disk under `name`, or `NO_DRAFT` or `UNREADABLE`."""
    try:
        return stamp_of(_read(_path(folder, name))[1])
    except FileNotFoundError:
        return NO_DRAFT
    except _BROKEN:
        return UNREADABLE


def read_all(folder: str) -> dict[str, Kept]:
    """Every draft that can be read, by name."""
    found: dict[str, Kept] = {}
    for path in files_in(folder):
        with suppress(*_BROKEN):
            name, payload = _read(path)
            found[name] = Kept(payload, stamp_of(payload))
    return found


def load_all(folder: str) -> dict[str, dict[str, Json]]:
    """The content of every draft that can be read, by name."""
    return {name: kept.payload for name, kept in read_all(folder).items()}


def of_file(folder: str, path: str) -> tuple[str, ...]:
    """The names of the drafts that belong to the data file at `path`."""
    return tuple(name for name, payload in load_all(folder).items() if payload.get(FILE) == path)


def of_record(folder: str, path: str, identity: str) -> tuple[str, ...]:
    """The names of the drafts that change this record of the data file at `path`."""
    found = load_all(folder)
    return tuple(name for name in of_file(folder, path) if found.get(name, {}).get("record") == identity)


def hand_on(folder: str, names: Iterable[str], path: str, *, system: System = OS) -> None:
    """Assign these drafts to the data file at `path`. Raises OSError."""
    kept = load_all(folder)
    for name in names:
        save(folder, name, {**kept[name], FILE: path}, system=system)


def discard(folder: str, name: str) -> None:
    """Delete a draft, if it exists."""
    with suppress(OSError):
        os.unlink(_path(folder, name))


_BROKEN: Final = (OSError, ValueError, RecursionError, KeyError, TypeError)
"""What reading a file that is not a draft can raise."""


def _read(path: str) -> tuple[str, dict[str, Json]]:
    """The name and the content in the file of a draft."""
    with open(path, encoding="utf-8") as file:
        kept = json.load(file)
    if not isinstance(kept["draft"], dict):
        raise TypeError
    return str(kept["name"]), kept["draft"]


def _path(folder: str, name: str) -> str:
    """The file of a draft: its name in characters every file system allows, and a digest that keeps names apart."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60]
    return os.path.join(folder, f"{plain}-{name_digest(name.encode('utf-8', 'surrogatepass'))}.json")
