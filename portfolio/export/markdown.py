"""A document as Markdown that survives: readable as plain text, in mail and in Word, and the same in every viewer.

No HTML, no front matter. Two lists after each other get different marks, since Markdown would join them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.export.document import (
    Block,
    Bullets,
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
from portfolio.export.escape import escape, escape_cell, escape_heading, fence
from portfolio.sanitise import clean

_AFTER_REF: Final = "([:"  # would make a link or a definition of the reference before it


def render(document: Document) -> str:
    """The whole document, ending in one line end."""
    return f"{_blocks(document.blocks)}\n"


def _blocks(blocks: Sequence[Block]) -> str:
    rendered: list[str] = []
    other = False
    before: Block | None = None
    for block in blocks:
        other = not other if isinstance(block, Bullets) and isinstance(before, Bullets) else False
        text = _block(block, other)
        if text:
            rendered.append(text)
            before = block
    return "\n\n".join(rendered)


def _block(block: Block, other: bool) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escape_heading(_plain(block.line))}"
        case Paragraph():
            return _line(block.line)
        case Bullets():
            return _bullets(block, other)
        case Table():
            return _table(block)
        case Fenced():
            return fence(clean(block.text))


def _bullets(block: Bullets, other: bool) -> str:
    items = []
    for n, item in enumerate(block.items):
        dot = ")" if other else "."
        mark = ("*" if other else "-") if block.start is None else f"{block.start + n}{dot}"
        first, *rest = _blocks(item).split("\n")
        items.append(
            "\n".join([f"{mark} {first}", *(f"{' ' * (len(mark) + 1)}{line}" if line else "" for line in rest)])
        )
    loose = any(len(item) > 1 and not isinstance(item[1], Bullets) for item in block.items)
    return ("\n\n" if loose else "\n").join(items)


def _table(table: Table) -> str:
    rows = [table.header, *table.rows]
    cells = [[_cell(line) for line in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], f"|{'---|' * len(table.header)}", *lines[1:]])


def _cell(line: Line) -> str:
    return "".join(_inline(part, line[:n], cell=True) for n, part in enumerate(line)).strip()


def _line(line: Line) -> str:
    return "".join(_inline(part, line[:n], cell=False) for n, part in enumerate(line))


def _inline(part: Inline, before: Line, *, cell: bool) -> str:
    if isinstance(part, Ref):
        return f"[{reference(part.number)}]"
    if isinstance(part, Strong):
        return f"**{escape(part.words, at_start=False)}**"
    text = clean(part)
    if cell:
        text = f"{' ' if text[:1].isspace() and before else ''}{' '.join(text.split())}{' ' if text[-1:].isspace() else ''}"
    words = escape(text, at_start=not before)
    follows = before and isinstance(before[-1], Ref) and words[:1] and words[0] in _AFTER_REF
    return f"\\{words}" if follows else words


def _plain(line: Line) -> str:
    return "".join(
        f"[{reference(p.number)}]" if isinstance(p, Ref) else p.words if isinstance(p, Strong) else clean(p)
        for p in line
    )


__all__ = ["escape_cell", "render"]
