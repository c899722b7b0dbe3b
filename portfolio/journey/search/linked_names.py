"""The names of the people that a record is with or about: their name finds the record too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from portfolio.journey.fold import fold
from portfolio.journey.search.search import words_of
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.kinds import PROFILE_ID, fields
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name

Names: TypeAlias = Callable[[Record], Iterable[str]]
"""The names of the people that a record is linked with."""


def no_names(_record: Record) -> Iterable[str]:
    """Return no names, where people do not count."""
    return ()


def linked_names(records: Records) -> Names:
    """Return the function that gives the names; it reads the people and conversations when it is first asked."""

    @cache
    def known() -> tuple[dict[str, str], dict[str, str], str]:
        profile = records.find(Profile, PROFILE_ID)
        return (
            {each.id: each.name for each in records.of(Person)},
            {each.id: each.with_ for each in records.of(Conversation) if each.with_},
            (profile.manager or "") if profile is not None else "",
        )

    def of(record: Record) -> Iterable[str]:
        people, conversations, manager = known()
        found = [identity for name in _to_people(record.kind) for identity in _ids(getattr(record, name))]
        if isinstance(record, Agreement):
            found += [conversations.get(record.conversation or "", ""), manager if record.owner == "manager" else ""]
        return [people[identity] for identity in dict.fromkeys(found) if people.get(identity)]

    return of


def searched_text(record: Record, names: Names) -> str:
    """Return all searchable text of a record and the names of its people, folded."""
    return fold("\n".join((*words_of(record), *names(record))))


def _ids(value: object) -> Iterable[str]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


@cache
def _to_people(kind: str) -> tuple[str, ...]:
    """Return the attributes of a kind that link to people."""
    return tuple(attribute_name(name) for name, field in fields(kind).items() if "person" in field.to)
