"""The evidence of each skill: linked to the skill itself, or to one of its ratings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from portfolio.journey.facts.skill_history import SkillHistory
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence

SHELF_YEARS: Final = 2
"""Years after which evidence of a skill should be looked at again: the usual validity of a certificate."""


def evidence_of_skills(
    records: Records, known: Mapping[str, SkillHistory], upto: date
) -> Mapping[str, tuple[Evidence, ...]]:
    """Return the evidence up to and including `upto` of each skill, by its id: each piece once, oldest first."""
    by_id = {e.id: e for e in records.of(Evidence) if e.date <= upto}
    found: dict[str, dict[str, Evidence]] = {}
    for piece in by_id.values():
        for skill in piece.skills:
            found.setdefault(skill, {})[piece.id] = piece
    for history in known.values():
        for point in history.points:
            for identity in point.evidence:
                if identity in by_id:
                    found.setdefault(history.skill.id, {})[identity] = by_id[identity]
    return {skill: tuple(sorted(held.values(), key=lambda e: (e.date, e.id))) for skill, held in found.items()}


def valid_until(skill: str, records: Records) -> date | None:
    """Return the last day on which a permit or certificate for this skill is valid; None when none has such a day."""
    days = (e.valid_until for e in records.of(Evidence) if skill in e.skills)
    return max((day for day in days if day is not None), default=None)
