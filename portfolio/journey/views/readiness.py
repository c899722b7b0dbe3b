"""The "Am I ready?" view for a conversation: evidence, ratings by others, spread over the year, and agreements.

For the user only: private records count, so that gaps and forgotten records can be pointed out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final, Literal

from portfolio.journey.facts.conversations import Countdown, coming_conversation, conversation_before, countdown
from portfolio.journey.facts.findings import ReadyFinding
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.progress import SinceThen, since_then
from portfolio.journey.views.as_json import JSON_KEY
from portfolio.journey.views.evidence import Reason, SkillEvidence, coverage
from portfolio.journey.views.goals import GoalStanding, goals
from portfolio.journey.views.growth import SkillGrowth, Standing, growth
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.records.levels import Level
from portfolio.records.milestones import Milestone
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection

Lack = Literal["nothing_done", "no_evidence", "no_sign", "no_check_date"]
"""What a goal lacks to be presented well.

`nothing_done`: no step was done; `no_evidence`: neither evidence nor a reading; `no_sign`: no sign of success;
`no_check_date`: no review date.
"""

_TELLABLE: Final = frozenset({"starr", "success", "shared_knowledge"})
"""Templates of reflections that are worth telling to others."""
_MOST: Final = 5
_OPEN: Final = ("open", "in_progress")


@dataclass(frozen=True, slots=True)
class Claim:
    """A skill with a level: its evidence, what that lacks, its age, and the levels by others."""

    id: str
    title: str
    scale: str
    level: Level
    evidence: int
    lacks: tuple[Reason, ...]
    aged: date | None
    others: tuple[Standing, ...]
    """The latest level by each other person."""

    @property
    def proven(self) -> bool:
        """Whether nothing is left to improve."""
        return not self.lacks and self.aged is None


@dataclass(frozen=True, slots=True)
class GoalCheck:
    """A goal of the period, and what it lacks."""

    id: str
    title: str
    state: str
    steps_done: int
    steps_total: int
    evidence: int
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The number of shareable records of a month."""

    year: int
    month: int
    shareable: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A private record that is worth telling, from a month without shareable records."""

    id: str
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreement that is open or was made in the period; `late` when its due day has passed."""

    id: str
    text: str
    owner: str
    due: date | None
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """Everything to look at before a conversation."""

    picture: ClassVar[str] = "ready"

    period: Period
    today: date
    finding: ReadyFinding
    conversation: Countdown | None = field(metadata={JSON_KEY: "talk"})
    """The conversation it is about, with the step to take now."""
    since_then: SinceThen | None
    """The changes since the conversation before it."""
    claims: tuple[Claim, ...]
    goals: tuple[GoalCheck, ...]
    months: tuple[Month, ...]
    forgotten: tuple[Forgotten, ...]
    agreements: tuple[Promise, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there yet to prepare with. A new part that is not named here is not drawn when alone."""
        content = self.claims or self.goals or self.agreements or self.conversation
        return not (content or any(m.shareable for m in self.months))


def readiness(records: Records, period: Period, today: date) -> Readiness:
    """Return how well prepared the user is for a conversation about this period."""
    checked = {skill.id: skill for skill in coverage(records, period, today).skills}
    claims = tuple(
        claim
        for skill in growth(records, period, today).skills
        if (claim := _claim(skill, checked.get(skill.id))) is not None
    )
    upto = min(period.until, today)
    chosen = _months(records, period, today)
    before = conversation_before(records, upto, coming_conversation(records, upto))
    return Readiness(
        period=period,
        today=today,
        finding=_finding(claims),
        conversation=countdown(records, today),
        since_then=since_then(records, before, today, upto) if before is not None else None,
        claims=claims,
        goals=_goals(records, period, today),
        months=chosen,
        forgotten=_forgotten(records, period, today, chosen),
        agreements=_promises(records, period, upto, today),
    )


def _claim(skill: SkillGrowth, checked: SkillEvidence | None) -> Claim | None:
    if skill.now is None or skill.now.who is not None:
        return None
    lacks = tuple(dict.fromkeys(check.reason for check in checked.checks if check.state != "ok")) if checked else ()
    return Claim(skill.id, skill.title, skill.scale, skill.now.level, skill.evidence, lacks, skill.aged, skill.others)


def _goals(records: Records, period: Period, today: date) -> tuple[GoalCheck, ...]:
    shown: dict[str, int] = {}
    for piece in records.of(Evidence):
        for goal in piece.goals if piece.date <= min(period.until, today) else ():
            shown[goal] = shown.get(goal, 0) + 1
    signs = {goal.id: bool((goal.sign or "").strip()) for goal in records.of(Goal)}
    rows = (row for row in goals(records, period, today).goals if row.state not in ("dropped", "idea"))
    return tuple(_goal(row, shown.get(row.id, 0), sign=signs[row.id]) for row in rows)


def _goal(row: GoalStanding, evidence: int, *, sign: bool) -> GoalCheck:
    reached = row.state == "achieved"
    lacks: list[Lack] = []
    if not row.steps_done and not reached:
        lacks.append("nothing_done")
    if not evidence and not row.measures:
        lacks.append("no_evidence")
    if not sign:
        lacks.append("no_sign")
    if row.due is None and not reached:
        lacks.append("no_check_date")
    return GoalCheck(row.id, row.title, row.state, row.steps_done, row.steps_total, evidence, tuple(lacks))


def _tellable(records: Records) -> list[Record]:
    """Return the records worth telling: stories, feedback, evidence and milestones."""
    stories: list[Record] = [r for r in records.of(Reflection) if r.template in _TELLABLE]
    return [*stories, *records.of(Feedback), *records.of(Evidence), *records.of(Milestone)]


def _months(records: Records, period: Period, today: date) -> tuple[Month, ...]:
    upto = Period(period.since, max(min(period.until, today), period.since))
    counts: dict[tuple[int, int], int] = dict.fromkeys(upto.months(), 0)
    for record in _tellable(records):
        if record.shareable and upto.contains(record.date):
            counts[record.date.year, record.date.month] += 1
    return tuple(Month(year, month, n) for (year, month), n in counts.items())


def _forgotten(records: Records, period: Period, today: date, months: Iterable[Month]) -> tuple[Forgotten, ...]:
    """Return the newest private records worth telling, from the months without shareable records."""
    thin = {(month.year, month.month) for month in months if not month.shareable}
    found = [
        Forgotten(record.id, record.date, _words(record))
        for record in _tellable(records)
        if not record.shareable
        and period.contains(record.date)
        and record.date <= today
        and (record.date.year, record.date.month) in thin
        and not isinstance(record, Feedback)
    ]
    return tuple(sorted(found, key=lambda f: (f.date, f.id))[-_MOST:])


def _words(record: Record) -> str:
    if isinstance(record, Reflection):
        return (record.title or "").strip() or next((words for _key, words in record.in_order()), "")
    return record.heading


def _promises(records: Records, period: Period, upto: date, today: date) -> tuple[Promise, ...]:
    """Return the agreements still open at the end of the period, and those made in it, of both sides."""
    states = {a.id: _state(a, upto, today) for a in records.of(Agreement) if a.date <= upto}
    found = [
        Promise(a.id, a.text, a.owner or "", a.due, state, state in _OPEN and a.due is not None and a.due < upto)
        for a in records.of(Agreement)
        if (state := states.get(a.id)) and (state in _OPEN or period.contains(a.date))
    ]
    return tuple(sorted(found, key=lambda p: (p.state not in _OPEN, p.due or date.max, p.id)))


def _state(agreement: Agreement, upto: date, today: date) -> str:
    """Return the state of an agreement at the end of `upto`; before it was settled it was open."""
    if agreement.state_on is None:
        return agreement.state if upto >= today or agreement.state == "open" else "unknown"
    return agreement.state if agreement.state_on <= upto else "open"


def _finding(claims: Sequence[Claim]) -> ReadyFinding:
    """Summarise the claims; the skill to begin with lacks most, of equals the first."""
    open_ones = sorted((claim for claim in claims if not claim.proven), key=lambda c: (c.evidence > 0, -len(c.lacks)))
    return ReadyFinding(
        proven=sum(claim.proven for claim in claims),
        of=len(claims),
        next=open_ones[0].title if open_ones else None,
    )
