"""The text that confirms what was agreed in a conversation, for the other side to correct or accept."""

from __future__ import annotations

from datetime import date

from portfolio.journey.facts.links import agreed_in
from portfolio.present.owners import OTHER_PERSON
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Person, Profile
from portfolio.sanitise import clean
from portfolio.wording import Words
from portfolio.wording.dates import day_in_words, day_of_month
from portfolio.wording.names import choice_label
from portfolio.wording.requests import confirmation_text, first_name


def confirmation(records: Records, conversation: Conversation, today: date, _: Words) -> str:
    """Return the text for one conversation; before its day it is about what is agreed already."""
    person = records.find(Person, conversation.with_)
    me = records.find(Profile, PROFILE_ID)
    writer = _one_line(me.name or "") if me is not None else ""
    known = person is not None and person.name != person.role
    return confirmation_text(
        _one_line(person.name) if person is not None and known else "",
        day_in_words(conversation.date, _),
        [agreed_line(agreement, _, writer) for agreement in agreed_in(conversation, records)],
        _,
        writer,
        ahead=conversation.state == "preparing" and conversation.date > today,
    )


def still_open(conversation: Conversation, _: Words) -> str:
    """Return the sentence that a conversation is still open, so that more can be agreed; empty when it is not."""
    if conversation.state != "preparing":
        return ""
    return _("This conversation is still open: more can be agreed in it.")


def nothing_agreed(_: Words) -> str:
    """Return the sentence that a conversation has no agreements, so that there is nothing to confirm."""
    return _("Nothing was agreed in this conversation yet, so there is nothing to confirm.")


def agreed_line(agreement: Agreement, _: Words, writer: str = "") -> str:
    """Return an agreement on one line, as the user says it to the other person: what, who, by when, what support.

    `writer` is the user's name.
    """
    parts = [_owner(agreement.owner, _, writer)] if agreement.owner else []
    parts += [_("by {day}").format(day=day_of_month(agreement.due, _))] if agreement.due else []
    about = f" ({', '.join(parts)})" if parts else ""
    promised = f": {_one_line(agreement.support)}" if agreement.support else ""
    return f"{_one_line(agreement.text)}{about}{promised}"


def _owner(owner: str, _: Words, writer: str) -> str:
    if owner == "me":
        return first_name(writer) or _.context("in a mail", "I")
    if owner == OTHER_PERSON:
        return _.context("in a mail", "you")
    return choice_label("owner", owner, _, "agreement")


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
