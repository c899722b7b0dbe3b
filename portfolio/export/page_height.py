"""How high blocks are on paper, about: enough to know whether a first page is one page, without typesetting it.

The figures are those of the style of the PDF (`pdf_style.py`): points, for text of 9.5 points on a line of 493 points.
A test typesets drawn portfolios and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from portfolio.export.document import (
    BETWEEN,
    Block,
    Bullets,
    Columns,
    Facts,
    Fenced,
    Head,
    Heading,
    Lead,
    Paragraph,
    Quotes,
    Requests,
    Results,
    Signatures,
    Table,
    Tracks,
    YearLine,
)
from portfolio.export.document_lines import plain_words
from portfolio.export.page_layout import shares
from portfolio.text import cells

PAGE: Final = 745.0
"""The height of a page between its margins."""
FITS: Final = 786.0
"""What fits on a first page, which can be made six percent smaller."""
_WIDTH: Final = 493.0
_SIZE: Final = 9.5
_SIGN: Final = 0.485
"""The width of a sign, as a part of the size of the letter: words also break before the end of a line."""
_LINE: Final = 1.277
_LEADING: Final = 0.55
"""The height of a line, and the part of it that is between two lines, as parts of the size of the letter."""
_GUTTER: Final = 22.7
_TRACK: Final = (129.0, 142.0, 158.0)
"""The columns of a skill: its name, the scale, and what is said of it."""


def height_of(blocks: Iterable[Block], width: float = _WIDTH) -> float:
    """The height of these blocks, one below the other, in points."""
    return sum(_height(block, width) for block in blocks)


def _lines(text: str, width: float, size: float = _SIZE) -> int:
    """The lines that a text takes."""
    room = max(int(width / (size * _SIGN)), 4)
    lines, used = 1, 0
    for word in text.split():
        wide = cells(word)
        if used and used + 1 + wide > room:
            lines, used = lines + 1, 0
        lines += max(wide - 1, 0) // room
        used = (used + 1 if used else 0) + (wide if wide <= room else wide % room)
    return lines


def _text(text: str, width: float, size: float = _SIZE) -> float:
    return _lines(text, width, size) * size * _LINE - size * _LEADING


def _height(block: Block, width: float) -> float:
    match block:
        case Heading():
            return {1: 34.0, 2: 20.7, 3: 19.3}.get(block.level, 19.3) + (
                _lines(plain_words(block.line), width, 12) - 1
            ) * 15
        case Paragraph():
            return _text(plain_words(block.line), width) + 7.1
        case Bullets():
            return sum(height_of(item, width - 14) for item in block.items)
        case Table():
            return _table(block, width)
        case Facts():
            return 14 + sum(height_of(row.blocks, width - 110) for row in block.rows)
        case Columns():
            half = (width - _GUTTER) / 2
            return max(height_of(block.left, half), height_of(block.right, half))
        case Fenced():
            return 300.0
        case _other:
            return _of_a_page(block, width)


def _of_a_page(
    block: Head | Lead | Results | YearLine | Quotes | Requests | Signatures | Tracks, width: float
) -> float:
    match block:
        case Head():
            return (
                34
                + (_lines(block.name, width - 150, 22) - 1) * 28
                + sum(_text(line, width - 150, 10) for line in block.under[:1])
                + sum(_text(line, width) + 6 for line in block.under[1:])
            )
        case Lead():
            return _text(block.words, width, 12) + 8
        case Results():
            part = (width - 11.3 * (len(block.items) - 1)) / max(len(block.items), 1) - 16
            return 26 + max((_result(each.big, each.what, each.known, part) for each in block.items), default=0)
        case Tracks():
            return 28 + sum(_track(row.skill, plain_words(row.words)) for row in block.rows)
        case YearLine():
            return 86.0
        case Quotes():
            return sum(
                17
                + _text(each.text, width - 10)
                + _text(each.who, width, 8)
                + (_text(each.after, width - 10) if each.after else 0)
                for each in block.items
            )
        case Requests():
            return 10 + sum(_request(each.text, each.boxes, each.after, width) for each in block.items)
        case Signatures():
            return 72.0


def _result(big: str, what: str, known: str, width: float) -> float:
    return (18 if big else 0) + _text(what, width) + (_text(known, width, 8) if known else 0)


def _track(title: str, words: str) -> float:
    return max(_text(title, _TRACK[0]), _text(words, _TRACK[2]), 20.0) + 8


def _request(text: str, boxes: Sequence[str], after: str, width: float) -> float:
    facts = after.split(BETWEEN) if after else []
    beside = max(sum(12 + 8 * _SIGN * len(box) for box in boxes), *(8 * _SIGN * cells(fact) for fact in facts), 0) + 12
    lines = len(facts) + bool(boxes)
    return max(_text(text, width - beside), 5.8 + 10.2 * max(lines - 1, 0)) + 7.5


def _table(table: Table, width: float) -> float:
    parts = [share * width - 8 for share in shares(table)]
    rows = (
        max((_text(plain_words(cell), part) for cell, part in zip(row, parts, strict=False)), default=0) + 7.5
        for row in table.rows
    )
    return 20 + sum(rows)
