"""What is planned lies ahead, what happened lies behind: days that are typed without a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture.batch import Batch
from portfolio.capture.entry import Entry
from portfolio.capture.form import day_meant, field_help
from portfolio.capture.planned import NO_DAY
from portfolio.notebook.entries import add_to
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.wording import Words
from tests.builders import made as record

MONTHS = {
    "nl": re.findall(r"\w+", "januari februari maart april mei juni juli augustus september oktober november december"),
    "en": re.findall(r"\w+", "January February March April May June July August September October November December"),
}
AHEAD: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("conversation", "date", {}),
    ("conversation", "date", {"state": "preparing"}),
    ("agreement", "due", {"text": "A course"}),
    ("agreement", "check_on", {"text": "A course"}),
    ("goal", "due", {"title": "Welding"}),
    ("goal", "start", {"title": "Welding", "state": "idea"}),
    ("step", "due", {"text": "Ask", "goal": "Welding"}),
    ("skill", "target_date", {"title": "Welding"}),
)
BEHIND: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("conversation", "date", {"state": "held"}),
    ("conversation", "date", {"state": "closed"}),
    ("agreement", "date", {"text": "A course"}),
    ("goal", "start", {"title": "Welding"}),
    ("need", "asked_on", {"text": "Time"}),
    ("milestone", "date", {"text": "A diploma"}),
    ("reflection", "date", {"title": "A day"}),
)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@st.composite
def without_a_year(draw: st.DrawFn) -> tuple[date, str]:
    """The day on which is typed, and a day and month in either language."""
    meant = draw(DAYS)
    return draw(DAYS), f"{meant.day} {MONTHS[draw(st.sampled_from(('nl', 'en')))][meant.month - 1]}"


def batch(today: date, *known: Any) -> Batch:
    ids = count(1)
    return Batch(Records.of_all(known), lambda: f"01900000-0000-7000-8000-{next(ids):012}", today)


def both(kind: str, name: str, more: Mapping[str, str], typed: str, today: date) -> tuple[date, date | None]:
    """The day that is stored, and the day that the form shows."""
    made = batch(today)
    if "goal" in more:
        made.add_typed("goal", {"title": [more["goal"]]})
    made.add_typed(kind, {name: [typed], **{key: [text] for key, text in more.items()}})
    assert not made.problems
    shown = day_meant(Entry("e", kind, today, {name: typed, **more}), name, today)
    return date.fromisoformat(made.drafts[-1].values[name]), shown


@given(st.sampled_from(AHEAD), without_a_year())
def test_a_day_of_a_plan_is_the_next_one(what: tuple[str, str, dict[str, str]], typed: tuple[date, str]) -> None:
    today, words = typed
    stored, shown = both(*what, words, today)
    assert today <= stored == shown
    assert stored.year <= today.year + (8 if words.startswith("29 ") else 1)


@given(st.sampled_from(BEHIND), without_a_year())
def test_a_day_of_what_happened_is_the_last_one(what: tuple[str, str, dict[str, str]], typed: tuple[date, str]) -> None:
    today, words = typed
    stored, shown = both(*what, words, today)
    assert today >= stored == shown


def test_the_state_of_a_conversation_decides_when_its_day_is_changed() -> None:
    today = date(2026, 12, 1)
    for state, year in (("preparing", 2026), ("held", 2025)):
        held = record(Conversation, today, state=state)
        made = batch(today, held)
        made.edit_typed(held.id, "conversation", {"date": ["15 december"]})
        assert made.drafts[0].values["date"] == f"{year}-12-15"
        made.edit_typed(held.id, "conversation", {"date": ["15 december"], "state": ["held"]})
        assert made.drafts[1].values["date"] == "2025-12-15"


@pytest.mark.parametrize(("state", "asked"), [("", True), ("preparing", True), ("held", False)])
def test_a_plan_without_a_day_asks_for_it(state: str, asked: bool) -> None:
    today = date(2026, 12, 1)
    made = batch(today)
    add_to(made, Entry("e", "conversation", today, {"place": "Office", "state": state}), Words("en"))
    assert [problem.message for problem in made.problems] == [NO_DAY] * asked
    held = record(Conversation, today, state=state or "preparing")
    made = batch(today, held)
    made.edit_typed(held.id, "conversation", {"date": [""]})
    assert (NO_DAY in [problem.message for problem in made.problems]) == asked


def test_the_example_below_the_day_of_a_plan_lies_ahead() -> None:
    entry = Entry("e", "conversation", date(2026, 12, 1))
    assert "in 3 months" in field_help(entry, "date", Words("en"))
    assert "yesterday" in field_help(entry.with_text("state", "held"), "date", Words("en"))
