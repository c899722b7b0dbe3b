"""Dialog with every answer so far in full; Enter goes to the question under the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from portfolio.capture.entry import Entry
from portfolio.capture.questions import LOOK_BACK, Question
from portfolio.sanitise import clean
from portfolio.text import wrap
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import GUTTER, Row, Rows
from portfolio.wording import N_


class WholeTextDialog(Dialog[int]):
    """Dismissed with the index of a question, or None."""

    HINT = N_("enter goes to the question · esc back")
    WIDTH = 76
    EDGE = 8
    AROUND = 8
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f3", "cancel", show=False, id="whole_text")]

    def __init__(self, entry: Entry, asked: Sequence[Question]) -> None:
        """`asked` are the questions in order."""
        super().__init__()
        self._writing, self._asked = entry, asked

    def lay_out(self) -> None:
        """Show every question, with the cursor on the current one."""
        super().lay_out()
        width = self.room - GUTTER
        rows = [row for n, question in enumerate(self._asked) for row in self._rows(n, question, width)]
        self.show_rows(rows, str(self._writing.at))

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

    def action_choose(self) -> None:
        """Go to this question."""
        key = self.query_one(Rows).key
        self.dismiss(int(key) if key else None)
