"""Which of several versions is shown: a function of the versions alone.

Text shows its latest version and keeps the others as a conflict. Lists of tags and links show the union, since adding
on two machines is no conflict. Where privacy is at stake the most careful version counts, whichever is latest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.store.versions.values import Json, spelled

UNITED: Final = frozenset(
    (
        "tags",
        "goals",
        "skills",
        "evidence",
        "people",
        "forms",
        "work_days",
        "dismissed",
        "items",
        "helpers",
        "pauses",
        "left_out",
    )
)
CAREFUL: Final = frozenset(("permission", "may_be_named"))
SETTLED: Final = UNITED | CAREFUL | {"chosen", "shareable"}
"""Fields that settle themselves: several versions of them are no conflict."""


def shown_value(name: str, heads: Mapping[str, Json]) -> Json:
    """The value to show for the field `name`; None when it is not set."""
    if len(heads) == 1:
        return next(iter(heads.values()))
    if not heads:
        return None
    values = [heads[vid] for vid in sorted(heads, reverse=True)]
    if len({spelled(value) for value in values}) == 1:
        return values[0]
    if name in UNITED:
        return _united(values[::-1])
    if name == "chosen":
        return _common(values)
    if name == "shareable":
        return False
    if name in CAREFUL:
        return min(values, key=lambda value: 0 if value == "no" else 2 if value == "yes" else 1)
    return values[0]


def other_values(name: str, heads: Mapping[str, Json]) -> list[Json]:
    """The values of a text that are not shown, latest first; empty for a field that settles itself."""
    if len(heads) < 2 or name in SETTLED or name.startswith("_"):
        return []
    others = {spelled(heads[vid]): heads[vid] for vid in sorted(heads, reverse=True)}
    others.pop(spelled(shown_value(name, heads)), None)
    return list(others.values())


def _united(values: list[Json]) -> Json:
    """Every item once, in the order of the versions, oldest first."""
    items = {spelled(item): item for value in values for item in _items(value)}
    return list(items.values())


def _common(values: list[Json]) -> Json:
    """The items that every version has, in the order of the first."""
    in_each = [{spelled(item) for item in _items(value)} for value in values]
    return [item for item in _items(values[0]) if all(spelled(item) in each for each in in_each)]


def _items(value: Json) -> list[Json]:
    """A list's items; a damaged value counts as one item, a cleared one as none."""
    return value if isinstance(value, list) else [] if value is None else [value]
