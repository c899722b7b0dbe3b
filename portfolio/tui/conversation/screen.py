"""The Conversation place: the document to share, conversations with their agreements, needs and people."""

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
    """The Conversation place."""

    WHERE: ClassVar[str] = "conversation"
    KINDS: ClassVar[tuple[str, ...]] = ("conversation", "agreement", "need")
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(view.listed)
    row_maker = staticmethod(view.row_maker)
    about = staticmethod(view.about)

    def open_row(self, key: str) -> None:
        """Open a row that is not a record: the document, the sheet, the meeting screen, the calendar or the profile."""
        open_row(self, key)


def open_row(screen: ConversationScreen, key: str) -> None:
    """Open the row of a key that is not a record."""
    if key == view.PORTFOLIO:
        screen.services.navigator.hand_over(screen.current_context())
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
    """Do a step of the preparation: export, read the sheet, open the meeting screen, or write up the agreements."""
    state = screen.services.state
    now = countdown(state.records, state.today)
    conversation = state.records.find(Conversation, now.id) if now is not None else None
    if conversation is None:
        return
    if step == "read_sheet":
        read_sheet(screen, conversation)
    elif step == "today":
        _sit_down(screen)
    elif step == "write_down":
        start_flow(screen, set_state, screen, conversation, "held")
    else:
        screen.services.navigator.hand_over(screen.current_context())


def _sit_down(screen: ConversationScreen) -> None:
    state = screen.services.state
    now = countdown(state.records, state.today)
    if now is not None:
        screen.services.navigator.show("meeting", now.id)
