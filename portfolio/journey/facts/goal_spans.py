"""The history of each goal as it was known on a day: when it ran, was paused and ended, and its last activity.

A goal stores the day of its last change of state and its pauses. An older record can lack these; then the day is
unknown and is not guessed. Such a goal counts as running up to its last activity, and as "unknown" after that. The
instants at which records were written are never used: they say when the user typed, not when something happened.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from portfolio.journey.facts.marks import Span
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.milestones import Milestone
from portfolio.records.pauses import Pause, merged
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating

GoalState = Literal["idea", "planned", "active", "paused", "achieved", "dropped", "unknown"]
"""The state of a goal on a day: `planned` is an active goal that begins later, `unknown` a state that was not noted."""

ENDED: Final = frozenset({"achieved", "dropped"})


QUIET_DAYS: Final = 30
"""Days without activity after which an active goal is called quiet, without blame."""


class GoalSpan(NamedTuple):
    """A goal up to and including a day.

    `state_on` is the day on which its state began and `end` the day it ended; both None when not known. `last` is the
    day of its last activity, at least its first day.
    """

    goal: Goal
    start: date
    state: GoalState
    state_on: date | None
    last: date
    pauses: tuple[Pause, ...]
    spans: tuple[Span, ...]
    """Its stretches from the first day on, oldest first; empty for an idea and for a goal that begins later."""

    @property
    def end(self) -> date | None:
        """The day it ended; None when it goes on or the day is not known."""
        return max(self.start, self.state_on) if self.state in ENDED and self.state_on else None

    @property
    def ran(self) -> bool:
        """Whether it ever began; an idea did not, even when it was paused or dropped."""
        return self.state != "idea" and not _never_ran(self.goal)

    @property
    def ran_until(self) -> date | None:
        """The last day on which it is known to have run; None when it goes on."""
        return self.end or (self.last if self.state in (*ENDED, "unknown") else None)

    @property
    def undated(self) -> bool:
        """Whether the day on which its state began was not noted."""
        return self.state == "unknown" or (self.state in (*ENDED, "paused") and self.state_on is None)

    def is_quiet_on(self, day: date) -> bool:
        """Whether the goal is active and had no activity for some time before this day."""
        return self.state == "active" and (day - self.last).days >= QUIET_DAYS

    @property
    def reason(self) -> str:
        """Why it is in this state, if noted; empty when the goal is in another state now."""
        return self.goal.state_reason or "" if self.state == self.goal.state else ""


def goal_spans(records: Records, today: date, upto: date | None = None) -> Mapping[str, GoalSpan]:
    """Return the history of each goal by id, as it was at the end of `upto` (default and at most `today`)."""
    day = today if upto is None else min(upto, today)
    happened = records.once(_activity)
    return {goal.id: _goal_span(goal, happened.get(goal.id, ()), day, today) for goal in records.of(Goal)}


def _goal_span(goal: Goal, happened: Sequence[date], upto: date, today: date) -> GoalSpan:
    start = _start(goal)
    state, state_on = _state(goal, start, happened, upto, today)
    last = max(start, _last(happened, upto) or start)
    if state == "achieved" and state_on is not None:
        last = max(last, state_on)
    pauses = _in_one(_pauses(goal, state, state_on, upto))
    bare = GoalSpan(goal, start, state, state_on, last, pauses, ())
    return GoalSpan(goal, start, state, state_on, last, pauses, _spans(bare, happened, upto))


def _start(goal: Goal) -> date:
    """Return the first day; for an idea that was paused or dropped, the day of that change."""
    return goal.state_on if _never_ran(goal) and goal.state_on else goal.start or goal.date


def _never_ran(goal: Goal) -> bool:
    """Return whether it was an idea until it was paused or dropped; a goal that ran has a first day."""
    return goal.start is None and goal.state in ("paused", "dropped") and goal.state_on is not None


def _last(happened: Sequence[date], day: date) -> date | None:
    n = bisect_right(happened, day)
    return happened[n - 1] if n else None


class _StateSince(NamedTuple):
    state: GoalState
    since: date | None = None


def _state(goal: Goal, start: date, happened: Sequence[date], upto: date, today: date) -> _StateSince:
    """Return the state of a goal at the end of `upto`, and since when."""
    state: GoalState = goal.state  # type: ignore[assignment]
    since = state_since(goal)
    if state == "idea":
        return _StateSince("idea", since)
    if state in ("paused", *ENDED) and since is not None and since <= upto:
        return _StateSince(state, since)
    if start > upto:
        return _StateSince("planned" if goal.start and not was_an_idea(goal, upto) else "idea")
    if state == "active":
        return _before(goal, happened, upto, since)
    if since is None and upto >= today:
        return _StateSince(state)
    known = _last(happened, today)
    if since is None and (known is None or known <= upto):
        return _StateSince("unknown")
    return _before(goal, happened, upto, None)


def was_an_idea(goal: Goal, day: date) -> bool:
    """Return whether a goal had not begun by `day`, and was only planned by a change of state after that day."""
    since = state_since(goal)
    return _start(goal) > day and since is not None and since > day


def state_since(goal: Goal) -> date | None:
    """Return the day on which the current state of a goal began; None when it was not noted."""
    if goal.state == "achieved":
        return goal.achieved_on or goal.state_on
    if goal.state == "paused" and goal.state_on is None:
        return next((p.since for p in reversed(merged(goal.pauses)) if p.until is None), None)
    return goal.state_on


def _before(goal: Goal, happened: Sequence[date], upto: date, since: date | None) -> _StateSince:
    """Return the state on a day between the beginning and the end of a goal: paused, active or unknown."""
    ended = [pause for pause in merged(goal.pauses) if pause.until is not None]
    for pause in ended:
        if pause.holds(upto):
            return _StateSince("paused", pause.since)
        if pause.since is None and pause.until is not None and upto < pause.until:
            known = _last(happened, pause.until)
            return _StateSince("active") if known is not None and known > upto else _StateSince("unknown")
    on = since if since is not None and since <= upto else None
    return _StateSince("active", on or max((p.until for p in ended if p.until and p.until <= upto), default=None))


def _pauses(goal: Goal, state: GoalState, state_on: date | None, upto: date) -> Iterable[Pause]:
    """Yield the pauses that had begun by `upto`; a pause that still lasted then has no end."""
    for pause in merged(goal.pauses):
        if pause.until is None or (pause.since is not None and pause.since > upto):
            continue
        if pause.until <= upto:
            yield pause
        elif pause.since is not None:
            yield Pause(pause.since, None)
    lasting = goal.state == "paused" and state == "paused"
    if lasting and not any(p.until and p.until > upto and p.holds(upto) for p in goal.pauses):
        yield Pause(state_on, None)


def _in_one(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Sort pauses by time, and join those where one begins before another ends, or on that day."""
    found: list[Pause] = []
    for pause in sorted(pauses, key=lambda p: p.since or p.until or date.max):
        last = found[-1] if found else None
        if last is None or pause.since is None or not _meet(last, pause.since):
            found.append(pause)
        else:
            until = None if last.until is None or pause.until is None else max(last.until, pause.until)
            found[-1] = last._replace(until=until)
    return tuple(found)


def _meet(pause: Pause, day: date) -> bool:
    """Return whether a pause that had begun by `day` lasted until then; where its beginning is unknown, ended then."""
    return pause.until == day or (pause.since is not None and (pause.until is None or day < pause.until))


def _spans(goal_span: GoalSpan, happened: Sequence[date], upto: date) -> tuple[Span, ...]:
    """Return the stretches of a goal from its first day to its last, or to `upto`."""
    if goal_span.state in ("idea", "planned") or goal_span.start > upto:
        return ()
    spans: list[Span] = []
    at = goal_span.start

    def on(until: date, state: Literal["active", "paused", "unknown"]) -> None:
        nonlocal at
        if until > at or (not spans and state == "active"):
            spans.append(Span(at, max(at, until), state))
        at = max(at, until)

    stop = goal_span.end or upto
    for pause in goal_span.pauses:
        until = min(pause.until or stop, stop)
        if pause.since is not None:
            on(min(pause.since, stop), "active")
            on(until, "paused")
        elif pause.until is not None:
            on(_last(happened, until) or at, "active")
            on(until, "unknown")
    if goal_span.undated:
        on(goal_span.last, "active")
        on(upto, "unknown")
    elif goal_span.state != "paused":
        on(stop, "active")
    return tuple(spans)


def _activity(records: Records) -> Mapping[str, Sequence[date]]:
    """Map each goal to the days of everything linked to it, oldest first."""
    found: dict[str, list[date]] = {}
    for goals, day in _happened(records):
        for goal in goals:
            found.setdefault(goal, []).append(day)
    return {goal: sorted(days) for goal, days in found.items()}


def _happened(records: Records) -> Iterable[tuple[Iterable[str], date]]:
    yield from ((r.goals, r.date) for r in records.of(Reflection) if r.goals)
    yield from ((f.goals, f.date) for f in records.of(Feedback) if f.goals)
    yield from ((e.goals, e.date) for e in records.of(Evidence) if e.goals)
    yield from ((m.goals, m.date) for m in records.of(Milestone) if m.goals)
    for step in records.of(Step):
        yield (step.goal,), step.date
        if step.done_on:
            yield (step.goal,), step.done_on
    measures = {m.id: m for m in records.of(Measure)}
    for reading in records.of(Reading):
        measure = measures.get(reading.measure)
        if measure is not None:
            yield (measure.goal,), reading.date
    yield from (((a.goal,), a.date) for a in records.of(Agreement) if a.goal)
    skills = goals_by_skill(records.of(Goal))
    yield from ((skills[r.skill], r.date) for r in records.of(Rating) if r.skill in skills)


def goals_by_skill(goals: Iterable[Goal]) -> Mapping[str, tuple[str, ...]]:
    """Map each skill to the goals that work on it, in the order of the goals."""
    found: dict[str, tuple[str, ...]] = {}
    for goal in goals:
        for skill in goal.skills:
            found[skill] = (*found.get(skill, ()), goal.id)
    return found
