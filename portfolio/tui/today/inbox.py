"""Taking in the notes that wait in the inbox, from their row on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.notebook import inbox
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.inbox import refused_line, taken_in

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.services.services import Services


def take_in(services: Services) -> None:
    """Take in every note that waits, as one change that can be undone, and say what stays behind."""
    _ = services.state.words

    def work(nb: Notebook) -> StatusMessage:
        taken = inbox.take(nb)
        said = taken_in(len(taken.notes), _, in_file=taken.in_file)
        stays = [refused_line(each.file, each.reason, _) for each in taken.refused]
        sentence = " ".join([said, *stays[:1]])
        if taken.stored is None:
            return StatusMessage(sentence, "muted")
        return saved_message(taken.stored, sentence, _, landed=taken.notes[-1].id)

    services.session.save_soon(work)
