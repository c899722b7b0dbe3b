"""Columns are as wide as what they show, a title keeps its cells, and only what can be shared has a mark."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portfolio.records.record import Record
from portfolio.tui.feedback import rows as feedback_rows
from portfolio.tui.goals import rows as goals_rows
from portfolio.tui.reflections import rows as reflections_rows
from portfolio.tui.render.columns import TITLE, DayColumn
from portfolio.tui.render.facts import Fact, block
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import MARK, beside, privacy
from portfolio.tui.render.record_rows import RecordRows
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span, spread, width_of
from portfolio.wording import Words
from tests.builders import a_feedback, a_goal, a_person, a_reflection, a_skill, a_step, having

TODAY = date(2025, 12, 15)
EN = Words("en")


def shown(place: Any, width: int, *records: Record) -> list[str]:
    """The rows of a place, as they are drawn in `width` cells."""
    look = AppState(EN, TODAY, having(*records))
    listed = list(place.listed(look, ListFilter()))
    source = RecordRows(listed, look, place.row_maker(look, listed), frozenset())
    made = (source.row(n, width) for n in range(len(source)))
    return [said(spread(row.left, row.right, width)).rstrip() for row in made]


def said(line: Line) -> str:
    return "".join(span.text for span in line)


def test_days_of_this_year_have_no_year_and_stand_below_each_other() -> None:
    this_year = DayColumn([date(2025, 12, 9), date(2025, 11, 30)], TODAY, EN)
    assert [this_year.of(date(2025, 12, 9)), this_year.of(date(2025, 11, 30))] == [" 9 Dec  ", "30 Nov  "]
    both = DayColumn([date(2025, 12, 9), date(2024, 11, 30)], TODAY, EN)
    assert [both.of(date(2025, 12, 9)), both.of(date(2024, 11, 30)), both.of(None)] == [
        " 9 Dec       ",
        "30 Nov 2024  ",
        "             ",
    ]
    assert DayColumn([], TODAY, EN).of(None) == ""


def test_private_is_silent_and_shareable_is_one_mark() -> None:
    private, public = a_goal("Mine", sign="S"), a_goal("Ours", shareable=True)
    assert not privacy(private, EN) and said(privacy(public, EN)) == "● shareable"
    assert [said(beside(each, EN)) for each in (private, public)] == [" ", "●"]
    rows = shown(goals_rows, 60, private, public)
    assert [row.endswith(MARK) for row in rows[1:]] == [True, False], rows
    assert not any("private" in row or "shareable" in row for row in rows)


@pytest.mark.parametrize("width", [24, 30, 31, 40, 54, 74, 114])
def test_a_title_is_not_cut_below_its_cells_while_something_else_is_shown(width: int) -> None:
    goal = a_goal("A title of exactly thirty-one c", due="2026-02-01", sign="S")
    steps = [a_step(goal, f"Step {n}") for n in range(7)]
    row = shown(goals_rows, width, goal, *steps)[1]
    kept = row.partition("…")[0].partition("  ")[0]
    assert len(kept) >= min(TITLE, width) - 4 or not ("0/7" in row or "Feb" in row), row
    assert ("0/7" in row, "1 Feb 2026" in row) == (width >= 31, width >= 54)


def test_a_column_is_as_wide_as_its_longest_text() -> None:
    anna, bo = a_person("Annabel"), a_person("Bo")
    first, second = a_feedback("2025-12-01", "First", from_=anna), a_feedback("2025-12-02", "Second", from_=bo)
    rows = shown(feedback_rows, 80, anna, bo, first, second)
    assert rows[1:] == [" 2 Dec  + Bo       Second", " 1 Dec  + Annabel  First"]
    assert shown(feedback_rows, 80, anna, bo, second)[1] == " 2 Dec  + Bo  Second"


def test_a_reflection_names_its_kind_only_when_that_is_special() -> None:
    rows = shown(
        reflections_rows,
        80,
        a_reflection("2025-12-02", "three_minutes", answers={"progress": "An evening"}),
        a_reflection("2025-11-28", "week", answers={"highlight": "A week"}),
    )
    assert rows[0] == "December 2025" and rows[1] == "Tue  2  An evening" and rows[2] == ""
    assert rows[4].startswith("Fri 28  A week") and rows[4].endswith("Weekly review")


def test_labels_of_facts_are_never_cut_and_go_above_when_there_is_no_room() -> None:
    facts = [Fact("A label of many words", (Span("yes"),)), Fact("Short", (Span("a value that is longer"),))]
    assert [said(line) for line in block(facts, 60)] == [
        "A label of many words  yes",
        "Short                  a value that is longer",
    ]
    narrow = [said(line) for line in block(facts, 30)]
    assert narrow == ["A label of many words", "yes", "Short", "a value that is longer"]
    assert all(width_of(line) <= 60 for line in block(facts, 60))


def test_a_hostile_title_keeps_the_mark_at_its_place() -> None:
    titles = ("漢字" * 60, "\u202eabc\u202c" * 20, "x" * 3000, "[red]\x1b[2J\x07 title", "👩‍🔧" * 40)
    goals = [a_goal(title, shareable=True, sign="S") for title in titles]
    look = AppState(EN, TODAY, having(*goals, a_skill("S")))
    listed = list(goals_rows.listed(look, ListFilter()))
    source = RecordRows(listed, look, goals_rows.row_maker(look, listed), frozenset())
    for n in range(1, len(source)):
        row = source.row(n, 54)
        line = spread(row.left, row.right, 54)
        assert width_of(line) == 54 and said(line).endswith(MARK) and "\x1b" not in said(line)
