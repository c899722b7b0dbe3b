"""The documents and formats that can be made. A new one is a line here and a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portfolio.errors import UsageError
from portfolio.export import docx, html, markdown, outline, pdf, plain
from portfolio.export.document import Document
from portfolio.export.extras import is_here
from portfolio.export.options import Options
from portfolio.journey.sharing.share import Shared
from portfolio.wording import N_, Words
from portfolio.wording.document_forms import EMPLOYERS_FORM

Maker = Callable[[Shared, date, Words, Options], Document]
Format = Callable[[Document], bytes]

SORTS: Final[Mapping[str, Maker]] = {
    "portfolio": outline.portfolio,
    "page": outline.page,
    "pdp": outline.pdp,
    "evc": outline.evc,
    "hours": outline.hours_of_learning,
}
"""Sort of document -> the function that makes its tree."""
WITH_PLACES: Final = frozenset({"evc"})
"""The documents that show where evidence is."""
WITH_MINUTES: Final = frozenset({"hours"})
"""The documents that show how long an activity took."""
FORMATS: Final[Mapping[str, Format]] = {
    "md": lambda document: markdown.render(document).encode("utf-8"),
    "html": lambda document: html.render(document).encode("utf-8"),
    "docx": docx.render,
    "pdf": pdf.render,
    "txt": lambda document: plain.render(document).encode("utf-8"),
}
"""Format, which is also the ending of the file name -> the function that renders the tree."""


def available() -> tuple[str, ...]:
    """The forms that can be made on this computer: the formats, and the form of an employer filled in."""
    return tuple(form for form in (*FORMATS, EMPLOYERS_FORM) if is_here(form))


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a document, with the ids of the records in it."""

    data: bytes
    items: tuple[str, ...]
    document: Document
    """Its tree, to render it in another format."""

    @property
    def title(self) -> str:
        """The title as plain text, for the file name."""
        return self.document.title

    @property
    def text(self) -> str:
        """The document as Markdown, to read in a terminal."""
        return markdown.render(self.document)


def make(
    sort: str,
    wanted: str,
    shared: Shared,
    today: date,
    _: Words,
    options: Options | None = None,
) -> Made:
    """Make a document of this sort in this format. Raises UsageError when a sort, format or section is unknown."""
    if sort not in SORTS:
        raise UsageError(N_("“{sort}” cannot be made; choose from: {sorts}."), sort=sort, sorts=", ".join(SORTS))
    if wanted not in FORMATS:
        raise UsageError(
            N_("“{format}” is not a format of this document; choose from: {formats}."),
            format=wanted,
            formats=", ".join(FORMATS),
        )
    document = SORTS[sort](shared, today, _, options or Options())
    return Made(FORMATS[wanted](document), document.items, document)


def written_as(made: Made, wanted: str) -> Made:
    """The same document in another format."""
    return Made(FORMATS[wanted](made.document), made.items, made.document)
