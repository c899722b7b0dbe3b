"""Flow that renames a tag in all records, or joins it with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.options import Option
from portfolio.journey.search.tags import tags
from portfolio.notebook.tags import rename
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import saved_message

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


async def ask_which_tag(screen: BaseScreen[None]) -> None:
    """Ask for a tag and its new name, and rename it."""
    state = screen.services.state
    _ = state.words
    counted = [(tag, len(tag.records)) for tag in tags(state.records)]
    options = [Option(tag.name, clean_line(tag.name), _.plural("{n} record", "{n} records", n)) for tag, n in counted]
    old = await screen.ask(PickDialog(_("Which tag?"), options))
    if old is None:
        return
    new = await screen.ask(LineDialog(_("What is the new name?"), old))
    if new:
        _rename(screen, old, new)


def _rename(screen: BaseScreen[None], old: str, new: str) -> None:

    _, keys = screen.words, screen.services.state.keys
    message = _("The tag is now called “{tag}” everywhere. Press {undo} to undo that.")
    message = message.format(tag=clean_line(new), **keys)
    screen.services.session.save_soon(lambda nb: saved_message(rename(nb, old, new), message, _))
