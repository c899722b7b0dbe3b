"""The lines of text of a document: every word of its blocks, and the places of its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.export.document import (
    Anchor,
    Block,
    Bullets,
    Columns,
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
    Table,
    Tracks,
    YearLine,
    reference,
)


def named(*numbers: int) -> str:
    """References in plain text: "[B1] [B3]"."""
    return " ".join(f"[{reference(number)}]" for number in numbers)


def plain_words(line: Line) -> str:
    """The words of a line, with references in brackets."""
    return "".join(map(_plain, line))


def _plain(part: Inline) -> str:
    if isinstance(part, Ref | Anchor):
        return f"[{reference(part.number)}]"
    return part if isinstance(part, str) else part.words


def anchors(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The evidence that is described in these blocks, to which references can lead."""
    return frozenset(part.number for line in lines_of(blocks) for part in line if isinstance(part, Anchor))


def lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Every line of text in these blocks, also within others."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Bullets():
            for item in block.items:
                yield from lines_of(item)
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        case Facts():
            for fact in block.rows:
                yield (fact.label,)
                yield from lines_of(fact.blocks)
        case Columns():
            yield from lines_of((*block.left, *block.right))
        case Tracks():
            yield from ((words,) for words in (*block.header, block.legend))
            yield from (line for row in block.rows for line in ((row.skill,), row.words))
        case Fenced():
            yield (block.text if block.view is None else block.caption,)
        case _other:
            yield from ((words,) for words in _texts(block))


def _texts(block: Head | Lead | Results | YearLine | Quotes | Requests | Signatures) -> Iterator[str]:
    match block:
        case Head():
            yield from (block.title, block.name, *block.under, *block.right)
        case Lead():
            yield block.words
        case Results():
            yield from (words for each in block.items for words in (each.big, each.what, each.known))
        case YearLine():
            yield from (moment.label for moment in block.moments)
        case Quotes():
            yield from (words for each in block.items for words in (each.text, each.who, each.after))
        case Requests():
            yield from (words for each in block.items for words in (each.text, *each.boxes, each.after))
        case Signatures():
            yield from block.labels
