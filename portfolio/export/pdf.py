"""Render a document as tagged PDF (PDF/UA-1), for screen readers too; needs the extra `pdf` (typst).

All text of the user is a string in the typesetter's source, never markup. No date is in the file and no typeface of the
computer is used, so the same document gives the same bytes on every machine (guarantee P12). A character that the
bundled typeface lacks is shown by a visible sign; `typeface.lacking` names these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from portfolio.errors import PortfolioError
from portfolio.export.document import (
    Address,
    Anchor,
    Block,
    Bullets,
    Columns,
    Document,
    Facts,
    Fenced,
    Head,
    Heading,
    Inline,
    Lead,
    Line,
    Paragraph,
    Quotes,
    Ref,
    Requests,
    Results,
    Signatures,
    Strong,
    Table,
    Tracks,
    YearLine,
    reference,
)
from portfolio.export.document_lines import anchors
from portfolio.export.drawings import YEAR_SIZE, YEAR_WIDTH, Placed, months, places, track_svg, year_svg
from portfolio.export.extras import not_here
from portfolio.export.page_layout import BIG, level_names, on_paper, shares, typeset
from portfolio.export.pdf_style import STYLE
from portfolio.export.typeface import FOLDER, shown
from portfolio.pictures.svg import drawing
from portfolio.wording import N_, Words
from portfolio.wording.dates import month_short

_LONG: Final = 30
"""Signs of a word above which it can be broken anywhere."""
_MIXED: Final = 20
"""The same for a word that is not of letters only, where no rule of hyphenation helps."""
_PIECE: Final = 8
_BREAK: Final = "\u200b"
_POINTS: Final = 4.3
"""The width of a sign of a label, in points."""
_CARD: Final = 3
"""The level of the heading of a card: a goal, or a piece of evidence."""
_LEAST: Final = 70
_MOST: Final = 115
"""The least and the most width of a column of labels, in points."""


def render(document: Document) -> bytes:
    """The file. Raises PortfolioError when the extra is not installed."""
    try:
        import typst
    except ModuleNotFoundError:
        raise not_here("pdf") from None
    made = typst.compile(
        source(document).encode("utf-8"),
        format="pdf",
        timestamp=0,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]),
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    if not isinstance(made, bytes):
        raise PortfolioError(N_("The PDF could not be made. Nothing was written."))
    return made


def source(document: Document) -> str:
    """The source for the typesetter."""
    return _Source(document).whole()


class _Source:
    """A document while its source is written: its language, and which evidence a reference can lead to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document.language)
        self._anchors = anchors(document.blocks)
        self._anchored: set[int] = set()
        self._levels = re.compile(f"({'|'.join(map(re.escape, level_names(document.language)))})")
        labels = max((len(label) for label in _labels(document.blocks)), default=0)
        self._labels = min(max(labels * _POINTS, _LEAST), _MOST)

    def whole(self) -> str:
        document, _ = self._document, self._words
        title = document.title or _("Development portfolio")
        of_pages = _("page {n} of {total}").replace("{n}", '" + str(n) + "').replace("{total}", '" + str(total) + "')
        first = "\n".join(self._top(block) for block in document.blocks[: document.first_page])
        rest = "\n".join(self._following(document.blocks[document.first_page :]))
        parts = [
            f"#let footing = {_string(document.footer)}",
            f'#let page-of(n, total) = "{of_pages}"',
            STYLE,
            f"#set text(lang: {_string(document.language)})",
            f"#set document(title: {_quoted(shown(title))}, date: none)",
            *([f"#one-page[{first}]"] if first else []),
            rest,
        ]
        return "\n".join(parts) + "\n"

    def _following(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The blocks after the first page; a heading and the facts below it are a card, which stays on one page."""
        left = list(blocks)
        while left:
            block = left.pop(0)
            if isinstance(block, Heading) and block.level == _CARD and left and isinstance(left[0], Facts):
                yield f"#card[{self._all((block, left.pop(0)))}]"
            else:
                yield self._top(block)

    def _top(self, block: Block) -> str:
        if block is self._document.closing and isinstance(block, Paragraph):
            return f"#block(above: 8pt, small[{self._line(block.line)}])"
        return self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"#heading(level: {block.level}, [{self._line(block.line)}])"
            case Paragraph():
                return f"#par([{self._line(block.line)}])"
            case Bullets():
                items = ", ".join(f"[{self._item(item)}]" for item in block.items)
                return f"#list({items})" if block.start is None else f"#enum(start: {block.start}, {items})"
            case Table():
                return self._table(block)
            case Fenced():
                return self._picture(block)
            case Facts():
                return self._facts(block)
            case Columns():
                return f"#side-by-side([{self._all(block.left)}], [{self._all(block.right)}])"
            case Tracks():
                return self._tracks(block)
            case _other:
                return self._of_a_page(block)

    def _of_a_page(self, block: Head | Lead | Results | YearLine | Quotes | Requests | Signatures) -> str:
        match block:
            case Head():
                return f"#head({_string(block.name)}, {_array(block.under)}, {_array(block.right)})"
            case Lead():
                return f"#lead({_string(block.words)})"
            case Results():
                return f"#results({', '.join(self._results(block))})"
            case YearLine():
                return self._year(block)
            case Quotes():
                given = (
                    f"(words: {_string(f'“{each.text}”')}, who: {_string(each.who)}, after: {_or_none(each.after)})"
                    for each in block.items
                )
                return f"#quotes({', '.join(given)})"
            case Requests():
                asked = (
                    f"(words: {_string(each.text)}, boxes: {_array(each.boxes)}, after: {_or_none(each.after)})"
                    for each in block.items
                )
                return f"#requests({', '.join(asked)})"
            case Signatures():
                return f"#signatures({', '.join(map(_string, block.labels))})"

    def _all(self, blocks: Sequence[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _item(self, blocks: Sequence[Block]) -> str:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._line(blocks[0].line)
        if len(blocks) > 1 and isinstance(blocks[0], Paragraph):
            return f"#block(sticky: true)[{self._line(blocks[0].line)}]\n{self._all(blocks[1:])}"
        return self._all(blocks)

    def _table(self, table: Table) -> str:
        head = ", ".join(f"[{self._line(cell)}]" for cell in table.header)
        cells = ", ".join(f"[{self._cell(cell)}]" for row in table.rows for cell in row)
        columns = ", ".join(f"{share:.4f}fr" for share in shares(table))
        return f"#table(columns: ({columns},), table.header({head}), {cells})"

    def _cell(self, line: Line) -> str:
        """The content of a cell, in which the name of a level stays in one piece."""
        return "".join(self._whole(part) if isinstance(part, str) else self._inline(part) for part in line)

    def _whole(self, words: str) -> str:
        pieces = self._levels.split(words)
        return "".join(f"#box({_string(piece)});" if n % 2 else self._inline(piece) for n, piece in enumerate(pieces))

    def _facts(self, facts: Facts) -> str:
        rows = (f"({_string(row.label)}, [{self._item(row.blocks)}])" for row in facts.rows)
        return f"#facts({self._labels:.1f}pt, {', '.join(rows)})"

    def _picture(self, block: Fenced) -> str:
        """The drawing with its sentence as alternative text, or its characters when there is no view."""
        if block.view is None:
            lines = " #linebreak() ".join(f"#{_string(line)};" for line in block.text.split("\n"))
            return f"#block[{lines}]"
        svg = shown(drawing(block.view, on_paper, self._words, sentence=block.caption))
        alt = _string(block.caption or block.text)
        return f'#figure(image(bytes({_quoted(svg)}), format: "svg", width: 100%, alt: {alt}))'

    def _results(self, block: Results) -> Iterable[str]:
        for each in block.items:
            size = "17pt" if len(each.big) <= BIG else "12pt"
            yield (
                f"(big: {_or_none(each.big)}, size: {size}, what: {_string(each.what)}, "
                f"known: {_or_none(each.known)}, refs: [{self._refs(each.refs)}])"
            )

    def _tracks(self, block: Tracks) -> str:
        skill, words, evidence = (f"[#{_string(words)};]" for words in block.header)
        scale = f"[#{_string(f'{block.bottom} – {block.top}')};]"
        rows = []
        for row in block.rows:
            drawn = (
                f'[#pdf.artifact(image(bytes({_quoted(track_svg(row, block))}), format: "svg", width: 44mm))]'
                if row.is_drawn
                else "[]"
            )
            name = f"[#strong({_string(row.skill)})]"
            rows.append(f"{name}, {drawn}, [{self._cell(row.words)}], [{self._refs(row.refs)}]")
        legend = f"#block(below: 5pt, sticky: true, small({_string(block.legend)}))"
        table = (
            f"#table(columns: (1.15fr, 50mm, 1.4fr, auto), align: (left + horizon, center + horizon, left + horizon, "
            f"right + horizon), table.header({skill}, {scale}, {words}, {evidence}), {', '.join(rows)})"
        )
        return f"{legend}\n{table}" if block.legend else table

    def _year(self, block: YearLine) -> str:
        """The line with ticks at the months, and the words of the moments above it and below it."""
        unit = "100% / " + str(YEAR_WIDTH)
        placed = places(block)
        parts = [f"#place(top + left, dy: 30pt, pdf.artifact(image(bytes({_quoted(year_svg(block))}), "]
        parts[0] += 'format: "svg", width: 100%)))'
        for month, x in months(block):
            name = _string(month_short(month, self._words))
            parts.append(f"#place(top + left, dx: ({unit}) * {x:g}, dy: 45pt, small({name}))")
        parts += [self._moment(each, unit) for each in placed]
        lines = "\n".join(parts)
        return f"#block(width: 100%, height: 82pt, above: 2pt, breakable: false)[{lines}]"

    def _moment(self, each: Placed, unit: str) -> str:
        side = "bottom + left" if each.above else "top + left"
        words = f"#{_string(each.moment.label)}; {self._refs(each.moment.refs)}"
        body = f"#set par(leading: 0.4em)\n#text(size: {YEAR_SIZE * 0.72:.2f}pt)[{words}]"
        box = f"box(width: ({unit}) * {each.room:g}, height: 26pt, align({side}, [{body}]))"
        return f"#place(top + left, dx: ({unit}) * {each.left:g}, dy: {'2' if each.above else '58'}pt, {box})"

    def _refs(self, numbers: Iterable[int]) -> str:
        return " ".join(self._ref(number, bare=True) for number in numbers)

    def _line(self, line: Line) -> str:
        return "".join(self._inline(part) for part in line)

    def _inline(self, part: Inline) -> str:
        if isinstance(part, Ref):
            return self._ref(part.number)
        if isinstance(part, Anchor):
            first = part.number not in self._anchored
            self._anchored.add(part.number)
            return f"#strong[{reference(part.number)}]{f' <{reference(part.number)}>' if first else ''}"
        if isinstance(part, Address):
            return f"#link({_quoted(part.words)})[#{_string(part.words)};]"
        if isinstance(part, Strong):
            return f"#strong({_string(part.words)});"
        return f"#{_string(part)};" if part else ""

    def _ref(self, number: int, *, bare: bool = False) -> str:
        """A reference: a link when the evidence is in the document."""
        name = reference(number)
        words = name if bare else f"\\[{name}\\]"
        return f"#link(<{name}>)[{words}]" if number in self._anchors else f"#[{words}]"


def _labels(blocks: Iterable[Block]) -> Iterator[str]:
    """The labels of all facts, of which the columns have one width in the whole document."""
    for block in blocks:
        match block:
            case Facts():
                yield from (row.label for row in block.rows)
            case Columns():
                yield from _labels((*block.left, *block.right))
            case _other:
                pass


def _array(words: Iterable[str]) -> str:
    return "(" + "".join(f"{_string(each)}, " for each in words) + ")"


def _or_none(words: str) -> str:
    return _string(words) if words else "none"


def _string(words: str) -> str:
    """A string literal of words that the typeface can show, with places to break words of any length."""
    return _quoted(" ".join(map(_breakable, shown(typeset(words)).split(" "))))


def _breakable(word: str) -> str:
    """The word with places to break it; one with hyphens breaks there by itself."""
    return "-".join(map(_breakable_part, word.split("-")))


def _breakable_part(word: str) -> str:
    if len(word) <= (_LONG if word.isalpha() else _MIXED):
        return word
    return "\n".join(
        _BREAK.join(line[n : n + _PIECE] for n in range(0, len(line), _PIECE)) for line in word.split("\n")
    )


def _quoted(text: str) -> str:
    """A string literal: only a backslash, a quote and a line end need escaping."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


__all__ = ["render", "source"]
