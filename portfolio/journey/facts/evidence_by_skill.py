"""Which evidence goes with which skill: linked with the skill itself, or with one of its ratings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from portfolio.journey.facts.skill_history import SkillHistory
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence

SHELF_YEARS: Final = 2
"""What shows a skill deserves a look when it is older than this: the usual shelf life of a certificate."""


def proofs(records: Records, known: Mapping[str, SkillHistory], upto: date) -> Mapping[str, tuple[Evidence, ...]]:
    """By the id of a skill its evidence up to and including a day, oldest first, each piece once."""
    by_id = {e.id: e for e in records.of(Evidence) if e.date <= upto}
    found: dict[str, dict[str, Evidence]] = {}
    for proof in by_id.values():
        for skill in proof.skills:
            found.setdefault(skill, {})[proof.id] = proof
    for course in known.values():
        for point in course.points:
            for identity in point.evidence:
                if identity in by_id:
                    found.setdefault(course.skill.id, {})[identity] = by_id[identity]
    return {skill: tuple(sorted(held.values(), key=lambda e: (e.date, e.id))) for skill, held in found.items()}


def valid_until(skill: str, records: Records) -> date | None:
    """The last day on which a permit or certificate for this skill is valid; None when none says so."""
    days = (e.valid_until for e in records.of(Evidence) if skill in e.skills)
    return max((day for day in days if day is not None), default=None)
