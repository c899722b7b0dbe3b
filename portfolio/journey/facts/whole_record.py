"""A record as a whole: the records that hang together with it, and what is known of it by day.

The parts of its parts count too, such as the readings of the measures of a goal. For the user only: private records
count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from portfolio.journey.facts.conversations import needs_of
from portfolio.journey.facts.goal_spans import goal_spans
from portfolio.journey.facts.links import parts_of
from portfolio.journey.facts.people import Who
from portfolio.journey.facts.related import linked_from, linked_to
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.journey.facts.with_person import with_person
from portfolio.records.collection import Records, in_order
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.goals import Goal
from portfolio.records.kinds import TABLES
from portfolio.records.levels import Level
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.skills import Skill


class StateByDay(NamedTuple):
    """A stretch of a goal in one state; `until` is None for the state it is in now."""

    state: str
    """As in the field `state`, or `unknown` for a stretch that was not noted, or `planned` before its first day."""
    since: date | None = None
    """None when the day was not noted."""
    until: date | None = None
    reason: str = ""


class LevelByDay(NamedTuple):
    """A level of a skill, and who gave it for what reason."""

    id: str
    """The rating."""
    date: date
    level: Level
    rater: Who | None = None
    """None for the user's own rating."""
    reason: str = ""
    evidence: tuple[str, ...] = ()


def whole_related(record: Record, records: Records) -> Mapping[str, tuple[Record, ...]]:
    """Return the records that hang together with this one, by kind, each by date, then id."""
    found = {each.id: each for each in parts_of(records, [record.id])}
    for held in (*linked_to(record, records).values(), *linked_from(record, records).values()):
        found |= {each.id: each for each in held}
    if isinstance(record, Person):
        about = with_person(record.id, records)
        found |= {each.id: each for each in records.of(Agreement) if about.concerns(each)}
    if isinstance(record, Conversation):
        found |= {each.id: each for each in needs_of(record, records)}
    found.pop(record.id, None)
    by_kind = {kind: tuple(sorted((r for r in found.values() if r.kind == kind), key=in_order)) for kind in TABLES}
    return {kind: held for kind, held in by_kind.items() if held}


def goal_history(goal: Goal, records: Records, today: date) -> tuple[StateByDay, ...]:
    """Return the states of a goal from its first day on, oldest first; the last one is that of today."""
    return tuple(_states(goal, records, today))


def _states(goal: Goal, records: Records, today: date) -> Iterator[StateByDay]:
    known = goal_spans(records, today)[goal.id]
    spans, since = list(known.spans), known.end or known.state_on or _first_day(goal, known.state)
    if spans and spans[-1].state == known.state:
        since = spans.pop().since
    yield from (StateByDay(span.state, span.since, span.until) for span in spans)
    yield StateByDay(known.state, since, None, known.reason)


def _first_day(goal: Goal, state: str) -> date | None:
    return goal.date if state == "idea" else goal.start if state == "planned" else None


def skill_history(skill: Skill, records: Records, today: date) -> tuple[LevelByDay, ...]:
    """Return the levels of a skill up to and including `today`, oldest first."""
    return tuple(
        LevelByDay(point.id, point.date, point.level, point.rater, point.reason, point.evidence)
        for point in skill_histories(records, today)[skill.id].points
    )
