"""The inbox: a folder beside the data file in which a phone puts notes, and taking these in.

Nothing is lost and nothing is doubled. The id of a record follows from the bytes of its text and from how many equal
ones were taken in before, so that two computers that take in the same file make the same record. A file is moved to
`done` only when its records are in the data file; until then taking in again does no harm.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from portfolio.capture.inbox_text import MOST, Item, counted, item_of, paragraphs
from portfolio.capture.text_file import NOT_TEXT, day_in, decoded
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
TOO_LARGE: Final = N_("it is larger than 1 MB")
NOT_YET: Final = N_("pictures and PDF files cannot be added yet")
OTHER_FILE: Final = N_("only .txt and .md files can be added")
BUSY: Final = N_("it is still being written")
NOT_HERE: Final = N_("it cannot be opened on this computer now")
NO_NOTE: Final = N_("there is no text for a note in it")
NO_INBOX: Final = N_("There is no inbox yet. Make one with: leerreis inbox --make")


class Waiting(NamedTuple):
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


class _File(NamedTuple):
    """A text file that can be read."""

    name: str
    data: bytes
    modified: float
    """Seconds since 1970."""

    @property
    def text(self) -> str:
        """Its text."""
        return decoded(self.data) or ""


class Inbox(NamedTuple):
    """What lies in the inbox."""

    folder: str = ""
    """Its path; empty when there is none."""
    waiting: tuple[Waiting, ...] = ()
    """The notes that are no records yet."""
    refused: tuple[Refused, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    """The names of the files that can be moved once their notes are saved, each with its bytes."""


class TakenIn(NamedTuple):
    """The outcome of taking in."""

    stored: Stored | None = None
    """The change; None when every note was there already."""
    notes: tuple[Waiting, ...] = ()
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
    return sum(not notebook.read.knows(note.id) for note in inbox.waiting)  # some are in this computer's copy by now


def take(notebook: Notebook, *, now: float | None = None) -> TakenIn:
    """Take in everything that waits, as one change, and move its files to `done`. Raises PortfolioError."""
    folder = folder_of(notebook.locations)
    if not folder:
        raise PortfolioError(NO_INBOX)
    moment = notebook.seconds() if now is None else now
    notebook.look()
    claim(folder, moment)
    found = _Reading(notebook, folder, moment).inbox()
    stored, in_file = None, notebook.is_saved()
    if found.waiting:
        batch = notebook.batch()
        for note in found.waiting:
            batch.add_typed(note.item.kind, note.item.texts, note.id)
        stored = notebook.write.save(batch, create_file=True)
        in_file = stored.in_file
    if in_file:
        for name, data in found.files:
            move(folder, name, data)
    return TakenIn(stored, found.waiting, found.refused, in_file)


def _day_of(seconds: float) -> date:
    """The day of this moment where the user is."""
    return datetime.fromtimestamp(seconds, tz=UTC).astimezone().date()


_READ: Final[WeakKeyDictionary[Notebook, tuple[tuple[tuple[str, int, int, int], ...], Inbox]]] = WeakKeyDictionary()
"""What was in the inbox of a notebook when it was read last, with its fingerprint then."""


class _Reading:
    """Reads one inbox at one moment."""

    def __init__(self, notebook: Notebook, folder: str, now: float) -> None:
        """`now` is in seconds since 1970."""
        self._notebook, self._folder, self._now = notebook, folder, now

    def inbox(self) -> Inbox:
        """What lies in the folder."""
        refused: list[Refused] = []
        files: list[_File] = []
        for name in names(self._folder):
            read = self._read(name)
            if isinstance(read, _File):
                files.append(read)
            elif read:
                refused.append(Refused(name, read))
        notes = [*self._whole(files), *self._running(files)]
        new = [note for note in notes if not self._notebook.read.knows(note.id)]
        kept = [note for note in new if self._can_be_kept(note)]
        stay = dict.fromkeys(note.file for note in new if note not in kept)
        refused += [Refused(name, NO_NOTE) for name in stay]
        kept.sort(key=lambda note: (note.item.day, note.file))
        movable = tuple((file.name, file.data) for file in files if file.name not in stay)
        return Inbox(self._folder, tuple(kept), tuple(refused), movable)

    def _can_be_kept(self, note: Waiting) -> bool:
        """Whether it makes a record by itself; if not, it must not hold up the others."""
        batch = self._notebook.batch()
        batch.add_typed(note.item.kind, note.item.texts, note.id)
        return not batch.problems

    def _read(self, name: str) -> _File | str:
        """A file, or the reason why it stays; empty for a file that is none of ours to mention."""
        path = os.path.join(self._folder, name)
        ending = os.path.splitext(name)[1].lower()
        if not os.path.isfile(path) or os.path.islink(path) or name == READ_ME:
            return ""
        if ending not in TEXT:
            return NOT_YET if ending in _PICTURES else OTHER_FILE
        try:
            facts = os.stat(path)
            if abs(self._now - facts.st_mtime) < SETTLED:
                return BUSY
            if facts.st_size > MOST:
                return TOO_LARGE
            if getattr(facts, "st_file_attributes", 0) & _ELSEWHERE:
                return NOT_HERE
            with open(path, "rb") as file:
                read = _File(name, file.read(MOST + 1), facts.st_mtime)
        except OSError:
            return NOT_HERE
        if decoded(read.data) is None:
            return NOT_TEXT
        return read if read.text.strip() else ""  # an empty file is about to be written

    def _whole(self, files: Iterable[_File]) -> Iterator[Waiting]:
        """The notes of files that are a note each; equal ones are numbered."""
        taken = digests(self._folder)
        known: dict[bytes, int] = {}
        whole = (file for file in files if not is_running(file.name))
        for name, data, modified in sorted(whole, key=lambda file: (file.modified, file.name)):
            digest = hashlib.sha256(b"file\0" + data).digest()
            before = taken.get(digest, [])
            is_moved = any(each == name and abs(at - modified) < SETTLED for each, at in before)
            number = len(before) + known.get(digest, 0) - is_moved  # moved: its removal has not arrived here yet
            known[digest] = known.get(digest, 0) + (not is_moved)
            day = min(day_in(name) or _day_of(modified), self._notebook.today)
            yield self._note(digest, number, name, decoded(data) or "", day)

    def _running(self, files: Iterable[_File]) -> Iterator[Waiting]:
        """The notes of the running file; of a conflict copy only what the file itself does not have."""
        done = done_files(self._folder, running=True)
        before = [(decoded(data) or "", modified) for _name, data, modified in done]
        base: dict[str, int] = {}
        for text, _modified in before:
            for part in paragraphs(text):
                base[part] = base.get(part, 0) + 1
        yielded: set[tuple[str, int]] = set()
        for file in (file for file in files if is_running(file.name)):
            text = _unread(file.text, file.modified, before)
            day = min(_day_of(file.modified), self._notebook.today)
            for part, n in counted(paragraphs(text)):
                if (part, n) not in yielded:
                    yielded.add((part, n))
                    digest = hashlib.sha256(b"part\0" + part.encode("utf-8", "surrogatepass")).digest()
                    yield self._note(digest, base.get(part, 0) + n, file.name, part, day)

    def _note(self, digest: bytes, number: int, name: str, text: str, day: date) -> Waiting:
        identity = hashed_id(hashlib.sha256(digest + str(number).encode()).digest())
        item = item_of(text, day, self._notebook.read.records)
        if item.day > self._notebook.today:
            item = item._replace(day=self._notebook.today)
            item = item._replace(texts={**item.texts, "date": [self._notebook.today.isoformat()]})
        return Waiting(identity, name, item)


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
