"""The rules for the document of a conversation: its period, and whether it has only careful sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from portfolio.export.options import SECTIONS, Options
from portfolio.export.profile import shipped
from portfolio.journey.facts import period as periods
from portfolio.journey.facts.conversations import conversation_before
from portfolio.journey.facts.period import Period
from portfolio.journey.prompts.preparation import recipient_of
from portfolio.journey.sharing.choice import Choice
from portfolio.notebook.export import Preview
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.wording import N_

PRIVATE_CONVERSATION = N_("This conversation is private, so the document does not name it.")
CONVERSATION_IN_CONFLICT = N_("This conversation has two versions, so the document does not name it.")


class Draft(NamedTuple):
    """A document made by these rules."""

    preview: Preview
    careful: bool
    """Whether it has only the sections that suit a conversation with consequences."""
    proposed: bool
    """Whether that follows from the conversation and was not chosen by the user."""


def make_draft(make: Callable[[Options], Preview], options: Options, *, wanted: bool | None, called_for: bool) -> Draft:
    """Make the document, careful or not: as `wanted`, else as the conversation calls for.

    `options` are those that the user chose; they also hold in a careful document. Care is never dropped unasked, also
    when no shareable record has a place in the careful sections.
    """
    care = called_for if wanted is None else wanted
    made = make(with_care(options) if care else options)
    return Draft(made, care, proposed=wanted is None and called_for)


def with_care(options: Options) -> Options:
    """The options with only the careful sections, and those asked for by name; without what went wrong."""
    profile = options.profile
    kept = frozenset(profile.sections if profile is not None and profile.careful else shipped("careful").sections)
    gone = frozenset(SECTIONS) - kept - frozenset(options.section)
    return replace(options, no_section=gone | frozenset(options.no_section), careful=True)


def calls_for_care(records: Records, conversation: str | None) -> bool:
    """Whether the conversation can have consequences for pay or contract; "unknown" counts as yes."""
    found = records.find(Conversation, conversation)
    return found is not None and found.consequences != "no"


def period_for(records: Records, conversation: str | None, today: date) -> Period | None:
    """The period up to today for a conversation: its own, else since the one before it.

    The first day is shown in the document, so only an upcoming conversation looks back at an earlier one, and only at a
    conversation that the reader knows: a shareable one, or one with the same person. None when the usual period fits.
    """
    found = records.find(Conversation, conversation)
    if found is None:
        return None
    if found.period_from is not None:
        return periods.since(found.period_from, today)
    if found.state != "preparing" or found.date < today:
        return None
    before = conversation_before(records, today, found)
    known = before is not None and (before.shareable or (bool(found.with_) and before.with_ == found.with_))
    return periods.since(before.date, today) if before is not None and known else None


def why_unnamed(records: Records, choice: Choice) -> str:
    """Why the document does not name its conversation, as an English message id; empty when it does."""
    found = records.find(Conversation, choice.conversation)
    if found is None or found.id in choice.without_ids:
        return ""
    if found.shareable is not True:
        return PRIVATE_CONVERSATION
    return CONVERSATION_IN_CONFLICT if found.conflicts else ""


def recipient(records: Records, conversation: str | None) -> str:
    """The other person in the conversation: a role, else a name, for the private log; empty when there is none."""
    return recipient_of(records, records.find(Conversation, conversation))
