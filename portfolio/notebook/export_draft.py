"""The document that is made for a conversation: its period, and how careful it is. The same rules in both faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from portfolio.export.options import Options, careful
from portfolio.journey.facts import period as periods
from portfolio.journey.facts.conversations import talk_before
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing import Choice
from portfolio.notebook.export import Preview
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.persons import Person
from portfolio.wording import N_

PRIVATE_CONVERSATION = N_("This conversation is private, so the document does not name it.")
CONVERSATION_IN_CONFLICT = N_("This conversation has two versions, so the document does not name it.")


class Draft(NamedTuple):
    """A document with what its conversation made of it."""

    preview: Preview
    careful: bool
    """Whether it has only the sections that suit a conversation with consequences."""
    proposed: bool
    """Whether that follows from the conversation, and was not chosen."""


def draft(make: Callable[[Options], Preview], options: Options, *, wanted: bool | None, called_for: bool) -> Draft:
    """Make the document with care or without: as it is wanted, else as the conversation calls for.

    `options` are those chosen by hand; they hold with care too. Care that nobody asked for is dropped when nothing that
    may be shared has a place in those few sections.
    """
    if wanted is not None or not called_for:
        care = bool(wanted)
        return Draft(make(with_care(options) if care else options), care, proposed=False)
    made = make(with_care(options))
    by_rule = made
    if options.section or options.no_section:
        by_rule = make(with_care(replace(options, section=(), no_section=())))
    if _tells_something(by_rule):
        return Draft(made, careful=True, proposed=True)
    return Draft(make(options), careful=False, proposed=True)


def with_care(options: Options) -> Options:
    """The same with only the careful sections, and those that were asked for by name."""
    gone = frozenset(careful().no_section) - frozenset(options.section)
    return replace(options, no_section=gone | frozenset(options.no_section))


def calls_for_care(records: Records, conversation: str | None) -> bool:
    """Whether the conversation may have consequences for pay or contract; not known counts as that it may."""
    talk = records.find(Conversation, conversation)
    return talk is not None and talk.consequences != "no"


def period_for(records: Records, conversation: str | None, today: date) -> Period | None:
    """The period up to today that a conversation asks for: as it says itself, else since the one before it.

    Its first day is in the document, so only a conversation to come looks back at one before, and only at one that the
    reader knows: one that may be shared, or with the same person. None when the usual period fits.
    """
    talk = records.find(Conversation, conversation)
    if talk is None:
        return None
    if talk.period_from is not None:
        return periods.since(talk.period_from, today)
    if talk.state != "preparing" or talk.date < today:
        return None
    before = talk_before(records, today, talk)
    known = before is not None and (before.shareable or (bool(talk.with_) and before.with_ == talk.with_))
    return periods.since(before.date, today) if before is not None and known else None


def why_unnamed(records: Records, choice: Choice) -> str:
    """Why the document does not name the conversation that it is for, as an English message id; empty when it does."""
    talk = records.find(Conversation, choice.conversation)
    if talk is None or talk.id in choice.without_ids:
        return ""
    if talk.shareable is not True:
        return PRIVATE_CONVERSATION
    return CONVERSATION_IN_CONFLICT if talk.conflicts else ""


def recipient(records: Records, conversation: str | None) -> str:
    """With whom the conversation is: a role, else a name, for the private log; empty when nobody is meant."""
    talk = records.find(Conversation, conversation)
    person = records.find(Person, talk.with_) if talk is not None else None
    return (person.role or person.name or "") if person is not None else ""


def _tells_something(made: Preview) -> bool:
    """Whether more than the title and whose it is stands in it."""
    return any(item.kind not in ("profile", "conversation") for item in made.items)
