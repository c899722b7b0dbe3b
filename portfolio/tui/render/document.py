"""A document as it will be shared, rendered from its Markdown to lines of text.

The Markdown is read by a parser of its own kind (CommonMark with tables) and drawn line by line, so that the reader of
the file sees the same headings, lists and tables. Nothing in it becomes markup of the app: a link or an image
is shown as its words and its address, a web address by itself as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from portfolio.sanitise import clean
from portfolio.text import cells, cut, wrap
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, fit, width_of

_READER: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_GAP: Final = 2
"""Cells between the columns of a table."""
_NARROW: Final = 10
"""The least width of a text in cells."""


class RenderedDocument:
    """One Markdown text, parsed once and laid out for any width."""

    def __init__(self, text: str) -> None:
        """`text` is the whole Markdown, as it is or will be in the file."""
        self.text = text
        self._root = SyntaxTreeNode(_READER.parse(clean(text)))

    def lines(self, width: int, *, whole: bool = True) -> list[Line]:
        """Return the document in lines of at most `width` cells, and text in lines of at most a page.

        When `whole`, no word of it is left out; otherwise a picture made of characters that is wider is cut, so that
        what fits keeps its columns.
        """
        page = min(max(width, _NARROW), PAGE)
        return list(_Layout(whole, max(width - page, 0)).blocks(self._root.children, page))


class _Layout:
    """Lays out blocks for a width."""

    def __init__(self, whole: bool, beside: int) -> None:
        """`whole` says whether pictures of characters are wrapped rather than cut; they can use the cells `beside`."""
        self._whole, self._beside = whole, beside

    def blocks(self, nodes: Iterable[SyntaxTreeNode], width: int) -> Iterator[Line]:
        """Yield the lines of blocks, with a blank line between them; within a tight list there is none."""
        before: SyntaxTreeNode | None = None
        for node in nodes:
            if before is not None and not self._is_tight(before):
                yield EMPTY
            yield from self._block(node, width)
            before = node

    @staticmethod
    def _is_tight(node: SyntaxTreeNode) -> bool:
        return node.type == "paragraph" and node.hidden

    def _block(self, node: SyntaxTreeNode, width: int) -> Iterator[Line]:
        match node.type:
            case "heading":
                yield from self._heading(node, width)
            case "bullet_list" | "ordered_list":
                yield from self._list(node, width)
            case "blockquote":
                quoted = self.blocks(node.children, max(width - 2, _NARROW))
                yield from ((Span("│ ", "guide"), *line) for line in quoted)
            case "table":
                yield from _table(node, width)
            case "hr":
                yield (Span("─" * width, "line"),)
            case "fence" | "code_block" | "html_block":
                yield from self._as_it_is(node.content, width + self._beside)
            case _:
                yield from wrapped(list(_inline(node)), width)

    @staticmethod
    def _heading(node: SyntaxTreeNode, width: int) -> Iterator[Line]:
        """Yield a heading in the accent colour; a section has a rule behind it."""
        lines = wrapped([span._replace(role="accent", bold=True) for span in _inline(node)], width)
        rest = width - width_of(lines[-1]) - 1
        if node.tag == "h2" and rest > 0:
            lines[-1] = (*lines[-1], Span(" " + "─" * rest, "line"))
        yield from lines

    def _list(self, node: SyntaxTreeNode, width: int) -> Iterator[Line]:
        numbered, first = node.type == "ordered_list", int(str(node.attrs.get("start", 1)))
        loose = any(child.type == "paragraph" and not child.hidden for item in node.children for child in item.children)
        for n, item in enumerate(node.children):
            if n and loose:
                yield EMPTY
            mark = f"{first + n}. " if numbered else "• "
            lines = list(self.blocks(item.children, max(width - len(mark), _NARROW))) or [EMPTY]
            yield (Span(mark, "muted"), *lines[0])
            yield from ((Span(" " * len(mark)), *line) if line else EMPTY for line in lines[1:])

    def _as_it_is(self, text: str, width: int) -> Iterator[Line]:
        """Yield text whose columns matter, such as a picture of characters."""
        for line in text.rstrip("\n").split("\n"):
            parts = wrap(clean(line), width) if self._whole else [cut(clean(line), width)]
            yield from ((Span(part),) for part in parts)


def _inline(node: SyntaxTreeNode, *, bold: bool = False) -> Iterator[Span]:
    """Yield the words of a block; of a link and an image also the address, which is never followed."""
    for child in node.children:
        if child.type == "softbreak":
            yield Span(" ", bold=bold)
        elif child.type == "hardbreak":
            yield Span("\n", bold=bold)
        elif child.markup == "autolink":  # its words are its address, made easier to read
            yield Span(clean(str(child.attrs["href"])), bold=bold)
            continue
        elif child.children:
            yield from _inline(child, bold=bold or child.type == "strong")
        elif child.content:
            yield Span(clean(child.content), bold=bold)
        address = child.attrs.get("href") or child.attrs.get("src")
        if address:
            yield Span(f" ({clean(str(address))})", "muted")


def wrapped(spans: Sequence[Span], width: int) -> list[Line]:
    """Wrap spans to lines of at most `width` cells, as `portfolio.text.wrap` wraps a text."""
    text = "".join(span.text for span in spans)
    lines: list[Line] = []
    at = 0
    for part in wrap(text, width):
        start = text.index(part, at)
        at = start + len(part)
        lines.append(tuple(_slice(spans, start, at)))
    return lines or [EMPTY]


def _slice(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        part = span.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            yield span._replace(text=part)
        at += len(span.text)


def _table(node: SyntaxTreeNode, width: int) -> Iterator[Line]:
    rows = [[list(_inline(cell)) for cell in row.children] for part in node.children for row in part.children]
    head, *body = rows
    columns = _columns(rows, width)
    if columns is None:
        yield from _as_records(head, body, width)
        return
    yield from _table_row([[span._replace(role="muted") for span in cell] for cell in head], columns)
    yield (Span("─" * min(sum(columns) + _GAP * (len(columns) - 1), width), "line"),)
    for row in body:
        yield from _table_row(row, columns)


def _columns(rows: Sequence[Sequence[Sequence[Span]]], width: int) -> list[int] | None:
    """Return the widths of the columns by their content; None when the longest words do not fit beside each other."""
    texts = [["".join(span.text for span in row[n]) for row in rows] for n in range(len(rows[0]))]
    widths = [max(1, *map(cells, column)) for column in texts]
    least = [max(cells(word) for text in column for word in text.split(" ")) for column in texts]
    room = width - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        spare = [wide - low for wide, low in zip(widths, least, strict=True)]
        if max(spare) <= 0:
            return None
        widest = max((n for n in range(len(widths)) if spare[n] > 0), key=widths.__getitem__)
        widths[widest] -= min(spare[widest], max(1, (sum(widths) - room) // len(widths)))
    return widths


def _table_row(row: Sequence[Sequence[Span]], columns: Sequence[int]) -> Iterator[Line]:
    parts = [wrapped(cell, wide) for cell, wide in zip(row, columns, strict=True)]
    for n in range(max(map(len, parts))):
        line: list[Span] = []
        for part, wide in zip(parts, columns, strict=True):
            held = fit(part[n], wide) if n < len(part) else EMPTY
            line += [*held, Span(" " * (wide - width_of(held) + _GAP))]
        yield tuple(line[:-1])


def _as_records(head: Sequence[Sequence[Span]], body: Iterable[Sequence[Sequence[Span]]], width: int) -> Iterator[Line]:
    """Yield each row below the other, its cells as labels with values: for a table that is wider than the page."""
    for n, row in enumerate(body):
        if n:
            yield EMPTY
        for label, cell in zip(head, row, strict=True):
            named = [span._replace(role="muted") for span in label]
            if cell:
                yield from wrapped([*named, Span(": " if named else "", "muted"), *cell], width)
