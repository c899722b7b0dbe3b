"""Writing down what was agreed in a conversation, of both sides: one agreement after the other, until esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.records import add

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.place_screen import PlaceScreen


def offer_agreements(screen: PlaceScreen, conversation: Record) -> None:
    """Ask whose agreement to write down; after each the question comes again."""
    additions = {addition.id: addition for addition in add.TO_RECORD[conversation.kind]}

    def picked(key: str | None) -> None:
        if key is not None:
            addition = additions[key]
            writing = screen.new_writing(addition.kind, "", add.tied(addition, conversation))
            screen.go_on(writing, lambda: offer_agreements(screen, conversation))

    title = screen.words("What did you agree? Write it down now, of both sides. With esc you are done.")
    options = add.options(tuple(additions.values()), screen.words)
    screen.app.push_screen(PickDialog(title, options), picked)
