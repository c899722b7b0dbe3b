"""Which day is it about? A day as people say it, with the day that was worked out below."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.capture.dates import parse_when
from portfolio.errors import PortfolioError
from portfolio.text import wrap
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.wording.dates import day_in_full


class DayDialog(Dialog[date]):
    """Dismissed with the day, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, day: date) -> None:
        """`day` is what stands now."""
        super().__init__()
        self._day = day

    def compose(self) -> ComposeResult:
        """A question, a box and the day that is meant."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield LineInput(id="day")
            yield Lines(id="meant", can_focus=False)

    def on_mount(self) -> None:
        """Ask."""
        _ = self.words
        self.query_one("#question", Lines).show_all([(Span(_("Which day is it about?"), bold=True),)])
        box = self.query_one(LineInput)
        box.placeholder = _("yesterday, last friday, 3 march …")
        self.set_focus(box)
        self._meant()

    @on(LineInput.Changed)
    def _meant(self) -> None:
        """Say which day that is, or what is not understood."""
        _, typed, look = self.words, self.query_one(LineInput).text.strip(), self.services.state
        told, role = day_in_full(self._day, _), "good"
        self._found: date | None = self._day
        if typed:
            try:
                self._found = parse_when(typed, look.today).day
                told = day_in_full(self._found, _)
            except PortfolioError as problem:
                self._found, told, role = None, problem.sentence(_), "muted"
        hint = (Span(_("enter chooses · esc back"), "muted"),)
        self.query_one("#meant", Lines).show_all([*((Span(t, role),) for t in wrap(told, 52)), EMPTY, hint])

    @on(LineInput.WentOn)
    def _take(self) -> None:
        if self._found is not None:
            self.dismiss(self._found)
