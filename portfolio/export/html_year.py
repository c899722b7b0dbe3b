"""The line of a year with its words, as SVG within a page of HTML."""

from __future__ import annotations

from html import escape
from typing import Final

from portfolio.export.document import YearLine
from portfolio.export.document_lines import named
from portfolio.export.drawings import YEAR_SIZE, YEAR_WIDTH, Placed, months, places, year_svg
from portfolio.export.page_layout import INK, MUTED
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.wording import Words
from portfolio.wording.dates import month_short

_CELL: Final = 0.6
_LINE: Final = 13
_ABOVE: Final = 56
"""The height above the line: room for as many lines of words as a moment can have."""
_BELOW: Final = 66
_LINES: Final = 3


def year_figure(block: YearLine, _: Words) -> str:
    """The figure; its words are in a list beside it, for screen readers too."""
    drawn = year_svg(block).replace("<svg ", f'<svg x="0" y="{_ABOVE - 14}" width="{YEAR_WIDTH}" height="28" ', 1)
    parts = [drawn]
    for month, x in months(block):
        parts.append(_words(x, _ABOVE + 19, month_short(month, _), MUTED, 10.5))
    for each in places(block):
        parts += _moment(each)
    size = f'viewBox="0 0 {YEAR_WIDTH} {_ABOVE + _BELOW}" width="{YEAR_WIDTH}" height="{_ABOVE + _BELOW}"'
    return f'<figure><svg xmlns="http://www.w3.org/2000/svg" {size} aria-hidden="true">{"".join(parts)}</svg></figure>'


def _moment(each: Placed) -> list[str]:
    """The words of a moment on as many lines as it needs, at most three."""
    wide = max(int(each.room / (YEAR_SIZE * _CELL)), 4)
    label = clean_line(f"{each.moment.label} {named(*each.moment.refs)}".strip())
    lines = wrap(label, wide)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], cut(" ".join(lines[_LINES - 1 :]), wide)]
    first = _ABOVE - 18 - _LINE * (len(lines) - 1) if each.above else _ABOVE + 33
    return [_words(each.left, first + _LINE * n, line, INK, YEAR_SIZE) for n, line in enumerate(lines)]


def _words(x: float, y: float, words: str, colour: str, size: float) -> str:
    return f'<text x="{x:g}" y="{y:g}" fill="{colour}" font-size="{size:g}">{escape(words)}</text>'
