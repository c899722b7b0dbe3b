"""What changed since it was handed over: it stands in no document again until its writer has looked at it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from portfolio.records.collection import Records
from portfolio.records.exports import Export


def last_shared(records: Records) -> dict[str, datetime]:
    """By id when a record last stood in a document that was handed over. A note without a moment counts for nothing."""
    found: dict[str, datetime] = {}
    for export in records.of(Export):
        made = _moment(export.made)
        if made is not None:
            found |= {identity: max(made, found.get(identity, made)) for identity in export.items}
    return found


def changed_since_shared(records: Records, among: Collection[str] | None = None) -> Mapping[str, date]:
    """By id the day on which others last saw a record that was changed after it; of these ids where `among` is given.

    A change is any change, also one in a field that stays: that is looked at once too often, never once too few.
    """
    shared = last_shared(records)
    asked = shared.keys() if among is None else shared.keys() & set(among)
    changed = {}
    for identity in asked:
        record = records.get(identity)
        if record is not None and record.modified > shared[identity]:
            changed[identity] = shared[identity].date()
    return changed


def _moment(text: str | None) -> datetime | None:
    """The moment that a note tells, ISO 8601 with its zone; None when it tells none."""
    try:
        made = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return made if made.tzinfo is not None else None
