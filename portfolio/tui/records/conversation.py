"""Start and show the preparation sheet of a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.entry import QUESTIONS
from portfolio.export import markdown
from portfolio.export.sheet import document
from portfolio.journey.facts.conversations import coming_conversation
from portfolio.journey.prompts.sheet import sheet
from portfolio.tui.dialogs.text import TextDialog

if TYPE_CHECKING:
    from portfolio.records.conversations import Conversation
    from portfolio.tui.shell.screen import BaseScreen


def prepare_conversation(screen: BaseScreen[None], conversation: Conversation) -> None:
    """Open the questions of the sheet, one per screen, with the earlier answers filled in."""
    navigator = screen.services.navigator
    navigator.open_entry(navigator.to_change(conversation).asked(QUESTIONS))


def prepare_next(screen: BaseScreen[None]) -> None:
    """Open the sheet of the next planned conversation; if none is planned, start a new conversation."""
    state = screen.services.state
    conversation = coming_conversation(state.records, state.today)
    if conversation is not None:
        prepare_conversation(screen, conversation)
        return
    screen.services.navigator.write_new(screen, "conversation", "", {})
    screen.services.status.say(screen.words("No conversation is planned yet. Here you plan one."), "muted")


def read_sheet(screen: BaseScreen[None], conversation: Conversation) -> None:
    """Show the whole sheet as text."""
    state = screen.services.state
    text = markdown.render(document(sheet(state.records, conversation, state.today), state.words))
    screen.app.push_screen(TextDialog(text, screen.words("It is for you alone.")))
