"""Flow that starts a new record: one of those that fit the place or the record that it is added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.capture.additions import IN_PLACE, Addition, options, tied
from portfolio.records.record import Record
from portfolio.tui.shell.flow import start_flow

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


async def choose_addition(screen: BaseScreen[None], additions: Sequence[Addition], record: Record | None) -> None:
    """Start one of these additions; ask which if there are several, and start a note if there are none.

    `record` is the record that it is added to, if any.
    """
    from portfolio.tui.dialogs.pick import PickDialog

    _, chosen = screen.words, additions[0] if additions else None
    if len(additions) > 1:
        key = await screen.ask(PickDialog(_("What do you want to add?"), options(additions, _)))
        chosen = next((addition for addition in additions if addition.id == key), None)
        if chosen is None:
            return
    if chosen is None:
        screen.services.navigator.write_new(screen, "reflection", "note")
    elif chosen.closes and record is not None:
        entry = screen.services.navigator.new_entry(chosen.kind, chosen.template, tied(chosen, record))
        screen.services.navigator.open_entry(entry._replace(closes=record.id))
    else:
        screen.services.navigator.write_new(screen, chosen.kind, chosen.template, tied(chosen, record))


def new_in(screen: BaseScreen[None]) -> None:
    """Start a new record of this place; ask which if there are several kinds."""
    start_flow(screen, choose_addition, screen, IN_PLACE.get(screen.WHERE, ()), None)
