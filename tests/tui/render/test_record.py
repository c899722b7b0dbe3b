"""The text of a record keeps to its width, whatever it holds."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from portfolio import locations
from portfolio.notebook import demo, open_notebook
from portfolio.records.goals import Goal
from portfolio.tui.render.record import reading
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import width_of
from portfolio.wording import LANGUAGES, Language, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [20, 36, 44, 58, 76])
def test_no_line_of_a_record_is_wider_than_its_place(home: Path, language: Language, width: int) -> None:
    notebook = open_notebook(locations.find(os.environ), today=demo.TODAY, now=lambda: datetime.now(UTC))
    demo.fill(notebook, language)
    state = AppState(Words(language), demo.TODAY, notebook.read.records)
    wide = [line for record in state.records for line in reading(record, state, width) if width_of(line) > width]
    assert ["".join(span.text for span in line) for line in wide] == []


def test_the_name_for_the_command_line_comes_last_and_says_what_it_is_for(home: Path) -> None:
    notebook = open_notebook(locations.find(os.environ), today=demo.TODAY, now=lambda: datetime.now(UTC))
    demo.fill(notebook, "en")
    state = AppState(Words("en"), demo.TODAY, notebook.read.records)
    goal = next(iter(state.records.of(Goal)))
    *shown, last = ["".join(span.text for span in row.left) for row in record_rows(goal, state, 76)]
    assert last == f"for the command line: {goal.id[-8:]}"
    assert not any(goal.id[-8:] in line for line in shown)
    watched = record_rows(goal, state._replace(looked_on=True), 76)
    assert not any(goal.id[-8:] in span.text for row in watched for span in row.left)
