"""Who does what was agreed, by name where the other person of the conversation is known by name."""

from __future__ import annotations

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.persons import Person
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.names import choice_label

OTHER_PERSON = "manager"
"""The owner of what the other person of a conversation does."""


def owner_word(agreement: Agreement, records: Records, _: Words) -> str:
    """Return who does it: the name of the other person, else the word for the owner; empty when that is not known."""
    if not agreement.owner:
        return ""
    conversation = records.find(Conversation, agreement.conversation)
    person = records.find(Person, conversation.with_) if conversation is not None else None
    if agreement.owner == OTHER_PERSON and person is not None and person.name != person.role:
        name = " ".join(clean_line(person.name).split())
        return name or choice_label("owner", agreement.owner, _, "agreement")
    return choice_label("owner", agreement.owner, _, "agreement")
