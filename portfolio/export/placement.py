"""The section of each record. Each record is in one section.

A reflection is in the section of its template, else with the points to discuss if the user marked it so, else under its
first goal, else among the learning activities.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portfolio.journey.sharing.share import Shared
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
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
    """The places of reflections and goals."""

    sections: Mapping[str, tuple[Reflection, ...]]
    """The reflections of each section, oldest first."""
    under_goal: Mapping[str, tuple[Reflection, ...]]
    """The reflections under each goal, oldest first."""
    goals: tuple[Goal, ...]
    """Past and current goals, for the section that looks back."""
    ahead: tuple[Goal, ...]
    """Coming goals: ideas, and those that start after the period."""

    def of(self, section: str) -> tuple[Reflection, ...]:
        """The reflections of a section."""
        return self.sections.get(section, ())


def routes(shared: Shared, shown: Collection[str]) -> Routes:
    """Place all reflections and goals. Without the section on goals, current goals are among the coming ones."""
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


def with_results_only(shared: Shared) -> Shared:
    """Return what is shared without dropped goals, and without reflections that are no result: a story is one."""
    records = shared.records
    gone = {goal.id for goal in records.of(Goal) if goal.state == "dropped"}
    gone |= {record.id for kind in (Step, Measure) for record in records.of(kind) if record.goal in gone}
    gone |= {reading.id for reading in records.of(Reading) if reading.measure in gone}
    gone |= {r.id for r in records.of(Reflection) if r.goals and r.template not in OF_TEMPLATE}
    return shared._replace(records=records.without(gone))


def with_evidence_listed(shared: Shared, most: int | None) -> Shared:
    """Number only the evidence that is listed: what was added by hand, is confirmed, or is linked most, comes first."""
    found = shared.records.of(Evidence)
    if most is None or len(found) <= most:
        return shared
    telling = sorted(found, key=lambda each: _telling(each, shared), reverse=True)[:most]
    listed = [each.id for each in found if each in telling]
    return shared._replace(numbers={identity: n for n, identity in enumerate(listed, 1)})


def _telling(evidence: Evidence, shared: Shared) -> tuple[bool, bool, bool, int, date]:
    links = len(evidence.skills) + len(evidence.goals)
    chosen = evidence.id in shared.chosen
    return chosen, bool(evidence.issuer), bool(evidence.confirmed_by), links, evidence.date


def _is_ahead(goal: Goal, shared: Shared) -> bool:
    to_come = goal.state == "active" and goal.start is not None and goal.start > shared.period.until
    return goal.state == "idea" or to_come
