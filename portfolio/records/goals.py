"""Learning goals, their steps, and the measures that the user follows, with their readings."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar

from portfolio.records import choices as lists
from portfolio.records import fields as field
from portfolio.records.pauses import Pause
from portfolio.records.record import Record


class Goal(Record):
    """What the user wants to be able to do differently."""

    kind: ClassVar[str] = "goal"
    title_field: ClassVar[str] = "title"

    title: str = field.text(required=True)
    why: str | None = field.text(long=True)
    different: str | None = field.text(long=True)
    sign: str | None = field.text(long=True)
    contributes_to: str | None = field.text()
    state: str = field.choice(lists.GOAL_STATES, default="active")
    state_on: Day | None = field.day()
    state_reason: str | None = field.text()
    pauses: tuple[Pause, ...] = field.pauses()
    start: Day | None = field.day()
    due: Day | None = field.day(future=True)
    achieved_on: Day | None = field.day()
    skills: tuple[str, ...] = field.links("skill")
    forms: tuple[str, ...] = field.choices(lists.FORMS)
    helpers: tuple[str, ...] = field.links("person")
    obstacle: str | None = field.text()
    if_then: str | None = field.text()
    first_step: str | None = field.text()


class Step(Record):
    """One action under a goal."""

    kind: ClassVar[str] = "step"
    title_field: ClassVar[str] = "text"

    goal: str = field.link("goal", required=True)
    text: str = field.text(required=True)
    sort: str | None = field.choice(lists.STEP_SORTS)
    due: Day | None = field.day(future=True)
    done_on: Day | None = field.day()
    state_on: Day | None = field.day()
    result: str | None = field.text(long=True)


class Measure(Record):
    """A number that the user follows for a goal."""

    kind: ClassVar[str] = "measure"
    title_field: ClassVar[str] = "name"

    goal: str = field.link("goal", required=True)
    name: str = field.text(required=True)
    unit: str | None = field.text()
    direction: str | None = field.choice(lists.DIRECTIONS)
    start: float | None = field.number()
    target: float | None = field.number()


class Reading(Record):
    """The value of a measure on a day."""

    kind: ClassVar[str] = "reading"

    measure: str = field.link("measure", required=True)
    value: float = field.number(required=True)
    note: str | None = field.text(long=True)
