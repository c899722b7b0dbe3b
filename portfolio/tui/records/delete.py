"""Deleting: at once what stands by itself, after one question what other records hang on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.tui.records import changes
from portfolio.tui.records.delete_rows import PARTS, ROLE, may_need_a_question, question_before

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


def delete(screen: BaseScreen[None], chosen: Sequence[Record]) -> None:
    """Delete these records, as the person wants it."""
    ids = tuple(record.id for record in chosen)
    if may_need_a_question(chosen):
        screen.run_worker(_after_a_question(screen, ids), exclusive=True, group="delete")
    elif ids:
        changes.delete(screen.services, ids)


async def _after_a_question(screen: BaseScreen[None], ids: tuple[str, ...]) -> None:
    _ = screen.words
    found = await screen.services.session.ask(lambda nb: (question_before(nb.read.records, ids, _),))
    if found is None:  # that cannot be told, or someone looks on now
        return
    (question,) = found
    if question is None:
        changes.delete(screen.services, ids)
        return

    def answered(answer: str | None) -> None:
        if answer == ROLE:
            changes.take_name_away(screen.services, ids[0], question.role)
        elif answer is not None:
            changes.delete(screen.services, ids, with_parts=answer == PARTS)

    screen.ask_then(question.text, question.answers, answered)
