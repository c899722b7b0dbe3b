"""Turn the user's text into blocks: its paragraphs and simple lists, and nothing else.

A list is lines that begin with a dash, star, plus or bullet, or with 1. 2. 3. in that order. Everything else is plain
text, whatever it means in some format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portfolio.export.document import Address, Block, Bullets, Inline, Paragraph
from portfolio.sanitise import clean

_BULLET: Final = re.compile(r"[-*+•] +(?=\S)")
_NUMBER: Final = re.compile(r"([0-9]{1,3})[.)] +(?=\S)")
_ADDRESS: Final = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#](?:[a-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})*)?",
    re.IGNORECASE | re.ASCII,
)
"""A web address with the characters of RFC 3986 only, without a user, a password or brackets: what is shown of it is
where it leads, and no reader of Markdown, HTML or a table sees anything else in it."""


def prose(text: str) -> tuple[Block, ...]:
    """The blocks of a text; empty for an empty text."""
    return tuple(_blocks([line.strip() for line in clean(text).split("\n")]))


def one_line(text: str) -> str:
    """A text as a single line, for a heading or a cell."""
    return " ".join(clean(text).split())


def place(text: str) -> Inline:
    """Where something is, as a single line: a web address that can be followed, else plain text."""
    line = one_line(text)
    return Address(line) if _ADDRESS.fullmatch(line) else line


def _blocks(lines: list[str]) -> Iterator[Block]:
    gathered: list[str] = []
    at = 0
    while at < len(lines):
        items, after, start = _list_at(lines, at)
        if items or not lines[at]:
            if gathered:
                yield Paragraph(("\n".join(gathered),))
                gathered = []
            if items:
                yield Bullets(tuple((Paragraph((item,)),) for item in items), start)
            at = max(after, at + 1)
        else:
            gathered.append(lines[at])
            at += 1
    if gathered:
        yield Paragraph(("\n".join(gathered),))


def _list_at(lines: list[str], at: int) -> tuple[list[str], int, int | None]:
    """The items of the list that begins at a line, the line after it, and 1 for a numbered list."""
    bullets = _BULLET.match(lines[at]) is not None
    items: list[list[str]] = []
    while at < len(lines):
        found = _item(lines[at], bullets, len(items) + 1)
        if found:
            items.append([lines[at][found.end() :]])
        elif items and lines[at] and not _starts_other(lines[at], bullets):
            items[-1].append(lines[at])
        elif items and not lines[at]:
            following = next((n for n in range(at, len(lines)) if lines[n]), at)
            if not _item(lines[following], bullets, len(items) + 1):
                break
            at = following  # the list continues after the empty lines
            continue
        else:
            break
        at += 1
    return ["\n".join(item) for item in items], at, None if bullets else 1


def _item(line: str, bullets: bool, wanted: int) -> re.Match[str] | None:
    """The mark of the next item at the beginning of a line."""
    return _BULLET.match(line) if bullets else _next_number(line, wanted)


def _next_number(line: str, wanted: int) -> re.Match[str] | None:
    found = _NUMBER.match(line)
    return found if found and int(found[1]) == wanted and not found[1].startswith("0") else None


def _starts_other(line: str, bullets: bool) -> bool:
    """Whether a line begins a list of the other sort."""
    return (_next_number(line, 1) if bullets else _BULLET.match(line)) is not None
