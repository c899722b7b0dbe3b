"""A document as a tree of typed blocks, independent of its format.

Text in it is plain: each format that renders the tree escapes it in its own way, so that no text of a user can become a
heading, a link or code in any format. The one exception is the web address of a piece of evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from portfolio.wording import Language

if TYPE_CHECKING:
    from portfolio.pictures.frame import View


BETWEEN: Final = " · "
"""The sign between the facts beside a request; on paper and in the browser each fact has a line of its own."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised words: our labels, never the user's own text."""

    words: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to numbered evidence."""

    number: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The number of evidence where it is described: the place to which its references lead."""

    number: int


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a web page, which a reader can follow; made by `prose.place` only."""

    words: str


Inline: TypeAlias = str | Strong | Ref | Anchor | Address
"""Plain text (line ends are soft), a label, a reference, the place to which references lead, or a web address."""
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


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, and what is said under it."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels in a column of their own, each with its text beside it."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page that is complete by itself: whose it is, and at the right what it is for."""

    title: str
    """The title of the document, for its window and its file name; it is not printed in the head."""
    name: str
    under: tuple[str, ...] = ()
    """Lines under the name, such as the job and the organisation."""
    right: tuple[str, ...] = ()
    """Lines at the right; the first is emphasised."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence with which a page begins, in the words of the writer."""

    words: str


@dataclass(frozen=True, slots=True)
class Result:
    """One result: a few large words such as "0 → 4" (none in a sentence of the user's own), what it is, how known."""

    big: str
    what: str
    known: str = ""
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Results side by side; at most three fit."""

    items: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A skill on a scale: its places from the bottom to the top of the scale, and the same in words."""

    skill: str
    words: Line
    refs: tuple[int, ...] = ()
    start: int | None = None
    now: int | None = None
    other: int | None = None
    """The level according to another person, also where it is the same as `now`."""
    target: int | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether it has any place on the scale; own scales are in words only."""
        return any(place is not None for place in (self.start, self.now, self.other, self.target))


@dataclass(frozen=True, slots=True)
class Tracks:
    """Skills as a table in which each row is drawn on one scale."""

    rows: tuple[Track, ...]
    bottom: int
    top: int
    header: tuple[str, str, str]
    """The headings of the skill, of the words and of the evidence."""
    legend: str
    """The signs ○ ● ▼ ◯ of start, now, another person and target, and the names of the levels, on one line."""


@dataclass(frozen=True, slots=True)
class YearMoment:
    """A moment on the line of a year, with its words."""

    day: date
    label: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class YearLine:
    """A period as one line with labelled moments; at most seven fit."""

    since: date
    until: date
    moments: tuple[YearMoment, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of another person, who that is and when, and what was done with it."""

    text: str
    who: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Words of other people, one below the other."""

    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """Something that is asked of the reader, with boxes to tick and room to write an answer."""

    text: str
    boxes: tuple[str, ...] = ()
    after: str = ""
    """What is to be filled in, such as "from: ……"."""


@dataclass(frozen=True, slots=True)
class Requests:
    """What is asked of the reader, one below the other."""

    items: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two lists of blocks side by side; one below the other where there is no room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, each with its label."""

    labels: tuple[str, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Fenced
    | Facts
    | Head
    | Lead
    | Results
    | Tracks
    | YearLine
    | Quotes
    | Requests
    | Columns
    | Signatures
)


class Part(NamedTuple):
    """The blocks of a section at one place of a document; a section can have several."""

    key: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    language: Language
    blocks: tuple[Block, ...]
    items: tuple[str, ...] = ()
    """The ids of the records used in it, for the private log; never printed."""
    sections: tuple[str, ...] = ()
    """The keys of its sections, in order."""
    footer: str = ""
    """What is at the foot of every page: whose it is, what it is, and for which conversation."""
    pictures: bool = False
    """Whether the whole journey is in it as a picture too."""
    first_page: int = 0
    """How many of its first blocks are made a little smaller when they are just too long for one page."""
    parts: tuple[Part, ...] = ()
    """Its blocks by section, to measure each."""

    @property
    def title(self) -> str:
        """The title as plain text; empty when it has none."""
        for block in self.blocks:
            if isinstance(block, Head):
                return block.title
            if isinstance(block, Heading) and block.level == 1:
                return "".join(part for part in block.line if isinstance(part, str))
        return ""

    @property
    def closing(self) -> Paragraph | None:
        """The last line of a document with sections: who owns it."""
        last = self.blocks[-1] if self.sections and self.blocks else None
        return last if isinstance(last, Paragraph) else None


def reference(number: int) -> str:
    """The name of numbered evidence in every format: B3 (from the Dutch "bewijs" and "bijlage")."""
    return f"B{number}"


def without_empty_columns(table: Table) -> Table:
    """The table without its empty columns; empty parts are left out everywhere in a document."""
    filled = [n for n in range(len(table.header)) if any(any(row[n]) for row in table.rows)]

    def kept(row: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(row[n] for n in filled)

    return Table(kept(table.header), tuple(map(kept, table.rows)))
