"""The records related to a record: the ones it links to, and the ones that link to it.

Only the given records count, so the same functions serve for all records and for the shared ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from portfolio.records.collection import Records
from portfolio.records.kinds import TABLES, fields
from portfolio.records.record import Record, attribute_name


def links_of(record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each link field of a record with the ids it holds; empty fields are left out."""
    for name, spec in fields(record.kind).items():
        if spec.sort not in ("link", "links"):
            continue
        value = getattr(record, attribute_name(name))
        ids = (value,) if isinstance(value, str) and value else value if isinstance(value, tuple) else ()
        if ids:
            yield name, ids


def linked_from(record: Record, records: Records) -> Mapping[str, tuple[Record, ...]]:
    """Return the records that this one links to, by field, in the order of its links; deleted ones are left out."""
    found = {}
    for name, ids in links_of(record):
        held = tuple(r for r in map(records.get, ids) if r is not None)
        if held:
            found[name] = held
    return found


def linked_to(record: Record, records: Records) -> Mapping[str, tuple[Record, ...]]:
    """Return the records that link to this one, by kind, each by date, then id."""
    found = {}
    for kind, names in _pointing_at(record.kind).items():
        held = tuple(r for r in records.of_kind(kind) if r.id != record.id and _points(r, names, record.id))
        if held:
            found[kind] = held
    return found


def _points(record: Record, names: tuple[str, ...], identity: str) -> bool:
    for name in names:
        value = getattr(record, name)
        if value == identity or (isinstance(value, tuple) and identity in value):
            return True
    return False


@cache
def _pointing_at(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Map each kind that can link to `kind` to the attributes that hold such links; the export log is left out."""
    found = {}
    for other in TABLES:
        if other == "export":
            continue
        names = tuple(attribute_name(n) for n, spec in fields(other).items() if kind in spec.to)
        if names:
            found[other] = names
    return found
