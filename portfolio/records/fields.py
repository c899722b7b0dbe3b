"""The declaration of a record's fields; reading, checking, the command line and the forms all use it.

A field is declared with one of the functions below (`text()`, `day()`, `link("goal")` ...), each of which gives a
`Field`. A field that is not set is absent: `None`, or an empty tuple or mapping.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

Sort = Literal[
    "text",
    "day",
    "whole",
    "number",
    "flag",
    "choice",
    "choices",
    "link",
    "links",
    "wholes",
    "texts",
    "level",
    "keyed",
    "pauses",
]
"""What a value is in JSON.

Text, an ISO day, a whole number, a number, true or false, one or more of a closed list, one or more links by id, a list
of whole numbers or of texts, a level, texts by key (answers, sheet, anchors), or a list of pauses (objects with two
days).
"""

LISTS: Final[frozenset[Sort]] = frozenset({"choices", "links", "wholes", "texts", "pauses"})


class Field(NamedTuple):
    """The rules for the value of one field."""

    sort: Sort
    empty: Any = None
    """The value it reads as when it is not set."""
    required: bool = False
    choices: tuple[str, ...] = ()
    """The closed list, for a choice."""
    to: tuple[str, ...] = ()
    """The kinds that a link can point to; empty means every kind."""
    low: float | None = None
    high: float | None = None
    default: str | None = None
    """The value that a new record gets when none is given. It is stored, so that other readers of the file see it."""
    future: bool = False
    """A day that usually lies ahead: "friday" then means the next one."""
    long: bool = False
    """Text that usually takes more than a line."""


# The functions return `Any` because a record declares the type of the value: `title: str = text()`.


def text(*, required: bool = False, long: bool = False) -> Any:
    """Text in the user's own words, as typed."""
    return Field("text", "" if required else None, required=required, long=long)


def day(*, future: bool = False) -> Any:
    """A calendar day."""
    return Field("day", future=future)


def whole(low: int | None = None, high: int | None = None) -> Any:
    """A whole number between two bounds, both included."""
    return Field("whole", low=low, high=high)


def number(*, required: bool = False) -> Any:
    """A number, whole or not."""
    return Field("number", 0 if required else None, required=required)


def flag() -> Any:
    """True or false; not set counts as false."""
    return Field("flag", False)


def choice(values: tuple[str, ...], *, default: str | None = None) -> Any:
    """One of a closed list. `default` is stored in new records, and is the value of a record without this field."""
    return Field("choice", default, choices=values, default=default)


def choices(values: tuple[str, ...]) -> Any:
    """Several of a closed list."""
    return Field("choices", (), choices=values)


def link(*to: str, required: bool = False) -> Any:
    """A link by id to a record of one of these kinds."""
    return Field("link", "" if required else None, required=required, to=to)


def links(*to: str) -> Any:
    """Links by id."""
    return Field("links", (), to=to)


def wholes(low: int, high: int) -> Any:
    """A list of whole numbers between two bounds."""
    return Field("wholes", (), low=low, high=high)


def texts() -> Any:
    """A list of short texts."""
    return Field("texts", ())


def level(*, required: bool = False) -> Any:
    """A level on the scale of its skill: a whole number on the independence scale, otherwise text."""
    return Field("level", "" if required else None, required=required)


def keyed() -> Any:
    """Texts by key, each versioned on its own: two machines can change different keys without a conflict."""
    return Field("keyed", MappingProxyType({}), long=True)


def pauses() -> Any:
    """A list of pauses, each from a day until a day."""
    return Field("pauses", (), long=True)
