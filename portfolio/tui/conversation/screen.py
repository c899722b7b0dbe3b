"""The Conversation place: the next conversation step by step, and conversations, agreements, needs and people."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.records.conversations import Conversation
from portfolio.records.kinds import PROFILE_ID
from portfolio.tui.conversation import rows as view
from portfolio.tui.conversation.calendar import write_calendar
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.keymap import table
from portfolio.tui.records.agreement import offer_agreements
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.records.send import offer_texts
from portfolio.tui.records.state import set_state
from portfolio.tui.services.prepared import prepared
from portfolio.tui.shell.flow import start_flow


def _open_row(screen: ConversationScreen, key: str) -> None:
    """Open the row of a key that is not a record."""
    if key == view.PORTFOLIO:
        screen.services.navigator.hand_over(screen.current_context())
    elif key == view.PLAN:
        screen.services.navigator.write_new(screen, "conversation")
    elif key == view.READY:
        screen.app.push_screen(ReadyScreen())
    elif key == view.CALENDAR:
        start_flow(screen, write_calendar, screen)
    elif key == PROFILE_ID:
        screen.services.navigator.write_new(screen, "profile")
    elif key.startswith(view.STEP):
        now = prepared(screen.services.state)
        if now is not None:
            open_step(screen, key.removeprefix(view.STEP), now.conversation)


class ConversationScreen(ListScreen):
    """The Conversation place."""

    WHERE: ClassVar[str] = "conversation"
    KINDS: ClassVar[tuple[str, ...]] = ("conversation", "agreement", "need")
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    listed = staticmethod(view.listed)
    row_maker = staticmethod(view.row_maker)
    about = staticmethod(view.about)
    open_row = _open_row

    def on_screen_resume(self) -> None:
        """Put the cursor on the step to take now: at first, and when the step under it is done."""
        if view.moves_on(self.list.key if self.list.cursor >= 0 else "", self.services.state):
            self.services.session.landed = view.first_key(self.services.state)


def open_step(screen: ConversationScreen, step: str, conversation: Conversation) -> None:
    """Open what a step of the preparation says."""
    navigator, today = screen.services.navigator, screen.services.state.today
    match step:
        case "choose":
            navigator.show("sharing", conversation.id, "choose")
        case "read":
            navigator.show("sharing", conversation.id, "read")
        case "hand_over":
            navigator.show("sharing", conversation.id, "save")
        case "sheet":
            navigator.show("sheet", conversation.id)
        case "table":
            navigator.show("meeting", conversation.id)
        case "confirm":
            start_flow(screen, offer_texts, screen, conversation)
        case "agreements":
            if conversation.state == "preparing" and conversation.date <= today:
                start_flow(screen, set_state, screen, conversation, "held")
            else:
                start_flow(screen, offer_agreements, screen, conversation)
