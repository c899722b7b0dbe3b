"""One question with a few answers, the safe one first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.text import wrap
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

_AROUND = 6
"""Rows of the screen that the frame and the hint take."""


class ChooseDialog(Dialog[str]):
    """The question; it is dismissed with the key of the answer, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "cancel", show=False),
    ]
    WIDTH: ClassVar[int] = 60

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], at: str | None = None) -> None:
        """`answers` are keys with their words; the cursor begins `at` one of them, else at the first."""
        super().__init__()
        self._question, self._answers, self._at = question, answers, at

    def compose(self) -> ComposeResult:
        """The question above its answers."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield Rows(id="answers")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words."""
        _ = self.words
        width = min(self.WIDTH, self.app.size.width - 4) - 6
        question = [*wrap(self._question, width), ""]
        self.query_one("#question", Lines).show_all([(Span(line),) for line in question])
        answers = self.query_one("#answers", Rows)
        answers.styles.height = min(len(self._answers), max(self.app.size.height - len(question) - _AROUND, 3))
        answers.show_rows(FixedRows([Row(key, (Span(words),)) for key, words in self._answers]), at=self._at)
        self.set_focus(answers)
        self.query_one("#hint", Lines).show_all([(), (Span(_("enter chooses · esc back"), "muted"),)])

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """Take the answer that the cursor is on."""
        self.dismiss(self.query_one("#answers", Rows).key)

    def action_cancel(self) -> None:
        """No answer."""
        self.dismiss(None)
