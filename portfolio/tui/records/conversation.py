"""Filling in the preparation sheet, one question a screen; for the conversation that comes first, or another one."""

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
    """Ask what is on the sheet of this conversation; what was answered stands there."""
    navigator = screen.services.navigator
    navigator.open_entry(navigator.to_change(conversation).asked(QUESTIONS))


def prepare_next(screen: BaseScreen[None]) -> None:
    """The sheet of the conversation that comes first; without one it is made first."""
    look = screen.services.state
    conversation = coming_conversation(look.records, look.today)
    if conversation is not None:
        prepare_conversation(screen, conversation)
        return
    screen.services.navigator.write_new(screen, "conversation", "", {})
    screen.services.status.say(screen.words("No conversation is planned yet. Here you plan one."), "muted")


def read_sheet(screen: BaseScreen[None], conversation: Conversation) -> None:
    """The whole sheet to read, the day before."""
    look = screen.services.state
    text = markdown.render(document(sheet(look.records, conversation, look.today), look.words))
    screen.app.push_screen(TextDialog(text, screen.words("It is for you alone.")))
