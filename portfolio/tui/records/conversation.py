"""Start the preparation sheet of a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio.records.conversations import Conversation
    from portfolio.tui.shell.screen import BaseScreen


def prepare_conversation(screen: BaseScreen[None], conversation: Conversation) -> None:
    """Open the sheet of a conversation, to read and to answer."""
    screen.services.navigator.show("sheet", conversation.id)
