"""Render a document as plain text to paste in a mail: no marks of Markdown, and drawings only when asked for.

A table becomes a block of labelled lines for each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from portfolio.export.lowered import lowered
from portfolio.sanitise import clean
from portfolio.text import cells

_WIDEST_RULE: Final = 60
"""The most characters of the rule under a heading."""


def render(document: Document) -> str:
    """The whole document, ending in one line end."""
    return "\n".join(_blocks(lowered(document))) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    first = True
    for block in blocks:
        lines = list(_block(block))
        if lines:
            yield from lines if first else ("", *lines)
            first = False


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            words = " ".join(_words(block.line).split())
            yield words
            if block.level < 3:
                yield ("=" if block.level == 1 else "-") * min(cells(words), _WIDEST_RULE)
        case Paragraph():
            yield from _words(block.line).split("\n")
        case Bullets():
            yield from _bullets(block)
        case Table():
            yield from _table(block)
        case Fenced():
            yield from clean(block.text).split("\n")


def _bullets(block: Bullets) -> Iterator[str]:
    for n, item in enumerate(block.items):
        mark = "- " if block.start is None else f"{block.start + n}. "
        first, *rest = [line for part in item for line in _block(part)] or [""]
        yield mark + first
        yield from (" " * len(mark) + line if line else "" for line in rest)


def _table(table: Table) -> Iterator[str]:
    labels = [_cell(line) for line in table.header]
    for row in table.rows:
        first, *rest = map(_cell, row)
        yield f"- {first}"
        yield from (f"  {label}: {words}" for label, words in zip(labels[1:], rest, strict=True) if words)


def _cell(line: Line) -> str:
    return " ".join(_words(line).split())


def _words(line: Line) -> str:
    return "".join(map(_inline, line))


def _inline(part: Inline) -> str:
    match part:
        case Ref() | Anchor():
            return f"[{reference(part.number)}]"
        case Strong() | Address():
            return clean(part.words)
    return clean(part)


__all__ = ["render"]
