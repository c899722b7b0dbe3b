"""Which period? A list with the days of each, and two boxes for days of one's own. Dismissed with the period chosen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.text import wrap
from portfolio.tui.dialogs import periods
from portfolio.tui.dialogs.periods import OWN_DAYS, End
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import Span, spread
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.wording.dates import day_short

_AROUND = 10
"""Rows of the screen that the frame, the question and the hint take."""


class PeriodDialog(Dialog[ChosenPeriod]):
    """The periods there are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "dismiss", show=False),
    ]

    def __init__(self, look: AppState, chosen: ChosenPeriod) -> None:
        """`chosen` is the period that is on."""
        super().__init__()
        self._seen, self._chosen = look, chosen

    def compose(self) -> ComposeResult:
        """The question above the periods."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield Rows(id="periods")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words; the cursor is on the period that is on."""
        _ = self.words
        self.query_one("#question", Lines).show_all([(Span(_("Which period?")),), ()])
        self.query_one("#hint", Lines).show_all([(), (Span(_("enter chooses · esc back"), "muted"),)])
        found = list(periods.rows(self._seen))
        rows = self.query_one("#periods", Rows)
        rows.styles.height = min(len(found), max(self.app.size.height - _AROUND, 3))
        rows.show_rows(FixedRows(found), at=self._chosen.name or OWN_DAYS)
        self.set_focus(rows)

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """The period that the cursor is on; for two days of one's own the boxes come first."""
        key = self.query_one("#periods", Rows).key
        if key != OWN_DAYS:
            self.dismiss(ChosenPeriod(key))
            return
        self.app.push_screen(OwnDaysDialog(self._seen, self._chosen), self._own_days)

    def _own_days(self, chosen: ChosenPeriod | None) -> None:
        if chosen is not None:
            self.dismiss(chosen)


class OwnDaysDialog(Dialog[ChosenPeriod]):
    """From when to when, typed as people say it, with the days that come of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, look: AppState, chosen: ChosenPeriod) -> None:
        """The boxes begin with the days of `chosen`."""
        super().__init__()
        self._seen, self._chosen = look, chosen

    def compose(self) -> ComposeResult:
        """Two boxes, each with its day below it."""
        with Vertical():
            yield Lines(id="from-label", can_focus=False)
            yield LineInput(id="from")
            yield Lines(id="from-day", can_focus=False)
            yield Lines(id="to-label", can_focus=False)
            yield LineInput(id="to")
            yield Lines(id="to-day", can_focus=False)
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """The days that are on, to be changed."""
        _ = self.words
        days = periods.days_of(self._chosen, self._seen)
        for name, label, day in (("from", _("From"), days.since), ("to", _("Up to and including"), days.until)):
            self.query_one(f"#{name}-label", Lines).show_all([(Span(label, "muted"),)])
            self.query_one(f"#{name}", LineInput).text = day_short(day, _)
        first = self.query_one("#from", LineInput)
        first.select_all()
        self.set_focus(first)
        self._work_out()

    def _ends(self) -> tuple[End, End]:
        first, last = (self.query_one(f"#{name}", LineInput).text for name in ("from", "to"))
        return periods.end_of(first, self._seen, last=False), periods.end_of(last, self._seen, last=True)

    @on(LineInput.Changed)
    def _work_out(self) -> None:
        """What the words mean, while they are typed."""
        _, width = self.words, min(60, self.app.size.width) - 6
        ends = self._ends()
        for name, end in zip(("from", "to"), ends, strict=True):
            lines = wrap(end.words, width)
            role = "muted" if end.day else "warning"
            self.query_one(f"#{name}-day", Lines).show_all([(Span(line, role),) for line in lines])
        days = periods.between(*ends, _)[1]
        keys = (Span(_("enter shows it · esc back"), "muted"),)
        self.query_one("#hint", Lines).show_all([(), spread((Span(days, "accent"),), keys, width)])

    @on(LineInput.Left)
    def _moved(self, fact: LineInput.Left) -> None:
        self.set_focus(self.query_one("#from" if fact.step < 0 else "#to"))

    @on(LineInput.WentOn)
    def _accepted(self, fact: LineInput.WentOn) -> None:
        """From the first box to the second; from there on when both are days."""
        if self.over or not self.is_current:
            return
        ends = self._ends()
        chosen = periods.between(*ends, self.words)[0]
        if fact.box.id == "from" and ends[0].day is not None:
            self.set_focus(self.query_one("#to"))
            self.query_one("#to", LineInput).select_all()
        elif chosen is not None:
            self.dismiss(chosen)
        else:
            self.set_focus(self.query_one("#from" if ends[0].day is None else "#to"))
