"""The versions of a text that was changed on two computers, and choosing between them."""

from __future__ import annotations

import pytest

from portfolio.notebook import Notebook
from portfolio.records.goals import Goal
from tests.tui.playing import opened, two_versions


def in_conflict() -> tuple[str, Notebook]:
    """A goal with two titles and two days; its id, and a notebook."""
    identity = two_versions(
        "goal", {"title": "Start"}, {"title": "Here", "due": "2026-01-01"}, {"title": "There", "due": "2026-02-02"}
    )
    return identity, opened()


def a_third(identity: str) -> None:
    """A computer that saw neither writes another title."""
    elsewhere = opened()
    batch = elsewhere.batch()
    batch.edit(identity, "goal", {"title": "Elsewhere"})
    elsewhere.write.save(batch, seen={})


def test_each_field_tells_its_versions_and_since_when() -> None:
    identity, notebook = in_conflict()
    due, title = notebook.read.conflicts(identity)
    assert (due.field, title.field) == ("due", "title")
    shown = notebook.read.record(identity)
    assert isinstance(shown, Goal)
    assert [version.value for version in title.versions] == [shown.title, *shown.conflicts["title"]]
    assert all(version.ids and version.at.year >= 2025 for version in (*due.versions, *title.versions))
    assert notebook.read.conflicts("0198c0de-0000-7000-8000-000000000009") == ()


@pytest.mark.parametrize("which", [0, 1])
def test_the_chosen_version_stays_and_undo_brings_both_back(which: int) -> None:
    identity, notebook = in_conflict()
    conflict = notebook.read.conflicts(identity)[1]
    chosen = conflict.versions[which]
    seen = [vid for version in conflict.versions for vid in version.ids]
    assert notebook.write.choose(identity, "title", chosen, seen).in_file
    after = opened().read.record(identity)
    assert isinstance(after, Goal) and after.title == chosen.value and list(after.conflicts) == ["due"]
    notebook.write.undo()
    again = opened().read.record(identity)
    assert isinstance(again, Goal)
    assert {again.title, *again.conflicts["title"]} == {"Here", "There"}


def test_a_version_that_was_not_in_sight_stays() -> None:
    identity, notebook = in_conflict()
    conflict = notebook.read.conflicts(identity)[1]
    a_third(identity)
    seen = [vid for version in conflict.versions for vid in version.ids]
    notebook.write.choose(identity, "title", conflict.versions[1], seen)
    after = opened().read.record(identity)
    assert isinstance(after, Goal)
    assert {after.title, *after.conflicts["title"]} == {conflict.versions[1].value, "Elsewhere"}


def test_an_answer_is_chosen_by_its_question() -> None:
    identity = two_versions(
        "reflection",
        {"template": "three_minutes", "answers": {"progress": "First", "learned": "Same"}},
        {"answers": {"progress": "Here"}},
        {"answers": {"progress": "There"}},
    )
    notebook = opened()
    (conflict,) = notebook.read.conflicts(identity)
    assert conflict.field == "answers.progress"
    notebook.write.choose(
        identity, conflict.field, conflict.versions[1], [v for each in conflict.versions for v in each.ids]
    )
    shown = opened().read.record(identity)
    assert not shown.conflicts
    assert dict(shown.answers) == {"progress": conflict.versions[1].value, "learned": "Same"}
