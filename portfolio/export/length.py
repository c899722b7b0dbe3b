"""The length of a document on paper, and what to leave out first when it is longer than its readers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from portfolio.export.document import Block, Document
from portfolio.export.markdown import render
from portfolio.export.page_height import PAGE, height_of
from portfolio.export.profile import PAGES, Profile
from portfolio.wording import Language, Words

_ROUNDED: Final = 50
"""Longer texts are rounded to this number of words."""
_WORD: Final = re.compile(r"\w[\w'’-]*")
_LEAST: Final = 40
"""A section of fewer words is not worth leaving out for the length."""
LEFT_OUT_FIRST: Final = ("activities", "shared_knowledge", "evidence", "journey", "feedback", "stories", "discuss")
"""Sections in the order in which they can be missed: lists and appendices before results."""


class Length(NamedTuple):
    """The length of a document, or of a part of it."""

    words: int
    pages: int = 1
    """A4 pages; at least one."""

    @property
    def rounded(self) -> int:
        """The number of words, rounded when there are many."""
        return self.words if self.words < _ROUNDED else round(self.words / _ROUNDED) * _ROUNDED


def length_of(document: Document, without: Iterable[Block] = ()) -> Length:
    """Return the length of a document without these blocks. A first page is made to fit on one page."""
    gone = [*map(id, without)]
    first = [block for block in document.blocks[: document.first_page] if id(block) not in gone]
    rest = [block for block in document.blocks[document.first_page :] if id(block) not in gone]
    pages = (1 if first else 0) + -int(-height_of(rest) // PAGE)
    if height_of((*first, *rest)) <= PAGE:
        pages = 1  # nothing begins on a new page
    return Length(_words((*first, *rest), document.language), max(pages, 1))


def _words(blocks: tuple[Block, ...], language: Language) -> int:
    return len(_WORD.findall(render(Document(language, blocks))))


def length(document: Document, _: Words) -> str:
    """Return the length of a document on paper: "about 1,250 words, 4 pages A4"."""
    found = length_of(document)
    number = f"{found.rounded:,}".replace(",", "." if _.language == "nl" else ",")
    counted = _("about {words} words").format(words=number)
    paper = _.plural("{n} page A4", "{n} pages A4", found.pages)
    return f"{counted}, {paper}"


def left_out_first(document: Document, profile: Profile) -> Iterator[tuple[str, Length]]:
    """Yield the sections to leave out, each with its length, until the rest is as short as its readers ask."""
    most, gone = profile.most(PAGES), list[Block]()
    for section in LEFT_OUT_FIRST:
        if most is None or length_of(document, gone).pages <= most:
            return
        blocks = tuple(block for part in document.parts if part.key == section for block in part.blocks)
        words = _words(blocks, document.language)
        if words >= _LEAST:
            gone += blocks
            yield section, Length(words)
