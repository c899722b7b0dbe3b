"""Read the text of a file in the inbox: its encoding, its front matter, its paragraphs, and what an entry becomes.

Text is data: it is stored as it was typed, and nothing in it is a path, a template or a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.records.collection import Records
from portfolio.records.kinds import HEADINGS
from portfolio.sanitise import with_line_ends

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
MOST: Final = 1_000_000
"""Bytes of the largest text that is taken in; larger is no note."""
_TITLE: Final = 80
"""Characters of the longest first line that becomes a title, when there is text below it."""
_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MARKED: Final = re.compile(r"(?<!\S)([#+@])([^\s#+@,;:!?()\[\]\"]+)")
"""A tag, a goal or skill, and a person: a sign with the word right behind it."""
_HEADING: Final = re.compile(r"#{1,6}\s+")
_KINDS: Final[Mapping[str, str]] = {
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


class Item(NamedTuple):
    """What one entry becomes: the kind of its record, and its texts by field as they are typed."""

    kind: str
    texts: Mapping[str, Sequence[str]]
    first_line: str
    """The first line with words, to show before it is taken in."""
    day: date


def decoded(data: bytes) -> str | None:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark; None when it is in neither."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else with_line_ends(text)


def paragraphs(text: str) -> list[str]:
    """The parts between blank lines, without the white space around them."""
    return [part.strip() for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", with_line_ends(text)) if part.strip()]


def day_in(name: str) -> date | None:
    """The day in the name of a file, such as 2026-03-12 or 20260312; None when there is none."""
    for found in _DAY.finditer(name):
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError:
            continue
    return None


def item_of(text: str, day: date, records: Records) -> Item:
    """What this entry becomes. `day` is the day of its file; a day in its front matter counts before it."""
    given, body, left = front_matter(text)
    kind = _KINDS.get(fold(str(given.get("kind", ""))).strip(), "reflection")
    tags = [*given.get("tags", ()), *(word.rstrip(".’'") for sign, word in _MARKED.findall(body) if sign == "#")]
    day = given.get("date", day)
    first, _line, rest = body.partition("\n")
    heading = _HEADING.sub("", first, count=1).strip()
    title = heading if rest.strip() and heading and len(heading) <= _TITLE else ""
    words = "\n".join(filter(None, (rest.strip("\n") if title else body, left)))
    texts: dict[str, Sequence[str]] = {"date": [day.isoformat()]}
    if kind == "feedback":
        texts["what"] = ["\n".join(filter(None, (body, left)))]
    elif kind == "evidence":
        shows = "\n".join(filter(None, (rest.strip(), left)))
        texts |= {"title": [title or first.strip()], **({"shows": [shows]} if shows else {})}
    else:
        texts |= {"template": ["note"], "answers": [f"text={words}"], **({"title": [title]} if title else {})}
    if tags:
        texts["tags"] = list(dict.fromkeys(tags))
    for field, ids in _links(body, records, kind).items():
        texts[field] = ids
    return Item(kind, texts, heading or first.strip(), day)


def _links(body: str, records: Records, kind: str) -> dict[str, list[str]]:
    """The goals, skills and people that the text names and that exist; a name that is none stays only text."""
    found: dict[str, list[str]] = {}
    people = {"reflection": "people", "feedback": "from"}.get(kind, "")
    for sign, word in _MARKED.findall(body):
        if sign == "+":
            for each in ("goal", "skill"):
                identity = _called(records, each, word)
                if identity:
                    found.setdefault(f"{each}s", []).append(identity)
        elif sign == "@" and people:
            identity = _called(records, "person", word)
            if identity:
                found.setdefault(people, []).append(identity)
    return {field: list(dict.fromkeys(ids)) for field, ids in found.items()}


def _called(records: Records, kind: str, word: str) -> str:
    """The id of the only record of this kind whose title is this word, or begins with it; empty without one."""
    wanted, field = fold(word.rstrip(".")).strip(), HEADINGS[kind]
    titles = [(each.id, fold(str(getattr(each, field))).strip()) for each in records.of_kind(kind)]
    exact = [identity for identity, title in titles if title == wanted]
    begins = [identity for identity, title in titles if title.startswith(wanted)]
    return exact[0] if len(exact) == 1 else begins[0] if len(begins) == 1 and not exact and wanted else ""


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
    if name in _KIND and fold(str(value)).strip() in _KINDS:
        return "kind", str(value)
    return None


def _is_simple(value: Any) -> bool:
    """Whether it is a value or a list of values; what is nested deeper is not front matter that people type."""
    return not isinstance(value, dict) and not any(isinstance(each, list | dict) for each in _items(value))


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def counted(parts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield each part with how many equal ones came before it."""
    seen: dict[str, int] = {}
    for part in parts:
        yield part, seen.get(part, 0)
        seen[part] = seen.get(part, 0) + 1
