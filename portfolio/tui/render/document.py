"""A document as it will be shared, character for character, and its length."""

from __future__ import annotations

import re
from typing import Final

from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.text.spans import Line, Span
from portfolio.wording import Words

_ON_A_PAGE: Final = 400
"""The number of words on an A4 page."""
_ROUNDED: Final = 50
"""Longer texts are rounded to this number of words."""
_WORD: Final = re.compile(r"\w[\w'’-]*")


def document_lines(text: str, width: int) -> list[Line]:
    """Return the document with long lines wrapped and headings highlighted; nothing is left out."""
    lines: list[Line] = []
    for line in clean(text).split("\n"):
        heading = line.startswith("#")
        words = line.lstrip(" ")
        first = min(len(line) - len(words), width // 2)
        after = min(first + (2 if words.startswith(("- ", "* ")) else 0), width // 2)
        for n, part in enumerate(wrap(words, width - after)):
            indent = " " * (after if n else first)
            lines.append((Span(indent + part, "accent" if heading else "text", heading),))
    return lines


def length(text: str, _: Words) -> str:
    """Return the length on paper: "about 1,250 words, 4 pages A4"."""
    exact = len(_WORD.findall(text))
    words = exact if exact < _ROUNDED else round(exact / _ROUNDED) * _ROUNDED
    pages = max(-(-words // _ON_A_PAGE), 1)
    number = f"{words:,}".replace(",", "." if _.language == "nl" else ",")
    counted = _("about {words} words").format(words=number)
    paper = _.plural("{n} page A4", "{n} pages A4", pages)
    return f"{counted}, {paper}"
