"""The screen that hides the app: one neutral line, until the user returns."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.lines import Lines


class HiddenScreen(OwnScreen[None]):
    """Screen that covers everything and shows only the key to return."""

    HIDES: ClassVar[bool] = True
    """Whether keys reach this screen at once, without waiting for flows or the disk: it must close at any time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "dismiss", show=False, id="hide"),
    ]
    """Only its own key: whoever passes by presses another one."""

    def compose(self) -> ComposeResult:
        """Lay out one line."""
        yield Lines(can_focus=False)

    def on_mount(self) -> None:
        """Show how to return."""
        _, key = self.words, self.services.state.keys["hide"]
        self.query_one(Lines).show([EMPTY, (Span(_("{key} to go on").format(key=key), "muted"),)])
