"""Lines of styled text, cut and wrapped to the cells of a terminal. Arithmetic only: no widget, no colour.

A line is a row of spans; a span has words and a role, and a theme gives the role its colour. People's words become
spans through `clean_line` or `clean` first. A width is always in cells, since a character may take none or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size

ELLIPSIS: Final = "…"
READABLE: Final = 76
"""Cells: a longer line is hard to read (Bringhurst, The Elements of Typographic Style: 45 to 75 characters)."""
_JOINING: Final = ("\u200d", "\ufe0f")
"""With one of these a text is not as wide as its characters one by one."""


class Span(NamedTuple):
    """Words in one role of the theme."""

    text: str
    role: str = "text"
    bold: bool = False


Line: TypeAlias = tuple[Span, ...]
EMPTY: Final[Line] = ()


def width_of(line: Iterable[Span]) -> int:
    """How many cells a line takes."""
    return sum([cell_len(span.text) for span in line])


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something is missing."""
    if width <= 0:
        return ""
    if len(text) <= width and cell_len(text) <= width:
        return text
    # A line of a hundred thousand characters is measured no further than it can be seen.
    head = text[: width * 12 + 256]
    if cell_len(head) <= width and len(head) == len(text):
        return text
    shown = set_cell_size(head, width - 1).rstrip() if width > 1 else ""
    while cell_len(shown + ELLIPSIS) > width:  # Rich cuts a text that begins with joiners too late
        shown = shown[:-1]
    return shown + ELLIPSIS


def fit(line: Line, width: int) -> Line:
    """The line in at most `width` cells; the first span that does not fit is cut, the rest is left out."""
    fitting: list[Span] = []
    room = width
    for span in line:
        if room <= 0:
            break
        text = cut(span.text, room)
        fitting.append(span._replace(text=text))
        room -= cell_len(text)
        if text != span.text:
            break
    return tuple(fitting)


def spread(left: Line, right: Line, width: int, gap: int = 2) -> Line:
    """Left and right on one line of `width` cells; the left side gives way, the right side stays whole."""
    if not right:
        return fit(left, width)
    tail = width_of(right)
    if tail + gap >= width:
        return fit(left, width)
    head = fit(left, width - tail - gap)
    return (*head, Span(" " * (width - tail - width_of(head))), *right)


def column(text: str, width: int) -> str:
    """The text in exactly `width` cells."""
    return set_cell_size(cut(text, width), width)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where that is possible; at least one line."""
    width = max(width, 1)
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width)]


def _wrap_paragraph(paragraph: str, width: int) -> Iterator[str]:
    if len(paragraph) <= width and cell_len(paragraph) <= width:
        yield paragraph
        return
    line, room = "", width
    for word in paragraph.split(" "):
        size = cell_len(word) if len(word) <= width * 12 else width + 1
        if size + bool(line) <= room:
            line = f"{line} {word}" if line else word
            # A joiner at the edge of a word joins the space: a line is measured as it is drawn.
            room = width - (cell_len(line) if not line.isascii() else len(line))
            continue
        if line:
            yield line
        *whole, line = _chop(word, width) if size > width else [word]
        yield from whole
        room = width - cell_len(line)
    yield line


def _chop(word: str, width: int) -> list[str]:
    """A word that is wider than a line, in pieces."""
    pieces, start, used = [], 0, 0
    joins = any(sign in word for sign in _JOINING)
    for index, char in enumerate(word):
        size = 1 if " " < char <= "~" else cell_len(char)
        now = cell_len(word[start : index + 1]) if joins else used + size
        if now > width and index > start:
            pieces.append(word[start:index])
            start, now = index, size
        used = now
    pieces.append(word[start:])
    return pieces
