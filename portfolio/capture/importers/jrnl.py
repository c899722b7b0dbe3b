"""Notes of jrnl: its text files and its JSON export (https://jrnl.sh/en/stable/formats/).

An entry begins at a line with a moment between brackets: "[2026-03-12 21:30] Title. Text". Its title is the first
sentence of that line, as in jrnl; a star after the title marks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from portfolio.capture.importers.note import NO_DAY, STARRED, Note, Unread, value_of
from portfolio.wording import N_

SYSTEM: Final = "jrnl"
NOT_JSON: Final = N_("it is not the JSON that jrnl exports")
_BEGIN: Final = re.compile(r"^\[([^\[\]\n]{7,40})\] ?(.*)$")
"""A line with a moment of more than six characters between brackets; jrnl takes a shorter one for text too."""
_OLD_BEGIN: Final = re.compile(r"^(\d{4}-\d\d-\d\d \d\d?:\d\d) (.+)$")
"""How an entry began before version 2 of jrnl."""
_FORMATS: Final = (
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %I:%M %p",
    "%Y-%m-%d %I:%M:%S %p",
    "%Y-%m-%d",
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y %H:%M",
)
_TAG: Final = re.compile(r"(?<!\S)[#@]([-+*#/\w]+)")
_SENTENCE: Final = re.compile(r"^(.+?[.!?…]+)\s+(.*)$", re.DOTALL)


def is_text(text: str) -> bool:
    """Whether this is a text file of jrnl: its first line with words begins an entry."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return _begins(first, old=True) is not None


def from_text(text: str, file: str) -> Iterator[Note | Unread]:
    """Yield every entry of a text file; words before the first one are named as unread."""
    lines = text.split("\n")
    old = not any(_begins(line, old=False) for line in lines)
    begun: tuple[datetime, str, int] | None = None
    body: list[str] = []
    for number, line in enumerate(lines, 1):
        found = _begins(line, old=old)
        if found is None:
            body.append(line)
            continue
        yield from _ended(begun, body, file)
        begun, body = (*found, number), []
    yield from _ended(begun, body, file)


def _begins(line: str, *, old: bool) -> tuple[datetime, str] | None:
    """The moment and the rest of a line that begins an entry; None for any other line."""
    found = (_OLD_BEGIN if old else _BEGIN).match(line) or (_BEGIN.match(line) if old else None)
    moment = moment_of(found[1]) if found else None
    return (moment, found[2]) if found and moment is not None else None


def moment_of(words: str) -> datetime | None:
    """The moment that jrnl writes, in 24 or 12 hours; None when it is none."""
    for form in _FORMATS:
        try:
            return datetime.strptime(words.strip(), form)  # noqa: DTZ007 - a journal knows no time zone
        except ValueError:
            continue
    return None


def _ended(begun: tuple[datetime, str, int] | None, body: list[str], file: str) -> Iterator[Note | Unread]:
    if begun is None:
        if any(line.strip() for line in body):
            yield Unread(f"{file}, 1", NO_DAY)
        return
    moment, first, number = begun
    title, rest = _split(first)
    text = "\n".join([*([rest] if rest else []), *body]).strip("\n")
    yield _note(moment.isoformat(), moment.date(), title, text.rstrip(), f"{file}, {number}")


def _split(first: str) -> tuple[str, str]:
    """The title and what comes after it on the first line."""
    found = _SENTENCE.match(first.strip())
    return (found[1], found[2]) if found else (first.strip(), "")


def _note(key: str, day: date, title: str, text: str, place: str, *, starred: bool = False) -> Note:
    is_starred = starred or title.rstrip().endswith("*")
    title = title.rstrip().removesuffix("*").rstrip() if title.rstrip().endswith("*") else title
    tags = [tag.lower() for tag in _TAG.findall(f"{title}\n{text}")]
    return Note(SYSTEM, key, day, text, title, (*tags, *((STARRED,) if is_starred else ())), place)


def is_json(found: Any) -> bool:
    """Whether this is an export of jrnl."""
    return isinstance(found, dict) and isinstance(found.get("entries"), list) and "tags" in found


def from_json(text: str, file: str) -> Iterator[Note | Unread]:
    """Yield every entry of a JSON export."""
    found = value_of(text)
    if not is_json(found):
        yield Unread(file, NOT_JSON)
        return
    for number, entry in enumerate(found["entries"], 1):
        place = f"{file}, {number}"
        values = {k: str(v) for k, v in entry.items() if isinstance(v, str | int)} if isinstance(entry, dict) else {}
        moment = moment_of(f"{values.get('date', '')} {values.get('time', '00:00')}") or moment_of(
            values.get("date", "")
        )
        if moment is None:
            yield Unread(place, NO_DAY)
            continue
        starred = entry.get("starred") is True
        body = values.get("body", "").strip("\n")
        yield _note(moment.isoformat(), moment.date(), values.get("title", ""), body, place, starred=starred)
