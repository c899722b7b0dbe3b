"""The lists of each place in groups with a label, in the order in which both faces show them; some may be empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback, Request
from portfolio.records.goals import Goal
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from portfolio.wording import Words
from portfolio.wording.names import capital, choice_label, kind_name, kind_plural

Groups = Sequence[tuple[str, Sequence[Record]]]
"""Label -> records."""
_STATES: Final = ("active", "paused", "idea", "achieved", "dropped")


def goal_groups(goals: Sequence[Goal], _: Words) -> Groups:
    """Return the goals by state, active ones first."""
    return [
        (capital(choice_label("state", state, _, "goal")), [goal for goal in goals if goal.state == state])
        for state in _STATES
    ]


def feedback_groups(requests: Sequence[Request], feedback: Sequence[Feedback], _: Words) -> Groups:
    """Return open requests, feedback, and closed requests."""
    return [
        (_("Asked, not answered yet"), [r for r in requests if r.state == "open"]),
        (capital(kind_name("feedback", _)), feedback),
        (_("Asked before"), [r for r in requests if r.state != "open"]),
    ]


def skill_groups(skills: Sequence[Skill], evidence: Sequence[Evidence], _: Words) -> Groups:
    """Return the skills by group, then the evidence."""
    known = ("professional", "personal")
    groups = [(capital(choice_label("group", group, _)), [s for s in skills if s.group == group]) for group in known]
    return [
        *groups,
        (capital(kind_plural("skill", _)), [s for s in skills if s.group not in known]),
        (capital(kind_plural("evidence", _)), evidence),
    ]
