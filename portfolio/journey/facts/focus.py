"""Reduce a portfolio to one goal or one skill with what belongs to it, so that the same pictures can show it alone."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.records.collection import Records
from portfolio.records.conversations import Agreement, Need
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill


def focused(records: Records, identity: str) -> Records:
    """Return the records that belong to the goal or skill with this id; all records when it is neither.

    A goal keeps its skills with their levels, its steps and measures, and what is linked to it. A skill keeps its
    levels, the goals that work on it with theirs, and what is linked to it. People are kept, so that names can be
    shown.
    """
    root = records.get(identity)
    if not isinstance(root, Goal | Skill):
        return records
    goals = {root.id} if isinstance(root, Goal) else {g.id for g in records.of(Goal) if root.id in g.skills}
    skills = set(root.skills) if isinstance(root, Goal) else {root.id}
    wanted = {root.id, *goals, *skills}
    measures = {measure.id for measure in records.of(Measure) if measure.goal in goals}
    linked = goals if isinstance(root, Goal) else {root.id}
    kept = [record for record in records if _belongs(record, wanted, goals, skills, measures, linked)]
    return Records.of_all([*kept, *_around(records, kept)])


def _belongs(
    record: Record, wanted: set[str], goals: set[str], skills: set[str], measures: set[str], linked: set[str]
) -> bool:
    if isinstance(record, Profile | Person) or record.id in wanted:
        return True
    if isinstance(record, Rating):
        return record.skill in skills
    if isinstance(record, Reading):
        return record.measure in measures
    if isinstance(record, Step | Measure | Agreement | Need):
        return record.goal in goals
    links = (*getattr(record, "goals", ()), *getattr(record, "skills", ()), getattr(record, "skill", None))
    return not isinstance(record, Goal | Skill) and bool(linked.intersection(link for link in links if link))


def _around(records: Records, kept: Iterable[Record]) -> list[Record]:
    """Return the evidence that kept records link to, and the conversations of kept agreements."""
    known, found = {record.id for record in kept}, dict[str, Record]()
    for record in kept:
        pieces = record.evidence if isinstance(record, Rating | Reflection) else ()
        conversation = record.conversation if isinstance(record, Agreement) else None
        for identity in (*pieces, *([conversation] if conversation else [])):
            other = records.get(identity)
            if (
                other is not None
                and other.id not in known
                and (isinstance(other, Evidence) or identity == conversation)
            ):
                found[other.id] = other
    return list(found.values())
