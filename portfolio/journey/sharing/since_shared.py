"""Records that changed since they were last shared: they are not shared again until the user has looked at them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from portfolio.records.collection import Records
from portfolio.records.exports import Export


def last_shared(records: Records) -> dict[str, datetime]:
    """Return, by id, when a record was last in a shared document; a log entry without a valid instant is ignored."""
    found: dict[str, datetime] = {}
    for export in records.of(Export):
        made = _moment(export.made)
        if made is not None:
            found |= {identity: max(made, found.get(identity, made)) for identity in export.items}
    return found


def changed_since_shared(records: Records, among: Collection[str] | None = None) -> Mapping[str, date]:
    """Return, by id, the day on which a record was last shared, for records that were changed after it.

    Only the ids in `among`, when given. Any change counts, even in a field that is never shared: better to look once
    too often than once too few.
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
    """Return the instant of a log entry (ISO 8601 with a zone); None for anything else."""
    try:
        made = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return made if made.tzinfo is not None else None
