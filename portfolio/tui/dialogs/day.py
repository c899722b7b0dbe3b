"""Dialog that asks for a day, typed in everyday words, with the resulting day below."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from portfolio.capture.dates import parse_when
from portfolio.errors import PortfolioError
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import EMPTY, Line
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import N_
from portfolio.wording.dates import day_in_full


class DayDialog(Dialog[date]):
    """Dismissed with the day, or None."""

    QUESTION = N_("Which day is it about?")
    BOLD = True
    EDGE = 8
    DEFAULT_CSS = """
    DayDialog #question, DayDialog #hint { margin: 0; }
    """

    def __init__(self, day: date) -> None:
        """`day` is the current day of the text."""
        super().__init__()
        self._day = day
        self._found: date | None = day

    def body(self) -> ComposeResult:
        """Lay out a box for the day."""
        yield LineInput()

    def fill_body(self) -> None:
        """Show examples in the empty box."""
        self.query_one(LineInput).placeholder = self.words("yesterday, last friday, 3 march …")

    def hint_lines(self) -> list[Line]:
        """Return the day that was typed, or why it is not understood."""
        _, typed = self.words, self.query_one(LineInput).text.strip()
        problem = ""
        try:
            self._found = parse_when(typed, self.services.state.today).day if typed else self._day
        except PortfolioError as unknown:
            self._found, problem = None, unknown.sentence(_)
        meant = (
            self.wrapped(problem, "muted") if self._found is None else self.wrapped(day_in_full(self._found, _), "good")
        )
        return [*meant, EMPTY, *super().hint_lines()]

    def action_choose(self) -> None:
        """Dismiss with the day that was typed."""
        if self._found is not None:
            self.dismiss(self._found)
