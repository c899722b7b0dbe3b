"""What can be undone, and what is left alone because somebody changed it since."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.local import undo
from portfolio.store.local.inverse import inverse
from portfolio.store.local.undo import KEPT, Action, History, Step
from portfolio.store.versions.values import Json
from tests.store import acting
from tests.store.lives import at_home, record_id, state_of, vid


def edited(number: int, before: str, after: str) -> Action:
    """An action that changed a title."""
    step = Step(record_id(number), "edit", {"title": before}, {"title": after})
    return Action("Edit {title}", {"title": after}, (step,), "2026-03-12T20:00:00+01:00")


def test_the_last_action_is_undone_first_and_can_be_redone(tmp_path: Path) -> None:
    history = History(at_home(tmp_path))
    assert history.undoable() is None and history.redoable() is None
    first, second = edited(1, "a", "b"), edited(1, "b", "c")
    history.add(first)
    history.add(second)
    assert History(at_home(tmp_path)).undoable() == second
    history.mark_undone()
    assert (history.undoable(), history.redoable()) == (first, second)
    history.mark_redone()
    assert (history.undoable(), history.redoable()) == (second, None)
    history.mark_undone()
    history.add(edited(2, "x", "y"))
    assert history.redoable() is None


def test_what_was_undone_can_be_done_again_with_the_same_words(tmp_path: Path) -> None:
    history = History(at_home(tmp_path))
    history.add(edited(1, "a", "b"))
    state = acting.edit(
        state_of(("goals", 1, {"title": "a"})), record_id(1), {"title": "b", "answers": {"learned": "y"}}, vid(2)
    )
    action = history.undoable()
    assert action is not None
    ((record, values),) = inverse(action, state).edits
    assert (record, values) == (record_id(1), {"title": "a"})
    state = acting.edit(state, record, values, vid(3))
    history.mark_undone()
    again = history.redoable()
    assert again is not None
    assert inverse(again, state, redo=True).edits == ((record_id(1), {"title": "b"}),)


def test_what_somebody_changed_since_is_left_alone_and_named() -> None:
    step = Step(
        record_id(1),
        "edit",
        {"title": "a", "answers": {"learned": "x"}},
        {"title": "b", "answers": {"learned": "y"}},
    )
    state = acting.edit(
        state_of(("goals", 1, {"title": "a"})), record_id(1), {"title": "b", "answers.learned": "y"}, vid(2)
    )
    state = acting.edit(state, record_id(1), {"title": "by somebody"}, vid(5))
    back = inverse(Action("", {}, (step,), ""), state)
    assert back.edits == ((record_id(1), {"answers.learned": "x"}),)
    assert back.left_alone == ((record_id(1), "title"),)


def test_a_second_version_that_arrived_is_not_undone_with_ours() -> None:
    action = Action("", {}, (Step(record_id(1), "edit", {"title": "a"}, {"title": "b"}),), "")
    state = acting.edit(state_of(("goals", 1, {"title": "a"})), record_id(1), {"title": "b"}, vid(9))
    both = acting.edit(state, record_id(1), {"title": "theirs, not seen yet"}, vid(5), seen={})
    back = inverse(action, both)
    assert back.edits == () and back.left_alone == ((record_id(1), "title"),)


def test_a_new_record_is_undone_by_deleting_it_unless_it_was_changed() -> None:
    action = Action("", {}, (Step(record_id(1), "create", {}, {"title": "x"}),), "")
    state = state_of(("goals", 1, {"title": "x"}))
    assert inverse(action, state).deletes == (record_id(1),)
    assert inverse(action, acting.delete(state, record_id(1), vid(2)), redo=True).undeletes == (record_id(1),)
    changed = acting.edit(state, record_id(1), {"why": "y"}, vid(3))
    assert inverse(action, changed).left_alone == ((record_id(1), ""),)


def test_a_deletion_is_undone_by_taking_it_back() -> None:
    action = Action("", {}, (Step(record_id(1), "delete", {}, {}),), "")
    state = state_of(("goals", 1, {"title": "x"}))
    deleted = acting.delete(state, record_id(1), vid(2))
    assert inverse(action, deleted).undeletes == (record_id(1),)
    assert inverse(action, state).undeletes == ()
    assert inverse(action, state, redo=True).deletes == (record_id(1),)
    assert inverse(Action("", {}, (Step(record_id(9), "delete", {}, {}),), ""), state).left_alone


def test_the_history_is_cut_back_when_it_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo, "_ROOM", 20_000)
    history = History(at_home(tmp_path))
    for n in range(KEPT + 50):
        history.add(edited(n, "a", "b"))
        if n % 7 == 0:
            history.mark_undone()
    assert history.undoable() == edited(KEPT + 49, "a", "b")
    (path,) = (tmp_path / "state" / "undo").iterdir()
    assert path.stat().st_size < 25_000
    history.add(edited(1, "a long text " * 3000, "b"))
    assert history.undoable() == edited(1, "a long text " * 3000, "b")


def test_a_history_that_names_versions_is_read(tmp_path: Path) -> None:
    history = History(at_home(tmp_path))
    history.add(edited(1, "a", "b"))
    (path,) = (tmp_path / "state" / "undo").iterdir()
    action = json.loads(path.read_text())
    action["do"]["steps"][0]["vid"] = vid(2)
    path.write_text(f'{json.dumps(action)}\n{{"undo": {{"{record_id(1)}": "{vid(3)}"}}}}\n')
    assert history.undoable() is None and history.redoable() == edited(1, "a", "b")


def test_a_damaged_line_is_passed_over(tmp_path: Path) -> None:
    history = History(at_home(tmp_path))
    history.add(edited(1, "a", "b"))
    (path,) = (tmp_path / "state" / "undo").iterdir()
    with path.open("ab") as file:
        file.write(b'{"do": {"label": 1}}\n{"do"\nnull\n{"undo": []\n\xff\n[]\n')
    assert history.undoable() == edited(1, "a", "b")


def test_purged_words_leave_the_history(tmp_path: Path) -> None:
    history = History(at_home(tmp_path))
    history.add(edited(2, "kept", "b"))
    history.add(edited(1, "secret", "b"))
    history.mark_undone()
    history.forget([record_id(1)])
    assert history.undoable() == edited(2, "kept", "b") and history.redoable() is None
    (path,) = (tmp_path / "state" / "undo").iterdir()
    assert "secret" not in path.read_text() and "kept" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_words_of_any_kind_come_back_as_they_were(tmp_path: Path) -> None:
    values: dict[str, Json] = {"title": "é\n\u2028\ud800", "tags": ["a"], "energy": None}
    action = Action("x", {}, (Step(record_id(1), "edit", values, {}),), "2026-03-12T20:00:00+01:00")
    history = History(at_home(tmp_path))
    history.add(action)
    assert history.undoable() == action


@given(st.lists(st.sampled_from(["do", "undo", "redo", "damaged"]), max_size=30))
def test_the_next_actions_are_found_from_the_end_as_from_the_start(acts: list[str]) -> None:
    """Against the plain way: two stacks, from the first line on."""
    with tempfile.TemporaryDirectory() as folder:
        history = History(at_home(Path(folder)))
        done: list[Action] = []
        undone: list[Action] = []
        for n, act in enumerate(acts):
            if act == "do":
                done.append(edited(n, "a", "b"))
                undone.clear()
                history.add(done[-1])
            elif act == "undo" and done:
                undone.append(done.pop())
                history.mark_undone()
            elif act == "redo" and undone:
                done.append(undone.pop())
                history.mark_redone()
            elif act == "damaged" and n:
                for path in (Path(folder) / "state" / "undo").glob("*"):
                    path.write_bytes(path.read_bytes() + b'{"do": {"label": 1}}\n{"do"\n')
        assert history.next() == (done[-1] if done else None, undone[-1] if undone else None)
