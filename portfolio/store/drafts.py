"""What is being typed, kept outside the data file until it is saved or thrown away.

A draft is one small file for this user alone, in the state folder and never in a synced one. A draft that cannot be
read is left where it is and not offered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from portfolio import atomic
from portfolio.atomic import OS, System
from portfolio.locations import told_apart
from portfolio.store.shadow import files_in
from portfolio.store.values import Json, spelled

FILE: Final = "file"
"""The key under which a draft says to which data file it belongs."""


def save(folder: str, name: str, payload: dict[str, Json], *, system: System = OS) -> None:
    """Keep a draft under `name`, in the place of what it said before. Raises OSError."""
    atomic.make_private_folder(folder, system=system)
    data = f"{spelled({'name': name, 'draft': payload})}\n".encode("utf-8", "backslashreplace")
    atomic.write(_path(folder, name), data, mode=0o600, system=system)


def load_all(folder: str) -> dict[str, dict[str, Json]]:
    """Every draft that can be read, by name."""
    found: dict[str, dict[str, Json]] = {}
    for path in files_in(folder):
        with suppress(OSError, ValueError, RecursionError, KeyError, TypeError):
            with open(path, encoding="utf-8") as file:
                kept = json.load(file)
            if isinstance(kept["draft"], dict):
                found[str(kept["name"])] = kept["draft"]
    return found


def of_file(folder: str, path: str) -> tuple[str, ...]:
    """The names of the drafts that belong to the data file at `path`."""
    return tuple(name for name, payload in load_all(folder).items() if payload.get(FILE) == path)


def hand_on(folder: str, names: Iterable[str], path: str, *, system: System = OS) -> None:
    """These drafts belong to the data file at `path` from now on. Raises OSError."""
    kept = load_all(folder)
    for name in names:
        save(folder, name, {**kept[name], FILE: path}, system=system)


def discard(folder: str, name: str) -> None:
    """Take a draft away; one that is not there is no matter."""
    with suppress(OSError):
        os.unlink(_path(folder, name))


def _path(folder: str, name: str) -> str:
    """The file of a draft: its name in characters that every file system takes, told apart by its bytes."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name)[:60]
    return os.path.join(folder, f"{plain}-{told_apart(name.encode('utf-8', 'surrogatepass'))}.json")
