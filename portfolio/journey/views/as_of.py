"""The lanes as they were on an earlier day: the same lanes without what came later. Used to play a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from portfolio.journey.facts.marks import GoalLane, Mark, SkillLane, Span
from portfolio.journey.facts.period import Period, add_months
from portfolio.journey.views.lanes import Lanes

_DAY = timedelta(days=1)


def as_of(view: Lanes, day: date) -> Lanes:
    """Return the lanes with everything after `day` left out and `day` as today; every lane keeps its place."""
    return replace(
        view,
        today=day,
        goals=tuple(_goal(goal, day) for goal in view.goals),
        skills=tuple(_skill(skill, day) for skill in view.skills),
        moments=_until(view.moments, day),
        conversations=_until(view.conversations, day),
        feedback=_until(view.feedback, day),
        entries=_until(view.entries, day),
    )


def days_to_play(period: Period, until: date, most: int) -> tuple[date, ...]:
    """Return the days to show when a period is played: at most `most` month ends up to `until`.

    With more months, months are skipped evenly. The last day is always `until` itself, or the end of the period.
    """
    end, ends = min(period.until, until), []
    months = period.months()
    step = -(-len(months) // most)
    for year, month in months[step - 1 :: step]:
        last = add_months(date(year, month, 1), 1) - _DAY if (year, month) != (date.max.year, 12) else date.max
        if last < end:
            ends.append(max(last, period.since))
    return (*ends, end)


def _until(marks: Iterable[Mark], day: date) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.date <= day)


def _goal(goal: GoalLane, day: date) -> GoalLane:
    return goal._replace(
        state=_state(goal, day),
        spans=tuple(_span(span, day) for span in goal.spans if span.since <= day and span.state != "ahead"),
        marks=_until(goal.marks, day),
        skills=tuple(_skill(skill, day) for skill in goal.skills),
    )


def _state(goal: GoalLane, day: date) -> str:
    """Return the final state once all stretches are over, else the state of the stretch of `day`."""
    begun = [span for span in goal.spans if span.since <= day and span.state != "ahead"]
    if goal.state in ("idea", "planned") or all(span.until <= day for span in goal.spans if span.state != "ahead"):
        return goal.state
    now = begun[-1].state if begun else "planned"
    return now if now in ("paused", "planned", "unknown") else "active"


def _span(span: Span, day: date) -> Span:
    return span._replace(until=min(span.until, day))


def _skill(skill: SkillLane, day: date) -> SkillLane:
    steps = tuple(step for step in skill.steps if step.date <= day)
    return skill._replace(steps=steps, others=_until(skill.others, day))
