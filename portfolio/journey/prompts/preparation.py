"""The conversation that asks for attention now, and the six steps from choosing what to share to the agreements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from portfolio.journey.facts.conversations import AFTER, countdown
from portfolio.journey.facts.links import agreed_in
from portfolio.journey.facts.meeting_points import points
from portfolio.journey.sharing.candidates import KINDS, can_be_shared, can_go
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.exports import Export
from portfolio.records.persons import Person
from portfolio.wording.sheet import OWN

PrepStep = Literal["choose", "read", "hand_over", "sheet", "table", "agreements", "confirm"]
"""Choose what to share; read the document through; hand it over; the sheet for oneself; the points at the table; the
agreements afterwards; the mail that confirms them."""
STEPS: Final[tuple[PrepStep, ...]] = get_args(PrepStep)[:-1]
"""The steps towards a conversation, and what is written down after it."""
AFTERWARDS: Final[tuple[PrepStep, ...]] = ("agreements", "confirm")
"""The steps that remain once a conversation was held."""
_OWN_KEYS: Final = tuple(prompt.key for prompt in OWN)
"""The questions to oneself: with all of them answered the sheet is whole; likely questions are extra."""
_BEFORE: Final = timedelta(days=60)
"""A document that was handed over longer before the conversation was for another one."""


class SessionSteps(NamedTuple):
    """What was done in this session and leaves nothing in a record, by the id of the conversation."""

    chosen: Collection[str] = ()
    """Choosing what to share was ended."""
    opened: Collection[str] = ()
    """The document was opened to read."""
    read: Collection[str] = ()
    """The document was read to its end."""
    discussed: Mapping[str, Collection[str]] = MappingProxyType({})
    """The keys of the points that were ticked at the table."""
    confirmed: Collection[str] = ()
    """The agreements were put in a mail."""


class Preparation(NamedTuple):
    """A conversation with the steps that are done."""

    conversation: Conversation
    days: int
    """Days until the conversation; negative when it was in the past."""
    done: frozenset[PrepStep]
    """The steps that are whole."""
    partly: Mapping[PrepStep, tuple[int, int]]
    """Step -> how many of its parts there are, and how many it has: shareable records, answers, points. A document
    that was opened and not read to its end has no parts to count: 0 of 0."""
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


_NOTHING: Final = SessionSteps()


def preparation(
    records: Records,
    today: date,
    session: SessionSteps = _NOTHING,
) -> Preparation | None:
    """Return the conversation that asks for attention: one to write down, else the next one; None without any."""
    conversation = _attention(records, today)
    if conversation is None:
        return None
    partly = _partly(records, conversation, session)
    done = frozenset(_done(records, conversation, partly, session))
    days = (conversation.date - today).days
    if conversation.state != "preparing":
        now = next((step for step in AFTERWARDS if step not in done), None)
    else:
        past_the_table = "table" in done or bool(agreed_in(conversation, records))
        now = _now(days, done, past_the_table=past_the_table)
    return Preparation(conversation, days, done, {step: n for step, n in partly.items() if step not in done}, now)


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


def _partly(records: Records, conversation: Conversation, session: SessionSteps) -> dict[PrepStep, tuple[int, int]]:
    """Return of each step that has parts how many there are; nothing before it was begun."""
    everything = sum(len(can_be_shared(records, kind)) for kind in KINDS)
    answers = [conversation.sheet.get(key, "").strip() for key in _OWN_KEYS]
    keys = [point.key for point in points(records, conversation)]
    talked = session.discussed.get(conversation.id, ())
    counted: dict[PrepStep, tuple[int, int]] = {
        "choose": (can_go(records), everything),
        "sheet": (sum(map(bool, answers)), len(answers)),
        "table": (sum(key in talked for key in keys), len(keys)),
    }
    begun = {step: parts for step, parts in counted.items() if parts[0]}
    return begun | ({"read": (0, 0)} if conversation.id in session.opened else {})


def _done(
    records: Records,
    conversation: Conversation,
    partly: Mapping[PrepStep, tuple[int, int]],
    session: SessionSteps,
) -> Iterator[PrepStep]:
    """Yield the steps that are whole; choosing is whole once the user ended it or read what it gave.

    That a document was handed over does not say that it was read: that is known of this session alone.
    """
    handed = handed_over(records, conversation) is not None
    read = conversation.id in session.read
    if handed or read or ("choose" in partly and conversation.id in session.chosen):
        yield "choose"
    if read:
        yield "read"
    if handed:
        yield "hand_over"
    for step in ("sheet", "table"):
        there, parts = partly.get(step, (0, 1))
        if there == parts:
            yield step
    if conversation.state != "preparing":
        yield "table"
        if agreed_in(conversation, records):
            yield "agreements"
    if conversation.id in session.confirmed:
        yield "confirm"


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


def _now(days: int, done: Collection[PrepStep], *, past_the_table: bool) -> PrepStep | None:
    """Return the step to take: on the day the points, afterwards the agreements, before it the first open one."""
    if days < 0 or (days == 0 and past_the_table):
        steps: tuple[PrepStep, ...] = ("agreements",)
    elif days == 0:
        steps = ("table",)
    else:
        steps = tuple(step for step in STEPS if step not in ("table", "agreements"))
    overtaken = {"read"} if "hand_over" in done else set()
    return next((step for step in steps if step not in done and step not in overtaken), None)
