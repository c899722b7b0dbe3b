"""The evidence view: for each skill the five questions that assessors of prior learning ask about evidence.

Dutch assessors call them VRAAK: variation, relevance, authenticity, currency, quantity. The ages and the number of
pieces are common practice among Dutch providers of recognition of prior learning, not law, and can be passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Literal

from portfolio.journey.facts.evidence_by_skill import SHELF_YEARS, evidence_of_skills
from portfolio.journey.facts.findings import EvidenceFinding
from portfolio.journey.facts.period import Period, years_before
from portfolio.journey.facts.skill_history import SkillHistory, skill_histories
from portfolio.records.collection import Records
from portfolio.records.equivalence import caseless
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level, steps

State = Literal["ok", "look", "missing"]
Question = Literal["variation", "relevance", "authenticity", "currency", "quantity"]
Reason = Literal["", "none", "one_situation", "says_little", "own_part", "ageing", "old", "one_more"]

QUESTIONS: Final[tuple[Question, ...]] = ("variation", "relevance", "authenticity", "currency", "quantity")
OLD_YEARS: Final = 5
"""Years after which evidence is often no longer accepted."""
PIECES: Final = 2
"""The number of different pieces that a claim to work independently needs."""
INDEPENDENT: Final = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One question with its result, and the reason when that is not "ok"."""

    question: Question
    state: State
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """One skill with its current level, the number of pieces of evidence, and the five results."""

    id: str
    title: str
    scale: str
    level: Level | None
    count: int
    checks: tuple[Check, ...]
    evidence: tuple[str, ...]
    """The ids of the evidence, oldest first."""

    @property
    def enough(self) -> bool:
        """Whether all five results are "ok"."""
        return all(check.state == "ok" for check in self.checks)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every skill that existed in the period."""

    picture: ClassVar[str] = "evidence"

    period: Period
    today: date
    finding: EvidenceFinding
    skills: tuple[SkillEvidence, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no skill to show."""
        return not self.skills


def coverage(
    records: Records, period: Period, today: date, *, shelf_years: int = SHELF_YEARS, old_years: int = OLD_YEARS
) -> Coverage:
    """Check the evidence of each skill on the last day of the period, or today.

    Evidence from before the period counts too. `shelf_years` and `old_years` are the ages at which the newest piece
    counts as ageing and as old.
    """
    upto = min(today, period.until)
    known = skill_histories(records, upto)
    held = evidence_of_skills(records, known, upto)
    ages = (years_before(upto, shelf_years), years_before(upto, old_years))
    rows = tuple(
        _row(history, held.get(history.skill.id, ()), ages)
        for history in known.values()
        if history.skill.date <= period.until or history.points
    )
    return Coverage(period, today, _finding(rows), rows)


def _row(history: SkillHistory, found: Sequence[Evidence], ages: tuple[date, date]) -> SkillEvidence:
    skill, now = history.skill, history.now
    return SkillEvidence(
        id=skill.id,
        title=skill.title,
        scale=skill.scale,
        level=now.level if now else None,
        count=len(found),
        checks=_checks(found, _claims(history), ages),
        evidence=tuple(p.id for p in found),
    )


def _claims(history: SkillHistory) -> bool:
    """Return whether the current level claims independent work: 3 or more, or on other scales above the first step."""
    now = history.now
    if now is None or now.position is None:
        return now is not None
    return now.position >= (INDEPENDENT if history.skill.scale == "independence" else 1)


def _checks(found: Sequence[Evidence], claims: bool, ages: tuple[date, date]) -> tuple[Check, ...]:
    if not found:
        return tuple(Check(question, "missing", "none") for question in QUESTIONS)
    situations = {caseless((p.context or "").strip()) for p in found} - {""}
    varied = len(situations) > 1 or len({p.sort for p in found if p.sort}) > 1
    shown = sum(bool(p.shows and p.shows.strip()) for p in found)
    own = sum(bool(p.own_part and p.own_part.strip()) or bool(p.confirmed_by) for p in found)
    newest, (shelf, old) = max(p.date for p in found), ages
    enough = len(found) >= (PIECES if claims else 1)
    return (
        Check("variation", "ok")
        if varied
        else Check("variation", "missing", "one_situation" if len(found) > 1 else "one_more"),
        _share("relevance", shown, len(found), "says_little"),
        _share("authenticity", own, len(found), "own_part"),
        Check("currency", "ok")
        if newest >= shelf
        else Check("currency", "look", "ageing")
        if newest >= old
        else Check("currency", "missing", "old"),
        Check("quantity", "ok") if enough else Check("quantity", "look", "one_more"),
    )


def _share(question: Question, with_it: int, of: int, reason: Reason) -> Check:
    """Return "ok" when all pieces have it, "look" when some do, "missing" when none does."""
    if with_it == of:
        return Check(question, "ok")
    return Check(question, "look" if with_it else "missing", reason)


def _finding(rows: Sequence[SkillEvidence]) -> EvidenceFinding:
    gaps = sorted((row for row in rows if (row.level is not None or row.count) and not row.enough), key=_gap)
    return EvidenceFinding(
        of=len(rows),
        proven=sum(row.count > 0 for row in rows),
        enough=sum(row.enough for row in rows),
        next=gaps[0].title if gaps else None,
    )


def _gap(row: SkillEvidence) -> tuple[int, int]:
    """Sort key: what lacks most comes first, and among equals the higher level."""
    missing = sum({"ok": 0, "look": 1, "missing": 2}[c.state] for c in row.checks)
    known = steps(row.scale)
    place = known.index(row.level) if row.level in known else 0
    return (-missing, -place)
