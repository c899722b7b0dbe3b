"""The records that are parts of another, which the app asks about before that one is deleted.

A part has no meaning without its whole: the steps and measures of a goal, the readings of a measure, the ratings of a
skill, the agreements of a conversation. A record that only links to another keeps its link; a link to a deleted record
shows nothing, and undo makes it valid again.
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
"""Kind of a part -> the field that links it to its whole; the field has the name of the kind of the whole."""
WHOLES: Final = frozenset(PARTS.values())
"""The kinds that have parts."""


def parts_of(records: Records, ids: Iterable[str]) -> tuple[Record, ...]:
    """Return the parts of these records, and the parts of those, sorted by kind, day and id."""
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
    """Count the records of each kind, in the order of `TABLES`."""
    count = Counter(record.kind for record in found)
    return {kind: count[kind] for kind in TABLES if count[kind]}


def agreed_in(conversation: Conversation, records: Records) -> tuple[Agreement, ...]:
    """Return the agreements of a conversation, in the order of writing."""
    return tuple(agreement for agreement in records.of(Agreement) if agreement.conversation == conversation.id)


def last_agreed_in(records: Records) -> Conversation | None:
    """Return the conversation in which something was agreed last, also when it is still open; None without any."""
    agreed = (records.find(Conversation, agreement.conversation) for agreement in reversed(records.of(Agreement)))
    return next((conversation for conversation in agreed if conversation is not None), None)
