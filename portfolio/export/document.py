"""A document as a tree of typed blocks, independent of its format.

Text in it is plain: each format that renders the tree escapes it in its own way, so that no text of a user can become a
heading, a link or code in any format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from portfolio.wording import Language

if TYPE_CHECKING:
    from portfolio.pictures.frame import View


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised words: our labels, never the user's own text."""

    words: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to numbered evidence."""

    number: int


Inline: TypeAlias = str | Strong | Ref
"""Plain text (line ends are soft), a label, or a reference."""
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items; `start` is the first number of a numbered list."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header; every row has as many cells as the header."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Fenced:
    """Text whose columns matter: a picture made of characters, and its view for a format that can draw."""

    text: str
    view: View | None = None
    caption: str = ""
    """A sentence that describes the picture, in the language of the document."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Fenced


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: Language
    blocks: tuple[Block, ...]
    items: tuple[str, ...] = ()
    """The ids of the records used in it, for the private log; never printed."""
    sections: tuple[str, ...] = ()
    """The keys of its sections, in order."""

    @property
    def title(self) -> str:
        """The title as plain text; empty when it has none."""
        lines = (block.line for block in self.blocks if isinstance(block, Heading) and block.level == 1)
        return "".join(part for part in next(lines, ()) if isinstance(part, str))


Colour: TypeAlias = Callable[[str], str]
"""The colour, `#rrggbb`, of a role of a theme, for the formats that have colours."""


def reference(number: int) -> str:
    """The name of numbered evidence in every format: B3 (from the Dutch "bewijs" and "bijlage")."""
    return f"B{number}"


def without_empty_columns(table: Table) -> Table:
    """The table without its empty columns; empty parts are left out everywhere in a document."""
    filled = [n for n in range(len(table.header)) if any(any(row[n]) for row in table.rows)]

    def kept(row: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(row[n] for n in filled)

    return Table(kept(table.header), tuple(map(kept, table.rows)))
