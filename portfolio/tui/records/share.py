"""Sharing a record, from its key to the notebook, with the questions about private parts and permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.notebook.share_question import PARTS, YES, question_before
from portfolio.present.shareable import now_private, now_shareable
from portfolio.tui.records import changes
from portfolio.tui.services.status import saved_message
from portfolio.tui.shell.flow import start_flow

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.services.services import Services
    from portfolio.tui.shell.screen import BaseScreen


def share(screen: BaseScreen[None], record: Record) -> None:
    """Make a shareable record private, or a private one shareable, after the questions of `make_shareable`."""
    if record.shareable:
        set_shareable(screen.services, (record.id,), False)
    else:
        start_flow(screen, make_shareable, screen, record)


async def make_shareable(screen: BaseScreen[None], record: Record) -> tuple[str, ...]:
    """Make the record shareable, and its private parts if the user wants; return the ids of all that became so."""
    question = question_before(record, screen.services.state.records, screen.words)
    answer = await screen.choose(question.text, question.answers) if question is not None else ""
    if answer is None:
        return ()
    if answer == YES:
        changes.set_fields(screen.services, record.id, record.kind, {"permission": "yes", "shareable": "yes"})
        return (record.id,)
    more = question.parts if question is not None and answer == PARTS else ()
    set_shareable(screen.services, (record.id, *more), True)
    return (record.id, *more)


def set_shareable(services: Services, ids: tuple[str, ...], shareable: bool, named: str = "") -> None:
    """Make records shareable or private.

    `named` is the sanitised title to show in the message, for a list in which the row is no longer visible afterwards.
    """
    _ = services.state.words
    records = [services.state.records.get(identity) for identity in ids]
    message = now_shareable(records, _) if shareable else now_private(records, _)
    if named:
        message = _("Private again: {title}. Copies that you handed over stay with the others.").format(title=named)
    services.session.save_soon(
        lambda nb: saved_message(nb.write.set_shareable(ids, shareable), message, _, here=not named)
    )
