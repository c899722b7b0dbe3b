"""Dialog with the actions that are possible now, in groups; a letter runs its action at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on

from portfolio.text import wrap_at_most
from portfolio.tui.dialogs.dialog import Dialog, around
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row, Rows

_HINT_ROWS = 2
"""Rows for the sentence about the action under the cursor, so that the frame keeps its height."""


class Item(NamedTuple):
    """One action: its id, its name, its keys, and a sentence about it."""

    id: str
    label: str
    key: str
    """The key as shown."""
    keys: tuple[str, ...]
    """Textual's names of every key that runs it."""
    about: str


class MenuDialog(Dialog[str]):
    """Dismissed with the id of an action, or None."""

    WIDTH = 46
    AROUND = 8 + _HINT_ROWS

    def __init__(self, groups: Sequence[tuple[str, Sequence[Item]]]) -> None:
        """`groups` are headings with their actions."""
        super().__init__()
        self._groups = groups
        self._items = {item.id: item for _heading, items in groups for item in items}
        self._keys = {key: item.id for item in self._items.values() for key in item.keys}

    def question_lines(self) -> list[Line]:
        """Return nothing: the headings say enough."""
        return []

    def fill_body(self) -> None:
        """Show the actions below their headings."""
        rows: list[Row] = []
        for heading, items in self._groups:
            rows += [Row()] if rows else []
            rows.append(Row(left=(Span(heading, "muted"),)))
            rows += [Row(i.id, (Span(i.label),), (Span(i.key, "accent", bold=True),)) for i in items]
        self.show_rows(rows)
        shown, held = max(self.app.size.height - around(self), 3), self.query_one(Rows)
        if shown < len(rows):
            while shown > 1 and not rows[shown - 1].key:  # a heading says nothing without its actions
                shown -= 1
            held.styles.height = shown

    def hint_lines(self) -> Sequence[Line]:
        """Return the sentence about the action under the cursor."""
        item = self._items.get(self.query_one(Rows).key)
        about = wrap_at_most(item.about, self.room, _HINT_ROWS) if item is not None else []
        lines: list[Line] = [(Span(line, "muted"),) for line in about]
        keys = self.wrapped(self.words("enter or the letter · esc back"), "muted")
        return [*lines, *[EMPTY] * (_HINT_ROWS - len(lines)), *keys]

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.show_hint()

    def on_key(self, event: events.Key) -> None:
        """Run the action of a letter."""
        if event.key in self._keys:
            event.stop()
            self.dismiss(self._keys[event.key])

    def action_choose(self) -> None:
        """Dismiss with the action under the cursor."""
        key = self.query_one(Rows).key
        if key:
            self.dismiss(key)
