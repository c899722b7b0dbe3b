"""Short facts in one block: labels in a column as wide as the longest of them, and never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portfolio.text import cells, wrap
from portfolio.tui.render.columns import GAP, widest
from portfolio.tui.text.spans import Line, Span, width_of

_LEAST = 16
"""Cells that a value needs beside its label; with less it is shown below it."""


class Fact(NamedTuple):
    """One label and its value; without a label the value belongs to the fact above it."""

    label: str
    value: Line


def block(facts: Sequence[Fact], width: int) -> Iterator[Line]:
    """Return the lines of facts in `width` cells."""
    wide = widest(fact.label for fact in facts) + GAP
    below = width - wide < _LEAST
    for label, value in facts:
        if below and label:
            yield from above(label, width)
        room = width if below else width - wide
        before = "" if below else label + " " * (wide - cells(label))
        for line in _wrapped(value, room):
            yield (Span(before, "muted"), *line) if before else line
            before = "" if below else " " * wide


def above(label: str, width: int, role: str = "muted") -> Iterator[Line]:
    """Return the lines of a label above its text."""
    return ((Span(line, role),) for line in wrap(label, width))


def _wrapped(value: Line, width: int) -> Iterator[Line]:
    """Return a value on one line if it fits, else span by span, each wrapped."""
    if width_of(value) <= width:
        yield value
        return
    for text, role, bold in value:
        for line in wrap(text.removeprefix(" · "), width):
            yield (Span(line, role, bold),)
