"""Which documents can be made, and in which formats. A new one is a line here and a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portfolio.errors import UsageError
from portfolio.export import markdown, outline
from portfolio.export.document import Document
from portfolio.export.options import Options
from portfolio.journey.sharing import Shared
from portfolio.wording import N_, Words

Maker = Callable[[Shared, date, Words, Options], Document]
Format = Callable[[Document], bytes]

SORTS: Final[Mapping[str, Maker]] = {"portfolio": outline.portfolio, "page": outline.page}
"""Sort of document -> who makes its tree."""
FORMATS: Final[Mapping[str, Format]] = {"md": lambda document: markdown.render(document).encode("utf-8")}
"""Format, which is also the ending of the file name -> who writes the tree in it."""


@dataclass(frozen=True, slots=True)
class Made:
    """Exactly the bytes to write, with the ids of the records in them."""

    data: bytes
    items: tuple[str, ...]
    title: str
    """The title of the document as plain words, for the name of a file."""


def make(sort: str, wanted: str, shared: Shared, today: date, _: Words, options: Options | None = None) -> Made:
    """Make a document of this sort in this format. UsageError when either does not exist, or a section does not."""
    if sort not in SORTS:
        raise UsageError(N_("“{sort}” cannot be made; choose from: {sorts}."), sort=sort, sorts=", ".join(SORTS))
    if wanted not in FORMATS:
        raise UsageError(
            N_("“{format}” is not a format of this document; choose from: {formats}."),
            format=wanted,
            formats=", ".join(FORMATS),
        )
    document = SORTS[sort](shared, today, _, options or Options())
    return Made(FORMATS[wanted](document), document.items, document.title)
