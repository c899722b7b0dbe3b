"""A document as it will be shared, character for character."""

from __future__ import annotations

from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.text.spans import Line, Span


def document_lines(text: str, width: int) -> list[Line]:
    """Return the document with long lines wrapped and headings highlighted; nothing is left out."""
    lines: list[Line] = []
    for line in clean(text).split("\n"):
        heading = line.startswith("#")
        words = line.lstrip(" ")
        first = min(len(line) - len(words), width // 2)
        after = min(first + (2 if words.startswith(("- ", "* ")) else 0), width // 2)
        for n, part in enumerate(wrap(words, width - after)):
            indent = " " * (after if n else first)
            lines.append((Span(indent + part, "accent" if heading else "text", heading),))
    return lines
