"""Render a document as Markdown that reads well as plain text, in mail and in Word, and the same in every viewer.

No HTML, no front matter, and drawings only when asked for. Two consecutive lists get different marks, since Markdown
would join them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from portfolio.export.document import (
    Address,
    Anchor,
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
from portfolio.export.document_lines import plain_words
from portfolio.export.escape import escape, escape_heading, escape_line, fence
from portfolio.export.lowered import lowered
from portfolio.sanitise import clean

_TIGHT: Final = "\n"
_LOOSE: Final = "\n\n"
_AFTER_REF: Final = ("(", ":")  # would make a link or a definition of the reference before it


def render(document: Document) -> str:
    """The whole document, ending in one line end."""
    return f"{_blocks(lowered(document))}\n"


def _blocks(blocks: Sequence[Block], *, in_item: bool = False) -> str:
    rendered = ""
    other = False
    before: Block | None = None
    for block in blocks:
        other = not other and _would_join(before, block)
        text = _block(block, other)
        if text:
            tight = in_item and isinstance(block, Bullets) and isinstance(before, Paragraph)
            rendered += f"{'' if before is None else _TIGHT if tight else _LOOSE}{text}"
            before = block
    return rendered


def _would_join(before: Block | None, block: Block) -> bool:
    """Whether Markdown would join two lists into one."""
    both = isinstance(before, Bullets) and isinstance(block, Bullets)
    return both and (before.start is None) == (block.start is None)  # type: ignore[union-attr]  # narrowed by `both`


def _block(block: Block, other: bool) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escape_heading(clean(plain_words(block.line)))}"
        case Paragraph():
            return _line(block.line)
        case Bullets():
            return _bullets(block, other)
        case Table():
            return _table(block)
        case Fenced():
            return fence(clean(block.text))
        case _other:  # `lowered` has made the ones above of it
            return ""


def _bullets(block: Bullets, other: bool) -> str:
    items = []
    for n, item in enumerate(block.items):
        dot = ")" if other else "."
        mark = ("*" if other else "-") if block.start is None else f"{block.start + n}{dot}"
        first, *rest = _blocks(item, in_item=True).split("\n")
        items.append(
            "\n".join([f"{mark} {first}", *(f"{' ' * (len(mark) + 1)}{line}" if line else "" for line in rest)])
        )
    loose = any(len(item) > 1 and not isinstance(item[1], Bullets) for item in block.items)
    return (_LOOSE if loose else _TIGHT).join(items)


def _table(table: Table) -> str:
    rows = [table.header, *table.rows]
    cells = [[_cell(line) for line in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], f"|{'---|' * len(table.header)}", *lines[1:]])


def _cell(line: Line) -> str:
    spaced = tuple(re.sub(r"\s+", " ", clean(part)) if isinstance(part, str) else part for part in line)
    return _line(spaced).strip()


def _line(line: Line) -> str:
    parts = _joined(line)
    return "".join(_inline(part, parts[n - 1] if n else None) for n, part in enumerate(parts))


def _joined(line: Line) -> list[Inline]:
    """The parts of a line, adjacent texts joined: what needs escaping depends on the neighbours."""
    parts: list[Inline] = []
    for part in line:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part != "":
            parts.append(part)
    return parts


def _inline(part: Inline, before: Inline | None) -> str:
    if isinstance(part, Ref | Anchor):
        return f"[{reference(part.number)}]"
    if isinstance(part, Address):
        return f"<{part.words}>"
    if isinstance(part, Strong):
        return f"**{escape_line(part.words)}**"
    words = escape(clean(part), at_start=before is None)
    return f"\\{words}" if isinstance(before, Ref | Anchor) and words[:1] in _AFTER_REF else words


__all__ = ["render"]
