"""Flow that makes a record shareable, after the question about its private parts or its permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.notebook.share_question import PARTS, YES, question_before
from portfolio.tui.records import changes

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


async def make_shareable(screen: BaseScreen[None], record: Record) -> None:
    """Make the record shareable, and its private parts if the user wants."""
    question = question_before(record, screen.services.state.records, screen.words)
    answer = await screen.choose(question.text, question.answers) if question is not None else ""
    if answer is None:
        return
    if answer == YES:
        changes.set_fields(screen.services, record.id, record.kind, {"permission": "yes", "shareable": "yes"})
        return
    more = question.parts if question is not None and answer == PARTS else ()
    changes.set_shareable(screen.services, (record.id, *more), True)
