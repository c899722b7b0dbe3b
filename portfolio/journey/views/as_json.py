"""A view as one JSON value: the shape that `journey --json` prints, the same for every picture."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from portfolio.journey.facts.period import Period

JSON_KEY: Final = "json"
"""The metadata of a field that is printed under another name than its own: a published key never changes."""


def as_json(view: Any) -> dict[str, Any]:
    """Return the picture's name, period, today and finding, then the other fields of the view.

    Days are ISO 8601 strings, tuples become lists, and unset fields are left out. Raises TypeError for anything but a
    view.
    """
    if not dataclasses.is_dataclass(view) or isinstance(view, type) or not hasattr(view, "picture"):
        raise TypeError("only a view of the journey has this shape")
    shape: dict[str, Any] = {"picture": view.picture}
    for field in dataclasses.fields(view):
        value = getattr(view, field.name)
        if isinstance(value, Period):
            shape |= {"since": value.since.isoformat(), "until": value.until.isoformat()}
        elif value is not None:
            shape[field.metadata.get(JSON_KEY, field.name)] = _plain(value)
    return shape


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_fields"):
        return _named((name, getattr(value, name)) for name in value._fields)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _named((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
    return value


def _named(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _plain(item) for name, item in fields if item is not None and item != ""}
