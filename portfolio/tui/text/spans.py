"""Lines of styled text, cut and wrapped to terminal cells. Only arithmetic: no widgets, no colours.

A line is a tuple of spans; a span has a text and a role, to which a theme gives a colour. The user's text must pass
through `clean_line` or `clean` before it becomes a span. Widths are in cells, since a character can take none or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size

ELLIPSIS: Final = "…"
READABLE: Final = 76
"""The most comfortable line length in cells (Bringhurst, The Elements of Typographic Style: 45 to 75 characters)."""
_JOINING: Final = ("\u200d", "\ufe0f")
"""Characters that change the width of their neighbours, so that a text must be measured as a whole."""


class Span(NamedTuple):
    """Text in one role of the theme."""

    text: str
    role: str = "text"
    bold: bool = False


Line: TypeAlias = tuple[Span, ...]
EMPTY: Final[Line] = ()


def width_of(line: Iterable[Span]) -> int:
    """Return the width of a line in cells."""
    return sum([cell_len(span.text) for span in line])


def cut(text: str, width: int) -> str:
    """Cut text to at most `width` cells, with an ellipsis where something is left out."""
    if width <= 0:
        return ""
    if len(text) <= width and cell_len(text) <= width:
        return text
    # Measure no more of a very long line than can be visible.
    head = text[: width * 12 + 256]
    if cell_len(head) <= width and len(head) == len(text):
        return text
    shown = set_cell_size(head, width - 1).rstrip() if width > 1 else ""
    while cell_len(shown + ELLIPSIS) > width:  # Rich cuts too little from a text that begins with joiners
        shown = shown[:-1]
    return shown + ELLIPSIS


def fit(line: Line, width: int) -> Line:
    """Cut a line to at most `width` cells: the first span that does not fit is cut, the rest is left out."""
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
    """Put left and right on one line of `width` cells; the left side is cut to make room.

    If the right side would leave no room for the left, it is left out.
    """
    if not right:
        return fit(left, width)
    tail = width_of(right)
    if tail + gap >= width:
        return fit(left, width)
    head = fit(left, width - tail - gap)
    return (*head, Span(" " * (width - tail - width_of(head))), *right)


def column(text: str, width: int) -> str:
    """Return text in exactly `width` cells, cut or padded."""
    return set_cell_size(cut(text, width), width)


def wrap(text: str, width: int) -> list[str]:
    """Wrap text to lines of at most `width` cells, between words where possible; returns at least one line."""
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
            # A joiner at the edge of a word also joins the space, so the line is measured as a whole.
            room = width - (cell_len(line) if not line.isascii() else len(line))
            continue
        if line:
            yield line
        *whole, line = _chop(word, width) if size > width else [word]
        yield from whole
        room = width - cell_len(line)
    yield line


def _chop(word: str, width: int) -> list[str]:
    """Split a word that is wider than a line."""
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
