"""Search a whole state at once: only the lines that can match are parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, cast

from portfolio.journey.fold import fold
from portfolio.journey.search.conditions import conditions_in
from portfolio.journey.search.linked_names import linked_names, no_names, searched_text
from portfolio.journey.search.search import BEGINS, INSIDE, Query, best_place, newest_first
from portfolio.notebook.lines import lines_with
from portfolio.records.collection import Records
from portfolio.records.kinds import PROFILE_ID, TABLES
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record

Where: TypeAlias = Callable[[Iterable[str], Callable[[bytes], Iterable[bytes]]], Iterable[Record]]
"""Reads the records of some kinds, of which the lines were chosen."""


def found_by(words: str, where: Where, records: Records) -> Sequence[Record]:
    """Return the records that meet the terms and have every word, in their text or in the name of a linked person.

    Newest first; last those that have a word only inside a longer word.
    """
    query = Query(words)
    if not query:
        return ()
    people = _called(query, where)
    names = linked_names(records) if people else no_names
    markers = _markers(people, where, records) if people else []

    def can_match(lines: bytes) -> Iterable[bytes]:
        linked = (line for marker in markers for line in lines_with(marker, lines))
        return dict.fromkeys((*query.lines(lines), *linked)) if markers else query.lines(lines)

    asked = conditions_in(records)(query)
    can_be = (record for record in where(TABLES, can_match) if asked(record))
    ranked = [(query.rank(searched_text(record, names)), record) for record in can_be]
    return [r for wanted in (BEGINS, INSIDE) for r in newest_first(r for rank, r in ranked if rank == wanted)]


def _called(query: Query, where: Where) -> list[str]:
    """Return the ids of the people of whom a word of the query can be in the name."""
    return [
        person.id
        for word in query.words
        for person in cast("Iterable[Person]", where(("person",), Query(word).lines))
        if best_place(fold(person.name), word) >= 0
    ]


def _markers(people: Sequence[str], where: Where, records: Records) -> list[bytes]:
    """Return what the line of a record that is linked with one of these people must hold."""

    def with_them(lines: bytes) -> Iterator[bytes]:
        for each in ids:
            yield from lines_with(each, lines)

    ids = [each.encode() for each in dict.fromkeys(people)]
    markers = [*ids, *(conversation.id.encode() for conversation in where(("conversation",), with_them))]
    profile = records.find(Profile, PROFILE_ID)
    return [*markers, b'"manager"'] if profile is not None and profile.manager in people else markers
