"""Everything that was answered so far, in full; enter goes to the question that the cursor is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.capture.entry import Entry
from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import GUTTER, FixedRows, Row, Rows
from portfolio.tui.writing.questions import LOOK_BACK, Question

_WIDTH = 76
_AROUND = 8
"""Rows of the screen that the frame and the hint take."""


class TextDialog(Dialog[int]):
    """Dismissed with the number of a question, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "dismiss", show=False),
        Binding("f3", "dismiss", show=False, id="whole_text"),
    ]
    DEFAULT_CSS = """
    TextDialog > Vertical { width: 76; }
    TextDialog #hint { margin: 1 0 0 0; }
    """

    def __init__(self, writing: Entry, asked: Sequence[Question]) -> None:
        """`asked` are its questions in their order."""
        super().__init__()
        self._writing, self._asked = writing, asked

    def compose(self) -> ComposeResult:
        """A text to read."""
        with Vertical():
            yield Rows(id="text")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Begin at the question that is asked now."""
        self.on_resize()
        self.set_focus(self.query_one(Rows))

    def on_resize(self) -> None:
        """Fit the width."""
        _, width = self.words, min(_WIDTH, self.app.size.width) - 8 - GUTTER
        rows = [row for n, question in enumerate(self._asked) for row in self._rows(n, question, width)]
        held = self.query_one(Rows)
        held.styles.height = max(min(len(rows), self.app.size.height - _AROUND), 1)
        held.show_rows(FixedRows(rows), at=str(self._writing.at))
        hint = _("enter goes to the question · esc back")
        self.query_one("#hint", Lines).show_all([(Span(line, "muted"),) for line in wrap(hint, width)])

    def _rows(self, n: int, question: Question, width: int) -> Iterator[Row]:
        if question.key == LOOK_BACK:
            return
        key = str(n)
        first, *rest = wrap(question.text, width)
        yield Row(key, (Span(first, "accent"),))
        yield from (Row(left=(Span(line, "accent"),), under=key) for line in rest)
        for line in wrap(clean(self._writing.text(question.key)).strip() or "–", width):
            yield Row(left=(Span(line),), under=key)
        yield Row()

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """To this question."""
        key = self.query_one(Rows).key
        self.dismiss(int(key) if key else None)
