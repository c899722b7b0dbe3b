"""Lines that can have the keys without a text in them: what was chosen in a field, or something that can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from portfolio.tui.text.spans import EMPTY, Line
from portfolio.tui.widgets.lines import Lines


class FocusLine(Lines, inherit_bindings=False):
    """One or more lines with a ground of their own; enter or a letter asks for a choice, the arrows leave."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    FocusLine { height: auto; padding: 0 1; background: $panel; }
    """

    @dataclass
    class Pressed(Message):
        """Enter or a letter was pressed, or it was clicked."""

        line: FocusLine
        typed: str = ""
        """The letter, to go on with."""

        @property
        def control(self) -> FocusLine:
            """Where it happened."""
            return self.line

    @dataclass
    class Emptied(Message):
        """The last of what was chosen is to go."""

        line: FocusLine

    @dataclass
    class Left(Message):
        """The cursor went up (-1) or down (1)."""

        line: FocusLine
        step: int

    def show_words(self, lines: Sequence[Line]) -> None:
        """Show what was chosen; at least one line high."""
        self.show_all(lines or [EMPTY])

    def ground(self, index: int) -> str:  # noqa: ARG002 - every line has the same
        """Which ground it stands on: that of a chosen row while it has the keys."""
        return "chosen" if self.has_focus else "panel"

    def on_focus(self) -> None:
        """Show that the keys are here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they are not."""
        self.refresh()

    def on_click(self) -> None:
        """A click asks as enter does."""
        self.post_message(self.Pressed(self))

    def on_key(self, event: events.Key) -> None:
        """Enter, space and letters ask; backspace takes the last one away; the arrows leave."""
        answer: Message | None = None
        if event.key == "enter":
            answer = self.Pressed(self)
        elif event.key in ("backspace", "delete"):
            answer = self.Emptied(self)
        elif event.key in ("up", "down"):
            answer = self.Left(self, 1 if event.key == "down" else -1)
        elif event.is_printable and event.character:
            answer = self.Pressed(self, event.character)
        if answer is not None:
            event.stop()
            event.prevent_default()
            self.post_message(answer)
