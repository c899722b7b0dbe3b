"""Convert stored values to a record, and a record to the JSON that `list` and `show` print.

Reading is lenient: a value of the wrong sort, or a number outside the bounds of its field, counts as not set and is
named in `damaged`, so that one damaged field never hides a record and one damaged record never hides the others.
Unknown fields stay in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from portfolio.records.days import parse_day
from portfolio.records.fields import LISTS, Field
from portfolio.records.identity import made_at
from portfolio.records.kinds import fields, record_type
from portfolio.records.pauses import Pause, pause_of
from portfolio.records.record import Instants, Record, attribute_name

_EXACT: Final[dict[str, tuple[type, ...]]] = {
    "text": (str,),
    "link": (str,),
    "whole": (int,),
    "number": (int, float),
    "flag": (bool,),
    "choice": (str,),
    "level": (int, str),
}
_MOST: Final = 2**53
"""Larger whole numbers are not exact in every program that reads the file."""
_ITEMS: Final[dict[str, type]] = {"choices": str, "links": str, "texts": str, "wholes": int}


def decode(
    kind: str,
    identity: str,
    values: Mapping[str, Any],
    *,
    instants: Instants | None = None,
    conflicts: Mapping[str, Any] | None = None,
) -> Record:
    """The record of these stored values. Never raises because of the values."""
    attributes: dict[str, Any] = {"id": identity}
    known = fields(kind)
    damaged: list[str] = []
    for name, value in values.items():
        field = known.get(name)
        if field is None or value is None:
            continue
        read = _read(field, value)
        if read is None:
            damaged.append(name)
        else:
            attributes[attribute_name(name)] = read
    if "date" not in attributes:
        attributes["date"] = (made_at(identity) if instants is None else instants.created).date()
    if instants is not None:
        attributes["instants"] = instants
    if conflicts:
        attributes["conflicts"] = {k: tuple(v) for k, v in conflicts.items()}
    if damaged:
        attributes["damaged"] = tuple(sorted(damaged))
    return record_type(kind).of(attributes)


def _read(field: Field, value: Any) -> Any:
    """The value as the record holds it; None when it is of the wrong sort."""
    if field.sort == "day":
        return parse_day(value)
    if field.sort == "pauses":
        read = [pause_of(item) for item in value] if isinstance(value, list) else [None]
        return None if None in read else tuple(read)
    if field.sort in LISTS:
        wanted = _ITEMS[field.sort]
        if not isinstance(value, list) or not all(type(item) is wanted and _fits(field, item) for item in value):
            return None
        return tuple(v for v in value if not field.choices or v in field.choices)
    if field.sort == "keyed":
        fits = isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values())
        return dict(value) if fits else None
    if type(value) not in _EXACT[field.sort] or not _fits(field, value):
        return None
    return None if field.choices and value not in field.choices else value


def _fits(field: Field, value: Any) -> bool:
    """Whether a number is within the bounds of its field; a text always is."""
    if not isinstance(value, int | float):
        return True
    low = -_MOST if field.low is None else field.low
    return low <= value <= (_MOST if field.high is None else field.high)


def as_json(record: Record) -> dict[str, Any]:
    """The JSON object: id, kind, date, created, modified, shareable, then the fields that are set."""
    shape: dict[str, Any] = {
        "id": record.id,
        "kind": record.kind,
        "date": record.date.isoformat(),
        "created": instant(record.created),
        "modified": instant(record.modified),
        "shareable": record.shareable,
    }
    for name in fields(record.kind):
        value = getattr(record, attribute_name(name))
        if name not in shape and is_set(value):
            shape[name] = _plain(value)
    if record.conflicts:
        shape["conflicts"] = {k: list(v) for k, v in record.conflicts.items()}
    return shape


def is_set(value: Any) -> bool:
    """Whether a field has a value; false, an empty text and an empty list count as not set."""
    return not (value is None or value is False or value in ((), {}, ""))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [each.plain if isinstance(each, Pause) else each for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def instant(moment: datetime) -> str:
    """An instant as ISO 8601 in UTC with milliseconds: 2026-03-12T16:05:09.120Z."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
