"""The only way to share records.

`share` makes a `Shared`: stripped copies of what can be shared, and nothing else. Exporters, and the pictures and
screens that others see, accept only a `Shared`, so that privacy is enforced by types and does not depend on care.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.choice import Choice, period_of
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.selection import may_leave, selected
from portfolio.journey.sharing.strip import SOMEONE, scale_of, strip, strip_person, strip_profile, without_path
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill

_UNKNOWN = "someone"
"""The id of the one nameless person that replaces everyone about whom nothing can be said."""


class Shared(NamedTuple):
    """The shared records for one choice. Made only by `share`."""

    records: Records
    """Stripped copies; of a person who cannot be named, name and role both hold the one word that others can know."""
    period: Period
    numbers: Mapping[str, int]
    """The number of each piece of evidence, by id, counted from 1 by date."""
    discuss: frozenset[str]
    """Reflections that the user wants to discuss."""
    conversation: str | None = None
    """The conversation that it is for, if that can be shared."""
    chosen: frozenset[str] = frozenset()
    """The shared records that were added by hand."""


class Item(NamedTuple):
    """One shared record, for the preview and the private log."""

    id: str
    kind: str
    title: str
    """In the user's own words; empty when the record has no title, such as a rating."""


def share(records: Records, choice: Choice, today: date) -> Shared:
    """Apply the rules to `records`.

    Raises UsageError for a period that ends before it begins.
    """
    period = period_of(choice, today)
    found = selected(records, choice, period)
    people = _People(records, choice)
    copies = {r.id: strip(r, found, period, people.stand_in) for r in found.values()}
    _complete(copies, found, choice)
    profiles = [strip_profile(p, people.stand_in, whole=_shares_profile(p, choice)) for p in records.of(Profile)]
    evidence = [r.id for r in found.values() if isinstance(r, Evidence)]
    return Shared(
        records=Records.of_all([*copies.values(), *profiles, *people.used()]),
        period=period,
        numbers={identity: n for n, identity in enumerate(evidence, 1)},
        discuss=frozenset(r.id for r in found.values() if isinstance(r, Reflection) and r.discuss),
        conversation=choice.conversation if isinstance(found.get(choice.conversation or ""), Conversation) else None,
        chosen=frozenset(choice.with_ids) & found.keys(),
    )


def export_items(shared: Shared) -> tuple[Item, ...]:
    """Return what is shared, by date, without the people."""
    return tuple(Item(r.id, r.kind, _title(r)) for r in shared.records if not isinstance(r, Person))


def persons_mentioned(shared: Shared, among: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the words by which people are named in what is shared, each once, in alphabetical order.

    With `among`, only those on the records with these ids: the ones in one document, which can be a part of `shared`.
    """
    return tuple(sorted({person.name for person in people_in(shared, among)}))


def people_in(shared: Shared, among: Collection[str] | None = None) -> tuple[Person, ...]:
    """Return the people named on the shared records, or on those with the ids in `among`."""
    links = (
        getattr(record, attribute_name(name))
        for record in shared.records
        if record.kind in ALLOWED and (among is None or record.id in among)
        for name in ALLOWED[record.kind].people
    )
    return shared.records.linked(Person, filter(None, links))


class _People:
    """Maps each person on a shared record to a stripped stand-in, made when first needed."""

    def __init__(self, records: Records, choice: Choice) -> None:
        self._records = records
        self._choice = choice
        self._used: dict[str, Record] = {}

    def stand_in(self, identity: str) -> str:
        """Return the id of the stand-in: the person's own, or that of the nameless person."""
        person = self._records.find(Person, identity)
        if person is None or person.conflicts or identity in self._choice.without_ids:
            identity, person = _UNKNOWN, None
        named = person is not None and self._choice.names == "consented" and _agreed(person)
        copy = strip_person(identity, person, named=named)
        self._used[identity] = copy
        return identity

    def used(self) -> list[Record]:
        return list(self._used.values())


def _agreed(person: Person) -> bool:
    return person.may_be_named == "yes" and "may_be_named" not in person.damaged


def _shares_profile(profile: Profile, choice: Choice) -> bool:
    return may_leave(profile) and profile.id not in choice.without_ids


def _complete(copies: dict[str, Record], found: Mapping[str, Record], choice: Choice) -> None:
    """Fill in what depends on other copies or was chosen: the scale of a skill, places of evidence, and minutes."""
    ratings = [r for r in copies.values() if isinstance(r, Rating)]
    for identity, copy in copies.items():
        if isinstance(copy, Skill):
            own = (r for r in ratings if r.skill == identity)
            copies[identity] = copy.but(scale=scale_of(copy.target, own))
        original = found[identity]
        said = choice.locations or identity in choice.where or getattr(original, "say_where", False) is True
        if said and isinstance(copy, Evidence) and isinstance(original, Evidence):
            copies[identity] = copy.but(location=without_path(original.location))
        if choice.minutes and isinstance(copy, Reflection) and isinstance(original, Reflection):
            copies[identity] = copy.but(minutes=original.minutes)


def _title(record: Record) -> str:
    if record.heading or not isinstance(record, Reflection):
        return record.heading
    return next((words for _key, words in record.in_order()), "")


__all__ = ["SOMEONE", "Item", "Shared", "export_items", "persons_mentioned", "share"]
