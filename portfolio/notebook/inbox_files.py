"""The files of the inbox: which there are, claiming a file to which a phone appends, and moving what was taken in."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from portfolio.capture.inbox_text import MOST
from portfolio.errors import PortfolioError
from portfolio.store.copies.copy_names import is_conflict, is_on_its_way
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.locations import Locations

NAMES: Final = {"en": "inbox", "nl": "postvak"}
"""The names of the folder, by language; both are known in either language."""
DONE: Final = "done"
READ_ME: Final = "read-me.txt"
TEXT: Final = (".txt", ".md")
SETTLED: Final = 2.0
"""Seconds that a file must not have changed before it is read: a phone or sync client can still be writing it."""
_RUNNING: Final = re.compile(r"(inbox|postvak)( [0-9a-f]{8})*( \d{1,2})?", re.IGNORECASE)
"""The name of a file to which a phone appends, without its ending; and the same when it is or was taken in."""


def folder_of(locations: Locations) -> str:
    """The inbox beside the data file, or the one of the settings; empty when there is none."""
    home, own = os.path.dirname(locations.data_file), os.path.expanduser(locations.inbox)
    found = [os.path.join(home, own)] if own else [os.path.join(home, name) for name in NAMES.values()]
    return next((path for path in found if os.path.isdir(path)), "")


def fingerprint(locations: Locations) -> tuple[tuple[str, int, int, int], ...]:
    """The name, size, time and attributes of each file in the inbox: when it differs, something arrived or went."""
    folder = folder_of(locations)
    found = []
    with suppress(OSError):
        for each in os.scandir(folder) if folder else ():
            facts = each.stat(follow_symlinks=False)
            where = getattr(
                facts, "st_file_attributes", 0
            )  # Windows: changes when the cloud program brings the content
            found.append((each.name, facts.st_size, facts.st_mtime_ns, where))
    return tuple(sorted(found))


def make(locations: Locations, language: str, text: str) -> str:
    """Make the folder, with a file that says in both languages how to use it; return its path. Raises PortfolioError.

    An inbox that is there stays as it is.
    """
    name = os.path.expanduser(locations.inbox) or NAMES.get(language, NAMES["en"])
    folder = folder_of(locations) or os.path.join(os.path.dirname(locations.data_file), name)
    try:
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, READ_ME), "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise PortfolioError(N_("There is a file where the inbox should be: {path}"), path=folder) from None
    except OSError:
        raise PortfolioError(
            N_("The inbox could not be made. Check that you can write in: {path}"), path=folder
        ) from None
    return folder


def names(folder: str) -> list[str]:
    """The names in the folder that nobody is writing, in order."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(folder) if not (name.startswith(".") or is_on_its_way(name)))
    return []


def is_running(name: str) -> bool:
    """Whether it is the file to which a phone appends, or a conflict copy of it."""
    stem, ending = os.path.splitext(name)
    if ending.lower() not in TEXT:
        return False
    return _RUNNING.fullmatch(stem) is not None or (is_conflict(name) and _RUNNING.match(stem) is not None)


def done_files(folder: str, *, running: bool) -> Iterator[tuple[str, bytes, float]]:
    """The names, bytes and times of the files in `done` that were running files, or that were not."""
    done = os.path.join(folder, DONE)
    for name in names(done) if os.path.isdir(done) else []:
        if is_running(name) is running and os.path.splitext(name)[1].lower() in TEXT:
            path = os.path.join(done, name)
            with suppress(OSError), open(path, "rb") as file:
                yield name, file.read(MOST + 1), os.stat(path).st_mtime


def digests(folder: str) -> dict[bytes, list[tuple[str, float]]]:
    """The digest of each note in `done`, with the names and times of the files that have it."""
    found: dict[bytes, list[tuple[str, float]]] = {}
    for name, data, modified in done_files(folder, running=False):
        found.setdefault(hashlib.sha256(b"file\0" + data).digest(), []).append((name, modified))
    return found


def claim(folder: str, now: float) -> None:
    """Give a running file a name of its own before it is read, so that a phone that appends begins a new one."""
    for name in names(folder):
        stem, ending = os.path.splitext(name)
        path = os.path.join(folder, name)
        if ending.lower() not in TEXT or stem.lower() not in NAMES.values():
            continue
        with suppress(OSError):
            if abs(now - os.stat(path).st_mtime) < SETTLED:
                continue
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()[:8]
            claimed = os.path.join(folder, f"{stem} {digest}{ending}")
            if not os.path.exists(claimed):
                os.rename(path, claimed)


def move(folder: str, name: str, data: bytes) -> None:
    """Move a file with these bytes to `done`, under another name when that name is taken.

    It stays when it cannot be moved, or when it was written to after it was read.
    """
    source, done = os.path.join(folder, name), os.path.join(folder, DONE)
    stem, ending = os.path.splitext(name)
    digest = hashlib.sha256(data).hexdigest()[:8]
    with suppress(OSError):
        os.makedirs(done, exist_ok=True)
        if not _holds(source, data):
            return
        for target in (name, f"{stem} {digest}{ending}", *(f"{stem} {digest} {n}{ending}" for n in range(2, 100))):
            path = os.path.join(done, target)
            if _is_same(path, source, data):
                os.replace(source, path)  # another computer moved it: its removal had not arrived here yet
                return
            if not os.path.lexists(path):
                os.rename(source, path)
                if not _holds(path, data) and not os.path.lexists(source):
                    os.rename(path, source)
                return


def _is_same(path: str, source: str, data: bytes) -> bool:
    """Whether this file in `done` is the source itself: the same bytes of the same moment."""
    if not os.path.isfile(path):
        return False
    return abs(os.stat(path).st_mtime - os.stat(source).st_mtime) < SETTLED and _holds(path, data)


def _holds(path: str, data: bytes) -> bool:
    with open(path, "rb") as file:
        return file.read(len(data) + 1) == data
