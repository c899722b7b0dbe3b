"""Conversation: what you hand over, the conversations with their agreements, what you need, and who is who."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.journey.facts.conversations import countdown
from portfolio.records.conversations import Conversation
from portfolio.records.kinds import PROFILE_ID
from portfolio.tui.conversation import rows as view
from portfolio.tui.conversation.calendar import write_calendar
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.keymap import table
from portfolio.tui.records.conversation import prepare_next, read_sheet
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.records.state import set_state
from portfolio.tui.shell.flow import start_flow


class ConversationScreen(ListScreen):
    """The seventh place."""

    WHERE: ClassVar[str] = "conversation"
    KINDS: ClassVar[tuple[str, ...]] = ("conversation", "agreement", "need")
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(view.listed)
    row_maker = staticmethod(view.row_maker)
    about = staticmethod(view.about)

    def open_row(self, key: str) -> None:
        """The document, the sheet, the conversation itself, or who you are."""
        open_row(self, key)

    def action_export(self) -> None:
        """Choose, look, hand over; for the conversation that the cursor is on, else for the one that comes first."""
        self.services.status.moved_on()
        chosen = self.situation().chosen
        self.services.navigator.show("sharing", chosen.id if isinstance(chosen, Conversation) else "")


def open_row(screen: ConversationScreen, key: str) -> None:
    """The document, or who you are."""
    if key == view.PORTFOLIO:
        screen.action_export()
    elif key == view.READY:
        screen.app.push_screen(ReadyScreen())
    elif key == view.SHEET:
        prepare_next(screen)
    elif key == view.TABLE:
        _sit_down(screen)
    elif key.startswith(view.NOW):
        _do_what_fits(screen, key.removeprefix(view.NOW))
    elif key == view.CALENDAR:
        start_flow(screen, write_calendar, screen)
    elif key == PROFILE_ID:
        screen.services.navigator.write_new(screen, "profile")


def _do_what_fits(screen: ConversationScreen, step: str) -> None:
    """Choose and send, read the sheet, sit down, or write down what was agreed."""
    look = screen.services.state
    now = countdown(look.records, look.today)
    talk = look.records.find(Conversation, now.id) if now is not None else None
    if talk is None:
        return
    if step == "read_sheet":
        read_sheet(screen, talk)
    elif step == "today":
        _sit_down(screen)
    elif step == "write_down":
        start_flow(screen, set_state, screen, talk, "held")
    else:
        screen.action_export()


def _sit_down(screen: ConversationScreen) -> None:
    look = screen.services.state
    now = countdown(look.records, look.today)
    if now is not None:
        screen.services.navigator.show("meeting", now.id)
