"""Conversations at work, the agreements made there, and what the user needs in order to learn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record


class Conversation(Record):
    """A planned or past conversation, with its preparation."""

    kind: ClassVar[str] = "conversation"
    title_field: ClassVar[str] = "place"

    sort: str = field.choice(lists.CONVERSATION_SORTS, default="development")
    with_: str | None = field.link("person")
    consequences: str = field.choice(lists.CONSEQUENCES, default="unknown")
    place: str | None = field.text()
    period_from: Day | None = field.day()
    state: str = field.choice(lists.CONVERSATION_STATES, default="preparing")
    state_on: Day | None = field.day()
    sheet: Mapping[str, str] = field.keyed()
    chosen: tuple[str, ...] = field.links()
    left_out: tuple[str, ...] = field.links()
    note: str | None = field.text(long=True)
    atmosphere: int | None = field.whole(1, 5)


class Agreement(Record):
    """What was agreed, by whom and by when."""

    kind: ClassVar[str] = "agreement"
    title_field: ClassVar[str] = "text"

    text: str = field.text(required=True)
    conversation: str | None = field.link("conversation")
    owner: str | None = field.choice(lists.OWNERS)
    due: Day | None = field.day(future=True)
    support: str | None = field.text()
    sign: str | None = field.text()
    check_on: Day | None = field.day(future=True)
    state: str = field.choice(lists.AGREEMENT_STATES, default="open")
    state_on: Day | None = field.day()
    state_reason: str | None = field.text()
    goal: str | None = field.link("goal")


class Need(Record):
    """Time, money, guidance, training or tools that the user needs to learn."""

    kind: ClassVar[str] = "need"
    title_field: ClassVar[str] = "text"

    text: str = field.text(required=True)
    sort: str | None = field.choice(lists.NEED_SORTS)
    amount: str | None = field.text()
    """How much, such as hours or a sum of money. It never leaves."""
    goal: str | None = field.link("goal")
    asked_on: Day | None = field.day()
    answer: str | None = field.text(long=True)
