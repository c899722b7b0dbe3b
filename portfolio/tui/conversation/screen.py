"""Conversation: what you hand over, the conversations with their agreements, what you need, and who is who."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.journey.facts.conversations import countdown
from portfolio.records.conversations import Conversation
from portfolio.records.kinds import PROFILE_ID
from portfolio.tui.conversation import rows as view
from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.services.state import AppState
from portfolio.tui.shell import flow


class ConversationScreen(ListScreen):
    """The seventh place."""

    WHERE: ClassVar[str] = "conversation"
    KINDS: ClassVar[tuple[str, ...]] = ("conversation", "agreement", "need")
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(view.listed)
    row_maker = staticmethod(view.row_maker)

    def about(self, key: str, look: AppState) -> str:
        """What is behind a row that stands for no record."""
        _ = look.words
        if key == view.PORTFOLIO:
            return _(
                "Press enter or {export}. You see what would leave, you can take things out, and you read the document "
                "to the last sign before anything leaves. Nothing is sent: you get a file to hand over."
            ).format(**look.keys)
        if key == view.READY:
            return _(
                "For each skill and goal: is there something that shows it? How the year is spread over what may be "
                "shared, what others say, and what was agreed. Enter on a line opens what would mend it."
            )
        if key == view.SHEET:
            return _(
                "For the next conversation: what you want from it, your points, and likely questions with your key "
                "words, one at a time. It is for you alone and never leaves with a portfolio."
            )
        if key == view.TABLE:
            return _(
                "For in the conversation: one point at a time, large and calm, with the time gone. One key writes down "
                "what was agreed, one a note. What you keep to yourself is not on it. With larger letters in your "
                "terminal it can be read from a metre away."
            )
        if key.startswith(view.NOW):
            return _("What fits now, for this conversation. Press enter.")
        if key == view.CALENDAR:
            return _(
                "Agreements, check dates, conversations and the weekly review as a file for your calendar (.ics), "
                "which can ring when this is closed."
            )
        if key == PROFILE_ID:
            return _("Your name, job and team stand at the top of the portfolio that you hand over.")
        return ""

    def open_row(self, key: str) -> None:
        """The document, or who you are."""
        if key == view.PORTFOLIO:
            self.action_export()
        elif key == view.READY:
            from portfolio.tui.conversation.readiness import ReadyScreen

            self.app.push_screen(ReadyScreen())
        elif key == view.SHEET:
            from portfolio.tui.records.conversation import prepare_next

            prepare_next(self)
        elif key == view.TABLE:
            self._sit_down()
        elif key.startswith(view.NOW):
            self._do_what_fits(key.removeprefix(view.NOW))
        elif key == view.CALENDAR:
            from portfolio.tui.conversation.calendar import write_calendar

            write_calendar(self)
        elif key == PROFILE_ID:
            self.services.navigator.write_new(self, "profile")

    def _do_what_fits(self, step: str) -> None:
        """Choose and send, read the sheet, sit down, or write down what was agreed."""
        look = self.services.state
        now = countdown(look.records, look.today)
        talk = look.records.find(Conversation, now.id) if now is not None else None
        if talk is None:
            return
        if step == "read_sheet":
            from portfolio.tui.records.conversation import read_sheet

            read_sheet(self, talk)
        elif step == "today":
            self._sit_down()
        elif step == "write_down":
            from portfolio.tui.records.state import set_state

            flow.start(self, set_state, self, talk, "held")
        else:
            self.action_export()

    def _sit_down(self) -> None:
        look = self.services.state
        now = countdown(look.records, look.today)
        if now is not None:
            self.services.navigator.show("meeting", now.id)

    def action_export(self) -> None:
        """Choose, look, hand over; for the conversation that the cursor is on, else for the one that comes first."""
        self.services.status.moved_on()
        chosen = self.situation().chosen
        self.services.navigator.show("sharing", chosen.id if isinstance(chosen, Conversation) else "")
