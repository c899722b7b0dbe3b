"""Skills, and dated ratings of them by the user or another person; ratings are never overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.levels import SELF, Level
from portfolio.records.record import Record


class Skill(Record):
    """Something a person can do, learnable and observable."""

    kind: ClassVar[str] = "skill"
    title_field: ClassVar[str] = "title"

    title: str = field.text(required=True)
    group: str | None = field.choice(lists.SKILL_GROUPS)
    sort: str | None = field.choice(lists.SKILL_SORTS)
    scale: str = field.choice(lists.SCALES, default="independence")
    anchors: Mapping[str, str] = field.keyed()
    target: Level | None = field.level()
    target_date: Day | None = field.day(future=True)
    code: str | None = field.text()


class Rating(Record):
    """A level on a day, with its rater and reason. A correction is a new rating."""

    kind: ClassVar[str] = "rating"

    skill: str = field.link("skill", required=True)
    level: Level = field.level(required=True)
    rater: str | None = field.link("person")
    """"self" (also when not set), or the id of a person."""
    reason: str | None = field.text(long=True)
    evidence: tuple[str, ...] = field.links("evidence")

    @property
    def by_self(self) -> bool:
        """Whether the user rated themselves."""
        return self.rater in (None, "", SELF)
