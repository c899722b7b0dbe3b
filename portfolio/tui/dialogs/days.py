"""Dialog to tick days of the week with Enter or Space; the last row saves them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row, Rows
from portfolio.wording import N_
from portfolio.wording.dates import weekday_name

_DONE = "done"


class DaysDialog(Dialog[tuple[int, ...]]):
    """Dismissed with ISO weekdays, 1 to 7, or None."""

    HINT = N_("enter or space marks a day · the last row saves · esc back")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False)]

    def __init__(self, question: str, days: Iterable[int]) -> None:
        """`days` are ticked at the start."""
        super().__init__(question)
        self._days = frozenset(days)

    def fill_body(self) -> None:
        """Show every day with its tick."""
        _ = self.words
        rows = [
            Row(str(day), (Span("[x] " if day in self._days else "[ ] ", "accent"), Span(weekday_name(day, _))))
            for day in range(1, 8)
        ]
        self.show_rows([*rows, Row(_DONE, (Span(_("Save these days")),))])

    def action_choose(self) -> None:
        """Tick or untick the day; on the last row, dismiss."""
        key = self.query_one(Rows).key
        if key == _DONE:
            self.dismiss(tuple(sorted(self._days)))
        else:
            self._days ^= {int(key)}
            self.fill_body()
