"""The base of every record, and the fields that all of them have.

A record reads like a frozen dataclass and is checked as one; it is made without the `dataclasses` module, because its
import and twenty generated classes would take half of the time in which a line is added from the shell.
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
"""The fields that a person can set on every record; id, created and modified are not theirs to set."""

_NO_CONFLICTS: Final[Mapping[str, tuple[Any, ...]]] = MappingProxyType({})


class Instants(Protocol):
    """What knows when a record was written, and works it out when someone asks."""

    @property
    def created(self) -> datetime:
        """The instant it was made, UTC."""

    @property
    def modified(self) -> datetime:
        """The instant of the last change, UTC."""


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
class Frozen:
    """Keeps what it is made with; the types of its subclasses are checked as those of frozen dataclasses are."""

    fields: ClassVar[Mapping[str, Field]] = {}
    """What a person can set, by JSON name, in the order of declaration, the common ones last."""

    def __init__(self, **values: Any) -> None:
        """These values, by attribute; what is not given is not set."""
        for name in values:
            if not (name in _ALWAYS or json_name(name) in self.fields):
                raise TypeError(f"there is no {name} here")
        self.__dict__.update(values)

    @classmethod
    def of(cls, attributes: dict[str, Any]) -> Self:
        """One of these attributes, which are known to fit: for whoever reads thousands of them.

        `instants` may stand in the place of `created` and `modified`: `Instants`, asked when someone asks.
        """
        made = cls.__new__(cls)
        made.__dict__.update(attributes)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """It never changes: AttributeError."""
        raise AttributeError(f"{name} never changes")


class Record(Frozen):
    """One thing that a person wrote down. It never changes; `but` gives a changed copy."""

    kind: ClassVar[str]
    """The name of the kind, as on the command line."""
    title_field: ClassVar[str] = ""
    """The field that names the record in a list; empty where another layer must compose one."""

    id: str
    """UUIDv7 text; rises with the moment of creation."""
    created: datetime
    """The instant it was made, UTC; where it is not given, the one in the id."""
    modified: datetime
    """The instant of the last change, UTC; where it is not given, that of creation."""
    date: Day = field.day()
    """The day it is about, in the person's calendar."""
    shareable: bool = field.flag()
    """May be chosen for an export. Unknown or damaged means false."""
    tags: tuple[str, ...] = field.texts()
    conflicts: Mapping[str, tuple[Any, ...]] = _NO_CONFLICTS
    """Other versions of a text that was changed on two machines, by field name."""
    damaged: tuple[str, ...] = ()
    """Fields whose stored value could not be read; they count as not set."""

    def __init_subclass__(cls) -> None:
        """Collect the declared fields; the attribute of one that is not set reads as its empty value."""
        own = _declared(cls)
        cls.fields = MappingProxyType({json_name(name): spec for name, spec in own.items()} | _COMMON)

    def __getattr__(self, name: str) -> Any:
        """The instants, worked out when someone asks: a list of thousands shows none of them."""
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
        """Same kind and same values; the instants of writing do not count."""
        if not isinstance(other, type(self)) or not isinstance(self, type(other)):
            return NotImplemented
        names = ("id", "conflicts", "damaged", *map(attribute_name, self.fields))
        return all(getattr(self, name) == getattr(other, name) for name in names)

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


def json_name(attribute: str) -> str:
    """The name of a field in JSON and on the command line: `from` where Python needs `from_`."""
    return attribute.rstrip("_")


def attribute_name(name: str) -> str:
    """The attribute that holds a field: the reverse of `json_name`."""
    return f"{name}_" if name in ("from", "with") else name


def _declared(cls: type) -> dict[str, Field]:
    """The fields that a class declares; each is replaced by what it reads as when it is not set."""
    own = {name: spec for name, spec in vars(cls).items() if isinstance(spec, Field)}
    for name, spec in own.items():
        setattr(cls, name, spec.empty)
    return own


_ALWAYS: Final = frozenset({"id", "created", "modified", "instants", "conflicts", "damaged"})
_COMMON: Final = _declared(Record)
