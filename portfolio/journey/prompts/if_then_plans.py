"""What comes next: the if-then plan that is asked about, the next step of a goal, the review of the week."""

from __future__ import annotations

import re
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
_FRESH: Final = timedelta(weeks=4)
"""How long a plan keeps its turn before plans that were made after it."""
_IF_THEN: Final = {
    "three_minutes": "next",
    "what_so_what": "nowwhat",
    "after_action": "keep",
    "starr": "tr",
    "gibbs": "action",
    "korthagen": "f5",
    WEEK: "focus",
}
"""Template -> the question that asks for an if-then plan, among other things that can be answered."""
_CONDITION: Final = re.compile(
    r"""(?:^|[.;:!?\n"'“‘„(…–-])\s*  # at the beginning of a sentence any of these begins a condition
        (?:and|but|so|en|maar|dus)?\s*
        (?:if|when|whenever|once|as\ soon\ as|every\ time|next\ time|should|in\ case
          |als|wanneer|zodra|indien|mocht|(?:elke|iedere|de\ volgende)\ keer|telkens)\b
      | ,\s*(?:then|dan)\b  # or the condition goes without its word: "the phone rings, then I ..."
      | \b(?:when|whenever|as\ soon\ as|wanneer|zodra)\b  # or it comes last: "I ask again when ..."
      | \b(?:if|als)\ (?:i|you|we|it|the|there|that|this|some(?:one|thing)
          |ik|je|jij|wij|het|er|dat|dit|iemand|iets)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the writer means to do when something happens, in their own words."""

    text: str
    source: str
    """The id of the record in which it stands."""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    made: date = date.min

    @property
    def key(self) -> str:
        """By which it is put away for good."""
        return f"plan.{self.source}"


def is_if_then(text: str) -> bool:
    """Whether words say when something is done, in English or Dutch: "Also with mails." does not."""
    return _CONDITION.search(text.strip()) is not None


def plans_in_turn(
    newest: Sequence[Reflection], goals: Sequence[Goal], today: date, away: Collection[str] = ()
) -> tuple[Plan, ...]:
    """The plans that were not answered yet, in the order in which they are asked about.

    A plan keeps its turn until it is answered or put `away` by its key: the one that was made first comes first. After
    four weeks it makes way for the plans of those weeks. The plans of goals come last, since they have no end.
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
    """The plan that is asked about now; when all are answered the one that was made last, to go through it again.

    Going through a plan again is what makes it work (Sheeran, Listrom and Gollwitzer 2024).
    """
    in_turn = plans_in_turn(newest, goals, today, away)
    return next(iter(in_turn), None) or next((plan for plan in _plans(newest, goals) if plan.key not in away), None)


def _titles(newest: Sequence[Reflection]) -> dict[str, date]:
    """The last day on which each title was written: a plan is answered in a note that has the plan as its title."""
    titles: dict[str, date] = {}
    for reflection in newest:
        title = (reflection.title or "").strip()
        if title:
            titles[title] = max(titles.get(title, date.min), reflection.date)
    return titles


def answered_on(plan: Plan, newest: Sequence[Reflection], today: date) -> Reflection | None:
    """What was answered that day when the plan was shown: a note that has the plan as its title."""
    return next((r for r in newest if r.date == today and (r.title or "").strip() == plan.text), None)


def _plans(newest: Sequence[Reflection], goals: Sequence[Goal]) -> Iterator[Plan]:
    for reflection in newest:
        if _plan(reflection):
            yield Plan(_plan(reflection), reflection.id, reflection.goals, reflection.skills, reflection.date)
    for goal in goals:
        if goal.if_then and goal.if_then.strip():
            yield Plan(goal.if_then.strip(), goal.id, (goal.id,), goal.skills, goal.date)


def _plan(reflection: Reflection) -> str:
    """The plan in a reflection: what stands in the field for it, else an answer that has the form of one."""
    if reflection.if_then and reflection.if_then.strip():
        return reflection.if_then.strip()
    answer = reflection.answers.get(_IF_THEN.get(reflection.template, ""), "").strip()
    return answer if is_if_then(answer) else ""


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
