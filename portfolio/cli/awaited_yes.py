"""What is said about feedback that is shareable and waits for the yes of the person who gave it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from portfolio.journey.sharing.candidates import waits_for_a_yes
from portfolio.present.shareable import only_after_a_yes

if TYPE_CHECKING:
    from portfolio.cli.context import Context
    from portfolio.records.record import Record
    from portfolio.wording import Words


def how_to_say_yes(records: Iterable[Record | None], _: Words) -> list[str]:
    """Return the command for when the other person agrees; nothing when none of these records waits."""
    if not any(map(waits_for_a_yes, records)):
        return []
    return [_("When they agree: leerreis edit ID --permission yes")]


def say_what_waits(ids: Sequence[str], context: Context) -> None:
    """Say of records that were just saved as shareable which of them wait."""
    saved = [record for record in map(context.notebook.read.records.get, ids) if record is not None]
    waiting = [record for record in saved if record.shareable and waits_for_a_yes(record)]
    if waiting:
        context.say(only_after_a_yes(context.words))
    for sentence in how_to_say_yes(waiting, context.words):
        context.say(sentence)
