"""The open portfolio: two windows, undo, the example."""

from __future__ import annotations

import itertools
import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.notebook import Invalid, Notebook, UnknownRecord, demo, open_notebook
from portfolio.notebook.history import NothingToUndo
from portfolio.records.goals import Goal
from portfolio.records.kinds import TABLES
from portfolio.records.reflections import Reflection
from portfolio.wording import Language

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)


_TICKS = itertools.count()


def now() -> datetime:
    """A clock that goes on a second each time somebody looks, so that ids rise over all windows."""
    return NOW + timedelta(seconds=next(_TICKS))


def window() -> Notebook:
    """The portfolio of the test, as one more window has it open."""
    return open_notebook(locations.find(os.environ), today=TODAY, now=now)


def write(notebook: Notebook, **record: Any) -> str:
    batch = notebook.batch()
    batch.add_json(record)
    return notebook.write.save(batch, create_file=True).ids[0]


def change(notebook: Notebook, identity: str, **values: Any) -> None:
    batch = notebook.batch()
    batch.edit(identity, notebook.read.record(identity).kind, values)
    notebook.write.save(batch, seen=notebook.read.seen(identity))


def test_two_windows_never_lose_each_others_records(home: Path) -> None:
    one = window()
    write(one, kind="goal", title="one")
    two = window()
    write(two, kind="goal", title="two")
    write(one, kind="goal", title="three")
    assert [g.title for g in one.read.records.of(Goal)] == ["one", "two", "three"]
    assert two.changed_outside()
    assert [g.title for g in two.look().of(Goal)] == ["one", "two", "three"]
    assert not two.changed_outside()


def test_the_same_text_changed_in_two_windows_is_kept_twice_until_its_writer_settles_it(home: Path) -> None:
    one = window()
    identity = write(one, kind="goal", title="first")
    two = window()
    change(one, identity, title="mine")
    change(two, identity, title="theirs")
    record = one.look().find(Goal, identity)
    assert record is not None
    assert {record.title, *record.conflicts["title"]} == {"mine", "theirs"}
    one.write.save(one.batch(), seen=one.read.seen(identity), settles={identity: ["title"]})
    settled = two.look().find(Goal, identity)
    assert settled is not None
    assert (settled.title, dict(settled.conflicts)) == (record.title, {})


def test_nothing_is_saved_when_one_of_many_is_wrong(home: Path) -> None:
    notebook = window()
    batch = notebook.batch()
    batch.add_json({"kind": "goal", "title": "right"})
    batch.add_json({"kind": "goal"})
    with pytest.raises(Invalid) as refused:
        notebook.write.save(batch, create_file=True)
    assert [p.field for p in refused.value.problems] == ["title"]
    assert not (home / "leerreis.json").exists()


def test_undo_goes_back_through_everything_and_redo_forth(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="first")
    change(notebook, identity, title="second", why="because")
    notebook.write.set_shareable([identity], True)
    notebook.write.delete([identity])
    states = []
    for _act in range(4):
        goal = notebook.read.records.find(Goal, identity)
        states.append((goal.title, goal.why, goal.shareable) if goal else None)
        notebook.write.undo()
    assert states == [None, ("second", "because", True), ("second", "because", False), ("first", None, False)]
    assert notebook.read.records.of(Goal) == ()
    with pytest.raises(NothingToUndo):
        notebook.write.undo()
    for _act in range(4):
        notebook.write.redo()
    assert notebook.read.records.of(Goal) == ()
    with pytest.raises(NothingToUndo):
        notebook.write.redo()


def test_undoing_a_choice_between_two_versions_brings_both_back(home: Path) -> None:
    one = window()
    identity = write(one, kind="goal", title="first")
    two = window()
    change(one, identity, title="mine")
    change(two, identity, title="theirs")
    one.look()
    change(one, identity, title="chosen")
    assert not one.read.record(identity).conflicts
    one.write.undo()
    record = one.read.records.find(Goal, identity)
    assert record is not None
    assert {record.title, *record.conflicts["title"]} == {"mine", "theirs"}


def test_words_kept_while_another_portfolio_was_there_come_back(home: Path) -> None:
    one = window()
    write(one, kind="goal", title="in the file")
    path = Path(one.locations.data_file)
    mine = path.read_bytes()
    path.unlink()
    write(window(), kind="goal", title="kept on this computer")
    path.write_bytes(
        mine.replace(json.loads(mine)["_meta"]["1"]["portfolio_id"].encode(), b"99999999-9999-4999-8999-999999999999")
    )
    write(window(), kind="goal", title="of the other one")
    path.write_bytes(mine)
    assert {g.title for g in window().read.records.of(Goal)} == {"in the file", "kept on this computer"}


def test_sharing_what_is_shareable_already_writes_nothing_and_is_no_act(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="first")
    notebook.write.set_shareable([identity], True)
    before = (home / "leerreis.json").read_bytes()
    notebook.write.set_shareable([identity], True)
    assert (home / "leerreis.json").read_bytes() == before
    notebook.write.undo()
    assert notebook.read.record(identity).shareable is False


def test_a_new_act_ends_what_could_be_done_again(home: Path) -> None:
    notebook = window()
    write(notebook, kind="goal", title="first")
    notebook.write.undo()
    write(notebook, kind="goal", title="second")
    with pytest.raises(NothingToUndo):
        notebook.write.redo()


def test_a_period_is_found_without_reading_the_rest(home: Path) -> None:
    notebook = window()
    for day in ("2026-01-01", "2026-02-01", "2026-03-01"):
        write(notebook, kind="reflection", answers={"text": f'on "date": "2026-02-01" and {day}'}, date=day)
    found = notebook.read.between("reflection", date(2026, 1, 15), date(2026, 2, 15))
    assert date(2026, 2, 1) in {record.date for record in found}
    assert len(notebook.read.between(None, None, None)) == 3


def test_a_record_that_is_gone_is_not_found(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="first")
    notebook.write.delete([identity])
    with pytest.raises(UnknownRecord):
        notebook.read.record(identity)
    with pytest.raises(UnknownRecord):
        notebook.read.find("first")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_has_every_kind_and_nothing_damaged(home: Path, language: Language) -> None:
    notebook = window()
    demo.fill(notebook, language)
    assert all(notebook.read.records.of_kind(kind) for kind in TABLES if kind != "export")
    assert not any(record.damaged or record.conflicts for record in notebook.read.records)
    assert len(notebook.read.records.of(Reflection)) > 90
    with pytest.raises(NothingToUndo):
        notebook.write.undo()


def test_what_was_read_before_is_not_read_again_and_what_changed_is() -> None:
    notebook = window()
    first = write(notebook, kind="reflection", answers={"text": "One"})
    second = write(notebook, kind="reflection", answers={"text": "Two"})
    notebook.read.remember()
    before = {r.id: r for r in notebook.read.records.of_kind("reflection")}
    notebook.write.set_shareable([second], True)
    after = {r.id: r for r in notebook.read.records.of_kind("reflection")}
    assert after[first] is before[first]
    assert (before[second].shareable, after[second].shareable) == (False, True)
    notebook.write.delete([first])
    assert [r.id for r in notebook.read.records.of_kind("reflection")] == [second]
