"""What a screen that others see can show of a shared copy: its fields, and its day if that is shared.

A copy of a kind whose day is not shared holds a neutral day, and fields that are not shared hold their defaults;
neither must be shown as a fact.
"""

from __future__ import annotations

from datetime import date

from portfolio.journey.sharing.rules import ALLOWED, NEVER
from portfolio.records.conversations import Agreement
from portfolio.records.goals import Goal, Step
from portfolio.records.record import Record


def is_copy(record: Record) -> bool:
    """Return whether this is a copy made by `share`; only copies have `NEVER` as their instant of writing."""
    return record.created == NEVER


def tells(record: Record, field: str) -> bool:
    """Return whether a field can be shown: any field of an original, only the shared fields of a copy."""
    if not is_copy(record):
        return True
    allowed = ALLOWED.get(record.kind) if record.kind != "person" else None
    return allowed is not None and field in (*allowed.fields, *allowed.links, *allowed.people)


def own_day(record: Record) -> date | None:
    """Return the day of a record; None for a copy of a kind whose day is not shared."""
    dated = not is_copy(record) or (record.kind in ALLOWED and ALLOWED[record.kind].dated)
    return record.date if dated else None


def day_shown(record: Record) -> date | None:
    """Return the day of a record; for a copy without one another day that is shared, or None."""
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
