"""Notes of Day One: the JSON of its export (https://dayoneapp.com/guides/tips-and-tutorials/exporting-entries/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from portfolio.capture.importers.note import NO_DAY, STARRED, Note, Unread, value_of
from portfolio.wording import N_

SYSTEM: Final = "Day One"
NOT_JSON: Final = N_("it is not the JSON that Day One exports")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)\n?")


def is_json(found: Any) -> bool:
    """Whether this is an export of Day One."""
    entries = found.get("entries") if isinstance(found, dict) else None
    return isinstance(entries, list) and any(isinstance(each, dict) and "creationDate" in each for each in entries)


def from_json(text: str, file: str) -> Iterator[Note | Unread]:
    """Yield every entry; its day is the one where it was written."""
    found = value_of(text)
    if not is_json(found):
        yield Unread(file, NOT_JSON)
        return
    for number, entry in enumerate(found["entries"], 1):
        place, moment = f"{file}, {number}", _moment(entry)
        if moment is None:
            yield Unread(place, NO_DAY)
            continue
        words = entry.get("text") if isinstance(entry.get("text"), str) else ""
        text = _ESCAPED.sub(r"\1", _PICTURE.sub("", words)).strip()
        title, line, rest = text.partition("\n")
        if not line or not title.startswith("# "):
            title, rest = "", text
        given = entry.get("tags")
        tags = [tag for tag in given if isinstance(tag, str)] if isinstance(given, list) else []
        tags += [STARRED] if entry.get("starred") is True else []
        key = str(entry.get("uuid") or moment.isoformat())
        if text:
            yield Note(
                SYSTEM, key, moment.date(), rest.strip("\n"), title.removeprefix("# ").strip(), tuple(tags), place
            )


def _moment(entry: Any) -> datetime | None:
    """The moment of an entry in its own time zone, or in UTC where that zone is not known; None when it has none."""
    try:
        return datetime.fromisoformat(str(entry["creationDate"])).astimezone(_zone(entry.get("timeZone")))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _zone(name: Any) -> tzinfo:
    try:
        return ZoneInfo(str(name).replace("\\/", "/"))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # Windows has no time zones of its own
        return UTC
