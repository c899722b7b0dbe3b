"""JSON values and their canonical text.

Two values are equal when their canonical texts are; Python's `==` would take `1` for `True`. The data file uses the
same text, so equal values are equal bytes on every machine.
"""

from __future__ import annotations

import json
from typing import Final, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False)
spelled: Final = _ENCODER.encode
"""The canonical text of a JSON value; raises ValueError for NaN and infinity."""


def same(a: Json, b: Json) -> bool:
    """Whether two values have the same canonical text."""
    if a is b:
        return True
    if isinstance(a, str) or isinstance(b, str):
        return isinstance(a, str) and isinstance(b, str) and a == b
    return spelled(a) == spelled(b)


def united(a: Json, b: Json) -> Json:
    """The union of two values of unknown meaning: objects key by key; of other values the one whose text sorts last.

    An object wins over anything else, so that the order of uniting never matters.
    """
    if isinstance(a, dict) and isinstance(b, dict):
        return {
            name: united(a[name], b[name]) if name in a and name in b else a.get(name, b.get(name))
            for name in {**a, **b}
        }
    return max(a, b, key=lambda value: (isinstance(value, dict), spelled(value)))
