"""The text that confirms what was agreed in a conversation, for the other side to correct or accept."""

from __future__ import annotations

from portfolio.journey.facts.links import agreed_in
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.persons import Person
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, day_short
from portfolio.wording.names import choice_label
from portfolio.wording.requests import confirmation_text


def confirmation(records: Records, conversation: Conversation, _: Words) -> str:
    """Return the text for one conversation."""
    person = records.find(Person, conversation.with_)
    name = " ".join(clean(person.name).split()) if person is not None else ""
    return confirmation_text(
        name, day_in_full(conversation.date, _), [agreed_line(a, _) for a in agreed_in(conversation, records)], _
    )


def agreed_line(agreement: Agreement, _: Words) -> str:
    """Return an agreement on one line: what, who, by when, and what was promised."""
    parts = [choice_label("owner", agreement.owner, _, "agreement")] if agreement.owner else []
    parts += [_("by {day}").format(day=day_short(agreement.due, _))] if agreement.due else []
    about = f" ({', '.join(parts)})" if parts else ""
    promised = f": {' '.join(clean(agreement.support).split())}" if agreement.support else ""
    return f"{' '.join(clean(agreement.text).split())}{about}{promised}"
