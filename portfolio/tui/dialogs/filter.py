"""Dialog that filters and sorts a list: by tag, goal, skill, person, period, or private and shareable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.filter_rows import filter_rows, part_label, part_options
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import N_


class FilterDialog(Dialog[ListFilter]):
    """Dismissed with the new filter."""

    QUESTION = N_("What do you want to see?")
    BOLD = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "cancel", show=False, id="filter")]

    def __init__(self, showing: ListFilter, kinds: Sequence[str]) -> None:
        """`kinds` are the kinds in the list; their years are offered."""
        super().__init__()
        self._showing, self._kinds = showing, kinds

    def fill_body(self) -> None:
        """Show the current filter."""
        self.show_rows(filter_rows(self._showing, self.services.state))

    def action_choose(self) -> None:
        """Change the part under the cursor."""
        part = self.query_one(Rows).key
        if part == "done":
            self.action_cancel()
        elif part == "all":
            self.dismiss(ListFilter())
        elif part:
            start_flow(self, self._ask, part)

    async def _ask(self, part: str) -> None:
        state, now = self.services.state, getattr(self._showing, part)
        options = part_options(part, self._kinds, state)
        value = await self.ask(PickDialog(part_label(part, state.words), options, chosen=[now], at=now))
        if value is not None:
            changed: dict[str, Any] = {part: value}
            self._showing = self._showing._replace(**changed).looking_at(state.records)
            self.fill_body()

    def action_cancel(self) -> None:
        """Close and apply the filter."""
        self.dismiss(self._showing)
