"""What is being typed, kept outside the data file until it is saved or thrown away.

A draft is one small file for this user alone, in the state folder and never in a synced one. A draft that cannot be
read is left where it is and not offered.
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
from portfolio.machine import told_apart
from portfolio.store.file.shadow import files_in
from portfolio.store.versions.values import Json, spelled

FILE: Final = "file"
"""The key under which a draft says to which data file it belongs."""
NO_DRAFT: Final = ""
"""The stamp of a draft that is not there."""
UNREADABLE: Final = "unreadable"
"""The stamp of a file that is there and cannot be read as a draft."""


class Kept(NamedTuple):
    """A draft on disk."""

    payload: dict[str, Json]
    stamp: str
    """Tells its words apart from any other: two drafts with the same stamp say the same."""


def save(folder: str, name: str, payload: dict[str, Json], *, system: System = OS) -> str:
    """Keep a draft under `name`, in the place of what it said before. Its stamp. Raises OSError."""
    atomic.make_private_folder(folder, system=system)
    data = f"{spelled({'name': name, 'draft': payload})}\n".encode("utf-8", "backslashreplace")
    atomic.write(_path(folder, name), data, mode=0o600, system=system)
    return stamp_of(payload)


def stamp_of(payload: Mapping[str, Json]) -> str:
    """The stamp of a draft that says this; to which data file it belongs makes no difference."""
    words = spelled({key: value for key, value in payload.items() if key != FILE})
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()


def stamp(folder: str, name: str) -> str:
    """The stamp of what is on disk under `name`: `NO_DRAFT` when nothing is, `UNREADABLE` when it says nothing."""
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
    """What every draft says that can be read, by name."""
    return {name: kept.payload for name, kept in read_all(folder).items()}


def of_file(folder: str, path: str) -> tuple[str, ...]:
    """The names of the drafts that belong to the data file at `path`."""
    return tuple(name for name, payload in load_all(folder).items() if payload.get(FILE) == path)


def of_record(folder: str, path: str, identity: str) -> tuple[str, ...]:
    """The names of the drafts that change this record of the data file at `path`."""
    found = load_all(folder)
    return tuple(name for name in of_file(folder, path) if found.get(name, {}).get("record") == identity)


def hand_on(folder: str, names: Iterable[str], path: str, *, system: System = OS) -> None:
    """These drafts belong to the data file at `path` from now on. Raises OSError."""
    kept = load_all(folder)
    for name in names:
        save(folder, name, {**kept[name], FILE: path}, system=system)


def discard(folder: str, name: str) -> None:
    """Take a draft away; one that is not there is no matter."""
    with suppress(OSError):
        os.unlink(_path(folder, name))


_BROKEN: Final = (OSError, ValueError, RecursionError, KeyError, TypeError)
"""What reading a file raises that is no draft."""


def _read(path: str) -> tuple[str, dict[str, Json]]:
    """The name in a file and what the draft says."""
    with open(path, encoding="utf-8") as file:
        kept = json.load(file)
    if not isinstance(kept["draft"], dict):
        raise TypeError
    return str(kept["name"]), kept["draft"]


def _path(folder: str, name: str) -> str:
    """The file of a draft: its name in characters that every file system takes, told apart by its bytes."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60]
    return os.path.join(folder, f"{plain}-{told_apart(name.encode('utf-8', 'surrogatepass'))}.json")
