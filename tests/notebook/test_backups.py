"""Going back to a copy of earlier: an ordinary edit that wins everywhere, loses nothing, and is undone in one go."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio import locations
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.backups import (
    NoSuchBackup,
    SeveralBackups,
    backups,
    find,
    go_back,
    merged_since,
    not_unmerged,
    plan,
    planned,
)
from portfolio.notebook.change import apply_all
from portfolio.notebook.change_names import in_words
from portfolio.notebook.relocation import move
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal
from portfolio.records.persons import Person
from portfolio.store.file.snapshots import Snapshot
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat
from portfolio.wording import Words
from tests.notebook.test_changes import last
from tests.notebook.test_notebook import TODAY, change, now, window, write
from tests.store import acting
from tests.store.lives import record_id, state_of, vid

EN, NL = Words("en"), Words("nl")
AT = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)


def said(notebook: Notebook) -> dict[str, dict[str, Any]]:
    """What every live record says."""
    return {shown.id: dict(shown.values) for shown in notebook.read.state.records()}


def newest(notebook: Notebook) -> Snapshot:
    return backups(notebook)[0].snapshot


def test_every_save_can_be_gone_back_to_and_is_counted(home: Path) -> None:
    notebook = window()
    ids = [write(notebook, kind="goal", title=title) for title in ("A", "B")]
    notebook.write.delete([ids[0]])
    assert [(each.records, each.snapshot.why) for each in backups(notebook)] == [(1, "save"), (2, "save"), (1, "save")]


def test_what_it_said_comes_back_what_came_since_stays_and_one_undo_takes_it_all_back(home: Path) -> None:
    notebook = window()
    edited = write(notebook, kind="goal", title="A", why="toen", tags=["x"])
    deleted = write(notebook, kind="reflection", template="log", answers={"what": "iets", "learned": "veel"})
    copy = newest(notebook)
    then = said(notebook)
    change(notebook, edited, title="B", why=None, sign="nieuw", tags=["y"])
    notebook.write.delete([deleted])
    since = write(notebook, kind="goal", title="Later")
    before = said(notebook)
    made = plan(notebook, copy)
    assert list(made.sentences(EN)) == [
        "1 record restored.",
        "1 record comes back from the bin.",
        "1 record that is not in the backup stays.",
    ]
    assert [each.sentence(notebook.read.records, EN) for each in made.changes] == [
        "Learning goal “A”: How will you know?, Tags, Title, Why",
        "Learning log “iets”: comes back from the bin",
    ]
    go_back(notebook, copy)
    assert said(notebook) == then | {since: before[since]}
    assert in_words(last(notebook), EN).startswith("back to the backup of ")
    assert in_words(last(notebook), NL).startswith("terug naar de reservekopie van ")
    notebook.write.undo()
    assert said(notebook) == before
    notebook.write.redo()
    assert said(notebook) == then | {since: before[since]}


def test_a_second_time_there_is_nothing_to_do_and_nothing_is_remembered(home: Path) -> None:
    notebook = window()
    write(notebook, kind="goal", title="A")
    made, stored = go_back(notebook, newest(notebook))
    assert list(made.sentences(EN)) == ["Nothing would change: everything in this backup is still the same."]
    assert stored.ids == () and "added" in in_words(last(notebook), EN)


def test_before_going_back_there_is_a_copy_of_how_it_was(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="A")
    copy = newest(notebook)
    change(notebook, identity, title="B")
    go_back(notebook, copy)
    (before,) = (each.snapshot for each in backups(notebook) if each.snapshot.why == "restore")
    go_back(notebook, before)
    assert [goal.title for goal in notebook.read.records.of(Goal)] == ["B"]


def test_it_wins_on_the_other_machine_too(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = window()
    identity = write(here, kind="goal", title="A")
    copy = newest(here)
    change(here, identity, title="B")
    monkeypatch.setenv("LEERREIS_HOME", str(tmp_path / "laptop"))
    there = Path(locations.find(os.environ).data_file)
    there.parent.mkdir()
    there.write_bytes(Path(here.locations.data_file).read_bytes())
    laptop = window()
    go_back(here, copy)
    there.write_bytes(Path(here.locations.data_file).read_bytes())
    goal = laptop.look().find(Goal, identity)
    assert goal is not None and (goal.title, dict(goal.conflicts)) == ("A", {})


def test_what_became_private_since_stays_private(home: Path) -> None:
    notebook = window()
    goal = write(notebook, kind="goal", title="A", shareable=True)
    person = write(notebook, kind="person", name="Ruud", may_be_named="yes")
    feedback = write(notebook, kind="feedback", what="Goed", permission="yes", shareable=True, **{"from": "Ruud"})
    copy = newest(notebook)
    change(notebook, goal, title="B", shareable=False)
    change(notebook, person, may_be_named="no")
    change(notebook, feedback, permission="not_asked")
    notebook.write.delete([feedback])
    made, _stored = go_back(notebook, copy)
    assert made.careful and list(made.sentences(EN))[-1] == "What you made private since stays private."
    (found,), (who,), (heard,) = (notebook.read.records.of(kind) for kind in (Goal, Person, Feedback))
    assert (found.title, found.shareable, who.may_be_named) == ("A", False, "no")
    assert (heard.permission, heard.shareable) == ("not_asked", True)


def test_what_became_shareable_since_is_private_again(home: Path) -> None:
    notebook = window()
    goal = write(notebook, kind="goal", title="A")
    copy = newest(notebook)
    notebook.write.set_shareable([goal], True)
    go_back(notebook, copy)
    assert not notebook.read.record(goal).shareable


def test_no_copy_brings_back_what_was_purged(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="A")
    copy = newest(notebook)
    write(notebook, kind="goal", title="B")
    notebook.write.purge([identity])
    made, _stored = go_back(notebook, copy)
    assert made.changes == ()
    assert [goal.title for goal in notebook.read.records.of(Goal)] == ["B"]


def test_undoing_leaves_what_was_written_after_going_back(home: Path) -> None:
    notebook = window()
    ids = [write(notebook, kind="goal", title=title) for title in ("A", "B")]
    copy = newest(notebook)
    for identity in ids:
        change(notebook, identity, title="other")
    go_back(notebook, copy)
    batch = notebook.batch()
    batch.edit(ids[0], "goal", {"title": "written after"})
    notebook.write.save(batch, remember=False)
    done = notebook.write.undo()
    assert done.left_alone == 1
    assert {goal.title for goal in notebook.read.records.of(Goal)} == {"written after", "other"}


def test_a_merge_can_be_gone_back_from_and_undo_says_how(home: Path, tmp_path: Path) -> None:
    notebook = window()
    mine = write(notebook, kind="goal", title="Mine")
    assert merged_since(notebook) is None
    other = tmp_path / "other.json"
    other.write_bytes(Path(notebook.locations.data_file).read_bytes())
    elsewhere = _elsewhere(other)
    write(elsewhere, kind="goal", title="Theirs")
    change(elsewhere, mine, title="Changed there")
    notebook.copies.merge(str(other))
    before = merged_since(notebook)
    assert before is not None and before.why == "merge"
    assert f"restore {before.id} --exact" in not_unmerged(before, EN)
    notebook.read.shows(notebook.read.state)
    go_back(notebook, before, exact=True)
    assert [goal.title for goal in notebook.read.records.of(Goal)] == ["Mine"]
    assert merged_since(notebook) is None
    notebook.write.undo()
    assert {goal.title for goal in notebook.read.records.of(Goal)} == {"Changed there", "Theirs"}


def _elsewhere(path: Path) -> Notebook:
    """The notebook on another file, with a state folder of its own."""
    places = locations.find({"LEERREIS_HOME": str(path.parent / "elsewhere")}, str(path))
    return open_notebook(places, today=TODAY, now=now)


def test_before_an_act_on_many_records_there_is_a_copy(home: Path) -> None:
    notebook = window()
    ids = [write(notebook, kind="goal", title=str(n)) for n in range(3)]
    batch = notebook.batch()
    for n in range(20):
        batch.add_json({"kind": "goal", "title": f"many {n}"})
    ids += notebook.write.save(batch).ids
    notebook.write.set_shareable(ids, True)
    assert [each.records for each in backups(notebook) if each.snapshot.why == "bulk"] == [23, 3]


def test_the_copies_go_along_when_the_file_moves(home: Path, tmp_path: Path) -> None:
    notebook = window()
    write(notebook, kind="goal", title="A")
    before = newest(notebook)
    moved = move(notebook.locations, str(tmp_path / "elsewhere.json"), now, lambda _path: None)
    there = open_notebook(notebook.locations._replace(data_file=moved.path), today=TODAY, now=now)
    assert before in [each.snapshot for each in backups(there)]
    assert [each.title for each in there.read.records.of(Goal)] == ["A"]


def test_a_copy_is_named_by_how_it_begins(home: Path) -> None:
    notebook = window()
    for title in ("A", "B"):
        write(notebook, kind="goal", title=title)
    first, second = (each.snapshot for each in backups(notebook))
    assert find(notebook, first.id) == first
    with pytest.raises(SeveralBackups):
        find(notebook, first.id[: next(n for n in range(30) if first.id[n] != second.id[n])])
    for name in ("", "nothing", "../../x"):
        with pytest.raises(NoSuchBackup):
            find(notebook, name)


def test_a_copy_that_cannot_be_read_is_listed_as_such(home: Path) -> None:
    notebook = window()
    write(notebook, kind="goal", title="A")
    path = newest(notebook).path
    os.unlink(path)
    Path(path).write_bytes(b"{ broken")
    assert [each.records for each in backups(notebook)] == [None]


values = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["A", "B", ""]),
        "why": st.sampled_from(["x", "y"]),
        "tags": st.sampled_from([["a"], ["b", "a"], []]),
        "answers": st.dictionaries(st.sampled_from(["what", "learned"]), st.sampled_from(["p", "q"])),
        "shareable": st.booleans(),
    },
)
acts = st.lists(st.tuples(st.sampled_from(["edit", "delete", "undelete"]), st.integers(1, 3), values), max_size=8)


def lived(state: State, life: list[tuple[str, int, Any]], start: int) -> State:
    for number, (deed, which, what) in enumerate(life, start):
        identity = record_id(which)
        if deed == "edit":
            state = acting.edit(state, identity, what, vid(number))
        elif deed == "delete":
            state = acting.delete(state, identity, vid(number))
        else:
            state = changes.undelete(state, identity)
    return state


@settings(max_examples=200, deadline=None)
@given(acts, acts)
def test_whatever_happened_it_says_again_what_it_said(before: list[Any], since: list[Any]) -> None:
    first: dict[str, Any] = {"title": "first", "answers": {"what": "p"}}
    start = state_of(*(("goals", n, first) for n in (1, 2, 3)))
    then = lived(start, before, 100)
    now = lived(then, since, 200)
    made = planned(then, now, AT)
    after, _steps = apply_all(made.operations, now, vid(999), acting.everything)
    live = {shown.id: flat(shown.values) for shown in after.records()}
    for shown in then.records():
        for name, value in flat(shown.values).items():
            if name != "shareable":
                assert (live[shown.id].get(name) or None) == (value or None)
    assert {shown.id for shown in now.records()} <= set(live)
    assert planned(then, after, AT).operations == ()
    exactly, _steps = apply_all(planned(then, now, AT, exact=True).operations, now, vid(999), acting.everything)
    assert {shown.id for shown in exactly.records()} == {shown.id for shown in then.records()}


def test_not_even_a_copy_that_still_has_the_words_brings_back_what_was_purged() -> None:
    then = state_of(("goals", 1, {"title": "SECRET"}), ("goals", 2, {"title": "kept"}))
    now = acting.edit(acting.purge(then, record_id(1)), record_id(2), {"title": "other"}, vid(9))
    made = planned(then, now, AT)
    assert [each.id for each in made.operations] == [record_id(2)]
    assert b"SECRET" not in apply_all(made.operations, now, vid(99), acting.everything)[0].encode()
