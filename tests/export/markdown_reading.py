"""Reads Markdown as other programs do, to see what our words become there."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

STRUCTURE = frozenset(
    {
        "paragraph_open",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
        "list_item_open",
        "list_item_close",
        "inline",
        "text",
        "softbreak",
    }
)
"""All that people's words may become."""


def readers() -> tuple[MarkdownIt, ...]:
    """CommonMark with HTML, the same with tables and strikethrough, and GitHub's dialect with its guessed links."""
    tables = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return MarkdownIt("commonmark", {"html": True}), tables, MarkdownIt("gfm-like", {"html": True, "linkify": True})


def tokens(reader: MarkdownIt, text: str) -> Iterator[Token]:
    """Every token, those within lines included."""
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def visible(reader: MarkdownIt, text: str) -> list[str]:
    """The visible words of each paragraph, cell or heading, without white space."""
    shown: list[str] = []
    for token in reader.parse(text):
        if token.type == "inline":
            shown.append("".join("".join(c.content.split()) for c in token.children or ()))
        elif token.type in ("fence", "code_block", "html_block"):
            shown.append("".join(token.content.split()))
    return shown
