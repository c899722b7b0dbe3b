"""What someone means to do: the if-then plan that counts now, the next step of a goal, the review of the week."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.goals import Goal, Step
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection

WEEK: Final = "week"
"""The template of a weekly review."""
_FRIDAY: Final = 5
_A_WEEK: Final = timedelta(days=7)
_IF_THEN: Final = {
    "three_minutes": "next",
    "what_so_what": "nowwhat",
    "after_action": "keep",
    "starr": "tr",
    "gibbs": "action",
    "korthagen": "f5",
    WEEK: "focus",
}
"""Template -> the question that asks for an if-then plan."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What someone means to do when something happens, as they wrote it."""

    text: str
    source: str
    """The id of the record in which it stands."""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """By which it is put away for good."""
        return f"plan.{self.source}"


def current_plan(
    newest: Sequence[Reflection], goals: Sequence[Goal], today: date, away: Collection[str] = ()
) -> Plan | None:
    """The plan that was made last, else that of a goal; one that was put `away` by its key is not needed any more.

    A day begins with the focus of the week, to go through it once: until something is written that day. Going through
    a plan again is what makes it work (Sheeran, Listrom and Gollwitzer 2024).
    """
    found = [plan for plan in _plans(newest, goals) if plan.key not in away]
    if not any(reflection.date == today for reflection in newest):
        week = next((r for r in newest if r.template == WEEK and _plan(r)), None)
        if week is not None and week.date <= today <= week.date + _A_WEEK:
            return next((plan for plan in found if plan.source == week.id), found[0] if found else None)
    return found[0] if found else None


def answered_on(plan: Plan, newest: Sequence[Reflection], today: date) -> Reflection | None:
    """What was answered that day when the plan was shown: a note that has the plan as its title."""
    return next((r for r in newest if r.date == today and (r.title or "").strip() == plan.text), None)


def _plans(newest: Sequence[Reflection], goals: Sequence[Goal]) -> Iterator[Plan]:
    for reflection in newest:
        if _plan(reflection):
            yield Plan(_plan(reflection), reflection.id, reflection.goals, reflection.skills)
    for goal in goals:
        if goal.if_then and goal.if_then.strip():
            yield Plan(goal.if_then.strip(), goal.id, (goal.id,), goal.skills)


def _plan(reflection: Reflection) -> str:
    return (reflection.if_then or reflection.answers.get(_IF_THEN.get(reflection.template, ""), "")).strip()


def active_goals(records: Records) -> list[Goal]:
    """The goals that someone works on, in their order."""
    return [goal for goal in records.of(Goal) if goal.state == "active"]


def next_step(goal: Goal, records: Records) -> Step | None:
    """The open step that comes first: by the day it is due, then by its own."""
    steps = (step for step in records.of(Step) if step.goal == goal.id and step.done_on is None)
    return min(steps, key=lambda step: (step.due or date.max, step.date, step.id), default=None)


def week_is_due(newest: Sequence[Reflection], records: Records, today: date) -> bool:
    """Whether it is the day of the weekly review, or later in that week, and it is not done. Weeks are ISO weeks.

    A review that was written on a Monday was about the week before, unless Monday is its day.
    """
    profile = next(iter(records.of(Profile)), None)
    day = (profile.review_day if profile else None) or _FRIDAY
    if today.isoweekday() < day or not newest:
        return False
    monday = today - timedelta(days=today.isoweekday() - 1)
    since = monday if day == 1 else monday + timedelta(days=1)
    return not any(r.template == WEEK and since <= r.date < monday + _A_WEEK for r in newest)
