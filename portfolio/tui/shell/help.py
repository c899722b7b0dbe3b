"""What can be done where someone stands: every key with a sentence. Made from the table of actions alone."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.tui.shell.help_rows import help_lines
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.widgets.lines import Lines


class HelpScreen(Dialog[None]):
    """The help of one place."""

    DEFAULT_CSS = """
    HelpScreen Vertical { width: 76; height: 90%; }
    HelpScreen Lines { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
        Binding("question_mark", "dismiss", show=False, id="help"),
        Binding("q", "dismiss", show=False, id="quit"),
    ]

    def __init__(self, where: str) -> None:
        """`where` is a place or small screen."""
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """A text to read."""
        with Vertical():
            yield Lines(id="help")

    def on_mount(self) -> None:
        """Show the keys of the place below."""
        self.on_resize()
        self.set_focus(self.query_one("#help"))

    def on_resize(self) -> None:
        """Fit the width."""
        width = min(76, self.app.size.width - 4) - 8
        look = self.services.state
        self.query_one("#help", Lines).show(
            help_lines(self._where, look, self.services.preferences.start.locations, width)
        )
