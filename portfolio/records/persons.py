"""The profile of the user, and the people they learn with."""

from __future__ import annotations

from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record


class Profile(Record):
    """The user's own profile. There is one."""

    kind: ClassVar[str] = "profile"
    title_field: ClassVar[str] = "name"

    name: str | None = field.text()
    job: str | None = field.text()
    team: str | None = field.text()
    organisation: str | None = field.text()
    manager: str | None = field.link("person")
    strengths: str | None = field.text(long=True)
    motives: str | None = field.text(long=True)
    ambition: str | None = field.text(long=True)
    language: str | None = field.choice(lists.LANGUAGES)
    work_days: tuple[int, ...] = field.wholes(1, 7)
    """ISO weekdays, 1 is Monday."""
    review_day: int | None = field.whole(1, 7)
    dismissed: tuple[str, ...] = field.texts()
    """Keys of the hints that were dismissed for good."""


class Person(Record):
    """A person the user learns with: the name is for the user, the role is what other readers see."""

    kind: ClassVar[str] = "person"
    title_field: ClassVar[str] = "name"

    name: str = field.text(required=True)
    role: str | None = field.text()
    may_be_named: str = field.choice(lists.PERMISSIONS, default="not_asked")
