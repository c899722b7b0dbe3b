"""What a text file of another program says: its text, the day in its name, and its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from portfolio.journey.fold import fold
from portfolio.sanitise import with_line_ends
from portfolio.wording import N_

NOT_TEXT: Final = N_("it is not text in UTF-8 or UTF-16")
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
KINDS: Final[Mapping[str, str]] = {
    "note": "reflection",
    "notitie": "reflection",
    "reflection": "reflection",
    "reflectie": "reflection",
    "feedback": "feedback",
    "evidence": "evidence",
    "bewijs": "evidence",
}
_TAGS: Final = frozenset({"tags", "tag", "labels", "label"})
_DATES: Final = frozenset({"date", "datum"})
_KIND: Final = frozenset({"kind", "soort"})


def decoded(data: bytes) -> str | None:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark; None when it is in neither."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else with_line_ends(text)


def day_in(name: str) -> date | None:
    """The day in the name of a file, such as 2026-03-12 or 20260312; None when there is none."""
    for found in _DAY.finditer(name):
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError:
            continue
    return None


def front_matter(text: str) -> tuple[dict[str, Any], str, str]:
    """What the front matter says of tags, date and kind; the text below it; and its other lines, which stay text."""
    whole: tuple[dict[str, Any], str, str] = {}, text.strip("\n"), ""
    if not text.startswith("---\n"):
        return whole
    import frontmatter

    try:
        post = frontmatter.loads(text)
    except Exception:  # whatever a YAML reader raises: then it is text, and none of it is lost
        return whole
    if not post.metadata or not all(map(_is_simple, post.metadata.values())):
        return whole
    given: dict[str, Any] = {}
    left: list[str] = []
    for key, value in post.metadata.items():
        name = fold(str(key)).strip()
        read = _read(name, value)
        if read is None:
            left.append(f"{key}: {_plain(value)}")
        else:
            given[read[0]] = read[1]
    return given, post.content.strip("\n"), "\n".join(left)


def _read(name: str, value: Any) -> tuple[str, Any] | None:
    """A line of the front matter that means something; None for any other."""
    if name in _TAGS:
        words = value if isinstance(value, list) else re.split(r"[,\s]+", str(value))
        return "tags", [str(word).lstrip("#").strip() for word in words if str(word).strip("# ")]
    if name in _DATES:
        if isinstance(value, datetime):
            return "date", value.date()
        found = value if isinstance(value, date) else day_in(str(value))
        return ("date", found) if found is not None else None
    if name in _KIND and fold(str(value)).strip() in KINDS:
        return "kind", str(value)
    return None


def _is_simple(value: Any) -> bool:
    """Whether it is a value or a list of values; what is nested deeper is not front matter that people type."""
    return not isinstance(value, dict) and not any(isinstance(each, list | dict) for each in _items(value))


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
