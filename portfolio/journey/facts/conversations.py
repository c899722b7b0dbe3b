"""The conversations around today: the next one with the step to take now, and the last one before it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

from portfolio.journey.facts import period as periods
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation, Need

Step = Literal["choose", "send", "read_sheet", "today", "write_down"]
"""The step to take now.

In order: choose what you share; check the document and send it; read the preparation sheet; hold the conversation, with
the sheet before and the agreements after it; write down what was agreed.
"""

_FROM: Final[tuple[tuple[int, Step], ...]] = ((0, "today"), (1, "read_sheet"), (7, "send"), (14, "choose"))
"""The number of days until the conversation, up to which each step applies.

A conversation is announced two weeks ahead and the points are sent one week ahead (Dutch practice in development
reviews).
"""
AFTER: Final = 14
"""The number of days after a conversation during which the app asks to write down the agreements."""
_A_MONTH: Final = 31
_SHORT: Final = frozenset({"checkin", "planning"})
"""Short conversations, which look back a few weeks. A yearly conversation looks back past them."""


class Countdown(NamedTuple):
    """A coming conversation, or a past one without its outcome written down."""

    id: str
    date: date
    sort: str
    who: Who | None
    days: int
    """Days until the conversation; negative when it was in the past."""
    step: Step | None
    """None when it is too far off for any step."""


def coming_conversation(records: Records, today: date) -> Conversation | None:
    """Return the next planned conversation, today included; None when none is planned."""
    planned = (
        conversation
        for conversation in records.of(Conversation)
        if conversation.state == "preparing" and conversation.date >= today
    )
    return next(planned, None)


def countdown(records: Records, today: date) -> Countdown | None:
    """Return the conversation that needs a step now.

    That is one of the last `AFTER` days that is not written down yet, else the next planned one; None without either.
    """
    past = [t for t in records.of(Conversation) if t.state == "preparing" and 0 < (today - t.date).days <= AFTER]
    conversation = past[-1] if past else coming_conversation(records, today)
    if conversation is None:
        return None
    days = (conversation.date - today).days
    step = "write_down" if days < 0 else next((step for most, step in _FROM if days <= most), None)
    return Countdown(
        conversation.id, conversation.date, conversation.sort, People(records).who(conversation.with_), days, step
    )


def conversation_before(records: Records, today: date, coming: Conversation | None = None) -> Conversation | None:
    """Return the conversation from which to look back: the last one of more than a month ago.

    A conversation of the last month was most likely about the same period. When `coming` is a yearly conversation,
    short ones count only if there is no other.
    """
    held = [conversation for conversation in records.of(Conversation) if (today - conversation.date).days > _A_MONTH]
    if coming is not None and coming.sort not in _SHORT:
        held = [conversation for conversation in held if conversation.sort not in _SHORT] or held
    return held[-1] if held else None


def since_last_conversation(records: Records, today: date) -> Period:
    """Return the period to propose for the coming conversation.

    That is the period set on it, else since the last conversation, else the last twelve months.
    """
    coming = coming_conversation(records, today)
    if coming is not None and coming.period_from is not None:
        return periods.since(coming.period_from, today)
    before = conversation_before(records, today, coming)
    return periods.since(before.date, today) if before is not None else periods.the_year_up_to(today)


def needs_of(conversation: Conversation, records: Records) -> tuple[Need, ...]:
    """Return the needs that belong to a conversation.

    Of one in preparation these are the needs without an answer; of another those asked on its day.
    """
    if conversation.state == "preparing":
        return tuple(need for need in records.of(Need) if not (need.answer or "").strip())
    return tuple(need for need in records.of(Need) if conversation.date in (need.asked_on, need.date))


def is_coming(conversation: Conversation, today: date) -> bool:
    """Return whether a conversation is still coming, or took place shortly before today and is not written up yet."""
    return conversation.state == "preparing" and (today - conversation.date).days <= AFTER
