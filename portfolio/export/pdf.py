"""Render a document as tagged PDF, for screen readers too; needs the extra `pdf` (typst).

All text of the user is a string in the typesetter's source, never markup. No date is in the file, and the same document
gives the same bytes (guarantee P12) as long as its fonts have every character; for Chinese or emoji those of the
computer are used, since unreadable text would be worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.errors import PortfolioError
from portfolio.export.document import (
    Block,
    Bullets,
    Colour,
    Document,
    Fenced,
    Heading,
    Inline,
    Line,
    Paragraph,
    Ref,
    Strong,
    Table,
    reference,
)
from portfolio.pictures.svg import drawing
from portfolio.sanitise import clean
from portfolio.wording import N_, Words

_NARROW: Final = 8
"""Characters that a narrow column holds."""
_SETTINGS: Final = """
#set page(paper: "a4", margin: 2cm, numbering: "1", fill: none)
#set text(size: 10.5pt, lang: {language}, font: ("Libertinus Serif", "DejaVu Sans Mono"))
#set par(leading: 0.65em)
#set document(title: {title}, date: none)
#set list(indent: 0.6em)
#set enum(indent: 0.6em)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, breakable: false, it)
#show table.cell.where(y: 0): strong
#set table.cell(breakable: false)
#set table(stroke: (x, y) => (bottom: 0.5pt + luma(150)), align: left)
"""


def render(document: Document) -> bytes:
    """The file, in black on white. Raises PortfolioError when the extra is not installed."""
    try:
        import typst
    except ModuleNotFoundError:
        raise PortfolioError(
            N_("This needs typst; get it with: pipx inject leerreis typst. Nothing was written.")
        ) from None
    text = source(document)
    own = all(map(_in_own_fonts, text))
    made = typst.compile(text.encode("utf-8"), format="pdf", timestamp=0, ignore_system_fonts=own)
    if not isinstance(made, bytes):
        raise PortfolioError(N_("The PDF could not be made. Nothing was written."))
    return made


def _in_own_fonts(char: str) -> bool:
    """Whether the fonts of the typesetter have a character; for others those of the computer are used.

    They have Latin, Greek and Cyrillic, and the signs of Unicode from U+1E00 up to the mathematical ones.
    """
    return char < "\u0590" or "\u1e00" <= char < "\u2300"


def source(document: Document) -> str:
    """The source for the typesetter."""
    head = _SETTINGS.replace("{language}", _string(document.language)).replace("{title}", _string(document.title))
    return head + "\n".join(_block(block, document) for block in document.blocks) + "\n"


def black(role: str) -> str:
    """The colour of a role in pictures on paper."""
    return {"ground": "#ffffff", "panel": "#ffffff", "line": "#bbbbbb", "guide": "#dddddd"}.get(role, "#000000")


_ON_PAPER: Final[Colour] = black


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading():
            return f"#heading(level: {block.level}, [{_line(block.line)}])"
        case Paragraph():
            return f"#par([{_line(block.line)}])"
        case Bullets():
            items = ", ".join(f"[{_item(item, document)}]" for item in block.items)
            return f"#list({items})" if block.start is None else f"#enum(start: {block.start}, {items})"
        case Table():
            return _table(block)
        case Fenced():
            return _picture(block, document)


def _item(blocks: Sequence[Block], document: Document) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _line(blocks[0].line)
    return "\n".join(_block(block, document) for block in blocks)


def _table(table: Table) -> str:
    head = ", ".join(f"[{_line(cell)}]" for cell in table.header)
    cells = ", ".join(f"[{_line(cell)}]" for row in table.rows for cell in row)
    columns = ", ".join(_column(table, n) for n in range(len(table.header)))
    return f"#table(columns: ({columns}), table.header({head}), {cells})"


def _column(table: Table, n: int) -> str:
    """The width of a column: a column of short words is as wide as these; the others share the rest."""
    longest = max(
        sum(len(part) if isinstance(part, str) else 5 for part in row[n]) for row in (table.header, *table.rows)
    )
    return "auto" if longest <= _NARROW else "1fr"


def _picture(block: Fenced, document: Document) -> str:
    """The drawing with its sentence as alternative text, or its characters when there is no view."""
    if block.view is None:
        return f"#raw({_string(block.text)}, block: true)"
    svg = drawing(block.view, _ON_PAPER, Words(document.language), sentence=block.caption)
    alt = _string(block.caption or block.text)
    return f'#figure(image(bytes({_string(svg)}), format: "svg", width: 100%, alt: {alt}))'


def _line(line: Line) -> str:
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    if isinstance(part, Ref):
        return f"#{_string(f'[{reference(part.number)}]')};"
    if isinstance(part, Strong):
        return f"#strong({_string(part.words)});"
    return f"#{_string(part)};" if part else ""


def _string(words: str) -> str:
    """A string literal: only a backslash and a quote need escaping."""
    text = clean(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


__all__ = ["render", "source"]
