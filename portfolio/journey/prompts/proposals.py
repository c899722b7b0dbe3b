"""Milestones that the app could mark: a goal achieved, a skill that reached independence, a certificate.

They are proposals. A person takes one or puts it away, and nothing becomes a milestone by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from portfolio.journey.facts.goal_spans import goal_spans
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.journey.prompts.nudges import dismissed
from portfolio.records.collection import Records
from portfolio.records.equivalence import canonical
from portfolio.records.evidence import Evidence
from portfolio.records.milestones import Milestone

LOOKS_BACK: Final = timedelta(days=365)
"""What is older is no news any more."""
INDEPENDENT: Final = 3
"""From this level on someone does the ordinary cases alone."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A milestone that could be made; its text comes from wording and the person's own title."""

    source: str
    """As a milestone says it: "goal", "level" or "certificate"."""
    key: str
    """By which it is put away for good."""
    date: date
    title: str
    """What it is about, as typed."""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


def proposal(records: Records, today: date) -> Proposal | None:
    """The oldest milestone that could be made and was not put away."""
    away = dismissed(records)
    found = [p for p in _all(records, today) if p.key not in away and today - LOOKS_BACK < p.date <= today]
    return min(found, key=lambda p: (p.date, p.key), default=None)


def _all(records: Records, today: date) -> Iterator[Proposal]:
    marked = records.of(Milestone)
    yield from (p for p in _goals(records, today) if not _marked(p, marked, p.goals))
    yield from (p for p in _levels(records, today) if not _marked(p, marked, p.skills))
    yield from (p for p in _certificates(records) if not _marked(p, marked, (*p.goals, *p.skills)))


def _marked(proposed: Proposal, marked: tuple[Milestone, ...], about: tuple[str, ...]) -> bool:
    """Whether there is a milestone for it: of the same source about the same, or on the same day about the same."""
    for milestone in marked:
        told = canonical(milestone.text.strip()) == canonical(proposed.title.strip())
        same = told or bool({*milestone.goals, *milestone.skills} & {*about})
        if milestone.date == proposed.date and (same or milestone.source == proposed.source):
            return True
        if same and milestone.source == proposed.source and milestone.date >= proposed.date:
            return True
    return False


def _goals(records: Records, today: date) -> Iterator[Proposal]:
    for identity, life in goal_spans(records, today).items():
        if life.state == "achieved" and life.end:
            yield Proposal("goal", f"milestone.{identity}", life.end, life.goal.title, (identity,), life.goal.skills)


def _levels(records: Records, today: date) -> Iterator[Proposal]:
    """The first time that someone said of a skill that they can do it alone, after a lower level."""
    for identity, course in skill_histories(records, today).items():
        if course.skill.scale != "independence":
            continue
        lower = False
        for point in course.by_self:
            if point.position is None:
                continue
            if lower and point.position >= INDEPENDENT:
                yield Proposal("level", f"milestone.{identity}", point.date, course.skill.title, (), (identity,))
                break
            lower = lower or point.position < INDEPENDENT


def _certificates(records: Records) -> Iterator[Proposal]:
    for proof in records.of(Evidence):
        if proof.sort == "certificate":
            yield Proposal("certificate", f"milestone.{proof.id}", proof.date, proof.title, proof.goals, proof.skills)
