"""Which records hang on another: what there is to ask before that one is deleted.

A part has no meaning without its whole: the steps and measures of a goal, the readings of a measure, the ratings of a
skill, the agreements of a conversation. What only links to it (`threads`) keeps its link: to something deleted that
shows nothing, and undo brings it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record

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


def counted(found: Iterable[Record]) -> Mapping[str, int]:
    """How many there are of each kind, in the order in which kinds are listed."""
    count = Counter(record.kind for record in found)
    return {kind: count[kind] for kind in TABLES if count[kind]}


def agreed_in(talk: Conversation, records: Records) -> tuple[Agreement, ...]:
    """What was agreed in a conversation, in the order of writing."""
    return tuple(agreement for agreement in records.of(Agreement) if agreement.conversation == talk.id)
