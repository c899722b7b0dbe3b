"""Widgets with a cursor on records: what can be done with a record is done by the widget that has the cursor.

The list or text must be the first base of such a widget, since Textual takes the CSS of the first base only. It clears
the bindings of the bases after it (`inherit_bindings=False`), so each of these widgets names those of a record itself.
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
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import Rows


class RecordActions(Widget):
    """Does with the records that are meant what the table of actions says."""

    @property
    def here(self) -> BaseScreen[None]:
        """The screen it is on."""
        return cast("BaseScreen[None]", self.screen)

    @property
    def cursor_on(self) -> str:
        """What the row or mark under the cursor stands for: the id of a record, or another key."""
        raise NotImplementedError

    @property
    def under_cursor(self) -> Record | None:
        """The record under the cursor."""
        look = self.here.look
        return look.records.get(self.cursor_on) if look is not None else None

    @property
    def meant(self) -> Sequence[Record]:
        """The records that an action is about."""
        return (self.under_cursor,) if self.under_cursor is not None else ()

    def in_context(self, situation: ActionContext) -> ActionContext:
        """The situation with what the cursor is on."""
        record = self.under_cursor
        return situation._replace(chosen=record, under_cursor=record, row=self.cursor_on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether it can be done with these records now."""
        if action != "with_record":
            return super().check_action(action, parameters)
        return self.here.can(str(parameters[0]))

    def action_with_record(self, action: str) -> None:
        """Do this with the records that are meant."""
        if self.meant:
            ACTIONS[action](self.here, self.meant)


class RecordList(Rows, RecordActions):
    """A list of records, or of records among other rows."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """What the row under the cursor stands for."""
        return self.key


class RecordText(ReadingRows, RecordActions):
    """A record to read; the records that belong to it are rows."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """What the row under the cursor stands for; without a row the record itself."""
        return self.key or self.about
