"""Evidence: a reference to something that shows a skill. The thing itself is not copied."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record


class Evidence(Record):
    """What it is, what it shows, who made it and where it is."""

    kind: ClassVar[str] = "evidence"
    title_field: ClassVar[str] = "title"

    title: str = field.text(required=True)
    sort: str | None = field.choice(lists.EVIDENCE_SORTS)
    miller: str | None = field.choice(lists.MILLER)
    shows: str | None = field.text(long=True)
    own_part: str | None = field.text(long=True)
    context: str | None = field.text()
    location: str | None = field.text()
    say_where: bool = field.flag()
    """Whether documents for others say where it is."""
    confirmed_by: str | None = field.link("person")
    confirmed_on: Day | None = field.day()
    issuer: str | None = field.text()
    valid_until: Day | None = field.day(future=True)
    goals: tuple[str, ...] = field.links("goal")
    skills: tuple[str, ...] = field.links("skill")
