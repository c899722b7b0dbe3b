"""Dialog to choose a period from a list, or by typing its first and last day."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult

from portfolio.capture import periods
from portfolio.capture.periods import End
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.tui.dialogs import period_rows
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.period_rows import OWN_DAYS
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.text.spans import Line, Span, spread
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import N_
from portfolio.wording.dates import day_short

_ENDS: Final = ("from", "to")


class PeriodDialog(Dialog[ChosenPeriod]):
    """Dialog with the available periods; dismissed with the chosen one, or None."""

    QUESTION = N_("Which period?")

    def __init__(self, state: AppState, chosen: ChosenPeriod) -> None:
        """`chosen` is the current period."""
        super().__init__()
        self._seen, self._chosen = state, chosen

    def fill_body(self) -> None:
        """Show the periods, with the cursor on the current one."""
        self.show_rows(list(period_rows.rows(self._seen)), periods.row_of(self._chosen, self._seen).name or OWN_DAYS)

    @flow
    async def action_choose(self) -> None:
        """Dismiss with the period under the cursor; for own days, ask for them first."""
        key = self.query_one(Rows).key
        if key != OWN_DAYS:
            self.dismiss(ChosenPeriod(key))
            return
        days = await self.ask(OwnDaysDialog(self._seen, self._chosen))
        if days is not None:
            self.dismiss(days)


class OwnDaysDialog(Dialog[ChosenPeriod]):
    """Dialog for the first and last day of a period, typed in everyday words; dismissed with the period, or None."""

    def __init__(self, state: AppState, chosen: ChosenPeriod) -> None:
        """The boxes start with the days of `chosen`."""
        super().__init__()
        self._seen, self._chosen = state, chosen

    def body(self) -> ComposeResult:
        """Lay out two boxes, each with the resulting day below it."""
        for name in _ENDS:
            yield Lines(id=f"{name}-label", can_focus=False)
            yield LineInput(id=name)
            yield Lines(id=f"{name}-day", can_focus=False)

    def fill_body(self) -> None:
        """Fill the boxes with the current days."""
        _ = self.words
        days = periods.days_of(self._chosen, self._seen)
        for name, label, day in (("from", _("From"), days.since), ("to", _("Up to and including"), days.until)):
            self.query_one(f"#{name}-label", Lines).show_all([(Span(label, "muted"),)])
            self.query_one(f"#{name}", LineInput).text = day_short(day, _)
        self.query_one("#from", LineInput).select_all()

    def _ends(self) -> tuple[End, End]:
        first, last = (self.query_one(f"#{name}", LineInput).text for name in _ENDS)
        return periods.end_of(first, self._seen, last=False), periods.end_of(last, self._seen, last=True)

    def lay_out(self) -> None:
        """Show what the typed words mean."""
        for name, end in zip(_ENDS, self._ends(), strict=True):
            self.query_one(f"#{name}-day", Lines).show_all(self.wrapped(end.words, "muted" if end.day else "warning"))
        super().lay_out()

    def hint_lines(self) -> list[Line]:
        """Return the resulting period and the keys."""
        _ = self.words
        days = periods.between(*self._ends(), _)[1]
        return [spread((Span(days, "accent"),), (Span(_("enter shows it · esc back"), "muted"),), self.room)]

    @on(LineInput.Left)
    def _moved(self, fact: LineInput.Left) -> None:
        self.set_focus(self.query_one("#from" if fact.step < 0 else "#to"))

    def action_choose(self) -> None:
        """Go from the first box to the second; from there, dismiss when both days are valid."""
        ends = self._ends()
        chosen = periods.between(*ends, self.words)[0]
        if self.query_one("#from").has_focus and ends[0].day is not None:
            self.set_focus(self.query_one("#to"))
            self.query_one("#to", LineInput).select_all()
        elif chosen is not None:
            self.dismiss(chosen)
        else:
            self.set_focus(self.query_one("#from" if ends[0].day is None else "#to"))
