"""What a calendar should hold: agreements and when they are looked at, goals' check dates, conversations, the review.

A closed terminal cannot ring. Each appointment has a key of its own that stays the same, so that a calendar which reads
the file again changes what it has instead of adding it once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Literal

from portfolio.journey.facts.people import People, Who
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.goals import Goal
from portfolio.records.persons import Profile

Sort = Literal["agreement", "agreement_check", "goal", "conversation", "review"]
_OPEN = ("open", "in_progress")


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day to come. `key` is the id of its record and what the day is; `weekly` repeats it on its weekday."""

    key: str
    sort: Sort
    date: date
    changed: datetime
    """When its record was changed last."""
    text: str = ""
    kind: str = ""
    """Of a conversation: which sort it is."""
    who: Who | None = None
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """Everything from today on, by day."""

    picture: ClassVar[str] = "calendar"

    today: date
    appointments: tuple[Appointment, ...]


def ahead(records: Records, today: date) -> Ahead:
    """What lies ahead as things stand today."""
    found = sorted(_all(records, today), key=lambda a: (a.date, a.key))
    return Ahead(today, tuple(a for a in found if a.date >= today))


def _all(records: Records, today: date) -> Iterator[Appointment]:
    people = People(records)
    for agreement in records.of(Agreement):
        if agreement.state in _OPEN:
            for name, sort, day in (
                ("due", "agreement", agreement.due),
                ("check", "agreement_check", agreement.check_on),
            ):
                if day is not None:
                    key = f"{agreement.id}-{name}"
                    yield Appointment(key, sort, day, agreement.modified, agreement.text)  # type: ignore[arg-type]
    for goal in records.of(Goal):
        if goal.due is not None and goal.state not in ("achieved", "dropped"):
            yield Appointment(f"{goal.id}-due", "goal", goal.due, goal.modified, goal.title)
    for talk in records.of(Conversation):
        if talk.state == "preparing":
            who = people.who(talk.with_)
            yield Appointment(f"{talk.id}-talk", "conversation", talk.date, talk.modified, kind=talk.sort, who=who)
    for profile in records.of(Profile):
        if profile.review_day is not None:
            next_one = today + timedelta(days=(profile.review_day - today.isoweekday()) % 7)
            yield Appointment(f"{profile.id}-review", "review", next_one, profile.modified, weekly=True)
