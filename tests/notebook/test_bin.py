"""The bin: thirty days in a list, back with what belongs to it, or gone for good."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from portfolio import locations
from portfolio.notebook import Notebook, UnknownRecord
from portfolio.notebook.bin import DAYS, NotInBin, bring_back, deleted_records, find, find_to_purge
from portfolio.notebook.change_names import in_words
from portfolio.records.goals import Goal, Step
from portfolio.records.skills import Rating
from portfolio.store.local import drafts
from portfolio.wording import Words
from tests.notebook.test_changes import last
from tests.notebook.test_notebook import TODAY, change, window, write


def titles(notebook: Notebook) -> list[str]:
    return [each.record.heading for each in deleted_records(notebook)]


def a_goal_with_steps(notebook: Notebook) -> tuple[str, str, str]:
    goal = write(notebook, kind="goal", title="Meten")
    first, second = (write(notebook, kind="step", text=text, goal=goal) for text in ("een", "twee"))
    return goal, first, second


def test_what_was_deleted_last_comes_first_with_the_days_it_has_left(home: Path) -> None:
    notebook = window()
    ids = [write(notebook, kind="goal", title=title) for title in ("A", "B", "C")]
    notebook.write.delete([ids[0]])
    notebook.write.delete([ids[2]])
    assert titles(notebook) == ["C", "A"]
    for days, left in ((0, DAYS), (1, 29), (29, 1), (30, 0), (4000, 0), (-4000, DAYS)):
        notebook.today = TODAY + timedelta(days=days)
        assert {each.left for each in deleted_records(notebook)} == {left}


def test_after_thirty_days_a_save_on_any_machine_leaves_the_words_where_they_are(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="Nog te redden")
    notebook.write.delete([identity])
    later = window()
    later.today = TODAY + timedelta(days=400)
    write(later, kind="goal", title="B")
    assert [(each.record.heading, each.left) for each in deleted_records(later)] == [("Nog te redden", 0)]
    bring_back(later, [find(later, "Nog te redden")])
    assert len(window().read.records.of(Goal)) == 2


def test_it_comes_back_with_what_went_with_it_and_one_undo_puts_all_of_it_back(home: Path) -> None:
    notebook = window()
    goal, first, _second = a_goal_with_steps(notebook)
    notebook.write.delete([first])
    notebook.write.delete([goal], with_parts=True)
    bring_back(notebook, [goal])
    assert [step.text for step in notebook.read.records.of(Step)] == ["twee"]
    assert in_words(last(notebook), Words("nl")) == "leerdoel “Meten” uit de prullenbak gehaald"
    notebook.write.undo()
    assert len(notebook.read.records) == 0
    assert set(titles(notebook)) == {"Meten", "een", "twee"}
    notebook.write.redo()
    assert [step.text for step in notebook.read.records.of(Step)] == ["twee"]
    assert titles(notebook) == ["een"]


def test_undo_does_not_delete_again_what_was_changed_since_it_came_back(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="goal", title="A")
    notebook.write.delete([identity])
    bring_back(notebook, [identity])
    other = window()
    change(other, identity, title="B")
    notebook.look()
    notebook.read.shows(notebook.read.state)
    other_than_last = notebook.write.undo()  # of the other window's change: one history
    assert "changed" in in_words(other_than_last.action, Words("en"))
    change(window(), identity, title="C")
    window().write.undo()
    notebook.look()
    notebook.read.shows(notebook.read.state)
    assert notebook.read.records.find(Goal, identity) is not None
    notebook.write.undo()
    assert notebook.read.records.find(Goal, identity) is None


def test_undo_the_next_day_after_a_restart_and_after_the_other_machine_wrote(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = window()
    identity = write(here, kind="goal", title="A", why="daarom")
    other = write(here, kind="goal", title="B")
    here.write.delete([identity])
    data = Path(here.locations.data_file)
    before = data.read_bytes()
    monkeypatch.setenv("LEERREIS_HOME", str(tmp_path / "laptop"))
    there = locations.find(os.environ)
    Path(there.data_file).parent.mkdir()
    Path(there.data_file).write_bytes(before)
    laptop = window()
    change(laptop, other, title="B on the laptop")
    data.write_bytes(Path(there.data_file).read_bytes())  # the sync client brings it
    monkeypatch.setenv("LEERREIS_HOME", str(home))
    tomorrow = window()
    tomorrow.today = TODAY + timedelta(days=1)
    tomorrow.write.undo()
    assert {(goal.title, goal.why) for goal in tomorrow.read.records.of(Goal)} == {
        ("A", "daarom"),
        ("B on the laptop", None),
    }
    Path(there.data_file).write_bytes(data.read_bytes())
    assert {goal.title for goal in laptop.look().of(Goal)} == {"A", "B on the laptop"}


def test_undo_leaves_alone_what_the_other_machine_changed_and_says_so(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = window()
    identity = write(here, kind="goal", title="A", why="daarom")
    change(here, identity, title="B", why="anders")
    monkeypatch.setenv("LEERREIS_HOME", str(tmp_path / "laptop"))
    there = Path(locations.find(os.environ).data_file)
    there.parent.mkdir()
    there.write_bytes(Path(here.locations.data_file).read_bytes())
    change(window(), identity, title="C")
    Path(here.locations.data_file).write_bytes(there.read_bytes())
    monkeypatch.setenv("LEERREIS_HOME", str(home))
    done = window().write.undo()
    assert done.left_alone == 1 and "was left alone" in done.sentence(Words("en"))
    goal = window().read.records.find(Goal, identity)
    assert goal is not None and (goal.title, goal.why, dict(goal.conflicts)) == ("C", "daarom", {})


def test_undo_that_has_nothing_left_to_change_says_that(home: Path) -> None:
    here = window()
    identity = write(here, kind="goal", title="A")
    change(here, identity, title="B")
    batch = here.batch()
    batch.edit(identity, "goal", {"title": "C"})
    here.write.save(batch, remember=False)
    undone = window().write.undo()
    said = undone.sentence(Words("en"))
    assert undone.nothing and said.startswith("There was nothing left to undo of this:") and "left alone" in said


def test_redo_that_has_nothing_left_to_change_says_that(home: Path) -> None:
    here = window()
    identity = write(here, kind="goal", title="A")
    change(here, identity, title="B")
    assert window().write.undo().sentence(Words("en")).startswith("Undone:")
    batch = window().batch()
    batch.edit(identity, "goal", {"title": "C"})
    window().write.save(batch, remember=False)
    redone = window().write.redo()
    assert redone.nothing and redone.sentence(Words("en")).startswith("There was nothing left to redo of this:")


def test_a_purge_takes_the_record_its_draft_and_its_acts_and_nothing_else(home: Path) -> None:
    notebook = window()
    kept = write(notebook, kind="goal", title="Blijft")
    identity = write(notebook, kind="goal", title="Weg ermee")
    drafts.save(notebook.locations.drafts_folder, "edit", {"record": identity, "texts": {"title": "Weg ermee!"}})
    notebook.write.delete([identity])
    purged = notebook.write.purge([identity])
    assert purged.left == () and deleted_records(notebook) == ()
    assert [record.id for record in notebook.read.records] == [kept]
    assert in_words(last(notebook), Words("en")) == "learning goal “Blijft” added"
    assert not drafts.load_all(notebook.locations.drafts_folder)
    for path in home.rglob("*"):
        assert not path.is_file() or b"Weg ermee" not in path.read_bytes(), path


def test_what_was_purged_can_be_purged_once_more_by_its_whole_id_only(home: Path) -> None:
    notebook = window()
    identity = write(notebook, kind="skill", title="Weg")
    write(notebook, kind="rating", skill=identity, level=2)
    notebook.write.purge([identity])
    assert find_to_purge(notebook, identity) == identity
    with pytest.raises(UnknownRecord):
        find_to_purge(notebook, "Weg")
    assert len(notebook.read.records.of(Rating)) == 1
    with pytest.raises(NotInBin):
        find(notebook, "Blijft")
