"""A text to read: a document that was handed over before, the sheet for oneself, or the help."""

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
    """A text to read; it changes nothing."""

    WIDTH = 90
    EDGE = 8
    DEFAULT_CSS = """
    TextDialog > Vertical { height: 100%; }
    TextDialog #text { height: 1fr; }
    """

    def __init__(self, text: str = "", about: str = "") -> None:
        """`text` is Markdown; `about` says what it is."""
        super().__init__()
        self._text, self._about = text, about

    def body(self) -> ComposeResult:
        """The text."""
        yield Lines(id="text")

    def lines(self) -> Sequence[Line]:
        """The text in lines of this width."""
        return document_lines(self._text, max(self.room, 20))

    def lay_out(self) -> None:
        """Show the text too, without going back to its first line."""
        super().lay_out()
        self.query_one("#text", Lines).show(self.lines(), top=False)

    def hint_lines(self) -> Sequence[Line]:
        """What it is, and which keys there are."""
        _ = self.words
        hint = _("↑ ↓ scroll · esc back")
        return self.wrapped(f"{self._about} {hint}", "muted")


class HelpDialog(TextDialog):
    """The help of one place."""

    WIDTH = 76
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "cancel", show=False, id="help"),
        Binding("q", "cancel", show=False, id="quit"),
    ]
    DEFAULT_CSS = """
    HelpDialog > Vertical { height: 90%; }
    """

    def __init__(self, where: str) -> None:
        """`where` is a place or small screen."""
        super().__init__()
        self._where = where

    def lines(self) -> Sequence[Line]:
        """Where the user is, what each key does, and where the file is."""
        width = min(self.WIDTH, self.app.size.width - 4) - self.EDGE
        return help_lines(self._where, self.services.state, self.services.preferences.start.locations, width)

    def hint_lines(self) -> Sequence[Line]:
        """Nothing: the last line of the help names the key."""
        return ()
