"""Flow that deletes records: at once, or after one question if other records belong or link to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.notebook.delete_question import PARTS, ROLE, may_need_a_question, question_before
from portfolio.tui.records import changes

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


async def delete(screen: BaseScreen[None], chosen: Sequence[Record]) -> None:
    """Delete these records, after the question of `question_before` if there is one."""
    _, services = screen.words, screen.services
    ids = tuple(record.id for record in chosen)
    question = None
    if may_need_a_question(chosen):
        found = await services.session.ask(lambda nb: (question_before(nb.read.records, ids, _),))
        if found is None:  # the notebook failed, or Over the shoulder was switched
            return
        (question,) = found
    answer = await screen.choose(question.text, question.answers) if question is not None else ""
    if question is not None and answer == ROLE:
        changes.take_name_away(services, ids[0], question.role)
    elif ids and answer is not None:
        changes.delete(services, ids, with_parts=answer == PARTS)
