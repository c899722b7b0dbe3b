"""A document to read, to the last sign: one that was handed over before, or the sheet for oneself."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.text import wrap
from portfolio.tui.render.document import document_lines
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.lines import Lines

_WIDTH = 90
_AROUND = 8
"""Cells beside the text: the frame and what is left free."""


class DocumentDialog(Dialog[None]):
    """A text to read; it changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
    ]
    DEFAULT_CSS = """
    DocumentDialog > Vertical { width: 90; height: 100%; }
    DocumentDialog #document { height: 1fr; }
    DocumentDialog #hint { margin: 1 0 0 0; }
    """

    def __init__(self, text: str, told: str) -> None:
        """`text` is Markdown; `told` says what it is."""
        super().__init__()
        self._text, self._told = text, told

    def compose(self) -> ComposeResult:
        """The document above its hint."""
        with Vertical():
            yield Lines(id="document")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Show it from the start."""
        self.on_resize()
        self.set_focus(self.query_one("#document"))

    def on_resize(self) -> None:
        """Fit the width."""
        width = max(min(_WIDTH, self.app.size.width) - _AROUND, 20)
        self.query_one("#document", Lines).show(document_lines(self._text, width), top=False)
        _ = self.words
        hint = _("↑ ↓ scroll · esc back")
        lines = wrap(f"{self._told} {hint}", width)
        self.query_one("#hint", Lines).show_all([(Span(line, "muted"),) for line in lines])
