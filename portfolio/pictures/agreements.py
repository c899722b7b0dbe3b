"""What was agreed in a conversation, in the words of a text to send: the other side corrects or accepts it."""

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


def confirmation(records: Records, talk: Conversation, _: Words) -> str:
    """The text for one conversation."""
    person = records.find(Person, talk.with_)
    name = " ".join(clean(person.name).split()) if person is not None else ""
    return confirmation_text(name, day_in_full(talk.date, _), [agreed_line(a, _) for a in agreed_in(talk, records)], _)


def agreed_line(agreement: Agreement, _: Words) -> str:
    """An agreement in one line: what, who, by when, and what was promised."""
    parts = [choice_label("owner", agreement.owner, _, "agreement")] if agreement.owner else []
    parts += [_("by {day}").format(day=day_short(agreement.due, _))] if agreement.due else []
    about = f" ({', '.join(parts)})" if parts else ""
    promised = f": {' '.join(clean(agreement.support).split())}" if agreement.support else ""
    return f"{' '.join(clean(agreement.text).split())}{about}{promised}"
