"""The days that belong in a calendar: agreements, review dates of goals, conversations and the weekly review.

The app cannot remind anyone while it is closed, so these are exported as a calendar file. Each appointment has a stable
key: a calendar that imports the file again updates its events instead of adding them twice.
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
    """One day to come.

    `key` is the id of its record with a suffix for the sort of day; `weekly` repeats it every week on the same weekday.
    """

    key: str
    sort: Sort
    date: date
    changed: datetime
    """When the record was last changed."""
    text: str = ""
    kind: str = ""
    """The sort of conversation; empty for other appointments."""
    who: Who | None = None
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """All appointments from today on, sorted by day."""

    picture: ClassVar[str] = "calendar"

    today: date
    appointments: tuple[Appointment, ...]


def ahead(records: Records, today: date) -> Ahead:
    """Return the appointments from `today` on, sorted by day, then key."""
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
    for conversation in records.of(Conversation):
        if conversation.state == "preparing":
            who = people.who(conversation.with_)
            yield Appointment(
                f"{conversation.id}-talk",
                "conversation",
                conversation.date,
                conversation.modified,
                kind=conversation.sort,
                who=who,
            )
    for profile in records.of(Profile):
        if profile.review_day is not None:
            next_review = today + timedelta(days=(profile.review_day - today.isoweekday()) % 7)
            yield Appointment(f"{profile.id}-review", "review", next_review, profile.modified, weekly=True)
