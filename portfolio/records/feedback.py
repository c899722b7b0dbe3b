"""Feedback that the user received, and requests for it."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record


class Feedback(Record):
    """What another person said about the user's work."""

    kind: ClassVar[str] = "feedback"
    title_field: ClassVar[str] = "what"

    what: str = field.text(required=True, long=True)
    from_: str | None = field.link("person")
    asked: bool = field.flag()
    channel: str | None = field.choice(lists.CHANNELS)
    sort: str | None = field.choice(lists.FEEDBACK_SORTS)
    situation: str | None = field.text(long=True)
    behaviour: str | None = field.text(long=True)
    effect: str | None = field.text(long=True)
    recognise: str | None = field.text(long=True)
    if_then: str | None = field.text()
    permission: str = field.choice(lists.PERMISSIONS, default="not_asked")
    goals: tuple[str, ...] = field.links("goal")
    skills: tuple[str, ...] = field.links("skill")


class Request(Record):
    """A question for feedback, put to a person."""

    kind: ClassVar[str] = "request"
    title_field: ClassVar[str] = "question"

    person: str = field.link("person", required=True)
    question: str = field.text(required=True, long=True)
    asked_on: Day | None = field.day()
    remind_after: int | None = field.whole(0)
    state: str = field.choice(lists.REQUEST_STATES, default="open")
    state_on: Day | None = field.day()
    feedback: str | None = field.link("feedback")
    skill: str | None = field.link("skill")
