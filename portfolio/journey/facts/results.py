"""The results of a period, the strongest first: what a reader should see before anything else.

A number that the user followed says most, since anyone can check it; then what others examined or what was planned and
reached; then the user's own levels. Nothing is added to fill up: who has one result, has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from portfolio.journey.facts.evidence_by_skill import evidence_of_skills
from portfolio.journey.facts.goal_spans import state_since
from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import SkillHistory, direction, level_at_start, skill_histories
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading
from portfolio.records.levels import Level

ResultSort = Literal["measure", "certificate", "goal", "level"]


class Result(NamedTuple):
    """One result, with what is known about it; the id is that of the measure, certificate, goal or skill."""

    id: str
    sort: ResultSort
    title: str
    day: date | None
    """The day of the last reading, certificate, goal or level; None when it was not noted."""
    evidence: tuple[str, ...] = ()
    """The ids of the evidence for it, oldest first."""
    before: float | Level | None = None
    now: float | Level | None = None
    unit: str = ""
    target: float | None = None
    since: date | None = None
    """The day of the first reading or level."""
    scale: str = ""
    valid_until: date | None = None
    expired: bool = False


def results(records: Records, period: Period, today: date) -> tuple[Result, ...]:
    """Return the results of a period, the strongest first, each once."""
    upto = min(today, period.until)
    measured = tuple(_measured(records, upto))
    examined = tuple(_certificates(records, upto))
    told = _told(records, (*measured, *examined))
    reached = (result for result in _goals(records, upto) if result.id not in told)
    return (*measured, *examined, *reached, *_levels(records, period, upto))


def _told(records: Records, found: tuple[Result, ...]) -> frozenset[str]:
    """Return the goals that another result is already about."""
    measures = {measure.id: measure.goal for measure in records.of(Measure)}
    certificates = {piece.id: piece.goals for piece in records.of(Evidence)}
    goals = {measures[result.id] for result in found if result.sort == "measure"}
    return frozenset(goals).union(*(certificates[result.id] for result in found if result.sort == "certificate"))


def _measured(records: Records, upto: date) -> Iterator[Result]:
    """Yield the numbers that went the way that was wanted, those nearest to their target first.

    Of the evidence of its goal only the pieces of a day on which a number was noted are evidence for it: others can be
    of work that the user did not count.
    """
    by_measure: dict[str, list[Reading]] = {}
    for reading in records.of(Reading):
        if reading.date <= upto:
            by_measure.setdefault(reading.measure, []).append(reading)
    shown = _of_goals(records, upto)
    found: list[tuple[float, Result]] = []
    for measure in records.of(Measure):
        readings = by_measure.get(measure.id, [])
        days = {reading.date for reading in readings}
        counted = tuple(piece for piece in shown.get(measure.goal, ()) if _day_of(piece, records) in days)
        result = _measure(measure, readings, counted)
        if result is not None:
            found.append((_part_of_the_way(result), result))
    yield from (result for _part, result in sorted(found, key=lambda each: -each[0]))


def _measure(measure: Measure, readings: list[Reading], evidence: tuple[str, ...]) -> Result | None:
    """Return the change from the start, or the first reading, to the last; None when it is not wanted or unknown."""
    if not readings:
        return None
    first, last = readings[0], readings[-1]
    before = first.value if measure.start is None else measure.start
    wanted = _wanted(measure, before)
    moved = (last.value > before) - (last.value < before)
    if not moved or moved == -wanted:
        return None
    return Result(
        measure.id,
        "measure",
        measure.name,
        last.date,
        evidence,
        before=before,
        now=last.value,
        unit=measure.unit or "",
        target=measure.target,
        since=first.date,
    )


def _wanted(measure: Measure, before: float) -> int:
    """Return 1 when more is better, -1 when less is, 0 when that is not known."""
    if measure.direction:
        return 1 if measure.direction == "up" else -1
    if measure.target is None:
        return 0
    return (measure.target > before) - (measure.target < before)


def _part_of_the_way(result: Result) -> float:
    """Return how much of the way to the target was gone, from 0 to 1; 0 without a target."""
    before, now, target = result.before, result.now, result.target
    if not isinstance(before, int | float) or not isinstance(now, int | float) or target is None or target == before:
        return 0.0
    return max(0.0, min(1.0, (now - before) / (target - before)))


def _certificates(records: Records, upto: date) -> Iterator[Result]:
    """Yield the certificates, the newest first; expired ones last."""
    pieces = [piece for piece in records.of(Evidence) if piece.sort == "certificate" and piece.date <= upto]
    found = [
        Result(
            piece.id,
            "certificate",
            piece.title,
            piece.date,
            (piece.id,),
            valid_until=piece.valid_until,
            expired=piece.valid_until is not None and piece.valid_until < upto,
        )
        for piece in reversed(pieces)
    ]
    yield from sorted(found, key=lambda result: result.expired)


def _goals(records: Records, upto: date) -> Iterator[Result]:
    """Yield the achieved goals, the newest first."""
    shown = _of_goals(records, upto)
    found = [
        Result(goal.id, "goal", goal.title, state_since(goal), shown.get(goal.id, ()))
        for goal in records.of(Goal)
        if goal.state == "achieved"
    ]
    yield from sorted(found, key=lambda result: result.day or date.min, reverse=True)


def _levels(records: Records, period: Period, upto: date) -> Iterator[Result]:
    """Yield the skills whose level rose in the period, the largest rise first."""
    histories = skill_histories(records, upto)
    held = evidence_of_skills(records, histories, upto)
    found = [(rise, result) for history in histories.values() for rise, result in _level(history, period, held)]
    yield from (result for _rise, result in sorted(found, key=lambda each: -each[0]))


def _level(
    history: SkillHistory, period: Period, held: Mapping[str, tuple[Evidence, ...]]
) -> Iterator[tuple[int, Result]]:
    """Yield the number of steps that a level rose, and the result; nothing when it did not rise."""
    series = history.by_self or history.by_others
    first, now = level_at_start(series, period.since), history.now
    if first is None or now is None or first.position is None or now.position is None or direction(first, now) <= 0:
        return
    skill = history.skill
    evidence = tuple(piece.id for piece in held.get(skill.id, ()))
    result = Result(
        skill.id,
        "level",
        skill.title,
        now.date,
        evidence,
        before=first.level,
        now=now.level,
        since=first.date,
        scale=skill.scale,
    )
    yield now.position - first.position, result


def _day_of(piece: str, records: Records) -> date | None:
    found = records.find(Evidence, piece)
    return found.date if found is not None else None


def _of_goals(records: Records, upto: date) -> Mapping[str, tuple[str, ...]]:
    """Return the evidence of each goal by its id, oldest first."""
    found: dict[str, list[str]] = {}
    for piece in records.of(Evidence):
        for goal in piece.goals if piece.date <= upto else ():
            found.setdefault(goal, []).append(piece.id)
    return {goal: tuple(pieces) for goal, pieces in found.items()}
