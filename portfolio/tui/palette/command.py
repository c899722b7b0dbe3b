"""One command of the palette: its name, what it does, and the words by which it is found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from portfolio.tui.palette.other_words import ALSO
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.wording import Words


class Command(NamedTuple):
    """A command that is available now."""

    name: str
    do: Callable[[], Awaitable[object] | object]
    about: str = ""
    """Its purpose in a few words, which can be searched too."""
    right: Line = EMPTY
    """Its key, or the kind of a record and whether it is private."""
    called: str = ""
    """The name to search by, when that is not the whole name: undo is not found by the record it changes."""
    also: str = ""
    """Other words to search by."""
    last: bool = False
    """Whether it comes below all others: the row of a key is not what people look for by the name of an action."""


def also_called(name: str, _: Words) -> str:
    """Return the other words for what has this id; empty when there are none."""
    return _(ALSO[name]) if name in ALSO else ""


def key_of(key: str) -> Line:
    """Return a key as it is shown at the end of a row; empty without one."""
    return (Span(key, "accent"),) if key else EMPTY
