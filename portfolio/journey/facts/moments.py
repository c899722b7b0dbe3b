"""The moments of a journey: what lanes and timeline both show, collected once so that they cannot disagree.

A moment that was written down twice (a milestone for a level, a goal or a certificate of the same day) appears once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from portfolio.journey.facts.goal_spans import GoalSpan
from portfolio.journey.facts.people import People, Who
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import Point, SkillHistory
from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.levels import Level
from portfolio.records.milestones import Milestone
from portfolio.records.reflections import Reflection

MomentKind = Literal[
    "goal_started",
    "goal_reached",
    "goal_paused",
    "goal_resumed",
    "goal_dropped",
    "level_first",
    "level_up",
    "level_down",
    "level_changed",
    "level_other",
    "story",
    "milestone",
    "certificate",
    "conversation",
    "shared_knowledge",
]
"""`level_changed` is a change on a scale without an order; `level_other` is a rating by someone else."""

_TOLD: Final[dict[str, MomentKind]] = {
    "starr": "story",
    "success": "story",
    "shared_knowledge": "shared_knowledge",
}
"""The templates whose reflections are moments of a journey."""


class Moment(NamedTuple):
    """One thing that happened: on which day, to what, in people's own words.

    A tuple, since a journey of many years has hundreds of them and a tuple is made in a third of the time.
    """

    id: str
    date: date
    kind: MomentKind
    text: str
    """The goal, skill, milestone, certificate or story by its own words; for a conversation the place, if any."""
    reason: str = ""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    level: Level | None = None
    before: Level | None = None
    scale: str = ""
    who: Who | None = None
    sort: str = ""
    evidence: int = 0
    """How many pieces of evidence go with it."""
    agreements: tuple[str, ...] = ()


def moments(
    records: Records, period: Period, lives: Mapping[str, GoalSpan], courses: Mapping[str, SkillHistory]
) -> tuple[Moment, ...]:
    """Every moment of a period, by date, then id."""
    since, until = period.since, period.until
    found = (*_of_goals(lives.values()), *_of_levels(courses.values()), *records.once(_of_records))
    happened = [m for m in found if since <= m.date <= until]
    happened += tuple(_milestones(records, period, happened))
    return tuple(sorted(happened, key=attrgetter("date", "id")))


def story_words(reflection: Reflection) -> str:
    """What a story is called: its title, else the first answer that has words."""
    if reflection.title and reflection.title.strip():
        return reflection.title
    return next((words for _key, words in reflection.in_order()), "")


def _of_goals(lives: Iterable[GoalSpan]) -> Iterator[Moment]:
    """The days on which goals began, stopped, went on and ended, as far as they are known."""
    for life in lives:
        goal = life.goal
        start = Moment(goal.id, life.start, "goal_started", goal.title, goals=(goal.id,), skills=goal.skills)
        if life.ran:
            yield start
        for pause in life.pauses:
            if pause.since is not None:
                reason = life.reason if pause.until is None else ""
                yield start._replace(kind="goal_paused", date=pause.since, reason=reason)
            if pause.until is not None and pause.until != life.end:
                yield start._replace(kind="goal_resumed", date=pause.until)
        if life.end is not None:
            kind: MomentKind = "goal_reached" if life.state == "achieved" else "goal_dropped"
            yield start._replace(kind=kind, date=life.end, reason=life.reason)


def _of_levels(courses: Iterable[SkillHistory]) -> Iterator[Moment]:
    for course in courses:
        before: Point | None = None
        for point in course.points:
            kind = _level_kind(point, before)
            if kind:
                yield Moment(
                    point.id,
                    point.date,
                    kind,
                    course.skill.title,
                    reason=point.reason,
                    skills=(course.skill.id,),
                    level=point.level,
                    before=before.level if before and kind != "level_other" else None,
                    scale=course.skill.scale,
                    who=point.rater,
                    evidence=len(point.evidence),
                )
            before = point if point.by_self else before


def _level_kind(point: Point, before: Point | None) -> MomentKind | None:
    """What a rating did; None when the person confirmed the level they had."""
    if not point.by_self:
        return "level_other"
    if before is None:
        return "level_first"
    if before.level == point.level:
        return None
    if before.position is None or point.position is None:
        return "level_changed"
    return "level_up" if point.position > before.position else "level_down"


def _of_records(records: Records) -> tuple[Moment, ...]:
    """The moments that follow from a record alone, of all years."""
    evidence = records.of(Evidence)
    known = {proof.id for proof in evidence}
    stories = (
        _from_reflection(item, _TOLD[item.template], known) for item in records.of(Reflection) if item.template in _TOLD
    )
    certificates = (
        Moment(proof.id, proof.date, "certificate", proof.title, goals=proof.goals, skills=proof.skills)
        for proof in evidence
        if proof.sort == "certificate"
    )
    return (*stories, *certificates, *_conversations(records))


def _conversations(records: Records) -> Iterator[Moment]:
    people = People(records)
    agreed: dict[str, list[str]] = {}
    for agreement in records.of(Agreement):
        if agreement.conversation:
            agreed.setdefault(agreement.conversation, []).append(agreement.text)
    for talk in records.of(Conversation):
        yield Moment(
            talk.id,
            talk.date,
            "conversation",
            talk.place or "",
            who=people.who(talk.with_),
            sort=talk.sort,
            agreements=tuple(agreed.get(talk.id, ())),
        )


def _from_reflection(item: Reflection, kind: MomentKind, known: set[str]) -> Moment:
    return Moment(
        item.id,
        item.date,
        kind,
        story_words(item),
        goals=item.goals,
        skills=item.skills,
        evidence=sum(e in known for e in item.evidence),
    )


def _milestones(records: Records, period: Period, happened: Iterable[Moment]) -> Iterator[Moment]:
    """The milestones that say something which no other moment of the same day says."""
    that_day: dict[date, list[Moment]] = {}
    for moment in happened:
        that_day.setdefault(moment.date, []).append(moment)
    for stone in records.between(Milestone, period.since, period.until):
        if not any(_same(stone, m) for m in that_day.get(stone.date, ())):
            yield Moment(stone.id, stone.date, "milestone", stone.text, goals=stone.goals, skills=stone.skills)


def _same(stone: Milestone, moment: Moment) -> bool:
    if moment.kind == "goal_reached":
        return bool(set(stone.goals) & set(moment.goals))
    if moment.kind == "certificate":
        apart = (stone.goals or stone.skills) and not (
            set(stone.goals) & set(moment.goals) or set(stone.skills) & set(moment.skills)
        )
        return stone.source == "certificate" and not apart
    if moment.kind in ("level_first", "level_up", "level_down", "level_changed"):
        return stone.source == "level" and (not stone.skills or bool(set(stone.skills) & set(moment.skills)))
    return False
