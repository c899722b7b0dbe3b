"""In which section each record stands. Each stands in one.

A reflection stands in the section of its template, else with the points to discuss if its writer marked it so, else
under its first goal, else among the learning activities.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from portfolio.journey.sharing import Shared
from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection

OF_TEMPLATE: Final[dict[str, str]] = {
    "starr": "stories",
    "success": "stories",
    "mistake": "setbacks",
    "shared_knowledge": "shared_knowledge",
}
"""The templates that have a section of their own."""


@dataclass(frozen=True, slots=True)
class Routes:
    """Where reflections and goals stand."""

    sections: Mapping[str, tuple[Reflection, ...]]
    """By section the reflections that stand in it, oldest first."""
    under_goal: Mapping[str, tuple[Reflection, ...]]
    """By goal the reflections that stand under it, oldest first."""
    goals: tuple[Goal, ...]
    """Goals that ran: the section that looks back."""
    ahead: tuple[Goal, ...]
    """Goals to come: proposals, and those that start after the period."""

    def of(self, section: str) -> tuple[Reflection, ...]:
        """The reflections of a section."""
        return self.sections.get(section, ())


def routes(shared: Shared, shown: Collection[str]) -> Routes:
    """Work out the places. A document without the section on goals puts goals that run in the one that looks ahead."""
    sections: dict[str, list[Reflection]] = {}
    under: dict[str, list[Reflection]] = {}
    for reflection in shared.records.of(Reflection):
        place = OF_TEMPLATE.get(reflection.template)
        if place is None and reflection.id in shared.discuss:
            place = "discuss"
        if place is None and reflection.goals:
            under.setdefault(reflection.goals[0], []).append(reflection)
        else:
            sections.setdefault(place or "activities", []).append(reflection)
    goals = shared.records.of(Goal)
    ahead = [g for g in goals if _is_ahead(g, shared) or ("goals" not in shown and g.state == "active")]
    return Routes(
        sections={place: tuple(found) for place, found in sections.items()},
        under_goal={goal: tuple(found) for goal, found in under.items()},
        goals=tuple(g for g in goals if g not in ahead),
        ahead=tuple(ahead),
    )


def _is_ahead(goal: Goal, shared: Shared) -> bool:
    to_come = goal.state == "active" and goal.start is not None and goal.start > shared.period.until
    return goal.state == "idea" or to_come
