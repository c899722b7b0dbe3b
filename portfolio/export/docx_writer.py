"""Write a document with python-docx, into the template that has its page, its named styles and its lists."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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
    Result,
    Results,
    Signatures,
    Strong,
    Table,
    Tracks,
    YearLine,
    reference,
)
from portfolio.export.document_lines import anchors
from portfolio.export.docx_template import ACROSS, DEPTHS, INDENT, begun, in_bytes, plain, put_around, xml_of
from portfolio.export.drawings import track_svg
from portfolio.export.page_layout import BIG, on_paper, shares, unbroken
from portfolio.export.rasters import rasters
from portfolio.pictures.svg import drawing
from portfolio.wording import Words
from portfolio.wording.dates import day_short

_WHOLE: Final = 17.4
_TRACK: Final = 4.0
"""Widths of pictures in centimetres."""
_LABELS: Final = 2300
"""The width of a column of labels."""
_TOGETHER: Final = 10
"""Rows up to which facts stay on one page."""
_BESIDE: Final = 4
"""Moments beside each other when one of them has a word longer than `_WIDE` signs, so that no word is broken."""
_WIDE: Final = 13


class _Said(NamedTuple):
    """A line in the style of this identity."""

    style: str
    line: Line


class _Picture(NamedTuple):
    """The next drawing in a style: its description, and its width; for a drawing of the words beside it none."""

    style: str
    described: str
    wide: float


class _Place(NamedTuple):
    """Where blocks are written: the page or a cell, its width, and the depth within lists."""

    inside: Word | _Cell
    wide: int = ACROSS
    depth: int = 0


_Inside = Sequence[Block | _Said | _Picture]
"""What is in a cell."""


class Writer:
    """A document while it is written: its pictures and the places of its evidence so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document.language)
        self._anchors = anchors(document.blocks)
        self._anchored: set[int] = set()
        self._word = begun(document)
        made = rasters(tuple(self._drawings(document.blocks)))
        self._draws = made is not None
        self._pictures = iter(made or ())

    def written(self) -> bytes:
        """The bytes of the file."""
        blocks: _Inside = self._document.blocks
        closing = self._document.closing
        if closing:
            blocks = (*blocks[:-1], _Said("Small", closing.line))
        self._write(blocks, _Place(self._word))
        return in_bytes(self._word)

    def _drawings(self, blocks: Sequence[Block]) -> Iterator[tuple[str, float]]:
        """Every drawing with its width, in the order of the document."""
        for block in blocks:
            match block:
                case Fenced() if block.view is not None:
                    yield drawing(block.view, on_paper, self._words, sentence=block.caption), _WHOLE
                case Tracks():
                    yield from ((track_svg(row, block), _TRACK) for row in block.rows if row.is_drawn)
                case Columns():
                    yield from self._drawings((*block.left, *block.right))
                case Bullets():
                    for item in block.items:
                        yield from self._drawings(item)
                case Facts():
                    for fact in block.rows:
                        yield from self._drawings(fact.blocks)
                case _other:
                    pass

    def _write(self, blocks: _Inside, place: _Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block | _Said | _Picture, place: _Place) -> None:
        match block:
            case _Said():
                self._say(block.line, block.style, place)
            case _Picture():
                picture = self._say((), block.style, place).add_run()
                picture.add_picture(io.BytesIO(next(self._pictures)), width=Cm(block.wide))
                next(picture.font.element.iter(qn("wp:docPr"))).set("descr", plain(block.described))
            case Heading():
                self._say(block.line, f"Heading{block.level}", place)
            case Paragraph():
                style = "ListText" if place.depth or place.wide < ACROSS else "Normal"
                said = self._say(block.line, style, place).paragraph_format
                said.left_indent = Twips(INDENT * min(place.depth, DEPTHS)) if place.depth else None
            case Bullets():
                self._bullets(block, place)
            case Fenced():
                drawn = block.view is not None and self._draws
                shown = _Picture("Drawing", block.caption or self._document.title, _WHOLE)
                self._write((shown if drawn else _Said("Characters", (block.text,)),), place)
            case Lead() | Quotes() | Requests():
                self._write(tuple(_lines(block)), place)
            case _other:
                self._in_a_table(_other, place)

    def _in_a_table(
        self, block: Table | Facts | Head | Results | Tracks | YearLine | Columns | Signatures, place: _Place
    ) -> None:
        wide = place.wide
        match block:
            case Table():
                head = [[_Said("CellHead", line)] for line in block.header]
                rows = [[[_Said("Cell", self._unbroken(line))] for line in row] for row in block.rows]
                self._table([head, *rows], [round(wide * share) for share in shares(block)], "Lines", place)
            case Facts():
                named = [[[_Said("Small", (row.label,))], row.blocks] for row in block.rows]
                self._table(named, [_LABELS, wide - _LABELS], "Facts", place)
            case Head():
                left = [_Said("Heading1", (block.name,)), *(_Said("ListText", (words,)) for words in block.under)]
                first, *rest = block.right or ("",)
                lines: list[Line] = [(Strong(first),), *((words,) for words in rest)]
                right = [_Said("SmallRight", line) for line in lines]
                self._table([[left, right]], [wide * 6 // 10, wide - wide * 6 // 10], "Head", place)
            case Results():
                self._side_by_side([_result(each) for each in block.items], "Results", place)
            case YearLine():
                moments = [
                    [
                        _Said("Small", (Strong(day_short(each.day, self._words)),)),
                        _Said("Small", (each.label, *_refs(each.refs, before=" "))),
                    ]
                    for each in sorted(block.moments, key=lambda moment: moment.day)
                ]
                long = any(len(word) > _WIDE for each in block.moments for word in each.label.split())
                beside = _BESIDE if long else max(len(moments), 1)
                for n in range(0, len(moments), beside):
                    self._side_by_side(moments[n : n + beside], "Year", place)
            case Tracks():
                self._tracks(block, place)
            case Columns():
                self._table([[block.left, block.right]], [wide // 2, wide // 2], "Columns", place)
            case Signatures():
                self._write([Paragraph(())] * 3, place)
                self._side_by_side([[_Said("Small", (label,))] for label in block.labels], "Signatures", place)

    def _tracks(self, block: Tracks, place: _Place) -> None:
        """The rows with their drawings; without the typesetter there is no column for these."""
        drawn = self._draws and any(row.is_drawn for row in block.rows)
        if block.legend:
            self._say((block.legend,), "Legend", place)
        skill, words, evidence = block.header
        head = [skill, *([f"{block.bottom} – {block.top}"] if drawn else []), words, evidence]
        rows: list[list[_Inside]] = [[[_Said("CellHead", (each,))] for each in head]]
        for row in block.rows:
            shape = _Picture("Cell", "", _TRACK) if row.is_drawn else _Said("Cell", ())
            said = [(Strong(row.skill),), self._unbroken(row.words), _refs(row.refs)]
            cells: list[_Inside] = [[_Said("Cell", line)] for line in said]
            rows.append([cells[0], [shape], *cells[1:]] if drawn else cells)
        self._table(rows, [2700, 2500, 3366, 1300] if drawn else [3000, 5366, 1500], "Lines", place)

    def _side_by_side(self, cells: Sequence[_Inside], style: str, place: _Place) -> None:
        if cells:
            self._table([cells], [place.wide // len(cells)] * len(cells), style, place)

    def _table(self, rows: Sequence[Sequence[_Inside]], widths: Sequence[int], style: str, place: _Place) -> None:
        """A table of these cells, and some room below it; with lines its first row is a header on every page."""
        if not rows:
            return
        table = place.inside.add_table(len(rows), len(widths))
        table.style, table.autofit = style, False
        below = place.inside.paragraphs[-1] if isinstance(place.inside, _Cell) else place.inside.add_paragraph()
        xml_of(below).style = "Gap"
        for n, (row, blocks) in enumerate(zip(table.rows, rows, strict=True)):
            cells = row.cells
            about = xml_of(cells[0].paragraphs[0]).getparent().getparent().get_or_add_trPr()
            if style != "Columns":  # a row as high as these must go on on the next page
                about.append(OxmlElement("w:cantSplit"))
            if style == "Lines" and n == 0:
                about.append(OxmlElement("w:tblHeader"))
            for cell, wide, inside in zip(cells, widths, blocks, strict=True):
                cell.width = Twips(wide)
                self._fill(cell, inside, wide)
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Twips(wide)
        if style == "Facts" and len(rows) <= _TOGETHER:
            for row in table.rows[:-1]:
                for cell in row.cells:
                    for said in cell.paragraphs:
                        said.paragraph_format.keep_with_next = True

    def _fill(self, cell: _Cell, inside: _Inside, wide: int) -> None:
        """Write in a cell, in the place of the empty paragraph that it has."""
        empty = xml_of(cell.paragraphs[0])
        self._write(inside, _Place(cell, wide - 140))
        if empty.getnext() is not None:
            empty.getparent().remove(empty)

    def _bullets(self, block: Bullets, place: _Place) -> None:
        number, depth = 1, min(place.depth, DEPTHS - 1)
        if block.start is not None:
            counted = self._word.part.numbering_part.element.add_num(1)
            for each in range(DEPTHS):
                counted.add_lvlOverride(ilvl=each).add_startOverride(block.start)
            number = counted.numId
        for item in block.items:
            first, rest = (item[0], item[1:]) if item else (None, item)
            if isinstance(first, Paragraph):
                about = xml_of(self._say(first.line, "ListText", place)).get_or_add_pPr().get_or_add_numPr()
                about.get_or_add_ilvl().val, about.get_or_add_numId().val = depth, number
            else:
                rest = item
            self._write(rest, place._replace(depth=place.depth + 1))

    def _unbroken(self, line: Line) -> Line:
        return unbroken(line, self._document.language)

    def _say(self, line: Line, style: str, place: _Place) -> WordParagraph:
        said = place.inside.add_paragraph()
        xml_of(said).style = style
        for part in line:
            self._inline(part, said)
        return said

    def _inline(self, part: Inline, said: WordParagraph) -> None:
        match part:
            case Ref() if part.number in self._anchors:
                name = reference(part.number)
                link = OxmlElement("w:hyperlink", {qn("w:anchor"): name, qn("w:history"): "1"})
                put_around(said, link, f"[{name}]", "Hyperlink")
            case Ref():
                said.add_run(f"[{reference(part.number)}]")
            case Anchor():
                name, about = reference(part.number), {qn("w:id"): str(part.number)}
                first = part.number not in self._anchored
                if first:
                    xml_of(said).append(OxmlElement("w:bookmarkStart", {**about, qn("w:name"): name}))
                said.add_run(f"[{name}]").bold = True
                if first:
                    xml_of(said).append(OxmlElement("w:bookmarkEnd", about))
                self._anchored.add(part.number)
            case Address():
                leads = self._word.part.relate_to(part.words, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = OxmlElement("w:hyperlink", {qn("r:id"): leads, qn("w:history"): "1"})
                put_around(said, link, part.words, "Hyperlink")
            case Strong() if part.words:
                said.add_run(plain(part.words)).bold = True
            case str() if part:
                said.add_run(plain(part))


def _lines(block: Lead | Quotes | Requests) -> Iterator[_Said]:
    match block:
        case Lead():
            yield _Said("Lead", (block.words,))
        case Quotes():
            for each in block.items:
                yield _Said("Quote", (f"“{each.text}”",))
                yield _Said("QuoteSource", (each.who,))
                yield from (_Said("Quote", (words,)) for words in (each.after,) if words)
                yield _Said("Gap", ())
        case Requests():
            for asked in block.items:
                answer = "   ".join([*(f"☐ {box}" for box in asked.boxes), *filter(None, (asked.after,))])
                yield _Said("Request", (asked.text, f"\n{answer}" if answer else ""))


def _result(each: Result) -> list[_Said]:
    big = [_Said("Large" if len(each.big) <= BIG else "Larger", (each.big,))] if each.big else []
    known = (each.known, *_refs(each.refs, before=" · " if each.known else ""))
    return [*big, _Said("ListText", (each.what,)), *([_Said("Small", known)] if any(known) else [])]


def _refs(numbers: Sequence[int], before: str = "") -> Line:
    return tuple(part for n, number in enumerate(numbers) for part in (" " if n else before, Ref(number)))
