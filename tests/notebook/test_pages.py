"""The pages of an open portfolio: in the order of search, whatever the lines in the file look like."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.journey.search.search import Query
from portfolio.notebook import Notebook, demo, open_notebook
from portfolio.notebook.pages import _day, pages_in
from portfolio.store.format.canonical import from_tables


def window() -> Notebook:
    return open_notebook(
        locations.find(os.environ), today=date(2026, 11, 18), now=lambda: datetime(2026, 11, 18, 17, tzinfo=UTC)
    )


@pytest.mark.parametrize("words", ["de", "meten", "warmtepomp", "2025-1", "é", "debiet ik", "nergens"])
def test_the_newest_are_the_head_of_what_search_finds(words: str) -> None:
    notebook = window()
    demo.fill(notebook, "nl")
    full = tuple(notebook.read.search(words))
    for most in (1, 3, 1000):
        found = notebook.read.pages().newest(Query(words), most)
        assert (found.records, found.more) == (full[:most], len(full) > most)


def test_what_was_written_and_deleted_meanwhile_counts() -> None:
    notebook = window()
    query = Query("pump")

    def titles() -> list[str]:
        return [record.heading for record in notebook.read.pages().newest(query, 9).records]

    def add(**record: Any) -> str:
        batch = notebook.batch()
        batch.add_json({"kind": "goal", **record})
        return notebook.write.save(batch, create_file=True).ids[0]

    first = add(title="Pump one", date="2026-01-01")
    assert titles() == ["Pump one"]
    add(title="Pump two", date="2025-01-01")
    assert titles() == ["Pump one", "Pump two"]
    notebook.write.delete([first])
    assert titles() == ["Pump two"]


ODD: Any = {
    "7": {"id": "x", "date": "2025-02-30", "title": "word in a day that does not exist"},
    "8": {"id": "x", "title": 'word and a fake: "date": "2099-01-01"'},
    "9": {"id": "x", "anchors": {"date": "2099-01-01"}, "title": "word in a group"},
    "10": {"id": "x", "date": "2025-02-03", "anchors": {"date": "2099-01-01"}, "title": "word in both"},
    "11": {"id": "x", "date": ["2099-01-01"], "title": "word in a list"},
}


def test_a_line_that_is_odd_is_read_for_its_day() -> None:
    state = from_tables({"skills": {key: dict(value) for key, value in ODD.items()}, "goals": {"5": "no record"}})
    found = pages_in(state).newest(Query("word"), 9).records
    assert len(found) == len(ODD)
    assert [(r.date, r.id) for r in found] == sorted(((r.date, r.id) for r in found), reverse=True)
    assert found[0].date == date(2025, 2, 3)


def test_the_day_of_an_ordinary_line_is_seen_without_reading_it(home: Path) -> None:
    demo.fill(window(), "nl")
    lines = [line for line in (home / "leerreis.json").read_bytes().split(b"\n") if b'"id": ' in line]
    assert len(lines) > 100
    for line in lines:
        (record,) = json.loads(b"{%b}" % line.removesuffix(b",")).values()
        assert _day(line) == date.fromisoformat(record["date"])
