"""A filter for lists of records: by kind, template, period, tag, goal, skill, person, shareable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from portfolio.journey.facts.related import links_of
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.equivalence import caseless
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Profile
from portfolio.records.record import Record


class WithPerson(NamedTuple):
    """The condition that a record is with or about one person."""

    id: str
    conversations: frozenset[str] = frozenset()
    """The conversations with this person."""
    is_manager: bool = False
    """Whether the profile names this person as the manager."""

    def concerns(self, record: Record) -> bool:
        """Return whether the record is this person, links to them, or is an agreement made with or owned by them."""
        if record.id == self.id or any(self.id in ids for _name, ids in links_of(record)):
            return True
        return isinstance(record, Agreement) and (
            record.conversation in self.conversations or (record.owner == "manager" and self.is_manager)
        )


def with_person(identity: str, records: Records) -> WithPerson:
    """Return the condition for the person with this id."""
    profile = records.find(Profile, PROFILE_ID)
    return WithPerson(
        identity,
        frozenset(each.id for each in records.of(Conversation) if each.with_ == identity),
        profile is not None and profile.manager == identity,
    )


class Filter(NamedTuple):
    """What must be true of a record; None means any."""

    kind: str | None = None
    template: str | None = None
    since: date | None = None
    until: date | None = None
    tag: str | None = None
    goal: str | None = None
    skill: str | None = None
    person: WithPerson | None = None
    shareable: bool = False

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records that fit, in the given order."""
        return (record for record in records if self.fits(record))

    def fits(self, record: Record) -> bool:
        """Return whether the record meets every condition."""
        return (
            (self.kind is None or record.kind == self.kind)
            and (self.template is None or getattr(record, "template", None) == self.template)
            and ((self.since is None and self.until is None) or self._in_period(day_shown(record)))
            and (not self.shareable or record.shareable)
            and self._linked(record)
        )

    def _in_period(self, day: date | None) -> bool:
        """Return whether a day is in the period; an unknown day (None) is not."""
        return day is not None and (self.since or date.min) <= day <= (self.until or date.max)

    def _linked(self, record: Record) -> bool:
        tag = caseless(self.tag.strip()) if self.tag else None
        return (
            (tag is None or any(caseless(t.strip()) == tag for t in record.tags))
            and (self.goal is None or leads_to(record, self.goal, "goal"))
            and (self.skill is None or leads_to(record, self.skill, "skill"))
            and (self.person is None or self.person.concerns(record))
        )


def leads_to(record: Record, identity: str, kind: str) -> bool:
    """Return whether a record has this id, or links to it in its field for `kind`."""
    one, many = getattr(record, kind, None), getattr(record, f"{kind}s", ())
    return identity in (record.id, one) or (isinstance(many, tuple) and identity in many)
