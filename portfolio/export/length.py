"""The length of a document on paper, and what to leave out first when it is longer than its readers read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from portfolio.export.document import Document
from portfolio.export.markdown import render
from portfolio.wording import Words

_ON_A_PAGE: Final = 400
"""The number of words on an A4 page."""
_ROUNDED: Final = 50
"""Longer texts are rounded to this number of words."""
_WORD: Final = re.compile(r"\w[\w'’-]*")
MOST_PAGES: Final[Mapping[str, int]] = {"portfolio": 4, "page": 1, "pdp": 3}
"""Sort of document -> the most pages that a manager reads; a list of evidence has no limit."""
_LEAST: Final = 40
"""A section of fewer words is not worth leaving out for the length."""
LEFT_OUT_FIRST: Final = ("activities", "shared_knowledge", "evidence", "journey", "feedback", "stories", "discuss")
"""Sections in the order in which they can be missed: lists and appendices before results."""


class Length(NamedTuple):
    """The length of a text."""

    words: int

    @property
    def rounded(self) -> int:
        """The number of words, rounded when there are many."""
        return self.words if self.words < _ROUNDED else round(self.words / _ROUNDED) * _ROUNDED

    @property
    def pages(self) -> int:
        """The number of A4 pages; at least one."""
        return max(-(-self.rounded // _ON_A_PAGE), 1)


def length_of(text: str) -> Length:
    """Return the length of a text."""
    return Length(len(_WORD.findall(text)))


def length(text: str, _: Words) -> str:
    """Return the length of a text on paper: "about 1,250 words, 4 pages A4"."""
    found = length_of(text)
    number = f"{found.rounded:,}".replace(",", "." if _.language == "nl" else ",")
    counted = _("about {words} words").format(words=number)
    paper = _.plural("{n} page A4", "{n} pages A4", found.pages)
    return f"{counted}, {paper}"


def left_out_first(document: Document, sort: str) -> Iterator[tuple[str, Length]]:
    """Yield the sections to leave out, each with its length, until the rest is as short as its readers ask."""
    most = MOST_PAGES.get(sort)
    left = length_of(render(document)).words
    found = _by_section(document)
    for section in LEFT_OUT_FIRST:
        if most is None or Length(left).pages <= most:
            return
        words = found.get(section, 0)
        if words >= _LEAST:
            left -= words
            yield section, Length(words)


def _by_section(document: Document) -> dict[str, int]:
    """Return the number of words of each section, by its key."""
    found: dict[str, int] = {}
    for part in document.parts:
        words = length_of(render(Document(document.language, part.blocks))).words
        found[part.key] = found.get(part.key, 0) + words
    return found
