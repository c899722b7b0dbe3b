"""Reflections: a guided look back, or a free note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.record import Record
from portfolio.records.templates import DEFAULT_TEMPLATE, TEMPLATES


class Reflection(Record):
    """A reflection, with its answers by the keys of its template."""

    kind: ClassVar[str] = "reflection"
    title_field: ClassVar[str] = "title"

    template: str = field.choice(tuple(TEMPLATES), default=DEFAULT_TEMPLATE)
    period: str | None = field.choice(lists.PERIODS)
    answers: Mapping[str, str] = field.keyed()
    title: str | None = field.text()
    form: str | None = field.choice(lists.FORMS)
    minutes: int | None = field.whole(0)
    energy: int | None = field.whole(1, 5)
    headway: int | None = field.whole(1, 5)
    context: str | None = field.text()
    helped: str | None = field.text(long=True)
    hindered: str | None = field.text(long=True)
    discuss: bool = field.flag()
    if_then: str | None = field.text()
    goals: tuple[str, ...] = field.links("goal")
    skills: tuple[str, ...] = field.links("skill")
    evidence: tuple[str, ...] = field.links("evidence")
    people: tuple[str, ...] = field.links("person")

    def in_order(self) -> tuple[tuple[str, str], ...]:
        """The non-empty answers in the order of the template, unknown keys last."""
        known = TEMPLATES.get(self.template, ())
        keys = [*known, *sorted(k for k in self.answers if k not in known)]
        return tuple((k, self.answers[k]) for k in keys if self.answers.get(k, "").strip())
