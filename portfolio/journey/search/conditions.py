"""What the terms of a search ask of a record."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from portfolio.journey.facts.with_person import WithPerson, with_person
from portfolio.journey.fold import fold
from portfolio.journey.search.filters import leads_to
from portfolio.journey.search.kind_named import kind_named
from portfolio.journey.search.search import Query, best_place
from portfolio.journey.search.terms import Term
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.collection import Records
from portfolio.records.goals import Goal
from portfolio.records.kinds import TABLES
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.skills import Skill

Condition: TypeAlias = Callable[[Record], bool]
"""Whether a record is what was asked for."""
Conditions: TypeAlias = Callable[[Query], Condition]
"""Gives what the terms of a query ask of a record."""
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_LIKE_A_TERM: Final = re.compile(r"[^\W\d_]{2,}:(?!//)[^\s:]+")
_NO: Final = frozenset({"no", "nee", "n"})


def no_conditions(_query: Query) -> Condition:
    """Return a condition that every record meets, where terms do not count."""
    return lambda _record: True


def conditions_in(records: Records) -> Conditions:
    """Return the function that gives the condition of a query; it reads goals, skills and people when a term asks."""

    def asked(query: Query) -> Condition:
        each = [(term.without, _condition(term, records)) for term in query.terms]
        return lambda record: all(condition(record) is not without for without, condition in each)

    return asked


def unclear(query: Query) -> Term | None:
    """Return the first term with a value that means nothing: no day, no kind; None when all are clear."""
    for term in query.terms:
        if term.name in ("since", "until") and _period(term.value) is None:
            return term
        if term.name == "kind" and not kind_named(term.value):
            return term
    return None


def unknown_term(query: Query) -> str | None:
    """Return the first word that looks like a term with a name that is none, as in topic:meten; addresses do not."""
    return next((word for word in (*query.words, *query.without) if _LIKE_A_TERM.fullmatch(word)), None)


def _condition(term: Term, records: Records) -> Condition:
    value = term.value
    match term.name:
        case "tag":
            return lambda record: any(fold(tag).strip().startswith(value) for tag in record.tags)
        case "kind":
            return _of_kind(kind_named(value))
        case "shareable":
            return lambda record: record.shareable is (value not in _NO)
        case "since" | "until":
            return _in_period(term.name, value)
        case "person":
            return _with_one_of([with_person(each, records) for each in _called(value, records.of(Person))])
        case "goal":
            return _linked_with("goal", list(_called(value, records.of(Goal))))
        case "skill":
            return _linked_with("skill", list(_called(value, records.of(Skill))))


def _of_kind(named: str) -> Condition:
    if named in TABLES:
        return lambda record: record.kind == named
    return lambda record: bool(named) and getattr(record, "template", None) == named


def _in_period(name: str, value: str) -> Condition:
    """Return whether the day of a record is in the period; a value that is no day yet asks nothing."""
    period = _period(value)
    if period is None:
        return lambda _record: True
    first, last = period

    def fits(record: Record) -> bool:
        day = day_shown(record)
        return day is not None and (day >= first if name == "since" else day <= last)

    return fits


def _linked_with(kind: str, ids: Iterable[str]) -> Condition:
    return lambda record: any(leads_to(record, identity, kind) for identity in ids)


def _with_one_of(people: Iterable[WithPerson]) -> Condition:
    return lambda record: any(person.concerns(record) for person in people)


def _called(value: str, records: Iterable[Record]) -> Iterator[str]:
    """Yield the ids of the records with this in their name; an empty value asks for none of them."""
    for record in records:
        if value and best_place(fold(record.heading), value) >= 0:
            yield record.id


@cache
def _period(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, a month or a day: 2025, 2025-03, 2025-03-09; None for anything else."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(each) if each else 0 for each in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last = month or 12
    return first, date(year, last, monthrange(year, last)[1])
