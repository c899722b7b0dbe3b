"""The conversation that asks for attention now, and the six steps from choosing what to share to the agreements."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, get_args

from portfolio.journey.facts.conversations import AFTER, countdown
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.exports import Export
from portfolio.records.persons import Person

PrepStep = Literal["choose", "read", "hand_over", "sheet", "table", "agreements", "confirm"]
"""Choose what to share; read the document through; hand it over; the sheet for oneself; the points at the table; the
agreements afterwards; the mail that confirms them."""
STEPS: Final[tuple[PrepStep, ...]] = get_args(PrepStep)[:-1]
"""The steps towards a conversation, and what is written down after it."""
AFTERWARDS: Final[tuple[PrepStep, ...]] = ("agreements", "confirm")
"""The steps that remain once a conversation was held."""
_KINDS: Final = ("goal", "skill", "evidence", "feedback", "milestone", "need", "agreement", "reflection")
"""Where to look for something shareable: the kinds with the fewest records first."""
_BEFORE: Final = timedelta(days=60)
"""A document that was handed over longer before the conversation was for another one."""


class Preparation(NamedTuple):
    """A conversation with the steps that are done."""

    conversation: Conversation
    days: int
    """Days until the conversation; negative when it was in the past."""
    done: frozenset[PrepStep]
    now: PrepStep | None
    """The step to take now; None when all are done."""

    @property
    def held(self) -> bool:
        """Whether the conversation was held."""
        return self.conversation.state != "preparing"

    @property
    def steps(self) -> tuple[PrepStep, ...]:
        """The steps to show: those that remain once it was held."""
        return AFTERWARDS if self.held else STEPS


def preparation(
    records: Records,
    today: date,
    *,
    read: Collection[str] = (),
    discussed: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> Preparation | None:
    """Return the conversation that asks for attention: one to write down, else the next one; None without any.

    `read`, `discussed` and `confirmed` are the conversations whose document was read, whose points were ticked off and
    whose agreements were put in a mail, in this session.
    """
    conversation = _attention(records, today)
    if conversation is None:
        return None
    done = frozenset(_done(records, conversation, read=conversation.id in read, talked=conversation.id in discussed))
    if conversation.id in confirmed:
        done |= {"confirm"}
    days = (conversation.date - today).days
    if conversation.state != "preparing":
        return Preparation(conversation, days, done, next((step for step in AFTERWARDS if step not in done), None))
    return Preparation(conversation, days, done, _now(days, done))


def _attention(records: Records, today: date) -> Conversation | None:
    """Return the conversation that was held in the last two weeks, also before its day; else the next planned one.

    Once its agreements are written down it makes room for a conversation within two weeks, or without its outcome.
    """
    agreed = {agreement.conversation for agreement in records.of(Agreement)}
    now = countdown(records, today)
    planned = records.find(Conversation, now.id) if now is not None else None
    for conversation in reversed(records.of(Conversation)):
        if conversation.state == "held" and _held_on(conversation) + timedelta(days=AFTER) >= today:
            is_near = now is not None and now.days <= AFTER
            return planned if is_near and conversation.id in agreed else conversation
    return planned


def _held_on(conversation: Conversation) -> date:
    """Return the day on which a conversation was held: its own day, or the day it was called held before that."""
    return min(conversation.date, conversation.state_on or conversation.date)


def _done(records: Records, conversation: Conversation, *, read: bool, talked: bool) -> set[PrepStep]:
    done: set[PrepStep] = set()
    handed = handed_over(records, conversation) is not None
    if handed or any(record.shareable for kind in _KINDS for record in records.of_kind(kind)):
        done.add("choose")
    if handed or read:
        done.add("read")
    if handed:
        done.add("hand_over")
    if any(text.strip() for text in conversation.sheet.values()):
        done.add("sheet")
    agreed = any(agreement.conversation == conversation.id for agreement in records.of(Agreement))
    if talked or agreed or conversation.state != "preparing":
        done.add("table")
    if agreed:
        done.add("agreements")
    return done


def handed_over(records: Records, conversation: Conversation) -> Export | None:
    """Return the last document that was handed over to the other person in the weeks before the conversation."""
    to = recipient_of(records, conversation)
    last = conversation.date
    found = (
        export
        for export in reversed(records.of(Export))
        if last - _BEFORE <= export.date <= last and (export.recipient or "") == to
    )
    return next(found, None)


def recipient_of(records: Records, conversation: Conversation | None) -> str:
    """Return the other person in a conversation: a role, else a name; empty when there is none."""
    person = records.find(Person, conversation.with_) if conversation is not None else None
    return (person.role or person.name or "") if person is not None else ""


def _now(days: int, done: Collection[PrepStep]) -> PrepStep | None:
    """Return the step to take: on the day the points, afterwards the agreements, before it the first open one."""
    if days < 0 or (days == 0 and "table" in done):
        steps: tuple[PrepStep, ...] = ("agreements",)
    elif days == 0:
        steps = ("table",)
    else:
        steps = tuple(step for step in STEPS if step not in ("table", "agreements"))
    return next((step for step in steps if step not in done), None)
