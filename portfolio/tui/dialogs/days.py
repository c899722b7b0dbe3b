"""Several days of the week: enter or space marks one, the last row saves them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.text import wrap
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows
from portfolio.wording.dates import weekday_name

_DONE = "done"


class DaysDialog(Dialog[tuple[int, ...]]):
    """Dismissed with ISO weekdays, 1 to 7, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "mark", show=False),
        Binding("escape", "cancel", show=False),
    ]

    def __init__(self, question: str, days: Iterable[int]) -> None:
        """`days` are marked already."""
        super().__init__()
        self._question, self._days = question, frozenset(days)

    def compose(self) -> ComposeResult:
        """The question above the days."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield Rows(id="days")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words."""
        _, width = self.words, min(60, self.app.size.width) - 6
        self.query_one("#question", Lines).show_all([*((Span(line),) for line in wrap(self._question, width)), EMPTY])
        self.query_one("#days").styles.height = 8
        self._fill()
        self.set_focus(self.query_one("#days"))
        told = _("enter or space marks a day · the last row saves · esc back")
        self.query_one("#hint", Lines).show_all([EMPTY, *((Span(line, "muted"),) for line in wrap(told, width))])

    def _fill(self) -> None:
        _ = self.words
        rows = [
            Row(str(day), (Span("[x] " if day in self._days else "[ ] ", "accent"), Span(weekday_name(day, _))))
            for day in range(1, 8)
        ]
        self.query_one("#days", Rows).show_rows(FixedRows([*rows, Row(_DONE, (Span(_("Save these days")),))]))

    @on(Rows.Clicked)
    def action_mark(self) -> None:
        """Mark the day or take the mark away; on the last row: done."""
        key = self.query_one("#days", Rows).key
        if key == _DONE:
            self.dismiss(tuple(sorted(self._days)))
        else:
            self._days ^= {int(key)}
            self._fill()

    def action_cancel(self) -> None:
        """As it was; what was marked is asked about only where it would be lost unseen, and here it is in sight."""
        self.dismiss(None)
