"""The tags in use, with the records that have them. Case and the encoding of accents do not matter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from portfolio.records.equivalence import caseless
from portfolio.records.record import Record


class Tag(NamedTuple):
    """One tag, spelled as in the last record, and the ids of the records that have it."""

    name: str
    records: tuple[str, ...]


def tags(records: Iterable[Record]) -> tuple[Tag, ...]:
    """Return every tag, most used first, then by name."""
    held: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for record in records:
        for tag in dict.fromkeys(tag.strip() for tag in record.tags if tag.strip()):
            names[caseless(tag)] = tag
            held.setdefault(caseless(tag), []).append(record.id)
    found = [Tag(names[key], tuple(dict.fromkeys(ids))) for key, ids in held.items()]
    return tuple(sorted(found, key=lambda tag: (-len(tag.records), caseless(tag.name))))


def with_tag(held: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """Return the tags of a record with `old` renamed to `new`; a double becomes one. An empty `new` removes it."""
    kept: dict[str, str] = {}
    for tag in held:
        name = new if caseless(tag.strip()) == caseless(old.strip()) else tag
        if name:
            kept.setdefault(caseless(name), name)
    return tuple(kept.values())
