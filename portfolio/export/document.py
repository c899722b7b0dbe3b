"""A document as a tree of typed blocks, before it is text of any sort.

Words in it are plain: a format that renders the tree makes them safe in its own way, so nobody's words can become a
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
    """A few words that stand out: our labels, never people's own text."""

    words: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to numbered evidence."""

    number: int


Inline: TypeAlias = str | Strong | Ref
"""Plain words (line ends are soft), a label, or a reference."""
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points; `start` is the first number of a numbered list."""

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
    told: str = ""
    """What the picture says in a sentence, in the words of the document."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Fenced


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: Language
    blocks: tuple[Block, ...]
    items: tuple[str, ...] = ()
    """The ids of the records whose words or facts are in it, for the private log; never printed."""
    sections: tuple[str, ...] = ()
    """The keys of the sections in it, in its order."""

    @property
    def title(self) -> str:
        """The plain words of its title; empty when it has none."""
        lines = (block.line for block in self.blocks if isinstance(block, Heading) and block.level == 1)
        return "".join(part for part in next(lines, ()) if isinstance(part, str))


Colour: TypeAlias = Callable[[str], str]
"""From a role of a theme to its colour, `#rrggbb`: for the formats that have colours."""


def reference(number: int) -> str:
    """How numbered evidence is referred to, in every format: B3 (from the Dutch "bewijs" and "bijlage")."""
    return f"B{number}"


def without_empty_columns(table: Table) -> Table:
    """The same table less the columns in which nothing stands: what is empty is left out, as everywhere."""
    filled = [n for n in range(len(table.header)) if any(any(row[n]) for row in table.rows)]

    def kept(row: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(row[n] for n in filled)

    return Table(kept(table.header), tuple(map(kept, table.rows)))
