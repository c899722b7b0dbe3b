"""A note from another program, before it is a record; and the texts of the record that it becomes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from portfolio.records.identity import hashed_id
from portfolio.wording import N_

NO_DAY: Final = N_("it has no date that can be read")
STARRED: Final = "starred"
"""The tag of a note that was starred."""


class Note(NamedTuple):
    """One note."""

    system: str
    """The program that wrote it, such as "jrnl"."""
    key: str
    """What tells it from others there: an id, a path, or its moment."""
    day: date
    text: str
    title: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    """The file and the line where it is, to name it."""

    @property
    def texts(self) -> dict[str, Sequence[str]]:
        """The texts of its record by field, as they are typed."""
        title, text = (self.title, self.text) if self.text.strip() else ("", self.title)
        found: Mapping[str, Sequence[str]] = {
            "template": ["note"],
            "date": [self.day.isoformat()],
            "answers": [f"text={text}"],
            "title": [title] if title else [],
            "tags": list(dict.fromkeys(self.tags)),
        }
        return {field: values for field, values in found.items() if values}


class Unread(NamedTuple):
    """What could not be read, with the reason as an English message id."""

    place: str
    reason: str


def value_of(text: str) -> Any:
    """The value of a JSON text; None when it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def with_ids(notes: Iterable[Note]) -> Iterator[tuple[str, Note]]:
    """Yield each note with its id, which follows from its content: a second import makes no second record.

    Of notes that are equal in everything the second one has an id of its own.
    """
    seen: dict[bytes, int] = {}
    for note in notes:
        parts = (note.system, note.key, note.day.isoformat(), note.title, note.text)
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
        number = seen[digest] = seen.get(digest, -1) + 1
        yield hashed_id(hashlib.sha256(digest + str(number).encode()).digest()), note
