"""Render a document for a word processor (Office Open XML, ECMA-376).

The same document gives the same bytes: no time of writing, no author, nothing of the machine (guarantee P12). Pictures
are PNG of the same drawings as elsewhere, where the typesetter of the extra `pdf` is there; else they are drawn in
characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from portfolio.export.document import (
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
from portfolio.export.docx_parts import BULLET_LIST, DEPTHS, FOOTER_ID, RELATIONS, archive
from portfolio.export.docx_styles import ACROSS, MAIN
from portfolio.export.docx_table import cell, table
from portfolio.export.docx_text import DRAWING, picture, run, styled
from portfolio.export.drawings import track_svg
from portfolio.export.page_layout import ACCENT, BIG, MUTED, TINT, on_paper, shares, unbroken
from portfolio.export.rasters import Raster, rasters
from portfolio.pictures.svg import drawing
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import day_short

_WHOLE: Final = 17.4
_TRACK: Final = 4.2
"""Widths of pictures in centimetres."""
_LABELS: Final = 2300
"""The width of a column of labels."""
_BOX: Final = "☐"


def render(document: Document) -> bytes:
    """The bytes of the file."""
    return _Word(document).whole()


class _Word:
    """A document while it is written: its pictures, numbered lists and places of evidence so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = Words(document.language)
        self._anchors = anchors(document.blocks)
        self._anchored: set[int] = set()
        self._starts: list[int] = []
        self._used = 0
        wanted = tuple(self._drawings(document.blocks))
        made = rasters(wanted)
        self._pictures: tuple[Raster, ...] | None = made

    def whole(self) -> bytes:
        document = self._document
        closing = document.closing
        blocks = document.blocks[:-1] if closing else document.blocks
        parts = [*self._all(blocks, ACROSS)]
        if closing:
            parts.append(self._paragraph(closing.line, "Small"))
        page = (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_ID}"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1020" w:right="1020" w:bottom="1020" w:left="1020" w:header="560" w:footer="560" '
            'w:gutter="0"/></w:sectPr>'
        )
        body = (
            f'<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
            f'xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture"><w:body>{"".join(parts)}{page}</w:body>'
            "</w:document>"
        )
        pictures = [raster.data for raster in self._pictures or ()]
        return archive(body, pictures, self._starts, clean(document.title), clean(document.footer), document.language)

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

    def _all(self, blocks: Sequence[Block], wide: int, depth: int = 0) -> Iterator[str]:
        """The blocks within a width, in a list of this depth."""
        for block in blocks:
            yield from self._block(block, wide, depth)

    def _block(self, block: Block, wide: int, depth: int) -> Iterator[str]:
        match block:
            case Heading():
                yield self._paragraph(block.line, f"Heading{block.level}")
            case Paragraph():
                yield self._paragraph(block.line, "ListText" if depth or wide < ACROSS else "Normal", indent=depth)
            case Bullets():
                yield from self._bullets(block, wide, depth)
            case Table():
                yield from self._table(block, wide)
            case Fenced():
                yield self._picture(block)
            case Facts():
                yield from self._facts(block, wide)
            case Columns():
                half = wide // 2
                cells = (cell("".join(self._all(side, half - 140)), half) for side in (block.left, block.right))
                yield table([list(cells)], [half, half], lines=False)
            case Tracks():
                yield from self._tracks(block)
            case _other:
                yield from self._of_a_page(block, wide)

    def _of_a_page(
        self, block: Head | Lead | Results | YearLine | Quotes | Requests | Signatures, wide: int
    ) -> Iterator[str]:
        match block:
            case Head():
                yield from self._head(block, wide)
            case Lead():
                yield self._paragraph((block.words,), "Lead")
            case Results():
                yield from self._results(block, wide)
            case YearLine():
                yield from self._year(block, wide)
            case Quotes():
                for each in block.items:
                    lines = [(f"“{each.text}”",), (each.who,), *([(each.after,)] if each.after else [])]
                    yield from (self._paragraph(line, "Quote", small=n == 1) for n, line in enumerate(lines))
                    yield self._paragraph((), "Gap")
            case Requests():
                for asked in block.items:
                    answer = "   ".join([*(f"{_BOX} {box}" for box in asked.boxes), *filter(None, (asked.after,))])
                    yield self._paragraph((asked.text, f"\n{answer}" if answer else ""), "Request")
            case Signatures():
                part = wide // max(len(block.labels), 1)
                rule = f'<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="{MUTED[1:]}"/></w:tcBorders>'
                cells = [cell(self._paragraph((label,), "Small"), part - 200, rule) for label in block.labels]
                yield from (self._paragraph((), "Normal") for _n in range(3))
                yield table([cells], [part] * len(cells), lines=False)

    def _head(self, block: Head, wide: int) -> Iterator[str]:
        widths = [wide * 6 // 10, wide - wide * 6 // 10]
        rule = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT[1:]}"/></w:tcBorders>'
        left = self._paragraph((block.name,), "Heading1")
        left += "".join(self._paragraph((words,), "ListText") for words in block.under)
        first, *rest = block.right or ("",)
        lines: list[Line] = [(Strong(first),), *((words,) for words in rest)]
        right = "".join(self._paragraph(line, "Small", align="right") for line in lines)
        bottom = '<w:vAlign w:val="bottom"/>'
        yield table([[cell(left, widths[0], rule, bottom), cell(right, widths[1], rule, bottom)]], widths, lines=False)
        yield self._paragraph((), "Gap")

    def _results(self, block: Results, wide: int) -> Iterator[str]:
        part = wide // max(len(block.items), 1)
        gap = '<w:tcBorders><w:right w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/></w:tcBorders>'
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT[1:].upper()}"/>'
        room = '<w:tcMar><w:left w:w="140" w:type="dxa"/></w:tcMar>'
        cells = []
        for each in block.items:
            large = "Large" if len(each.big) <= BIG else "Larger"
            inside = self._paragraph((each.big,), large) if each.big else ""
            inside += self._paragraph((each.what,), "ListText")
            refs = self._refs(each.refs)
            if each.known or refs:
                space = (" · ",) if each.known and refs else ()
                inside += self._paragraph((each.known, *space, *refs), "Small")
            cells.append(cell(inside, part, gap, ground, room))
        yield table([cells], [part] * len(cells), lines=False)
        yield self._paragraph((), "Gap")

    def _tracks(self, block: Tracks) -> Iterator[str]:
        """The rows with their drawings; without the typesetter there is no column for these."""
        drawn = self._pictures is not None and any(row.is_drawn for row in block.rows)
        widths = [2700, 2500, 3366, 1300] if drawn else [3000, 5366, 1500]
        if block.legend:
            yield self._paragraph((block.legend,), "Small", keep=True)
        skill, words, evidence = block.header
        header = [skill, *([f"{block.bottom} – {block.top}"] if drawn else []), words, evidence]
        rows = [[cell(self._paragraph((each,), "Cell", small=True), w) for each, w in zip(header, widths, strict=True)]]
        for row in block.rows:
            inside = [self._paragraph((Strong(row.skill),), "Cell")]
            if drawn:
                shape = self._drawn("", _TRACK) if row.is_drawn else ""
                inside.append(styled(shape, "Cell"))
            inside.append(self._paragraph(unbroken(row.words, self._document.language), "Cell"))
            inside.append(self._paragraph(self._refs(row.refs), "Cell"))
            rows.append([cell(each, wide) for each, wide in zip(inside, widths, strict=True)])
        yield table(rows, widths, lines=True)
        yield self._paragraph((), "Gap")

    def _year(self, block: YearLine, wide: int) -> Iterator[str]:
        """The moments side by side under one line, so that their words and references stay text."""
        if not block.moments:
            return
        part = wide // len(block.moments)
        rule = f'<w:tcBorders><w:top w:val="single" w:sz="18" w:space="0" w:color="{ACCENT[1:]}"/></w:tcBorders>'
        cells = []
        for each in sorted(block.moments, key=lambda moment: moment.day):
            day = self._paragraph((Strong(day_short(each.day, self._words)),), "Small")
            refs = self._refs(each.refs)
            label = self._paragraph((each.label, *((" ", *refs) if refs else ())), "Small")
            cells.append(cell(day + label, part, rule))
        yield table([cells], [part] * len(cells), lines=False)
        yield self._paragraph((), "Gap")

    def _bullets(self, block: Bullets, wide: int, depth: int) -> Iterator[str]:
        number = BULLET_LIST
        if block.start is not None:
            self._starts.append(block.start)
            number = BULLET_LIST + len(self._starts)
        for item in block.items:
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
            if isinstance(first, Paragraph):
                yield self._paragraph(first.line, "ListText", list_of=(number, depth))
            yield from self._all(rest, wide, depth + 1)

    def _table(self, block: Table, wide: int) -> Iterator[str]:
        widths = [round(wide * share) for share in shares(block)]
        head = [
            cell(self._paragraph(line, "Cell", small=True), w) for line, w in zip(block.header, widths, strict=True)
        ]
        rows = [
            [
                cell(self._paragraph(unbroken(line, self._document.language), "Cell"), w)
                for line, w in zip(row, widths, strict=True)
            ]
            for row in block.rows
        ]
        yield table([head, *rows], widths, lines=True)
        yield self._paragraph((), "Gap")

    def _facts(self, block: Facts, wide: int) -> Iterator[str]:
        widths = [_LABELS, wide - _LABELS]
        rows = [
            [
                cell(self._paragraph((row.label,), "Small"), widths[0]),
                cell("".join(self._all(row.blocks, widths[1], 0)) or self._paragraph((), "Normal"), widths[1]),
            ]
            for row in block.rows
        ]
        if rows:
            yield table(rows, widths, lines=False, header=False)
            yield self._paragraph((), "Gap")

    def _picture(self, block: Fenced) -> str:
        """The drawing, or its characters when there is no view or no typesetter."""
        if block.view is None or self._pictures is None:
            return self._paragraph((block.text,), "Characters")
        return styled(self._drawn(block.caption or self._document.title, _WHOLE), "Drawing")

    def _drawn(self, described: str, wide: float) -> str:
        """The next picture with its description; an empty one for a drawing of what the words beside it say."""
        n = self._used
        self._used += 1
        tall = (self._pictures or ())[n].tall
        return picture(n, described, wide, tall)

    def _paragraph(
        self,
        line: Line,
        style: str,
        *,
        list_of: tuple[int, int] | None = None,
        indent: int = 0,
        small: bool = False,
        align: str = "",
        keep: bool = False,
    ) -> str:
        more = "<w:keepNext/>" if keep else ""
        if list_of:
            number, depth = list_of
            more += f'<w:numPr><w:ilvl w:val="{min(depth, DEPTHS - 1)}"/><w:numId w:val="{number}"/></w:numPr>'
        if indent:
            more += f'<w:ind w:left="{280 * min(indent, DEPTHS)}"/>'
        if align:
            more += f'<w:jc w:val="{align}"/>'
        return styled("".join(self._inline(part, small=small) for part in line), style, more)

    def _inline(self, part: Inline, *, small: bool) -> str:
        size = f'<w:color w:val="{MUTED[1:].upper()}"/><w:sz w:val="16"/><w:szCs w:val="16"/>' if small else ""
        match part:
            case Ref():
                name = reference(part.number)
                if part.number not in self._anchors:
                    return run(f"[{name}]", size)
                linked = run(f"[{name}]", '<w:rStyle w:val="Hyperlink"/>')
                return f'<w:hyperlink w:anchor="{name}" w:history="1">{linked}</w:hyperlink>'
            case Anchor():
                name = reference(part.number)
                words = run(f"[{name}]", f"<w:b/><w:bCs/>{size}")
                if part.number in self._anchored:
                    return words
                self._anchored.add(part.number)
                place = f'w:id="{part.number}"'
                return f'<w:bookmarkStart {place} w:name="{name}"/>{words}<w:bookmarkEnd {place}/>'
            case Strong():
                return run(part.words, f"<w:b/><w:bCs/>{size}")
        return run(part, size)

    def _refs(self, numbers: Iterable[int]) -> Line:
        parts: list[Inline] = []
        for number in numbers:
            parts += [" ", Ref(number)] if parts else [Ref(number)]
        return tuple(parts)


__all__ = ["render"]
