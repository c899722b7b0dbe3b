"""Who said something: the plain values that a picture needs to name a person by role."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.records.collection import Records
from portfolio.records.persons import Person


@dataclass(frozen=True, slots=True)
class Who:
    """A person as far as the records know them; both empty when they hold no such person (any more)."""

    id: str
    name: str = ""
    role: str = ""
    """As typed, or one of the known keys."""


class People:
    """The persons of the records, by id."""

    def __init__(self, records: Records) -> None:
        """Reads the persons once."""
        self._by_id = {p.id: Who(p.id, p.name, p.role or "") for p in records.of(Person)}

    def who(self, identity: str | None) -> Who | None:
        """The person with this id; None when no person is meant."""
        if not identity:
            return None
        return self._by_id.get(identity, Who(identity))
