"""Dialogs that show a text to read: an earlier document, a sheet for the user, or the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.render.document import document_lines
from portfolio.tui.shell.help_rows import help_lines
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.lines import Lines


class TextDialog(Dialog[None]):
    """Dialog with a text to read; it changes nothing."""

    WIDTH = 90
    EDGE = 8
    DEFAULT_CSS = """
    TextDialog > Vertical { height: 100%; }
    TextDialog #text { height: 1fr; }
    """

    def __init__(self, text: str = "", about: str = "") -> None:
        """`text` is Markdown; `about` is a sentence that describes it."""
        super().__init__()
        self._text, self._about = text, about

    def body(self) -> ComposeResult:
        """Lay out the text."""
        yield Lines(id="text")

    def lines(self) -> Sequence[Line]:
        """Return the text in lines of this width."""
        return document_lines(self._text, max(self.room, 20))

    def lay_out(self) -> None:
        """Show the text without scrolling back to the top."""
        super().lay_out()
        self.query_one("#text", Lines).show(self.lines(), top=False)

    def hint_lines(self) -> Sequence[Line]:
        """Return the description and the keys."""
        _ = self.words
        hint = _("↑ ↓ scroll · esc back")
        return self.wrapped(f"{self._about} {hint}", "muted")


class HelpDialog(TextDialog):
    """Dialog with the help of one place."""

    WIDTH = 76
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "cancel", show=False, id="help"),
        Binding("q", "cancel", show=False, id="quit"),
    ]
    DEFAULT_CSS = """
    HelpDialog > Vertical { height: 90%; }
    """

    def __init__(self, where: str) -> None:
        """`where` is the name of a place or dialog."""
        super().__init__()
        self._where = where

    def lines(self) -> Sequence[Line]:
        """Return the help: the place, its keys, and where the file is."""
        width = min(self.WIDTH, self.app.size.width - 4) - self.EDGE
        return help_lines(self._where, self.services.state, self.services.preferences.start.locations, width)

    def hint_lines(self) -> Sequence[Line]:
        """Return nothing: the last line of the help names the key."""
        return ()
