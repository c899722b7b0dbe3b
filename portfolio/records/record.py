"""The base of every record, and the fields that all records have.

A record behaves like a frozen dataclass and is type-checked as one. It does not use the `dataclasses` module: importing
that and generating twenty classes would take half of the time of a whole `add`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar, Final, NoReturn, Protocol, Self, dataclass_transform

from portfolio.records import fields as field
from portfolio.records.fields import Field
from portfolio.records.identity import made_at

COMMON: Final = ("date", "shareable", "tags")
"""The fields that the user can set on every record; id, created and modified cannot be set."""

_NO_CONFLICTS: Final[Mapping[str, tuple[Any, ...]]] = MappingProxyType({})


class Instants(Protocol):
    """Gives the times of a record, computed when they are asked for."""

    @property
    def created(self) -> datetime:
        """When the record was made, UTC."""

    @property
    def modified(self) -> datetime:
        """When the record was last changed, UTC."""


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
class Frozen:
    """An immutable object made of keyword arguments; its subclasses are type-checked as frozen dataclasses."""

    fields: ClassVar[Mapping[str, Field]] = {}
    """The fields that the user can set, by JSON name, in order of declaration, the common ones last."""

    def __init__(self, **values: Any) -> None:
        """Set these attributes; the others are not set."""
        for name in values:
            if not (name in _ALWAYS or json_name(name) in self.fields):
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
        self.__dict__.update(values)

    @classmethod
    def of(cls, attributes: dict[str, Any]) -> Self:
        """Make one from attributes that are known to be valid, without checks: thousands are read at once.

        `instants` can take the place of `created` and `modified`; those are then computed when they are asked for.
        """
        made = cls.__new__(cls)
        made.__dict__.update(attributes)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Raise AttributeError: the object is immutable."""
        raise AttributeError(f"{name!r} is read-only")


class Record(Frozen):
    """A record of the portfolio. Immutable; `but` gives a changed copy."""

    kind: ClassVar[str]
    """The name of the kind, as on the command line."""
    title_field: ClassVar[str] = ""
    """The field that names the record in a list; empty where another layer composes the name."""

    id: str
    """UUIDv7 text; rises with the moment of creation."""
    created: datetime
    """When it was made, UTC; the time in the id when it is not given."""
    modified: datetime
    """When it was last changed, UTC; the time of creation when it is not given."""
    date: Day = field.day()
    """The day it is about, in the user's calendar."""
    shareable: bool = field.flag()
    """Whether it can be chosen for an export. Unknown or damaged means false."""
    tags: tuple[str, ...] = field.texts()
    conflicts: Mapping[str, tuple[Any, ...]] = _NO_CONFLICTS
    """Other versions of a text that was changed on two machines, by field name."""
    damaged: tuple[str, ...] = ()
    """Fields whose stored value could not be read; they count as not set."""

    def __init_subclass__(cls) -> None:
        """Collect the declared fields; a field that is not set reads as its empty value."""
        own = _declared(cls)
        cls.fields = MappingProxyType({json_name(name): spec for name, spec in own.items()} | _COMMON)

    def __getattr__(self, name: str) -> Any:
        """The times, computed when they are asked for: a list of thousands shows none of them."""
        if name in ("created", "modified"):
            instants: Instants | None = self.__dict__.get("instants")
            if instants is not None:
                return instants.created if name == "created" else instants.modified
            return made_at(self.id) if name == "created" else self.created
        raise AttributeError(name)

    def but(self, **changes: Any) -> Self:
        """A copy with other values for these attributes."""
        return type(self)(**{**self.__dict__, **changes})

    def __eq__(self, other: object) -> bool:
        """Whether kind and values are equal; the times do not count."""
        if not isinstance(other, type(self)) or not isinstance(self, type(other)):
            return NotImplemented
        names = ("id", "conflicts", "damaged", *map(attribute_name, self.fields))
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        """The hash of the id."""
        return hash(self.id)

    def __repr__(self) -> str:
        """Kind and id only: a log or a traceback must not show private text."""
        return f"<{self.kind} {self.id}>"

    @property
    def heading(self) -> str:
        """The text that names this record, as typed; empty when it has none."""
        value = getattr(self, self.title_field, "") if self.title_field else ""
        return value if isinstance(value, str) else ""


def json_name(attribute: str) -> str:
    """The name of a field in JSON and on the command line: `from` where Python needs `from_`."""
    return attribute.rstrip("_")


def attribute_name(name: str) -> str:
    """The attribute that holds a field: the reverse of `json_name`."""
    return f"{name}_" if name in ("from", "with") else name


def _declared(cls: type) -> dict[str, Field]:
    """The fields that a class declares. Each attribute is replaced by the field's empty value."""
    own = {name: spec for name, spec in vars(cls).items() if isinstance(spec, Field)}
    for name, spec in own.items():
        setattr(cls, name, spec.empty)
    return own


_ALWAYS: Final = frozenset({"id", "created", "modified", "instants", "conflicts", "damaged"})
_COMMON: Final = _declared(Record)
