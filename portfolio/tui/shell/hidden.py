"""Nothing to see: one neutral line until the person is alone again."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.lines import Lines


class HiddenScreen(OwnScreen[None]):
    """An empty screen."""

    HIDES: ClassVar[bool] = True
    """Whether keys never wait for it: nothing in it depends on the disk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "dismiss", show=False, id="hide"),
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One line."""
        yield Lines(can_focus=False)

    def on_mount(self) -> None:
        """Say how to come back, and nothing else."""
        _, key = self.words, self.services.state.keys["hide"]
        self.query_one(Lines).show([EMPTY, (Span(_("{key} to go on").format(key=key), "muted"),)])
