"""The records that the user can choose to share, whether they are shareable now or not."""

from __future__ import annotations

from typing import Final

from portfolio.journey.sharing.rules import ANSWERS
from portfolio.records.collection import Records
from portfolio.records.feedback import Feedback
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection

KINDS: Final = ("goal", "reflection", "feedback", "skill", "evidence", "milestone", "agreement", "need")
"""The kinds that are shared by themselves; steps, measures and ratings are shared with what they belong to."""


def can_be_shared(records: Records, kind: str) -> tuple[Record, ...]:
    """Return the records of a kind that can leave once they are shareable, the newest first."""
    return tuple(record for record in reversed(records.of_kind(kind)) if _can_leave(record))


def can_go(records: Records) -> int:
    """Return how many of the records that can be chosen are shareable, and wait for nobody's yes."""
    found = (record for kind in KINDS for record in can_be_shared(records, kind))
    return sum(record.shareable and not waits_for_a_yes(record) for record in found)


def waits_for_a_yes(record: Record | None) -> bool:
    """Whether a shareable record stays out of every document until the other person agrees."""
    return isinstance(record, Feedback) and record.permission != "yes"


def _can_leave(record: Record) -> bool:
    """Whether no rule keeps the record in whatever its mark is."""
    if record.conflicts:
        return False
    if isinstance(record, Reflection):
        return record.template in ANSWERS
    return not (isinstance(record, Feedback) and record.permission == "no")
