"""The moments of a journey, which lanes and timeline share so that they cannot disagree.

A moment that was recorded twice (a milestone for a level, goal or certificate of the same day) appears once.
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
    "entry",
    "top",
    "tip",
    "both",
    "feedback",
]
"""`level_changed` is a change on a scale without an order; `level_other` is a rating by another person.

`entry` and those after it, an entry of the user and received feedback, are in the user's own view only.
"""

_STORY_TEMPLATES: Final[dict[str, MomentKind]] = {
    "starr": "story",
    "success": "story",
    "shared_knowledge": "shared_knowledge",
}
"""The templates whose reflections are moments, with the kind of moment."""


class Moment(NamedTuple):
    """One event on a day, in the user's own words.

    A tuple, since a journey of many years has hundreds of them and a tuple is made in a third of the time.
    """

    id: str
    date: date
    kind: MomentKind
    text: str
    """The title or text of the goal, skill, milestone, certificate or story; for a conversation its place, if any."""
    reason: str = ""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    level: Level | None = None
    before: Level | None = None
    scale: str = ""
    who: Who | None = None
    sort: str = ""
    evidence: int = 0
    """The number of pieces of evidence linked to it."""
    agreements: tuple[str, ...] = ()


def moments(
    records: Records, period: Period, goals: Mapping[str, GoalSpan], skills: Mapping[str, SkillHistory]
) -> tuple[Moment, ...]:
    """Return every moment of a period, by date, then id."""
    since, until = period.since, period.until
    found = (*_of_goals(goals.values()), *_of_levels(skills.values()), *records.once(_of_records))
    happened = [m for m in found if since <= m.date <= until]
    happened += tuple(_milestones(records, period, happened))
    return tuple(sorted(happened, key=attrgetter("date", "id")))


def story_words(reflection: Reflection) -> str:
    """Return the title of a story, else its first answer that has words."""
    if reflection.title and reflection.title.strip():
        return reflection.title
    return next((words for _key, words in reflection.in_order()), "")


def _of_goals(goals: Iterable[GoalSpan]) -> Iterator[Moment]:
    """Yield the known days on which goals began, were paused, went on and ended."""
    for goal_span in goals:
        goal = goal_span.goal
        start = Moment(goal.id, goal_span.start, "goal_started", goal.title, goals=(goal.id,), skills=goal.skills)
        if goal_span.ran:
            yield start
        for pause in goal_span.pauses:
            if pause.since is not None:
                reason = goal_span.reason if pause.until is None else ""
                yield start._replace(kind="goal_paused", date=pause.since, reason=reason)
            if pause.until is not None and pause.until != goal_span.end:
                yield start._replace(kind="goal_resumed", date=pause.until)
        if goal_span.end is not None:
            kind: MomentKind = "goal_reached" if goal_span.state == "achieved" else "goal_dropped"
            yield start._replace(kind=kind, date=goal_span.end, reason=goal_span.reason)


def _of_levels(histories: Iterable[SkillHistory]) -> Iterator[Moment]:
    for history in histories:
        before: Point | None = None
        for point in history.points:
            kind = _level_kind(point, before)
            if kind:
                yield Moment(
                    point.id,
                    point.date,
                    kind,
                    history.skill.title,
                    reason=point.reason,
                    skills=(history.skill.id,),
                    level=point.level,
                    before=before.level if before and kind != "level_other" else None,
                    scale=history.skill.scale,
                    who=point.rater,
                    evidence=len(point.evidence),
                )
            before = point if point.by_self else before


def _level_kind(point: Point, before: Point | None) -> MomentKind | None:
    """Return the kind of moment of a rating; None when the user only confirmed the level."""
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
    """Return the moments that follow from a single record, of all years."""
    evidence = records.of(Evidence)
    known = {piece.id for piece in evidence}
    stories = (
        _from_reflection(item, _STORY_TEMPLATES[item.template], known)
        for item in records.of(Reflection)
        if item.template in _STORY_TEMPLATES
    )
    certificates = (
        Moment(piece.id, piece.date, "certificate", piece.title, goals=piece.goals, skills=piece.skills)
        for piece in evidence
        if piece.sort == "certificate"
    )
    return (*stories, *certificates, *_conversations(records))


def _conversations(records: Records) -> Iterator[Moment]:
    people = People(records)
    agreed: dict[str, list[str]] = {}
    for agreement in records.of(Agreement):
        if agreement.conversation:
            agreed.setdefault(agreement.conversation, []).append(agreement.text)
    for conversation in records.of(Conversation):
        yield Moment(
            conversation.id,
            conversation.date,
            "conversation",
            conversation.place or "",
            who=people.who(conversation.with_),
            sort=conversation.sort,
            agreements=tuple(agreed.get(conversation.id, ())),
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
    """Yield the milestones that no other moment of the same day already shows."""
    that_day: dict[date, list[Moment]] = {}
    for moment in happened:
        that_day.setdefault(moment.date, []).append(moment)
    for milestone in records.between(Milestone, period.since, period.until):
        if not any(_same(milestone, m) for m in that_day.get(milestone.date, ())):
            yield Moment(
                milestone.id,
                milestone.date,
                "milestone",
                milestone.text,
                goals=milestone.goals,
                skills=milestone.skills,
            )


def _same(milestone: Milestone, moment: Moment) -> bool:
    if moment.kind == "goal_reached":
        return bool(set(milestone.goals) & set(moment.goals))
    if moment.kind == "certificate":
        apart = (milestone.goals or milestone.skills) and not (
            set(milestone.goals) & set(moment.goals) or set(milestone.skills) & set(moment.skills)
        )
        return milestone.source == "certificate" and not apart
    if moment.kind in ("level_first", "level_up", "level_down", "level_changed"):
        return milestone.source == "level" and (
            not milestone.skills or bool(set(milestone.skills) & set(moment.skills))
        )
    return False
