"""Own entries as marks: their words, and what can be said of a few months of writing."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.facts.entries import entry_marks, writing
from portfolio.journey.facts.findings import Writing
from portfolio.journey.facts.moments import story_words
from portfolio.journey.facts.period import Period
from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES
from tests.builders import TODAY, a_reflection, having

MONTH = Period(date(2025, 11, 18), TODAY)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_words_of_an_entry_are_those_of_a_story(template: str) -> None:
    keys = TEMPLATES[template]
    for answers in ({keys[-1]: "Last", "elsewhere": "Other"}, {keys[0]: " \n", "elsewhere": "Other"}, {}):
        for title in (None, " ", "Title"):
            item = a_reflection(TODAY, template, answers=answers, title=title)
            (mark,) = entry_marks(having(item), MONTH, TODAY, ())
            assert mark.text == story_words(item)


def test_entries_end_today_and_those_that_are_elsewhere_are_left_out() -> None:
    days = ("2025-11-17", "2025-11-18", "2025-12-15", "2025-12-16")
    items = [a_reflection(day) for day in days]
    records = having(*items)
    assert [mark.id for mark in entry_marks(records, MONTH, TODAY, ())] == [item.id for item in items[1:3]]
    assert [mark.id for mark in entry_marks(records, MONTH, TODAY, {items[1].id})] == [items[2].id]
    later = Period(date(2026, 1, 1), date(2026, 2, 1))
    assert entry_marks(records, later, TODAY, ()) == ()


def tagged(*held: tuple[str, tuple[str, ...]]) -> list[Reflection]:
    return [a_reflection(day, tags=list(tags)) for day, tags in held]


@pytest.mark.parametrize(
    ("held", "again"),
    [
        ([("2025-12-01", ("pump",))], (None, 0)),
        ([("2025-12-01", ("pump",)), ("2025-12-01", ("pump",))], (None, 0)),
        ([("2025-12-01", ("Pump",)), ("2025-12-02", ("pump ",))], ("pump", 2)),
        ([("2025-12-01", ("pump", "van")), ("2025-12-02", ("pump", "van"))], (None, 0)),
        ([("2025-10-01", ("pump",)), ("2025-12-02", ("pump",))], (None, 0)),
    ],
    ids=["one entry", "one day", "two days", "a tie", "before the period"],
)
def test_a_tag_came_back_when_it_is_on_more_than_one_day(
    held: list[tuple[str, tuple[str, ...]]], again: tuple[str | None, int]
) -> None:
    found = writing(having(*tagged(*held)), MONTH, TODAY, ())
    assert found is not None
    assert (found.again, found.again_days) == again


def test_the_first_days_are_called_a_beginning_and_later_ones_are_not() -> None:
    first = [a_reflection("2025-12-14"), a_reflection("2025-12-15")]
    assert writing(having(*first), MONTH, TODAY, ()) == Writing(2, begun=True)
    assert writing(having(*first, a_reflection("2025-01-02")), MONTH, TODAY, ()) == Writing(2)
    assert writing(having(*first), Period(date(2025, 1, 1), TODAY), TODAY, ()) is None
    assert writing(having(), MONTH, TODAY, ()) is None
