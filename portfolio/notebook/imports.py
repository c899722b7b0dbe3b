"""Import notes of other programs: what is found, what is new, and saving it as one change."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.capture.importers import dayone, jrnl, markdown
from portfolio.capture.importers.note import Note, Unread, value_of, with_ids
from portfolio.capture.text_file import NOT_TEXT, decoded
from portfolio.errors import PortfolioError
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.notebook.notebook import Notebook
    from portfolio.notebook.results import Stored

SYSTEMS: Final = ("jrnl", "markdown", "dayone")
"""What can be imported, as the command line calls it."""
UNREADABLE: Final = N_("it cannot be opened")
TOO_LARGE: Final = N_("it is too large")
UNKNOWN: Final = N_(
    "Nothing was imported: it is not clear which program wrote {path}. Say it with --from, as in --from jrnl."
)
NOT_THERE: Final = N_("Nothing was imported: there is no file or folder {path}.")
NO_ZIP: Final = N_("Nothing was imported: {path} is no zip file that can be read.")
_MOST: Final = 200_000_000
"""Bytes of the largest file that is read: ten years of long days are a few million."""
_TEXT: Final = (".txt", ".md", ".markdown", "")
_MARKDOWN: Final = (".md", ".markdown")


class Source(NamedTuple):
    """What a file or folder holds."""

    system: str
    """One of `SYSTEMS`."""
    notes: tuple[tuple[str, Note], ...] = ()
    """Each note with the id of its record, the oldest first."""
    unread: tuple[Unread, ...] = ()


class NewNotes(NamedTuple):
    """What importing would do."""

    system: str
    new: tuple[tuple[str, Note], ...] = ()
    known: int = 0
    """How many notes are in the portfolio already, or were deleted from it."""
    unread: tuple[Unread, ...] = ()


def find(path: str, system: str = "") -> Source:
    """What is in a file or folder; `system` is guessed when it is empty. Raises PortfolioError."""
    if not os.path.exists(path):
        raise PortfolioError(NOT_THERE, path=path)
    system = system or _guess(path)
    found = list(_READERS[system](path))
    notes = sorted((each for each in found if isinstance(each, Note)), key=lambda note: note.day)
    return Source(system, tuple(with_ids(notes)), tuple(each for each in found if isinstance(each, Unread)))


def preview(notebook: Notebook, found: Source) -> NewNotes:
    """Which notes are new. Nothing is changed."""
    new = tuple((identity, note) for identity, note in found.notes if not notebook.read.knows(identity))
    return NewNotes(found.system, new, len(found.notes) - len(new), found.unread)


def save(notebook: Notebook, wanted: NewNotes) -> Stored | None:
    """Save the new notes, private, as one change that undo takes back; None without any. Raises PortfolioError."""
    if not wanted.new:
        return None
    batch = notebook.batch()
    for identity, note in wanted.new:
        batch.add_typed("reflection", note.texts, identity)
    return notebook.write.save(batch, create_file=True)


def _guess(path: str) -> str:
    """Which program wrote this. Raises PortfolioError when that is not clear."""
    ending = os.path.splitext(path)[1].lower()
    if os.path.isdir(path):
        names = [name for _path, name in _files(path, (*_TEXT, ".json"))]
        texts = [name for name in names if name.lower().endswith(".txt")]
        return "jrnl" if len(texts) * 2 > len(names) else "markdown"
    if ending == ".zip":
        return "dayone"
    data = _data(path)
    text = decoded(data) if isinstance(data, bytes) else None
    if text is not None and ending == ".json":
        found = value_of(text)
        if jrnl.is_json(found):
            return "jrnl"
        if dayone.is_json(found):
            return "dayone"
    elif text is not None and jrnl.is_text(text):
        return "jrnl"
    elif ending in _MARKDOWN:
        return "markdown"
    raise PortfolioError(UNKNOWN, path=path)


def _files(folder: str, endings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the relative name of each file with these endings, in order; none in hidden folders."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in endings:
                path = os.path.join(root, name)
                yield path, os.path.relpath(path, folder)


def _data(path: str) -> bytes | str:
    """The bytes of a file, or the reason why they cannot be had."""
    try:
        if os.path.getsize(path) > _MOST:
            return TOO_LARGE
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return UNREADABLE


def _texts(
    path: str, endings: Sequence[str], read: Callable[[str, str, str], Iterable[Note | Unread]]
) -> Iterator[Note | Unread]:
    """Yield what `read` makes of the text, the relative name and the path of a file, or of each file in a folder."""
    for each, name in _files(path, endings) if os.path.isdir(path) else [(path, os.path.basename(path))]:
        data = _data(each)
        text = decoded(data) if isinstance(data, bytes) else None
        if text is None:
            yield Unread(name, data if isinstance(data, str) else NOT_TEXT)
        else:
            yield from read(text, name, each)


def _read_jrnl(path: str) -> Iterator[Note | Unread]:
    def read(text: str, name: str, _path: str) -> Iterable[Note | Unread]:
        return jrnl.from_json(text, name) if name.lower().endswith(".json") else jrnl.from_text(text, name)

    return _texts(path, (*_TEXT, ".json"), read)


def _read_markdown(path: str) -> Iterator[Note | Unread]:
    def read(text: str, name: str, path: str) -> Iterable[Note]:
        note = markdown.note_of(text, name, _day_of(path))
        return [note] if note is not None else []

    return _texts(path, _MARKDOWN, read)


def _day_of(path: str) -> date:
    """The day on which a file was written last, where the user is."""
    return datetime.fromtimestamp(os.stat(path).st_mtime, tz=UTC).astimezone().date()


def _read_dayone(path: str) -> Iterator[Note | Unread]:
    """Read the JSON file, or the ones in a zip: its names are read and never written, and its size is bounded."""
    if not path.lower().endswith(".zip"):
        yield from _texts(path, (".json",), lambda text, name, _path: dayone.from_json(text, name))
        return
    try:
        with zipfile.ZipFile(path) as packed:
            for info in packed.infolist():
                if not info.filename.lower().endswith(".json") or "/" in info.filename.strip("/"):
                    continue
                if info.file_size > _MOST:
                    yield Unread(info.filename, TOO_LARGE)
                    continue
                with packed.open(info) as file:
                    text = decoded(file.read(_MOST + 1))
                yield from dayone.from_json(text or "", info.filename)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise PortfolioError(NO_ZIP, path=path) from None


_READERS: Final[dict[str, Callable[[str], Iterable[Note | Unread]]]] = {
    "jrnl": _read_jrnl,
    "markdown": _read_markdown,
    "dayone": _read_dayone,
}
