"""The orders in which a list of records can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from portfolio.records.collection import in_order
from portfolio.records.kinds import TABLES
from portfolio.records.record import Record

ORDERS: Final = ("date", "title", "kind", "created", "changed", "due")
"""What a list can be sorted by; `date` is the usual order, `changed` that of the last change."""


def ordered(
    records: Iterable[Record], by: str, title: Callable[[Record], str], *, reverse: bool = False
) -> Sequence[Record]:
    """Return the records in this order, equal ones by date, then id; `title` gives the title to compare, folded.

    Records without the value that counts, such as a due date, come last in both directions.
    """
    if by == "date":
        return sorted(records, key=in_order, reverse=reverse)
    value = _VALUES.get(by, title)
    known = [(value(record), in_order(record), record) for record in records]
    with_value = sorted((each for each in known if each[0] is not None), key=lambda each: each[:2], reverse=reverse)
    without = sorted((each for each in known if each[0] is None), key=lambda each: each[1], reverse=reverse)
    return [record for _value, _order, record in (*with_value, *without)]


_KINDS: Final = tuple(TABLES)
_VALUES: Final[dict[str, Callable[[Record], Any]]] = {
    "kind": lambda record: _KINDS.index(record.kind),
    "created": lambda record: record.created,
    "changed": lambda record: record.modified,
    "due": lambda record: getattr(record, "due", None),
}
