"""What a row of the table of actions says: key, words, help, where and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from portfolio.tui.keymap.conditions import ActionContext, always

HIDDEN: Final = 9
"""The rank of what has a key but no room on the line of keys."""


class Action(NamedTuple):
    """One thing that a key does."""

    id: str
    key: str
    label: tuple[str, str]
    """One or two words for the line of keys: an English message id in its context."""
    help: str
    """One sentence: an English message id."""
    where: frozenset[str] = frozenset()
    """The places and small screens where it is; empty: in every place."""
    available: Callable[[ActionContext], bool] = always
    rank: int = 5
    """What stays longest on a narrow line of keys: the lowest. From `HIDDEN` on it is never there."""
    display: str = ""
    """The key as it is shown, where its name is no help."""
    first: bool = False
    """Whether it goes before what a text does with this key of its own accord."""
