"""The changes since a conversation: levels, goals and what was agreed. Includes private records; never shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio.journey.facts.goal_spans import ENDED, GoalSpan, goal_spans
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.skill_history import SkillHistory, as_they_came, direction, skill_histories
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.levels import Level

GoalChange = Literal["goal_started", "goal_reached", "goal_paused", "goal_resumed", "goal_dropped"]


@dataclass(frozen=True, slots=True)
class ChangedSkill:
    """A skill whose level changed since; `then` is None when it had no level on that day."""

    id: str
    title: str
    scale: str
    then: Level | None
    now: Level
    path: tuple[Level, ...]
    """The level of that day, if any, and each later level that differs from the one before it."""
    direction: int
    """1 up, -1 down, 0 back to the same, the only level, or not comparable."""


@dataclass(frozen=True, slots=True)
class ChangedGoal:
    """A goal whose state changed since that day."""

    id: str
    title: str
    change: GoalChange
    date: date


@dataclass(frozen=True, slots=True)
class SinceThen:
    """The changes since one conversation."""

    id: str
    date: date
    sort: str
    who: Who | None
    skills: tuple[ChangedSkill, ...]
    goals: tuple[ChangedGoal, ...]
    kept: int
    """Agreements of that conversation that are done, by either side."""
    standing: int
    dropped: int


def since_then(records: Records, conversation: Conversation, today: date, upto: date | None = None) -> SinceThen:
    """Return what changed after the conversation, up to and including `upto` (default and at most `today`)."""
    day = today if upto is None else min(upto, today)
    states = [
        agreement.state if agreement.state_on is None or agreement.state_on <= day else "open"
        for agreement in records.of(Agreement)
        if agreement.conversation == conversation.id
    ]
    return SinceThen(
        id=conversation.id,
        date=conversation.date,
        sort=conversation.sort,
        who=People(records).who(conversation.with_),
        skills=tuple(_changed_skills(skill_histories(records, day).values(), conversation.date)),
        goals=tuple(
            sorted(
                _changed_goals(goal_spans(records, today, day).values(), conversation.date),
                key=lambda t: (t.date, t.id),
            )
        ),
        kept=states.count("done"),
        standing=states.count("open") + states.count("in_progress"),
        dropped=states.count("dropped"),
    )


def _changed_skills(histories: Iterable[SkillHistory], then: date) -> Iterator[ChangedSkill]:
    """Yield the skills that the user rated differently after `then`, also when the level came back since."""
    for history in histories:
        series = history.by_self
        before = next((point for point in reversed(series) if point.date <= then), None)
        points = [*([before] if before else []), *(point for point in series if point.date > then)]
        path = as_they_came(points)
        if points and path != ((before.level,) if before else ()):
            skill, level = history.skill, before.level if before else None
            change = direction(points[0], points[-1])
            yield ChangedSkill(skill.id, skill.title, skill.scale, level, points[-1].level, path, change)


def _changed_goals(spans: Iterable[GoalSpan], then: date) -> Iterator[ChangedGoal]:
    """Yield the last change of each goal after `then`, if its day is known; an idea has not begun."""
    for goal_span in spans:
        found = _last_change(goal_span)
        if found is not None and found[1] > then:
            yield ChangedGoal(goal_span.goal.id, goal_span.goal.title, *found)


def _last_change(goal_span: GoalSpan) -> tuple[GoalChange, date] | None:
    if goal_span.state in ENDED:
        change: GoalChange = "goal_reached" if goal_span.state == "achieved" else "goal_dropped"
        return (change, goal_span.end) if goal_span.end else None
    if goal_span.state == "paused":
        return ("goal_paused", goal_span.state_on) if goal_span.state_on else None
    if goal_span.state != "active":
        return None
    resumed = max((pause.until for pause in goal_span.pauses if pause.until), default=None)
    return ("goal_resumed", resumed) if resumed and resumed > goal_span.start else ("goal_started", goal_span.start)
