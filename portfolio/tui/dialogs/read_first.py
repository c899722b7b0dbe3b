"""Dialog that shows a text to send before anything is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult

from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.wording import N_

_SCROLLBAR: Final = 2


class ReadFirstDialog(Dialog[str]):
    """Dialog with a text as it will be sent; dismissed with the text by Enter, or with None."""

    HINT: ClassVar[str] = N_("↑ ↓ scroll · enter: copy or save it · esc back")
    WIDTH = 76
    DEFAULT_CSS = """
    ReadFirstDialog > Vertical { height: 100%; max-height: 30; }
    ReadFirstDialog #text { height: 1fr; scrollbar-gutter: stable; }
    """

    def __init__(self, question: str, text: str) -> None:
        """`question` is above the text."""
        super().__init__(question)
        self._text = text

    def body(self) -> ComposeResult:
        """Lay out the text."""
        yield Lines(id="text")

    def lay_out(self) -> None:
        """Wrap the text to this width, without scrolling back to the top."""
        super().lay_out()
        lines = [(Span(line),) for line in wrap(clean(self._text), max(self.room - _SCROLLBAR, 20))]
        self.query_one("#text", Lines).show(lines, top=False)

    def hint_lines(self) -> Sequence[Line]:
        """Return the keys."""
        return self.hinted(self.words(self.HINT))

    def action_choose(self) -> None:
        """Go on with the text."""
        self.dismiss(self._text)
