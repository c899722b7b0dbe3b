"""The terms of a search: what they ask, in both languages, alone and beside words."""

from __future__ import annotations

import pytest

from portfolio.journey.search.conditions import conditions_in, unclear, unknown_term
from portfolio.journey.search.record_pages import pages_of
from portfolio.journey.search.search import Query
from portfolio.records.collection import Records
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from tests.builders import made

ERIK = made(Person, "2025-01-01", name="Erik de Vries")
RUUD = made(Person, "2025-01-01", name="Ruud")
SKILL = made(Skill, "2025-01-03", title="Storingzoeken")
PUMP = made(Goal, "2025-01-02", title="Warmtepompen", skills=(SKILL.id,), shareable=True)
TALK = made(Goal, "2025-03-31", title="Uitleggen")
NOTE = made(Reflection, "2025-03-01", template="note", answers={"text": "pomp"}, tags=("Meten",), goals=(PUMP.id,))
WEEK = made(Reflection, "2025-04-01", template="week", answers={"text": "pomp in een url http://tag.nl"})
SAID = made(Feedback, "2024-12-31", what="Rustig", from_=ERIK.id, goals=(TALK.id,))
ALL: tuple[Record, ...] = (ERIK, RUUD, PUMP, TALK, SKILL, NOTE, WEEK, SAID)
RECORDS = Records.of_all(ALL)
PAGES = pages_of(ALL, conditions=conditions_in(RECORDS))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tag:meten", {NOTE}),
        ("label:MET", {NOTE}),
        ("-tag:meten pomp", {PUMP, WEEK}),
        ("pomp kind:note", {NOTE}),
        ("kind:goal", {PUMP, TALK}),
        ("soort:doelen", {PUMP, TALK}),
        ("kind:notes", {NOTE, WEEK}),
        ("person:erik", {ERIK, SAID}),
        ('persoon:"erik de v', {ERIK, SAID}),
        ('person:"Erik de Vries" rustig', {SAID}),
        ("goal:warmte", {PUMP, NOTE}),
        ("goal:pomp", {PUMP, NOTE}),
        ("doel:uitleg", {TALK, SAID}),
        ("skill:storing", {SKILL, PUMP}),
        ("since:2025-03 until:2025-03 kind:notes", {NOTE}),
        ("vanaf:2025-03-02 soort:notities", {WEEK}),
        ("tot:2024", {SAID}),
        ("shareable:", {PUMP}),
        ("deelbaar:nee kind:goal", {TALK}),
        ("-shareable: kind:goal", {TALK}),
        ("person:nobody", set()),
        ("person:", set()),
        ("http://tag.nl", {WEEK}),
        ("kind:week pomp", {WEEK}),
    ],
)
def test_a_term_finds_exactly_what_it_names(words: str, found: set[Record]) -> None:
    query = Query(words)
    assert {record.id for record in PAGES.newest(query, 99).records} == {record.id for record in found}
    assert PAGES.count(query) == len(found)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("since:gisteren", "gisteren"),
        ("until:2025-13", "2025-13"),
        ("since:", ""),
        ("kind:pump", "pump"),
        ("kind:goal since:2025-02-28", None),
        ("pump 10:30 foo:bar", None),
    ],
)
def test_a_value_that_means_nothing_is_named(words: str, value: str | None) -> None:
    wrong = unclear(Query(words))
    assert (wrong.value if wrong is not None else None) == value


def test_a_day_that_is_still_being_typed_hides_nothing() -> None:
    assert PAGES.count(Query("kind:goal since:20")) == 2


def test_a_word_with_a_colon_that_is_no_term_stays_a_word() -> None:
    query = Query("10:30 foo:bar mytag:x")
    assert query.terms == ()
    assert query.words == ("10:30", "foo:bar", "mytag:x")


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("pump topic:meten", "topic:meten"),
        ("-topic:meten", "topic:meten"),
        ("https://example.org 10:30 a:b tag:x note: pump", None),
    ],
)
def test_a_word_that_looks_like_a_term_is_found(words: str, word: str | None) -> None:
    assert unknown_term(Query(words)) == word
