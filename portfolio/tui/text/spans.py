"""Lines of styled text, cut to terminal cells. Only arithmetic: no widgets, no colours.

A line is a tuple of spans; a span has a text and a role, to which a theme gives a colour. The user's text must pass
through `clean_line` or `clean` before it becomes a span. Widths are in cells, since a character can take none or two.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias

from portfolio.text import cells, cut

READABLE: Final = 76
"""The most comfortable line length in cells (Bringhurst, The Elements of Typographic Style: 45 to 75 characters)."""

PAGE: Final = 96
"""The longest line in cells of a text to read on a wide terminal: a message, a help, a document."""


class Span(NamedTuple):
    """Text in one role of the theme."""

    text: str
    role: str = "text"
    bold: bool = False


Line: TypeAlias = tuple[Span, ...]
EMPTY: Final[Line] = ()


def width_of(line: Iterable[Span]) -> int:
    """Return the width of a line in cells."""
    return sum([cells(span.text) for span in line])


def fit(line: Line, width: int) -> Line:
    """Cut a line to at most `width` cells: the first span that does not fit is cut, the rest is left out."""
    fitting: list[Span] = []
    room = width
    for span in line:
        if room <= 0:
            break
        text = cut(span.text, room)
        fitting.append(span._replace(text=text))
        room -= cells(text)
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
