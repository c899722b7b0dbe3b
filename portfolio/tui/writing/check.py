"""Screen that asks one question at a time: the evening check, other templates, and a note, which has one question.

Enter goes to the next question, and skips it on an empty line; Escape goes back one question. Every answer is kept as a
draft while it is typed, until it is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.capture.form import missing_at
from portfolio.capture.questions import answer_first, missing_in
from portfolio.tui.dialogs.day import DayDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.shell.flow import flow
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.answer_pane import AnswerPane
from portfolio.tui.writing.leave import leave
from portfolio.tui.writing.link import ask_link
from portfolio.tui.writing.save import save
from portfolio.tui.writing.screen import WritingScreen
from portfolio.tui.writing.whole_text import WholeTextDialog
from portfolio.wording.dates import context

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.tui.services.state import AppState

_SAVE: Final = context("key", "save")


def _saves(pane: AnswerPane, entry: Entry) -> bool:
    """Whether Enter saves: at the last question, with everything answered that must be."""
    return pane.asked.is_last and not missing_in(entry)


def _nothing_saved(screen: CheckScreen) -> str:
    """Return the sentence for an entry without any word."""
    _ = screen.words
    return _("Nothing was changed.") if screen.entry.record else _("You answered nothing, so nothing was saved.")


class CheckScreen(WritingScreen):
    """Screen with the questions of a new text."""

    WHERE: ClassVar[str] = "check"
    BINDINGS: ClassVar[list[BindingType]] = table.bindings(WHERE)

    def __init__(self, entry: Entry) -> None:
        """`entry` is a new entry or a draft."""
        super().__init__(entry)
        self.pane: Final = AnswerPane(self.open)

    def body(self) -> ComposeResult:
        """Lay out the pane with the question."""
        yield self.pane

    def show(self, state: AppState) -> None:
        """Show the current question."""
        self.pane.show(state)

    def gather(self) -> None:
        """Keep the text in the box as the answer to the current question."""
        self.pane.gather()

    def current_context(self) -> ActionContext:
        """Return the context for key conditions: progress and type of answer."""
        here, asked, at = super().current_context(), self.pane.asked, self.entry.at
        answered = any(self.entry.text(each.key).strip() for each in asked.all[:at])
        enter = "save" if _saves(self.pane, self.entry) else ""
        return here._replace(
            row=self.entry.template, deeper=at > 0, typing=asked.now.in_words, answered=answered, enter=enter
        )

    def label(self, binding: Binding) -> str:
        """Label Enter as save at the last question."""
        saves = binding.id == "next_question" and _saves(self.pane, self.entry)
        return _SAVE[1] if saves else super().label(binding)

    def _turn(self, at: int) -> None:
        """Go to question `at`."""
        self.open.take(self.entry._replace(at=at))
        if self.state is not None:
            self.show(self.state)
            self.refresh_bindings()

    @on(WritingBox.WentOn)
    @on(Rows.Clicked)
    def action_next_question(self) -> None:
        """Go to the next question; after the last one, save."""
        if self.open.closed:
            return
        self.pane.take_step()
        missing = missing_in(self.entry)
        if missing_at(self.entry, self.pane.asked.now.key):
            self.services.status.say(answer_first(self.words), "warning")
        elif not self.pane.asked.is_last:
            self._turn(self.entry.at + 1)
        elif missing:
            self.open.take(self.entry._replace(deeper=missing))
            self._turn(self.entry.at + 1)
        else:
            self.action_save()

    def on_key(self, event: events.Key) -> None:
        """Answer a scale with a digit; keep a line of the week with Space, or start the answer with a letter."""
        if self.open.closed:
            return
        if self.pane.begins_answer(event):
            event.stop()
            self._turn(self.entry.at + 1)
            self.pane.box.insert(event.character or "")
        elif self.pane.lifts(event.key):
            event.stop()
        elif self.pane.takes_step(event.key):
            event.stop()
            self.action_next_question()

    def action_save(self) -> None:
        """Save now; the remaining questions may stay empty."""
        if self.over:
            return
        if self.entry.touched:
            save(self)
        else:
            self.services.status.say(_nothing_saved(self), "muted")
            leave(self)

    def action_back(self) -> None:
        """Go to the previous question; at the first one, leave and keep a draft."""
        if self.entry.at > 0:
            self._turn(self.entry.at - 1)
        else:
            leave(self)

    def action_later(self) -> None:
        """Leave from any question and keep a draft."""
        leave(self)

    def action_new_line(self) -> None:
        """Insert a line break in the answer."""
        self.pane.box.insert("\n")

    @flow
    async def action_lift(self) -> None:
        """Choose a line of the week and insert it at the cursor."""
        await self.pane.ask_line()

    @flow
    async def action_whole_text(self) -> None:
        """Show every answer so far in full, and go to the question that is chosen."""
        at = await self.ask(WholeTextDialog(self.entry, self.pane.asked.all))
        if at is not None:
            self._turn(at)

    @flow
    async def action_link_text(self) -> None:
        """Link the text with a goal, skill, person or evidence, which may be new."""
        if self.state is None:
            return
        link = await ask_link(self, [self.entry], self.state)
        if link is not None:
            self.open.answer(link.field, self.entry.with_line(link.field, link.line).text(link.field))
            self.show(self.services.state)

    @flow
    async def action_day(self) -> None:
        """Choose another day, so that past days can be written afterwards."""
        day = await self.ask(DayDialog(self.entry.day))
        if day is not None:
            self.open.take(self.entry._replace(day=day))
            self.show(self.services.state)
