"""Which records hang on another, and which only point to it: what there is to ask before that one is deleted.

A part has no meaning without its whole: the steps and measures of a goal, the readings of a measure, the ratings of a
skill, the agreements of a conversation. What only points keeps its link: to something deleted it shows nothing, and
undo brings it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.kinds import TABLES, fields
from portfolio.records.record import Record, attribute_name

PARTS: Final[dict[str, str]] = {
    "step": "goal",
    "measure": "goal",
    "reading": "measure",
    "rating": "skill",
    "agreement": "conversation",
}
"""Kind of a part -> the field that links it with its whole, which is called as the kind of the whole."""
WHOLES: Final = frozenset(PARTS.values())
"""The kinds that something can hang on."""
_LOG: Final = "export"
"""Says what left, whatever becomes of it."""


def parts_of(records: Records, ids: Iterable[str]) -> tuple[Record, ...]:
    """What hangs on these records, and on that in turn, in the order of the kinds; they themselves are not in it."""
    known = frozenset(ids)
    wholes, found = known, dict[str, Record]()
    while wholes:
        new = {
            part.id: part
            for kind, field in PARTS.items()
            for part in records.of_kind(kind)
            if getattr(part, field) in wholes and part.id not in known and part.id not in found
        }
        found |= new
        wholes = frozenset(new)
    order = list(TABLES)
    return tuple(sorted(found.values(), key=lambda part: (order.index(part.kind), part.date, part.id)))


def pointing_at(records: Records, ids: Iterable[str]) -> tuple[Record, ...]:
    """What links with these records without hanging on them, by date, then id."""
    wanted = frozenset(ids)
    inside = wanted | {part.id for part in parts_of(records, wanted)}
    return tuple(record for record in records if record.id not in inside and not wanted.isdisjoint(links_of(record)))


def links_of(record: Record) -> Iterator[str]:
    """The ids that a record links with."""
    if record.kind == _LOG:
        return
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if field.sort == "link" and value:
            yield value
        elif field.sort == "links":
            yield from value


def counted(found: Iterable[Record]) -> Mapping[str, int]:
    """How many there are of each kind, in the order in which kinds are listed."""
    count = Counter(record.kind for record in found)
    return {kind: count[kind] for kind in TABLES if count[kind]}
