"""A form: everything that one record says, a field a line. What is not changed stays as it is stored.

Enter goes on to the next field and saves at the end; ctrl+s saves from anywhere; escape asks what to do with a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.entry import Entry
from portfolio.tui.keymap import table
from portfolio.tui.shell.flow import flow
from portfolio.tui.writing.form_field import FocusLine
from portfolio.tui.writing.form_fields import FormFields
from portfolio.tui.writing.leave import ask_how_to_leave, leave, throw_away
from portfolio.tui.writing.save import save
from portfolio.tui.writing.screen import WritingScreen

if TYPE_CHECKING:
    from portfolio.records.problems import Problem
    from portfolio.tui.services.state import AppState


class FormScreen(WritingScreen):
    """The form of one record, new or not."""

    WHERE: ClassVar[str] = "form"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    def __init__(self, entry: Entry, at: str = "") -> None:
        """`writing` is new, or what a record says, or a change to it that was left earlier; it begins in field `at`."""
        super().__init__(entry)
        self._begins_at = at
        self.fields: Final = FormFields(self.open)

    def body(self) -> ComposeResult:
        """The fields below each other."""
        yield self.fields

    def on_mount(self) -> None:
        """Begin in the first field that is to be filled, or where it was asked to."""
        self.fields.focus_first(self._begins_at)

    def show(self, state: AppState) -> None:
        """Show the words around and in the fields."""
        self.fields.show(state)

    def gather(self) -> None:
        """Take what is in the boxes of the fields."""
        self.fields.gather()

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Show everything that prevents saving, each at its field."""
        await self.fields.show_problems(found)
        told = self.words("Not saved yet: look at what is marked. What you typed is kept.")
        self.services.status.say(told, "wrong")

    def action_next_field(self) -> None:
        """On to the next field, also out of a long text, in which enter begins a line."""
        self.fields.go_on()

    @on(FocusLine.Pressed, "#save")
    def action_save(self) -> None:
        """Save, or show everything that prevents it at its field."""
        save(self)

    @flow
    async def action_back(self) -> None:
        """Leave; when something was changed, ask what to do with it."""
        answer = await ask_how_to_leave(self)
        if answer == "save":
            save(self)
        elif answer == "later":
            leave(self)
        elif answer == "drop":
            throw_away(self, self.fields.keys)
