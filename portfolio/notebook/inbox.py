"""The inbox: a folder beside the data file in which a phone puts notes, and taking these in.

Nothing is lost and nothing is doubled. The id of a record follows from the bytes of its text and from how many equal
ones were taken in before, so that two computers that take in the same file make the same record. A file is moved to
`done` only when its records are in the data file; until then taking in again does no harm.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from portfolio.capture.inbox_text import MOST, Item, counted, day_in, decoded, item_of, paragraphs
from portfolio.errors import PortfolioError
from portfolio.notebook.inbox_files import (
    READ_ME,
    SETTLED,
    TEXT,
    claim,
    digests,
    done_files,
    fingerprint,
    folder_of,
    is_running,
    move,
    names,
)
from portfolio.records.identity import hashed_id
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.notebook.notebook import Notebook
    from portfolio.notebook.results import Stored

_PICTURES: Final = (".jpg", ".jpeg", ".png", ".heic", ".webp", ".pdf")
_ELSEWHERE: Final = 0x00400000 | 0x00001000
"""Windows: the content of the file is still in the cloud (RECALL_ON_DATA_ACCESS, OFFLINE)."""
NOT_TEXT: Final = N_("it is not text in UTF-8 or UTF-16")
TOO_LARGE: Final = N_("it is larger than 1 MB")
NOT_YET: Final = N_("pictures and PDF files cannot be added yet")
OTHER_FILE: Final = N_("only .txt and .md files can be added")
BUSY: Final = N_("it is still being written")
NO_INBOX: Final = N_("There is no inbox yet. Make one with: leerreis inbox --make")


class Entry(NamedTuple):
    """One note that waits."""

    id: str
    """The id that its record gets."""
    file: str
    """The name of its file."""
    item: Item


class Refused(NamedTuple):
    """A file that stays where it is."""

    file: str
    reason: str
    """An English message id."""


class Inbox(NamedTuple):
    """What lies in the inbox."""

    folder: str = ""
    """Its path; empty when there is none."""
    waiting: tuple[Entry, ...] = ()
    refused: tuple[Refused, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    """The names of the files that can be moved once their entries are saved, each with its bytes."""


class TakenIn(NamedTuple):
    """The outcome of taking in."""

    stored: Stored | None = None
    """The change; None when every note was there already."""
    entries: tuple[Entry, ...] = ()
    """The notes that are records now."""
    refused: tuple[Refused, ...] = ()
    in_file: bool = True
    """False when the notes are only in the copy on this computer: their files stay in the inbox."""


def look(notebook: Notebook, *, now: float | None = None) -> Inbox:
    """What waits in the inbox, and what cannot be taken in. Nothing is changed. `now` is in seconds since 1970."""
    folder = folder_of(notebook.locations)
    if not folder:
        return Inbox()
    return _Reading(notebook, folder, notebook.seconds() if now is None else now).inbox()


def waits(notebook: Notebook) -> int:
    """How many notes wait that are no records yet; the folder is read again only when something in it changed."""
    found = fingerprint(notebook.locations)
    if not found:
        return 0
    before, inbox = _READ.get(notebook, ((), Inbox()))
    if before != found or any(refused.reason == BUSY for refused in inbox.refused):
        inbox = look(notebook)
        _READ[notebook] = found, inbox
    return sum(not notebook.read.knows(entry.id) for entry in inbox.waiting)


def take(notebook: Notebook, *, now: float | None = None) -> TakenIn:
    """Take in everything that waits, as one change, and move its files to `done`. Raises PortfolioError."""
    folder = folder_of(notebook.locations)
    if not folder:
        raise PortfolioError(NO_INBOX)
    moment = notebook.seconds() if now is None else now
    notebook.look()
    claim(folder, moment)
    found = _Reading(notebook, folder, moment).inbox()
    new = [entry for entry in found.waiting if not notebook.read.knows(entry.id)]
    stored, in_file = None, notebook.is_saved()
    if new:
        batch = notebook.batch()
        for entry in new:
            batch.add_typed(entry.item.kind, entry.item.texts, entry.id)
        stored = notebook.write.save(batch, create_file=True)
        in_file = stored.in_file
    if in_file:
        for name, data in found.files:
            move(folder, name, data)
    return TakenIn(stored, tuple(new), found.refused, in_file)


def _day_of(seconds: float) -> date:
    """The day of this moment where the user is."""
    return datetime.fromtimestamp(seconds, tz=UTC).astimezone().date()


_READ: Final[WeakKeyDictionary[Notebook, tuple[tuple[tuple[str, int, int], ...], Inbox]]] = WeakKeyDictionary()
"""What was in the inbox of a notebook when it was read last, with its fingerprint then."""


class _Reading:
    """Reads one inbox at one moment."""

    def __init__(self, notebook: Notebook, folder: str, now: float) -> None:
        """`now` is in seconds since 1970."""
        self._notebook, self._folder, self._now = notebook, folder, now

    def inbox(self) -> Inbox:
        """What lies in the folder."""
        waiting: list[Entry] = []
        refused: list[Refused] = []
        files: list[tuple[str, bytes]] = []
        running: list[tuple[str, bytes, float]] = []
        whole: list[tuple[str, bytes, float]] = []
        for name in names(self._folder):
            reason, data, modified = self._read(name)
            if reason:
                refused.append(Refused(name, reason))
            elif data is not None:
                (running if is_running(name) else whole).append((name, data, modified))
        waiting += self._whole(whole)
        waiting += self._running(running)
        files += [(name, data) for name, data, _modified in (*whole, *running)]
        waiting.sort(key=lambda entry: (entry.item.day, entry.file))
        return Inbox(self._folder, tuple(waiting), tuple(refused), tuple(files))

    def _read(self, name: str) -> tuple[str, bytes | None, float]:
        """Why a file stays, or its bytes; neither for a file that is none of ours to mention."""
        path = os.path.join(self._folder, name)
        ending = os.path.splitext(name)[1].lower()
        try:
            facts = os.stat(path, follow_symlinks=False)
            if not os.path.isfile(path) or os.path.islink(path) or name == READ_ME:
                return "", None, 0.0
            if ending in _PICTURES:
                return NOT_YET, None, 0.0
            if ending not in TEXT:
                return OTHER_FILE, None, 0.0
            if abs(self._now - facts.st_mtime) < SETTLED or getattr(facts, "st_file_attributes", 0) & _ELSEWHERE:
                return BUSY, None, 0.0
            if facts.st_size > MOST:
                return TOO_LARGE, None, 0.0
            with open(path, "rb") as file:
                data = file.read(MOST + 1)
        except OSError:
            return BUSY, None, 0.0
        text = decoded(data)
        if text is None:
            return NOT_TEXT, None, 0.0
        return "", data if text.strip() else None, facts.st_mtime  # an empty file is about to be written

    def _whole(self, files: Sequence[tuple[str, bytes, float]]) -> Iterator[Entry]:
        """The entries of files that are a note each; equal ones are numbered."""
        taken = digests(self._folder)
        known: dict[bytes, int] = {}
        for name, data, modified in sorted(files, key=lambda each: (each[2], each[0])):
            digest = hashlib.sha256(b"file\0" + data).digest()
            before = taken.get(digest, [])
            is_moved = any(each == name and abs(at - modified) < SETTLED for each, at in before)
            number = len(before) + known.get(digest, 0) - is_moved  # moved: its removal has not arrived here yet
            known[digest] = known.get(digest, 0) + (not is_moved)
            day = min(day_in(name) or _day_of(modified), self._notebook.today)
            yield self._entry(digest, number, name, decoded(data) or "", day)

    def _running(self, files: Sequence[tuple[str, bytes, float]]) -> Iterator[Entry]:
        """The entries of the running file; of a conflict copy only what the file itself does not have."""
        done = done_files(self._folder, running=True)
        before = [(decoded(data) or "", modified) for _name, data, modified in done]
        base: dict[str, int] = {}
        for text, _modified in before:
            for part in paragraphs(text):
                base[part] = base.get(part, 0) + 1
        yielded: set[tuple[str, int]] = set()
        for name, data, modified in files:
            text = _unread(decoded(data) or "", modified, before)
            day = min(_day_of(modified), self._notebook.today)
            for part, n in counted(paragraphs(text)):
                if (part, n) not in yielded:
                    yielded.add((part, n))
                    digest = hashlib.sha256(b"part\0" + part.encode("utf-8", "surrogatepass")).digest()
                    yield self._entry(digest, base.get(part, 0) + n, name, part, day)

    def _entry(self, digest: bytes, number: int, name: str, text: str, day: date) -> Entry:
        identity = hashed_id(hashlib.sha256(digest + str(number).encode()).digest())
        item = item_of(text, day, self._notebook.read.records)
        if item.day > self._notebook.today:
            item = item._replace(day=self._notebook.today)
            item = item._replace(texts={**item.texts, "date": [self._notebook.today.isoformat()]})
        return Entry(identity, name, item)


def _unread(text: str, modified: float, before: Iterable[tuple[str, float]]) -> str:
    """The end of a running file that no file in `done` has: a sync client can bring back what was taken in.

    What is the beginning of a file in `done`, or all of it, was taken in when it is not of a later moment; else the
    same words were written again.
    """
    known = 0
    for old, at in before:
        if old.startswith(text) and modified < at + SETTLED:
            return ""
        if old and text != old and text.startswith(old):
            known = max(known, len(old))
    return text[known:]
