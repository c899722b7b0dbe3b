"""What comes next: the if-then plan to ask about, the next step of a goal, the review of the week."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from portfolio.records.collection import Records
from portfolio.records.goals import Goal, Step
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection

WEEK: Final = "week"
"""The template of a weekly review."""
_FRIDAY: Final = 5
_A_WEEK: Final = timedelta(days=7)
_FRESH: Final = timedelta(weeks=4)
"""How long a plan keeps precedence over plans made after it."""
_IF_THEN: Final = {
    "three_minutes": "next",
    "what_so_what": "nowwhat",
    "after_action": "keep",
    "starr": "tr",
    "gibbs": "action",
    "korthagen": "f5",
    WEEK: "focus",
}
"""Template -> the question whose answer can be an if-then plan."""
_CONDITION: Final = re.compile(
    r"""(?:^|[.;:!?\n"'“‘„(…–-])\s*  # at the start of a sentence each of these begins a condition
        (?:and|but|so|en|maar|dus)?\s*
        (?:if|when|whenever|once|as\ soon\ as|every\ time|next\ time|should|in\ case
          |als|wanneer|zodra|indien|mocht|(?:elke|iedere|de\ volgende)\ keer|telkens)\b
      | ,\s*(?:then|dan)\b  # or the condition has no such word: "the phone rings, then I ..."
      | \b(?:when|whenever|as\ soon\ as|wanneer|zodra)\b  # or it comes last: "I ask again when ..."
      | \b(?:if|als)\ (?:i|you|we|it|the|there|that|this|some(?:one|thing)
          |ik|je|jij|wij|het|er|dat|dit|iemand|iets)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Plan(NamedTuple):
    """What the user intends to do when something happens, in their own words."""

    text: str
    source: str
    """The id of the record that holds it."""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    made: date = date.min

    @property
    def key(self) -> str:
        """The key under which it is dismissed for good."""
        return f"plan.{self.source}"


def is_if_then(text: str) -> bool:
    """Return whether a text says when something is done, in English or Dutch; "Also with mails." does not."""
    return _CONDITION.search(text.strip()) is not None


def plans_in_turn(
    newest: Sequence[Reflection], goals: Sequence[Goal], today: date, away: Collection[str] = ()
) -> tuple[Plan, ...]:
    """Return the plans that were not answered yet, in the order in which to ask about them.

    `newest` holds reflections, newest first. The oldest plan comes first and keeps its place until it is answered or
    its key is in `away`. After four weeks it gives way to newer plans. Plans of goals come last, since they have no
    end.
    """
    answered = _titles(newest)
    waiting = [
        plan for plan in _plans(newest, goals) if plan.key not in away and answered.get(plan.text, date.min) < plan.made
    ]
    of_goals = {goal.id for goal in goals}
    fresh = [plan for plan in waiting if plan.source not in of_goals and today - plan.made <= _FRESH]
    late = [plan for plan in waiting if plan.source in of_goals or today - plan.made > _FRESH]
    return (*reversed(fresh), *late)


def current_plan(
    newest: Sequence[Reflection], goals: Sequence[Goal], today: date, away: Collection[str] = ()
) -> Plan | None:
    """Return the plan to ask about now; when all are answered, the latest one, to go through again.

    Repeating a plan is what makes it work (Sheeran, Listrom and Gollwitzer 2024).
    """
    in_turn = plans_in_turn(newest, goals, today, away)
    return next(iter(in_turn), None) or next((plan for plan in _plans(newest, goals) if plan.key not in away), None)


def _titles(newest: Sequence[Reflection]) -> dict[str, date]:
    """Map each title to the last day it was used: a note with the text of a plan as its title answers that plan."""
    titles: dict[str, date] = {}
    for reflection in newest:
        title = (reflection.title or "").strip()
        if title:
            titles[title] = max(titles.get(title, date.min), reflection.date)
    return titles


def answered_on(plan: Plan, newest: Sequence[Reflection], today: date) -> Reflection | None:
    """Return today's answer to a plan: the note that has the plan as its title; None without one."""
    return next((r for r in newest if r.date == today and (r.title or "").strip() == plan.text), None)


def _plans(newest: Sequence[Reflection], goals: Sequence[Goal]) -> Iterator[Plan]:
    for reflection in newest:
        if _plan(reflection):
            yield Plan(_plan(reflection), reflection.id, reflection.goals, reflection.skills, reflection.date)
    for goal in goals:
        if goal.if_then and goal.if_then.strip():
            yield Plan(goal.if_then.strip(), goal.id, (goal.id,), goal.skills, goal.date)


def _plan(reflection: Reflection) -> str:
    """Return the plan in a reflection: its own field, else an answer in the form of a plan; empty without one."""
    if reflection.if_then and reflection.if_then.strip():
        return reflection.if_then.strip()
    answer = reflection.answers.get(_IF_THEN.get(reflection.template, ""), "").strip()
    return answer if is_if_then(answer) else ""


def active_goals(records: Records) -> list[Goal]:
    """Return the active goals, in their order."""
    return [goal for goal in records.of(Goal) if goal.state == "active"]


def next_step(goal: Goal, records: Records) -> Step | None:
    """Return the first open step of a goal: by due day, then by its own day; None without one."""
    steps = (step for step in records.of(Step) if step.goal == goal.id and step.done_on is None)
    return min(steps, key=lambda step: (step.due or date.max, step.date, step.id), default=None)


def week_is_due(newest: Sequence[Reflection], records: Records, today: date) -> bool:
    """Return whether the weekly review is due: its weekday has come in this ISO week and it is not written yet.

    A review written on a Monday counts for the week before, unless Monday is the chosen weekday.
    """
    profile = next(iter(records.of(Profile)), None)
    day = (profile.review_day if profile else None) or _FRIDAY
    if today.isoweekday() < day or not newest:
        return False
    monday = today - timedelta(days=today.isoweekday() - 1)
    since = monday if day == 1 else monday + timedelta(days=1)
    return not any(r.template == WEEK and since <= r.date < monday + _A_WEEK for r in newest)
