"""Which records are with or about one person: what they said, rated or confirmed, and what was agreed with them."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.journey.facts.related import links_of
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
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
