"""Flow that writes down the agreements of a conversation, one after the other, until the user goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture import additions
from portfolio.tui.dialogs.pick import PickDialog

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


async def offer_agreements(screen: BaseScreen[None], conversation: Record) -> None:
    """Ask whose agreement to write down and open it; repeat until the user goes back."""
    navigator, found = screen.services.navigator, additions.TO_RECORD[conversation.kind]
    while True:
        title = screen.words("What did you agree? Write it down now, of both sides. With esc you are done.")
        key = await screen.ask(PickDialog(title, additions.options(found, screen.words)))
        addition = next((each for each in found if each.id == key), None)
        if addition is None:
            return
        await navigator.write(navigator.new_entry(addition.kind, "", additions.tied(addition, conversation)))
