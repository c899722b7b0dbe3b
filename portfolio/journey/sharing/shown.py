"""What may be said of a copy that leaves: its fields, and its day where it tells one. For screens that others see.

A copy of a kind whose day stays holds a neutral one, and fields that stay hold their defaults; neither is a fact.
"""

from __future__ import annotations

from datetime import date

from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.strip import NEVER
from portfolio.records.conversations import Agreement
from portfolio.records.goals import Goal, Step
from portfolio.records.record import Record


def is_copy(record: Record) -> bool:
    """Whether this is a copy made by `share`: only those have no instant of writing."""
    return record.created == NEVER


def tells(record: Record, field: str) -> bool:
    """Whether a field says something: every field of one's own record, of a copy only what leaves."""
    if not is_copy(record):
        return True
    allowed = ALLOWED.get(record.kind) if record.kind != "person" else None
    return allowed is not None and field in (*allowed.fields, *allowed.links, *allowed.people)


def own_day(record: Record) -> date | None:
    """The day that a record is about; None for a copy of a kind whose day stays."""
    dated = not is_copy(record) or (record.kind in ALLOWED and ALLOWED[record.kind].dated)
    return record.date if dated else None


def day_told(record: Record) -> date | None:
    """The day that a record is about; of a copy of a kind whose day stays another day that leaves, or None."""
    own = own_day(record)
    if own is not None:
        return own
    match record:
        case Step():
            return record.done_on
        case Goal():
            return record.start
        case Agreement():
            return record.due
    return None
