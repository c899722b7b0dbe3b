"""A document as it was handed over then, to the last sign, from the copy that was kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.tui.frame import DialogScreen, words_of
from portfolio.tui.layout import Span
from portfolio.tui.views.document import document_lines
from portfolio.tui.widgets.lines import Lines

_WIDTH = 90
_AROUND = 8
"""Cells beside the text: the frame and what is left free."""


class HandedOverScreen(DialogScreen[None]):
    """A text to read; it changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
    ]
    DEFAULT_CSS = """
    HandedOverScreen > Vertical { width: 90; height: 100%; }
    HandedOverScreen #document { height: 1fr; }
    HandedOverScreen #hint { margin: 1 0 0 0; }
    """

    def __init__(self, text: str) -> None:
        """`text` is what stands in the copy."""
        super().__init__()
        self._text = text

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
        _ = words_of(self.app)
        hint = _("Exactly this was handed over then. ↑ ↓ scroll · esc back")
        self.query_one("#hint", Lines).show_all([(Span(hint, "muted"),)])
