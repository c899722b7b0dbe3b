"""One goal or one skill out of a portfolio, with all that belongs to it: the same pictures, of that alone."""

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
    """What belongs to the goal or the skill with this id; the same records when it is neither, or not there.

    With a goal go its skills and their levels, its steps and measures, and what is linked with it. With a skill go its
    levels, the goals that work on it with theirs, and what is linked with it. People go along, so that names stand.
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
    """The evidence that a kept record refers to, and the conversations in which something of it was agreed."""
    known, found = {record.id for record in kept}, dict[str, Record]()
    for record in kept:
        pieces = record.evidence if isinstance(record, Rating | Reflection) else ()
        talk = record.conversation if isinstance(record, Agreement) else None
        for identity in (*pieces, *([talk] if talk else [])):
            other = records.get(identity)
            if other is not None and other.id not in known and (isinstance(other, Evidence) or identity == talk):
                found[other.id] = other
    return list(found.values())
