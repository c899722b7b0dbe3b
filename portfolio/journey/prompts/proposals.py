"""Milestones that the app can propose: a goal achieved, a skill that became independent, a certificate.

The user accepts or dismisses each; nothing becomes a milestone by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from portfolio.journey.facts.goal_spans import goal_spans
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.journey.prompts.nudges import dismissed
from portfolio.records.collection import Records
from portfolio.records.equivalence import canonical
from portfolio.records.evidence import Evidence
from portfolio.records.milestones import Milestone

LOOKS_BACK: Final = timedelta(days=365)
"""Older events are not proposed any more."""
INDEPENDENT: Final = 3
"""The level from which the user handles ordinary cases alone."""


class Proposal(NamedTuple):
    """A milestone to propose; its text comes from wording and the title of its record."""

    source: str
    """The `source` of the milestone: "goal", "level" or "certificate"."""
    key: str
    """The key under which it is dismissed for good."""
    date: date
    title: str
    """The title of the goal, skill or certificate, as typed."""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


def proposal(records: Records, today: date) -> Proposal | None:
    """Return the oldest proposal that was not dismissed; None without one."""
    away = dismissed(records)
    found = [p for p in _all(records, today) if p.key not in away and today - LOOKS_BACK < p.date <= today]
    return min(found, key=lambda p: (p.date, p.key), default=None)


def _all(records: Records, today: date) -> Iterator[Proposal]:
    marked = records.of(Milestone)
    yield from (p for p in _goals(records, today) if not _marked(p, marked, p.goals))
    yield from (p for p in _levels(records, today) if not _marked(p, marked, p.skills))
    yield from (p for p in _certificates(records) if not _marked(p, marked, (*p.goals, *p.skills)))


def _marked(proposed: Proposal, marked: tuple[Milestone, ...], about: tuple[str, ...]) -> bool:
    """Return whether a milestone for it exists: same day and subject or source, or same source and subject later."""
    for milestone in marked:
        same_text = canonical(milestone.text.strip()) == canonical(proposed.title.strip())
        same = same_text or bool({*milestone.goals, *milestone.skills} & {*about})
        if milestone.date == proposed.date and (same or milestone.source == proposed.source):
            return True
        if same and milestone.source == proposed.source and milestone.date >= proposed.date:
            return True
    return False


def _goals(records: Records, today: date) -> Iterator[Proposal]:
    for identity, goal_span in goal_spans(records, today).items():
        if goal_span.state == "achieved" and goal_span.end:
            yield Proposal(
                "goal", f"milestone.{identity}", goal_span.end, goal_span.goal.title, (identity,), goal_span.goal.skills
            )


def _levels(records: Records, today: date) -> Iterator[Proposal]:
    """The first time that the user rated a skill as independent, after a lower level."""
    for identity, history in skill_histories(records, today).items():
        if history.skill.scale != "independence":
            continue
        lower = False
        for point in history.by_self:
            if point.position is None:
                continue
            if lower and point.position >= INDEPENDENT:
                yield Proposal("level", f"milestone.{identity}", point.date, history.skill.title, (), (identity,))
                break
            lower = lower or point.position < INDEPENDENT


def _certificates(records: Records) -> Iterator[Proposal]:
    for piece in records.of(Evidence):
        if piece.sort == "certificate":
            yield Proposal("certificate", f"milestone.{piece.id}", piece.date, piece.title, piece.goals, piece.skills)
