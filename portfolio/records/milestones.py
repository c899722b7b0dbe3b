"""Milestones: moments worth marking in the journey."""

from __future__ import annotations

from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record


class Milestone(Record):
    """A moment worth marking, with its text."""

    kind: ClassVar[str] = "milestone"
    title_field: ClassVar[str] = "text"

    text: str = field.text(required=True)
    source: str | None = field.choice(lists.MILESTONE_SOURCES)
    goals: tuple[str, ...] = field.links("goal")
    skills: tuple[str, ...] = field.links("skill")
