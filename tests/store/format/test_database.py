"""TinyDB and we read each other's files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import Query, TinyDB
from tinydb.table import Document

from portfolio.records.identity import id_of, number_of
from portfolio.store.format.canonical import trusted
from portfolio.store.format.database import PortfolioStorage
from portfolio.store.format.strict import UnreadableError
from tests.store.lives import adds, at_home, opened, record_id, state_of

GOALS = state_of(("goals", 1, {"title": "x", "tags": ["a"]}), ("goals", 2, {"title": "y"}))


def made(tmp_path: Path) -> Path:
    """A data file that this machine knows, with one goal."""
    opened(at_home(tmp_path)).commit(adds("goals", 1, title="x", tags=["a"]), create=True)
    return tmp_path / "leerreis.json"


def test_plain_tinydb_opens_and_reads_our_file(tmp_path: Path) -> None:
    with TinyDB(made(tmp_path)) as database:
        assert database.tables() == {"_meta", "goals"}
        found = database.table("goals").get(Query().title == "x")
        assert isinstance(found, Document)
        assert (found.doc_id, found["id"], found["tags"]) == (number_of(record_id(1)), record_id(1), ["a"])


def test_what_a_plain_tinydb_script_changed_is_taken_over(tmp_path: Path) -> None:
    file = made(tmp_path)
    with TinyDB(file, encoding="utf-8") as database:
        goals = database.table("goals")
        new = goals.insert({"title": "from a script", "own key": {"a": 1}})
        goals.update({"title": "rewritten", "why": "added"}, Query().title == "x")
        database.table("own").insert({"title": "in a table of its own"})
    reading = opened(at_home(tmp_path)).read()
    edited, inserted = reading.state.shown(record_id(1)), reading.state.shown(id_of(new))
    assert edited is not None and inserted is not None
    assert edited.values == {"title": "rewritten", "why": "added", "tags": ["a"]}
    assert edited.conflicts == {}
    assert inserted.values == {"title": "from a script", "own key": {"a": 1}}
    assert list(reading.state.records("own")) == []
    assert json.loads(reading.state.encode())["own"] == {"1": {"title": "in a table of its own"}}
    assert trusted(file.read_bytes()).encode() == reading.state.encode()


def test_a_record_that_a_script_removed_comes_back(tmp_path: Path) -> None:
    file = made(tmp_path)
    with TinyDB(file) as database:
        database.table("goals").truncate()
    assert [s.values["title"] for s in opened(at_home(tmp_path)).read().state.records()] == ["x"]


def test_a_script_can_use_our_storage(tmp_path: Path) -> None:
    file = made(tmp_path)
    with TinyDB(str(file), storage=PortfolioStorage) as database:
        database.table("goals").update({"title": "by our storage"}, Query().title == "x")
    assert trusted(file.read_bytes()).encode() == file.read_bytes()
    shown = opened(at_home(tmp_path)).read().state.shown(record_id(1))
    assert shown is not None and shown.values["title"] == "by our storage"


def test_our_storage_refuses_a_broken_file_and_leaves_it(tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(b"")
    with TinyDB(str(file), storage=PortfolioStorage) as database, pytest.raises(UnreadableError, match="broken"):
        database.table("goals").insert({"title": "x"})
    assert file.read_bytes() == b""


def test_our_storage_knows_no_tables_before_there_is_a_file(tmp_path: Path) -> None:
    assert PortfolioStorage(str(tmp_path / "none.json")).read() is None
