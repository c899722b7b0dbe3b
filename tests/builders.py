"""Records for tests, built by hand: each function fills in what a test does not care about.

    skill = a_skill("Fault finding", target=4)
    records = having(skill, a_rating(skill, 1, "2025-01-13"), a_goal("Solve faults", skills=[skill]))

Links are given as records or ids, days as `date` or as text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation, Need
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.identity import new_id
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.milestones import Milestone
from portfolio.records.pauses import Pause
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill

R = TypeVar("R", bound=Record)
Day = date | str
_COUNT = itertools.count(1)
_WRITTEN = datetime(2025, 6, 1, 12, tzinfo=UTC)
TODAY = date(2025, 12, 15)


def having(*records: Record) -> Records:
    """A collection of these records."""
    return Records.of_all(records)


def day(value: Day) -> date:
    """A day, from text where it is one."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def made(kind: type[R], on: Day, **values: Any) -> R:
    """A record of a type; its id rises with each one made, linked records become their ids."""
    n = next(_COUNT)
    identity = PROFILE_ID if kind is Profile else new_id(1_735_689_600_000 + n, n)
    known = {name: _plain(value) for name, value in values.items() if value is not None}
    return kind(**{"id": identity, "date": day(on), "created": _WRITTEN, "modified": _WRITTEN, **known})


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.id
    if isinstance(value, list | tuple) and not isinstance(value, Pause):
        return tuple(_plain(item) for item in value)
    return value


def _days(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return values | {name: day(values[name]) for name in names if values.get(name) is not None}


def a_profile(name: str = "Samir Bouali", on: Day = "2025-01-01", **values: Any) -> Profile:
    """Whose portfolio it is."""
    return made(Profile, on, name=name, **values)


def a_person(name: str = "Erik", role: str | None = "manager", on: Day = "2025-01-01", **values: Any) -> Person:
    """Someone at work."""
    return made(Person, on, name=name, role=role, **values)


def a_skill(title: str = "Fault finding", on: Day = "2025-01-01", **values: Any) -> Skill:
    """A skill on the scale of independence, unless said."""
    return made(Skill, on, **_days({"title": title, **values}, "target_date"))


def a_rating(skill: Skill | str, level: int | str, on: Day, **values: Any) -> Rating:
    """A level on a day, by oneself unless there is a `rater`."""
    return made(Rating, on, skill=skill, level=level, **values)


def a_goal(title: str = "Solve faults on my own", start: Day = "2025-01-13", **values: Any) -> Goal:
    """An active goal from a day on; it is also written down on that day, unless `on` says another."""
    on = values.pop("on", start)
    return made(
        Goal, on, **_days({"title": title, "start": start, **values}, "start", "due", "achieved_on", "state_on")
    )


def a_step(goal: Goal, text: str = "Read the manual", on: Day = "2025-01-13", **values: Any) -> Step:
    """A step under a goal, not done unless there is a `done_on`."""
    return made(Step, on, **_days({"goal": goal, "text": text, **values}, "due", "done_on"))


def a_measure(goal: Goal, name: str = "Faults without help", on: Day = "2025-01-13", **values: Any) -> Measure:
    """A number to follow."""
    return made(Measure, on, goal=goal, name=name, **values)


def a_reading(measure: Measure, value: float, on: Day, **values: Any) -> Reading:
    """What a measure said."""
    return made(Reading, on, measure=measure, value=value, **values)


def a_reflection(on: Day, template: str = "note", words: str = "Something.", **values: Any) -> Reflection:
    """A reflection; the words answer the first question of a template that has `text`, else give `answers`."""
    answers = values.pop("answers", {"text": words})
    return made(Reflection, on, template=template, answers=answers, **values)


def a_feedback(on: Day, what: str = "Well explained.", sort: str | None = "top", **values: Any) -> Feedback:
    """Something that someone said."""
    return made(Feedback, on, what=what, sort=sort, **values)


def an_evidence(title: str = "Job sheet 25-1184", on: Day = "2025-05-20", **values: Any) -> Evidence:
    """A piece of evidence."""
    return made(Evidence, on, title=title, **values)


def a_milestone(text: str = "First shift alone", on: Day = "2025-09-04", **values: Any) -> Milestone:
    """A moment worth marking."""
    return made(Milestone, on, text=text, **values)


def a_conversation(on: Day = "2025-02-12", sort: str = "checkin", **values: Any) -> Conversation:
    """A talk at work."""
    return made(Conversation, on, sort=sort, **values)


def an_agreement(conversation: Conversation, text: str = "Four days with Ruud", **values: Any) -> Agreement:
    """Something agreed there."""
    on = values.pop("on", conversation.date)
    return made(
        Agreement, on, **_days({"conversation": conversation, "text": text, **values}, "due", "check_on", "state_on")
    )


def a_need(text: str = "Time to practise", on: Day = "2025-09-04", **values: Any) -> Need:
    """What someone needs to learn."""
    return made(Need, on, text=text, **values)


def titles(records: Sequence[Record]) -> list[str]:
    """What these records are called, as typed."""
    return [record.heading for record in records]


def whole_years(first: int, last: int | None = None) -> Period:
    """Calendar years, from 1 January of the first to 31 December of the last."""
    return Period(date(first, 1, 1), date(first if last is None else last, 12, 31))
