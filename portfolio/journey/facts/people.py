"""The people of the records as plain values: what a picture needs to name them."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.records.collection import Records
from portfolio.records.persons import Person


class Who(NamedTuple):
    """A person; name and role are empty when no such person is in the records (any more)."""

    id: str
    name: str = ""
    role: str = ""
    """As typed, or one of the known keys."""


class People:
    """The people of a collection of records, by id."""

    def __init__(self, records: Records) -> None:
        """Read the people once."""
        self._by_id = {p.id: Who(p.id, p.name, p.role or "") for p in records.of(Person)}

    def who(self, identity: str | None) -> Who | None:
        """Return the person with this id; None when the id is None or empty."""
        if not identity:
            return None
        return self._by_id.get(identity, Who(identity))
