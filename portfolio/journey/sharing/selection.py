"""Select the records to share: shareable, in the period or added by hand, not in conflict, and allowed by their kind.

Everything is worked out from records that can be shared themselves, so a private record cannot even change a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.as_of import as_of, ended_on, first_day
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.rules import ALLOWED, ANSWERS, DECISIVE, ENDED_GOAL, OPEN_AGREEMENT
from portfolio.records.collection import R, Records, in_order
from portfolio.records.conversations import Agreement
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill

_OTHERS: Final = ("reflection", "feedback", "evidence", "conversation", "agreement", "need", "milestone")
"""Kinds that depend on no other record."""


def selected(records: Records, choice: Choice, period: Period) -> dict[str, Record]:
    """Return the records to share by id, as they were on the last day of the period.

    The profile and the people are not included; they have their own rules.
    """
    candidates = _Candidates(records, choice, period)
    goals = {goal.id: goal for goal in candidates.of(Goal) if candidates.chosen(goal) or _ran_in(goal, period)}
    steps = [step for step in candidates.of(Step) if step.goal in goals and candidates.step(step)]
    readings = [r for r in candidates.of(Reading) if candidates.now(r)]
    measures = {m.id: m for m in candidates.of(Measure) if m.goal in goals and candidates.measure(m, readings)}
    readings = [r for r in readings if r.measure in measures]
    others = [r for kind in _OTHERS for r in candidates.of_kind(kind) if _rule(r) and candidates.now(r)]
    skills = {
        skill.id: skill for skill in candidates.of(Skill) if candidates.chosen(skill) or candidates.existed(skill)
    }
    ratings = [rating for identity in skills for rating in candidates.ratings_of(identity)]
    found = [*goals.values(), *steps, *measures.values(), *readings, *others, *skills.values(), *ratings]
    return {record.id: record for record in sorted(found, key=in_order)}


def may_leave(record: Record) -> bool:
    """Return whether a record can be chosen at all: marked shareable, and nothing decisive damaged or in conflict."""
    return record.shareable is True and not record.conflicts and not DECISIVE & set(record.damaged)


class _Candidates:
    """The records of one collection that can be shared, for one choice."""

    def __init__(self, records: Records, choice: Choice, period: Period) -> None:
        self._records = records
        self._period = period
        self._with = frozenset(choice.with_ids) | ({choice.conversation} if choice.conversation else set())
        self._without = frozenset(choice.without_ids)
        self._ratings: dict[str, list[Rating]] = {}
        for rating in self.of(Rating):
            self._ratings.setdefault(rating.skill, []).append(rating)

    def leave(self, record: Record) -> bool:
        return may_leave(record) and record.id not in self._without

    def of(self, wanted: type[R]) -> Iterator[R]:
        return (record for record in self.of_kind(wanted.kind) if isinstance(record, wanted))

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield those that can be shared, as they were on the last day of the period."""
        return (as_of(record, self._period.until) for record in self._records.of_kind(kind) if self.leave(record))

    def chosen(self, record: Record) -> bool:
        return record.id in self._with

    def now(self, record: Record) -> bool:
        """Return whether it was added by hand, is in the period, or is an open agreement from before its end."""
        if isinstance(record, Agreement) and record.state in OPEN_AGREEMENT and record.date <= self._period.until:
            return True
        return self.chosen(record) or self._period.contains(record.date)

    def step(self, step: Step) -> bool:
        """Return whether a step was added by hand, planned in the period, or done in it."""
        return self.now(step) or (step.done_on is not None and self._period.contains(step.done_on))

    def measure(self, measure: Measure, readings: Iterable[Reading]) -> bool:
        """Return whether a measure was added by hand, or existed (or was read) by the last day."""
        days = (reading.date for reading in readings if reading.measure == measure.id)
        return self.chosen(measure) or first_day(measure, days) <= self._period.until

    def existed(self, skill: Skill) -> bool:
        """Return whether the skill existed by the last day: written down, or already rated."""
        days = (rating.date for rating in self._ratings.get(skill.id, ()))
        return first_day(skill, days) <= self._period.until

    def ratings_of(self, skill: str) -> Iterator[Rating]:
        """Yield the ratings in the period and the last one before it."""
        ratings = self._ratings.get(skill, [])
        before = [rating for rating in ratings if rating.date < self._period.since]
        yield from (r for r in ratings if self.now(r) or r is (before[-1] if before else None))


def _ran_in(goal: Goal, period: Period) -> bool:
    """Return whether a goal ran in the period, from its first day to the day it ended, if it did."""
    if goal.state not in ENDED_GOAL:
        return period.overlaps(first_day(goal), None)
    planned = min(goal.start, goal.date) if goal.start else goal.date
    return period.overlaps(first_day(goal), max(planned, ended_on(goal) or goal.due or planned))


def _rule(record: Record) -> bool:
    """Return whether a record meets the rule of its kind, if that involves no other record."""
    if isinstance(record, Reflection):
        return record.template in ANSWERS
    if isinstance(record, Feedback):
        return record.permission == "yes"
    return record.kind in ALLOWED
