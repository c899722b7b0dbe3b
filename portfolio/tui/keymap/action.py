"""One row of the table of actions: key, label, help, where it exists and when it is available."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from portfolio.tui.keymap.conditions import ActionContext, always

HIDDEN: Final = 9
"""The rank of actions that have a key and are not shown in the key bar."""


class Action(NamedTuple):
    """One thing that a key does."""

    id: str
    key: str
    label: tuple[str, str]
    """One or two words for the key bar: a message id in English with its context."""
    help: str
    """One sentence: a message id in English."""
    where: frozenset[str] = frozenset()
    """The places and small screens where it exists; empty means every place."""
    available: Callable[[ActionContext], bool] = always
    rank: int = 5
    """The lowest ranks are kept longest in a narrow key bar. From `HIDDEN` on an action is never shown there."""
    display: str = ""
    """The key as shown, where its own name does not help."""
    also: str = ""
    """Keys, separated by commas, that always work too: none of them writes anything in a text."""
    first: bool = False
    """Whether it takes precedence over what a text box itself does with this key."""
    by_app: bool = False
    """Whether the app runs it, in the same way on every screen."""
    of_record: bool = False
    """Whether the widget with the cursor runs it, for the record under the cursor."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key it comes with, the shown one first."""
        return tuple(dict.fromkeys((self.key, *self.also.split(",")) if self.also else (self.key,)))

    @property
    def call(self) -> str:
        """The action string for Textual: run by the app, by the widget with the cursor, or by the screen."""
        if self.of_record:
            return f"with_record('{self.id}')"
        return f"app.{self.id}" if self.by_app else self.id
