"""A document for formats that have only text: its blocks as headings, paragraphs, lists and tables.

The drawings made of characters are left out unless they were asked for: in the proportional letters of a mail they show
wrong facts, and the table or list beside each has the same facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.export.document import (
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
    without_empty_columns,
)
from portfolio.wording import Words
from portfolio.wording.dates import day_short

_BOX: Final = "☐"
_ROOM: Final = "…………………………………………"


def lowered(document: Document) -> tuple[Block, ...]:
    """The blocks of a document of text."""
    return tuple(_all(document.blocks, document))


def _all(blocks: Sequence[Block], document: Document) -> Iterator[Block]:
    for block in blocks:
        yield from _block(block, document)


def _block(block: Block, document: Document) -> Iterator[Block]:
    match block:
        case Bullets():
            yield Bullets(tuple(tuple(_all(item, document)) for item in block.items), block.start)
        case Fenced():
            if block.view is None or document.pictures:
                yield block
        case Facts():
            yield Bullets(tuple(_fact(row.label, tuple(_all(row.blocks, document))) for row in block.rows))
        case Columns():
            yield from _all((*block.left, *block.right), document)
        case Heading() | Paragraph() | Table():
            yield block
        case _other:
            yield from _of_a_page(block, Words(document.language))


def _fact(label: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text after its label, on its line when it begins with a paragraph."""
    named = Strong(f"{label}:")
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((named, " ", *blocks[0].line)), *blocks[1:])
    return (Paragraph((named,)), *blocks)


def _of_a_page(
    block: Head | Lead | Results | Tracks | YearLine | Quotes | Requests | Signatures, _: Words
) -> Iterator[Block]:
    match block:
        case Head():
            yield Heading(1, (block.name,))
            yield from (Paragraph((line,)) for line in (*block.under, " · ".join(block.right)) if line)
        case Lead():
            yield Paragraph((block.words,))
        case Results():
            yield _list(
                (*_big(each.big), f"{each.what}{f' ({each.known})' if each.known else ''}", *_refs(each.refs))
                for each in block.items
            )
        case Tracks():
            rows = tuple(((row.skill,), row.words, _refs(row.refs)[1:]) for row in block.rows)
            skill, words, evidence = block.header
            yield without_empty_columns(Table(((skill,), (words,), (evidence,)), rows))
        case YearLine():
            yield _list((f"{day_short(each.day, _)}: {each.label}", *_refs(each.refs)) for each in block.moments)
        case Quotes():
            yield _list((f"“{each.text}” {each.who}{f'. {each.after}' if each.after else ''}",) for each in block.items)
        case Requests():
            yield _list((_request(each.text, each.boxes, each.after),) for each in block.items)
        case Signatures():
            yield _list((f"{label}: {_ROOM}",) for label in block.labels)


def _request(text: str, boxes: Sequence[str], after: str) -> str:
    answer = " ".join([*(f"{_BOX} {box}" for box in boxes), *([after] if after else [])])
    return f"{text} ({answer})" if answer else text


def _big(words: str) -> Line:
    return (Strong(words), " ") if words else ()


def _refs(numbers: Sequence[int]) -> Line:
    parts: list[Inline] = []
    for number in numbers:
        parts += [" ", Ref(number)]
    return tuple(parts)


def _list(lines: Iterator[Line]) -> Bullets:
    return Bullets(tuple((Paragraph(line),) for line in lines))
