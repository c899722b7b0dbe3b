"""What a text in the inbox becomes: its paragraphs, and the record of each.

Text is data: it is stored as it was typed, and nothing in it is a path, a template or a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.text_file import KINDS, front_matter
from portfolio.journey.fold import fold
from portfolio.records.collection import Records
from portfolio.records.kinds import HEADINGS
from portfolio.sanitise import with_line_ends

MOST: Final = 1_000_000
"""Bytes of the largest text that is taken in; larger is no note."""
_TITLE: Final = 80
"""Characters of the longest first line that becomes a title, when there is text below it."""
_MARKED: Final = re.compile(r"(?<!\S)([#+@])([^\s#+@,;:!?()\[\]\"]+)")
"""A tag, a goal or skill, and a person: a sign with the word right behind it."""
_HEADING: Final = re.compile(r"#{1,6}\s+")


class Item(NamedTuple):
    """What one entry becomes: the kind of its record, and its texts by field as they are typed."""

    kind: str
    texts: Mapping[str, Sequence[str]]
    first_line: str
    """The first line with words, to show before it is taken in."""
    day: date


def paragraphs(text: str) -> list[str]:
    """The parts between blank lines, without the white space around them."""
    return [part.strip() for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", with_line_ends(text)) if part.strip()]


def item_of(text: str, day: date, records: Records) -> Item:
    """What this entry becomes. `day` is the day of its file; a day in its front matter counts before it."""
    given, body, left = front_matter(text)
    kind = KINDS.get(fold(str(given.get("kind", ""))).strip(), "reflection")
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


def counted(parts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield each part with how many equal ones came before it."""
    seen: dict[str, int] = {}
    for part in parts:
        yield part, seen.get(part, 0)
        seen[part] = seen.get(part, 0) + 1
