"""When each goal ran, lay still and ended, as it stood on a day, and when something last happened for it.

A goal keeps the day of its last change of state and its pauses. An older record may lack them: then the day is not
known, and no day is put in its place. Until the last thing that happened for it such a goal ran; what came after that
is told as unknown. The instants of writing are never used: they tell when the user sat at the computer, not when
something happened.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
"""`planned` is an active goal that begins later; `unknown` one of which nobody noted how it stood on that day."""

ENDED: Final = frozenset({"achieved", "dropped"})


@dataclass(frozen=True, slots=True)
class GoalSpan:
    """A goal up to and including a day.

    `state_on` is the day on which it came into its state and `end` the day it ended; both None when it is not known.
    `last` is the day something last happened for it, at least its first day.
    """

    goal: Goal
    start: date
    state: GoalState
    state_on: date | None
    last: date
    pauses: tuple[Pause, ...]
    spans: tuple[Span, ...]
    """Its stretches from its first day on, oldest first; none for an idea and for what begins later."""

    @property
    def end(self) -> date | None:
        """The day it ended; None when it goes on, and when the day is not known."""
        return max(self.start, self.state_on) if self.state in ENDED and self.state_on else None

    @property
    def ran(self) -> bool:
        """Whether it ever began: an idea did not, and may be paused or dropped as one."""
        return self.state != "idea" and not _never_ran(self.goal)

    @property
    def ran_until(self) -> date | None:
        """The last day on which it is known to have run; None when it goes on."""
        return self.end or (self.last if self.state in (*ENDED, "unknown") else None)

    @property
    def undated(self) -> bool:
        """Whether it came into its state on a day that nobody noted."""
        return self.state == "unknown" or (self.state in (*ENDED, "paused") and self.state_on is None)

    @property
    def reason(self) -> str:
        """Why it is in this state, as far as that was noted."""
        return self.goal.state_reason or "" if self.state == self.goal.state else ""


def goal_spans(records: Records, today: date, upto: date | None = None) -> Mapping[str, GoalSpan]:
    """The life of each goal by its id, as it stood at the end of `upto` (today, and never later), in their order."""
    day = today if upto is None else min(upto, today)
    happened = records.once(_activity)
    return {goal.id: _life(goal, happened.get(goal.id, ()), day, today) for goal in records.of(Goal)}


def _life(goal: Goal, happened: Sequence[date], upto: date, today: date) -> GoalSpan:
    start = _start(goal)
    state, state_on = _state(goal, start, happened, upto, today)
    last = max(start, _last(happened, upto) or start)
    if state == "achieved" and state_on is not None:
        last = max(last, state_on)
    pauses = _in_one(_pauses(goal, state, state_on, upto))
    bare = GoalSpan(goal, start, state, state_on, last, pauses, ())
    return GoalSpan(goal, start, state, state_on, last, pauses, _spans(bare, happened, upto))


def _start(goal: Goal) -> date:
    """The first day; of an idea that was paused or dropped before it began, the day of that."""
    return goal.state_on if _never_ran(goal) and goal.state_on else goal.start or goal.date


def _never_ran(goal: Goal) -> bool:
    """Whether it was an idea until it was paused or dropped: one that ran and then stopped has its first day."""
    return goal.start is None and goal.state in ("paused", "dropped") and goal.state_on is not None


def _last(happened: Sequence[date], day: date) -> date | None:
    n = bisect_right(happened, day)
    return happened[n - 1] if n else None


class _Standing(NamedTuple):
    state: GoalState
    since: date | None = None


def _state(goal: Goal, start: date, happened: Sequence[date], upto: date, today: date) -> _Standing:
    """How a goal stood at the end of a day, and since when."""
    state: GoalState = goal.state  # type: ignore[assignment]
    since = state_since(goal)
    if state == "idea":
        return _Standing("idea", since)
    if state in ("paused", *ENDED) and since is not None and since <= upto:
        return _Standing(state, since)
    if start > upto:
        return _Standing("planned" if goal.start and not was_an_idea(goal, upto) else "idea")
    if state == "active":
        return _before(goal, happened, upto, since)
    if since is None and upto >= today:
        return _Standing(state)
    known = _last(happened, today)
    if since is None and (known is None or known <= upto):
        return _Standing("unknown")
    return _before(goal, happened, upto, None)


def was_an_idea(goal: Goal, day: date) -> bool:
    """Whether a goal had not begun by a day, and only a change of state after that day says that it would."""
    since = state_since(goal)
    return _start(goal) > day and since is not None and since > day


def state_since(goal: Goal) -> date | None:
    """The day on which the state that a goal has now began; None when nobody noted it."""
    if goal.state == "achieved":
        return goal.achieved_on or goal.state_on
    if goal.state == "paused" and goal.state_on is None:
        return next((p.since for p in reversed(merged(goal.pauses)) if p.until is None), None)
    return goal.state_on


def _before(goal: Goal, happened: Sequence[date], upto: date, since: date | None) -> _Standing:
    """How a goal stood on a day on which it had begun and had not ended: paused, or under way."""
    ended = [pause for pause in merged(goal.pauses) if pause.until is not None]
    for pause in ended:
        if pause.holds(upto):
            return _Standing("paused", pause.since)
        if pause.since is None and pause.until is not None and upto < pause.until:
            known = _last(happened, pause.until)
            return _Standing("active") if known is not None and known > upto else _Standing("unknown")
    on = since if since is not None and since <= upto else None
    return _Standing("active", on or max((p.until for p in ended if p.until and p.until <= upto), default=None))


def _pauses(goal: Goal, state: GoalState, state_on: date | None, upto: date) -> Iterable[Pause]:
    """The pauses that had begun by a day; of one that lasts no end is known yet."""
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
    """The same, with a pause that begins on the day on which another ended as one with it."""
    found: list[Pause] = []
    for pause in pauses:
        if found and found[-1].until is not None and found[-1].until == pause.since:
            found[-1] = found[-1]._replace(until=pause.until)
        else:
            found.append(pause)
    return tuple(found)


def _spans(life: GoalSpan, happened: Sequence[date], upto: date) -> tuple[Span, ...]:
    """The stretches of a goal from its first day to its last one, or to `upto`."""
    if life.state in ("idea", "planned") or life.start > upto:
        return ()
    spans: list[Span] = []
    at = life.start

    def on(until: date, state: Literal["active", "paused", "unknown"]) -> None:
        nonlocal at
        if until > at or (not spans and state == "active"):
            spans.append(Span(at, max(at, until), state))
        at = max(at, until)

    stop = life.end or upto
    for pause in life.pauses:
        until = min(pause.until or stop, stop)
        if pause.since is not None:
            on(min(pause.since, stop), "active")
            on(until, "paused")
        elif pause.until is not None:
            on(_last(happened, until) or at, "active")
            on(until, "unknown")
    if life.undated:
        on(life.last, "active")
        on(upto, "unknown")
    elif life.state != "paused":
        on(stop, "active")
    return tuple(spans)


def _activity(records: Records) -> Mapping[str, Sequence[date]]:
    """By goal the days of everything that is linked with it, oldest first."""
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
    """By skill the goals that work on it, in the order of the goals."""
    found: dict[str, tuple[str, ...]] = {}
    for goal in goals:
        for skill in goal.skills:
            found[skill] = (*found.get(skill, ()), goal.id)
    return found
