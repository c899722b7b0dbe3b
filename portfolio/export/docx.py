"""Render a document for a word processor (Office Open XML); needs the extra `docx` (python-docx).

The same document gives the same bytes: no time of writing, no author, nothing of the machine (guarantee P12). Pictures
are drawn in characters, since word processors do not agree on SVG.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from portfolio.errors import PortfolioError
from portfolio.export.document import (
    Block,
    Bullets,
    Document,
    Fenced,
    Heading,
    Line,
    Paragraph,
    Ref,
    Strong,
    Table,
    reference,
)
from portfolio.sanitise import clean
from portfolio.wording import N_

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""
_MONO: Final = "Courier New"
_LISTS: Final = tuple(f"{name}{depth}" for name in ("List Bullet", "List Number") for depth in ("", " 2", " 3"))
_ACROSS: Final = 17.0
"""Centimetres between the margins."""
_NARROW: Final = 12
"""Characters up to which a column is only as wide as its text."""
_LONGEST: Final = 255
"""Characters that a property of the document can have (python-docx follows Word in this)."""
_NO_TEXT: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def render(document: Document) -> bytes:
    """The bytes of the file. Raises PortfolioError when the extra is not installed."""
    try:
        import docx
        from docx.shared import Cm, Pt
    except ModuleNotFoundError:
        raise PortfolioError(
            N_("This needs python-docx; get it with: pipx inject leerreis python-docx. Nothing was written.")
        ) from None
    word = docx.Document()
    _set_properties(word, document)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    word.styles["Normal"].font.size = Pt(10.5)
    for name in _LISTS:
        word.styles[name].paragraph_format.space_after = Pt(2)
    _blocks(word, document.blocks, 0)
    _keep_rows_together(word)
    made = io.BytesIO()
    word.save(made)
    return _without_times(made.getvalue())


def _set_properties(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title, about.language = _text(document.title)[:_LONGEST], document.language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime(*_EPOCH, tzinfo=UTC)


def _without_times(data: bytes) -> bytes:
    """The archive with the same time on every part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _blocks(word: WordDocument, blocks: Sequence[Block], depth: int) -> None:
    for block in blocks:
        _block(word, block, depth)


def _block(word: WordDocument, block: Block, depth: int) -> None:
    match block:
        case Heading():
            _line(word.add_heading(level=block.level), block.line)
        case Paragraph():
            _line(word.add_paragraph(style=_style("List Continue", depth) if depth else None), block.line)
        case Bullets():
            for item in block.items:
                _item(word, item, "List Bullet" if block.start is None else "List Number", depth)
        case Table():
            _table(word, block)
        case Fenced():
            _picture(word, block.text)


def _item(word: WordDocument, item: Sequence[Block], style: str, depth: int) -> None:
    """Add a list item: its first paragraph gets the mark, the rest is indented below it."""
    first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
    if isinstance(first, Paragraph):
        _line(word.add_paragraph(style=_style(style, depth + 1)), first.line)
    _blocks(word, rest, depth + 1)


def _style(name: str, depth: int) -> str:
    """The style for this depth; Word has three depths of each list."""
    return name if depth <= 1 else f"{name} {min(depth, 3)}"


def _table(word: WordDocument, table: Table) -> None:
    made = word.add_table(rows=1, cols=len(table.header), style="Table Grid")
    made.autofit = False
    for cell, line in zip(made.rows[0].cells, table.header, strict=True):
        _line(cell.paragraphs[0], line, bold=True)
    for row in table.rows:
        for cell, line in zip(made.add_row().cells, row, strict=True):
            _line(cell.paragraphs[0], line)
    for column, width in zip(made.columns, _widths(table), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    word.add_paragraph()


def _widths(table: Table) -> list[int]:
    """Column widths: a column of few characters is as wide as these; the others share the rest."""
    from docx.shared import Cm

    longest = [
        max(sum(len(part) if isinstance(part, str) else 5 for part in row[n]) for row in (table.header, *table.rows))
        for n in range(len(table.header))
    ]
    narrow = [0.22 * most + 0.5 if most <= _NARROW else 0.0 for most in longest]
    shared = (_ACROSS - sum(narrow)) / max(narrow.count(0.0), 1)
    return [Cm(width or shared) for width in narrow]


def _keep_rows_together(word: WordDocument) -> None:
    """Keep rows whole at the end of a page, and repeat the header of a table on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for table in word.element.body.iter(qn("w:tbl")):
        for n, row in enumerate(table.iter(qn("w:tr"))):
            for name in ("w:cantSplit", *(["w:tblHeader"] if n == 0 else [])):
                row.get_or_add_trPr().append(OxmlElement(name))


def _picture(word: WordDocument, text: str) -> None:
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_together = True
    run = paragraph.add_run(_text(text))
    run.font.name, run.font.size = _MONO, Pt(7.5)


def _line(paragraph: Any, line: Line, *, bold: bool = False) -> None:
    for part in line:
        if isinstance(part, Ref):
            paragraph.add_run(f"[{reference(part.number)}]")
        elif isinstance(part, Strong):
            paragraph.add_run(_text(part.words)).bold = True
        else:
            paragraph.add_run(_text(part)).bold = bold or None


def _text(words: str) -> str:
    return clean(words).translate(_NO_TEXT)


__all__ = ["render"]
