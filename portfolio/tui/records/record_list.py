"""Widgets with a cursor on records, which run the actions on the record under it.

The list or text must be the first base of such a widget, since Textual takes the CSS of the first base only. It clears
the bindings of the bases after it (`inherit_bindings=False`), so each of these widgets sets the bindings of the actions
on records itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.widget import Widget

from portfolio.records.record import Record
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.actions import ACTIONS
from portfolio.tui.records.drafts import act_on_draft
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import Rows


class RecordActions(Widget):
    """Runs the actions on records for a widget with a cursor."""

    @property
    def here(self) -> BaseScreen[None]:
        """The screen of this widget."""
        return cast("BaseScreen[None]", self.screen)

    @property
    def cursor_on(self) -> str:
        """The key of the row or mark under the cursor: the id of a record, or another key."""
        raise NotImplementedError

    @property
    def under_cursor(self) -> Record | None:
        """The record under the cursor; None when the row is not a record."""
        state = self.here.state
        return state.records.get(self.cursor_on) if state is not None else None

    @property
    def meant(self) -> Sequence[Record]:
        """The records that an action applies to."""
        return (self.under_cursor,) if self.under_cursor is not None else ()

    def in_context(self, context: ActionContext) -> ActionContext:
        """Return the context, completed with the row and record under the cursor."""
        record = self.under_cursor
        return context._replace(chosen=record, under_cursor=record, row=self.cursor_on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is available; for `with_record` the table decides."""
        if action != "with_record":
            return super().check_action(action, parameters)
        return self.here.can(str(parameters[0]))

    def action_with_record(self, action: str) -> None:
        """Run the action with this id on the records, else on the draft of the row."""
        if self.meant:
            ACTIONS[action](self.here, self.meant)
        else:
            act_on_draft(self.here, self.cursor_on, action)


class RecordList(Rows, RecordActions):
    """A list of records, which may have other rows too."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """The key of the row under the cursor."""
        return self.key


class RecordText(ReadingRows, RecordActions):
    """The text of one record, with a row for each related record."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """The key of the row under the cursor; without a row, the id of the record that is shown."""
        return self.key or self.about
