"""What to see in a list, and in which order: by tag, goal, skill, period, private or shareable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.tui.dialogs.filter_rows import filter_rows, part_label, part_options
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows


class FilterDialog(Dialog[ListFilter]):
    """Dismissed with what was asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "done", show=False),
        Binding("f", "done", show=False, id="filter"),
    ]

    def __init__(self, showing: ListFilter, kinds: Sequence[str]) -> None:
        """`kinds` are those of the list, of which the years are offered."""
        super().__init__()
        self._showing, self._kinds = showing, kinds

    def compose(self) -> ComposeResult:
        """A title and the parts."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield Rows(id="parts")

    def on_mount(self) -> None:
        """Show what is asked now."""
        title = self.services.state.words("What do you want to see?")
        self.query_one("#question", Lines).show_all([(Span(title, bold=True),), EMPTY])
        self._fill()
        self.set_focus(self.query_one(Rows))

    def _fill(self) -> None:
        rows, found = self.query_one(Rows), filter_rows(self._showing, self.services.state)
        rows.styles.height = len(found)
        rows.show_rows(FixedRows(found))

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """Change the part that the cursor is on."""
        part = self.query_one(Rows).key
        if part == "done":
            self.action_done()
        elif part == "all":
            self.dismiss(ListFilter())
        elif part:
            start_flow(self, self._ask, part)

    async def _ask(self, part: str) -> None:
        look, now = self.services.state, getattr(self._showing, part)
        options = part_options(part, self._kinds, look)
        value = await self.ask(PickDialog(part_label(part, look.words), options, chosen=[now], at=now))
        if value is not None:
            self._showing = self._showing._replace(**{part: value})
            self._fill()

    def action_done(self) -> None:
        """Show it so."""
        self.dismiss(self._showing)
