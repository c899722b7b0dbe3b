"""Deleting: at once what stands by itself, after one question what other records hang on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.tui.records.delete_rows import PARTS, ROLE, may_need_a_question, question_before
from portfolio.tui.services.messages import Deleted, NameTakenAway

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.shell.place_screen import PlaceScreen


def delete(screen: PlaceScreen, chosen: Sequence[Record]) -> None:
    """Delete these records, as the person wants it."""
    ids = tuple(record.id for record in chosen)
    if may_need_a_question(chosen):
        screen.run_worker(_after_a_question(screen, ids), exclusive=True, group="delete")
    elif ids:
        screen.post_message(Deleted(ids))


async def _after_a_question(screen: PlaceScreen, ids: tuple[str, ...]) -> None:
    _ = screen.words
    found = await screen.leerreis.ask(lambda nb: (question_before(nb.records, ids, _),))
    if found is None:  # that cannot be told, or someone looks on now
        return
    (question,) = found
    if question is None:
        screen.post_message(Deleted(ids))
        return

    def answered(answer: str | None) -> None:
        if answer == ROLE:
            screen.post_message(NameTakenAway(ids[0], question.role))
        elif answer is not None:
            screen.post_message(Deleted(ids, with_parts=answer == PARTS))

    screen.ask(question.text, question.answers, answered)
