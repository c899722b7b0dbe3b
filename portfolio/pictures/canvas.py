"""The parts of a picture: rows of spans, each with a role. A role gives the meaning; a theme maps it to a colour.

Nothing here depends on a terminal. A picture is complete without its roles: the meaning is in symbols and words. Spans
and places are plain tuples, since a picture of ten years has two thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from portfolio.pictures.signs import UNICODE, Signs
from portfolio.sanitise import clean_line
from portfolio.text import cells, cut, wrap

Role = Literal[
    "title",
    "period",
    "sentence",
    "axis",
    "year",
    "label",
    "sublabel",
    "bar",
    "bar_done",
    "bar_rest",
    "paused",
    "planned",
    "mark",
    "milestone",
    "story",
    "entry",
    "certificate",
    "conversation",
    "rise",
    "fall",
    "achieved",
    "dropped",
    "step",
    "top",
    "tip",
    "both",
    "target",
    "self",
    "other",
    "level0",
    "level1",
    "level2",
    "level3",
    "level4",
    "level5",
    "week0",
    "week1",
    "week2",
    "week3",
    "evidence_ok",
    "evidence_look",
    "evidence_missing",
    "number",
    "caption",
    "now",
    "guide",
    "legend",
    "muted",
    "text",
]
"""The meaning of a span, to which a theme gives a style.

`bar` is an active goal, `bar_done` an achieved one, `bar_rest` time ahead; `level0`-`level5` and `week0`-`week3` run
from low to high; `guide` is decoration and is left out of plain text.
"""

LEVELS: Final[tuple[Role, ...]] = ("level0", "level1", "level2", "level3", "level4", "level5")
WEEKS: Final[tuple[Role, ...]] = ("week0", "week1", "week2", "week3")


class Span(NamedTuple):
    """A piece of a row."""

    text: str
    role: Role = "text"


Row = tuple[Span, ...]


class Sentence(NamedTuple):
    """What a place shows of one record: the record, the text for it, and its day if it has one."""

    id: str
    words: str
    day: date | None = None


class Place(NamedTuple):
    """A place in the body of a picture that the cursor can reach, and the records shown there."""

    row: int
    column: int
    width: int
    ids: tuple[str, ...]
    make_sentences: Callable[[], tuple[Sentence, ...]]
    """Makes the sentences on demand: a picture of ten years has hundreds of places, and the cursor is on one."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentence of each record here, in the language of the picture."""
        return self.make_sentences()

    @property
    def words(self) -> str:
        """All sentences on one line."""
        return "; ".join(each.words for each in self.sentences)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture. No row is wider than `width` cells."""

    name: str
    width: int
    title: tuple[Row, ...]
    finding: tuple[Row, ...]
    """The sentence, wrapped; `sentence` holds it in one piece."""
    body: tuple[Row, ...]
    legend: tuple[Row, ...] = ()
    key: tuple[tuple[str, Role, str], ...] = ()
    """Every symbol that was drawn, its role and its meaning."""
    often: tuple[tuple[str, Role, str], ...] = ()
    """The symbols of a legend that may be cut short, the most frequent first; only the lanes have it."""
    sentence: str = ""
    places: tuple[Place, ...] = ()
    """Row by row, in order of time within a row; rows are counted from the first row of the body."""
    head: int = 0
    """The number of rows at the top of the body that form the axis and stay visible when the rest scrolls."""
    headings: tuple[int, ...] = ()
    """The rows of the body that name what is below them, such as a month."""
    empty: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The whole picture, from title to legend, with an empty row between its parts."""
        found: list[Row] = []
        for part in ((*self.title, *self.finding), self.body, self.legend):
            if part:
                found += [(), *part] if found else part
        return tuple(found)

    def text(self) -> str:
        """Return the picture as plain text, without spaces at line ends."""
        return "\n".join(row_text(row) for row in self.rows) + "\n"


def row_text(row: Row) -> str:
    """Return a row as plain text; guides become spaces."""
    return "".join(" " * cells(s.text) if s.role == "guide" else s.text for s in row).rstrip()


def row_cells(row: Row) -> int:
    """Return the width of a row in cells."""
    return sum([len(text) if text.isascii() else cells(text) for text, _role in row])


def safe_line(text: str) -> str:
    """Return the user's text on one line, safe to show; a joiner at either end would join it to the app's own words."""
    return " ".join(clean_line(text).split()).strip("\u200d\ufe0f")


def place_of(row: int, width: int, identity: str, words: str, day: date | None = None) -> Place:
    """Return a place for a whole row about one record; `words` must be safe to show."""
    return Place(row, 0, width, (identity,), lambda: (Sentence(identity, words, day),))


def text_rows(text: str, width: int, role: Role = "text", indent: int = 0) -> tuple[Row, ...]:
    """Wrap text to rows of at most `width` cells; white space is collapsed."""
    return tuple((Span(line, role),) for line in wrap(" ".join(text.split()), width, indent))


def headed_rows(head: tuple[Span, ...], text: str, width: int, role: Role = "text") -> tuple[Row, ...]:
    """Wrap text after a head; later rows are indented to below the first word."""
    left = row_cells(head)
    first, *rest = wrap(" ".join(text.split()), max(1, width - left))
    whole = (*head, Span(first, role))
    return (whole, *((Span(" " * left), Span(line, role)) for line in rest)) if rest else (whole,)


def title_row(title: str, right: str, width: int, signs: Signs = UNICODE) -> tuple[Row, ...]:
    """Return the title on the left and the period on the right, or below each other if they do not fit in one row."""
    room = width - cells(title) - cells(right)
    if room >= 2:
        return ((Span(title, "title"), Span(" " * room), Span(right, "period")),)
    return ((Span(cut(title, width, signs.more), "title"),), (Span(cut(right, width, signs.more), "period"),))


def legend_rows(items: Sequence[tuple[str, Role, str]], width: int) -> tuple[Row, ...]:
    """Lay out symbols with their meanings in as few rows as possible; each symbol keeps its role."""
    rows: list[Row] = []
    row: list[Span] = []
    used = 0
    for sign, role, meaning in items:
        words = cut(meaning, width - cells(sign) - 1, "")
        need = cells(sign) + 1 + cells(words)
        if row and used + 2 + need > width:
            rows.append(tuple(row))
            row, used = [], 0
        if row:
            row.append(Span("  "))
            used += 2
        row += [Span(sign, role), Span(f" {words}", "legend")]
        used += need
    return (*rows, tuple(row)) if row else tuple(rows)


def legend_within(
    items: Sequence[tuple[str, Role, str]], width: int, rows: int, rest: tuple[str, Role, str]
) -> tuple[Row, ...]:
    """Return the legend in at most `rows` rows; when not all items fit, `rest` follows the first ones that do."""
    whole = legend_rows(items, width)
    if len(whole) <= rows:
        return whole
    shown = len(items) - 1
    while shown and len(legend_rows([*items[:shown], rest], width)) > rows:
        shown -= 1
    return legend_rows([*items[:shown], rest], width)


def join(rows: Iterable[Iterable[Row]]) -> tuple[Row, ...]:
    """Concatenate groups of rows."""
    return tuple(row for group in rows for row in group)
