"""Flow that writes down the agreements of a conversation, one after the other, until the user goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.capture import additions
from portfolio.capture.options import Option
from portfolio.journey.facts.links import agreed_in
from portfolio.records.conversations import Conversation
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.records.send import close, close_name, offer_texts

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen

_MAIL: Final = "mail"
"""Key of the option that ends with the text to send."""
_CLOSE: Final = "close"
"""Key of the option that closes the conversation."""


async def offer_agreements(screen: BaseScreen[None], conversation: Record) -> None:
    """Ask whose agreement to write down and open it; repeat until the user goes back, or on to the mail about them."""
    navigator, found = screen.services.navigator, additions.TO_RECORD[conversation.kind]
    while True:
        title = screen.words("What did you agree? Write it down now, of both sides. With esc you are done.")
        options = additions.options(found, screen.words)
        if isinstance(conversation, Conversation) and agreed_in(conversation, screen.services.state.records):
            options.append(Option(_MAIL, screen.words("That is all: on to the text for a mail")))
            options.append(Option(_CLOSE, close_name(screen.words)))
        key = await screen.ask(PickDialog(title, options))
        if key == _MAIL:
            await offer_texts(screen, conversation)
            return
        if key == _CLOSE:
            close(screen, conversation)
            return
        addition = next((each for each in found if each.id == key), None)
        if addition is None:
            return
        await navigator.write(navigator.new_entry(addition.kind, "", additions.tied(addition, conversation)))
