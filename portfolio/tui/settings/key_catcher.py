"""Lines that take the next key for themselves, whatever it would do elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from portfolio.tui.widgets.lines import Lines


class KeyCatcher(Lines, inherit_bindings=False):
    """Reports every key that is pressed while it has the focus."""

    @dataclass
    class Pressed(Message):
        """A key was pressed; its name is Textual's."""

        key: str

    def on_key(self, event: events.Key) -> None:
        """Keep the key from doing anything else."""
        event.prevent_default()
        event.stop()
        self.post_message(self.Pressed(event.key))
