"""The base of every record, and the fields that all of them have."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date as Day
from datetime import datetime
from typing import Any, ClassVar, Final

from portfolio.records import fields as field
from portfolio.records.fields import Field

COMMON: Final = ("date", "shareable", "tags")
"""The fields that a person can set on every record; id, created and modified are not theirs to set."""

_NO_CONFLICTS: Final[Mapping[str, tuple[Any, ...]]] = {}


@dataclasses.dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Record:
    """One thing that a person wrote down. Two records are the same when their ids are."""

    kind: ClassVar[str]
    """The name of the kind, as on the command line."""
    title_field: ClassVar[str] = ""
    """The field that names the record in a list; empty where another layer must compose one."""

    id: str
    """UUIDv7 text; rises with the moment of creation."""
    date: Day = field.day()
    """The day it is about, in the person's calendar."""
    created: datetime
    """The instant it was made, UTC; derived from the id."""
    modified: datetime
    """The instant of the last change, UTC; derived from the versions."""
    shareable: bool = field.flag()
    """May be chosen for an export. Unknown or damaged means false."""
    tags: tuple[str, ...] = field.texts()
    conflicts: Mapping[str, tuple[Any, ...]] = dataclasses.field(default_factory=dict)
    """Other versions of a text that was changed on two machines, by field name."""
    damaged: tuple[str, ...] = ()
    """Fields whose stored value could not be read; they count as not set."""

    def __eq__(self, other: object) -> bool:
        """Same kind and same values; the instants of writing do not count."""
        if not isinstance(other, type(self)):
            return NotImplemented
        return all(
            getattr(self, f.name) == getattr(other, f.name)
            for f in dataclasses.fields(self)
            if f.name not in ("created", "modified")
        )

    def __hash__(self) -> int:
        """By id: a record is a thing with an identity."""
        return hash(self.id)

    def __repr__(self) -> str:
        """Kind and id only: a log or a traceback must not spill private text."""
        return f"<{self.kind} {self.id}>"

    @property
    def heading(self) -> str:
        """The words that name this record, as typed; empty when it has none of its own."""
        value = getattr(self, self.title_field, "") if self.title_field else ""
        return value if isinstance(value, str) else ""


def fields_of(record_type: type[Record]) -> dict[str, Field]:
    """The fields that a person can set, by name, in the order of declaration, the common ones last."""
    found: dict[str, Field] = {
        json_name(f.name): f.metadata["field"] for f in dataclasses.fields(record_type) if "field" in f.metadata
    }
    common = {name: found.pop(name) for name in COMMON}
    return {**found, **common}


def json_name(attribute: str) -> str:
    """The name of a field in JSON and on the command line: `from` where Python needs `from_`."""
    return attribute.rstrip("_")


def attribute_name(name: str) -> str:
    """The attribute that holds a field: the reverse of `json_name`."""
    return f"{name}_" if name in ("from", "with") else name
