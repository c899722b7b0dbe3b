"""An agreement becomes a goal, a step or a need in one act, and stays."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.errors import UsageError
from portfolio.journey.prompts.feedback_split import Part, Place
from portfolio.notebook import Notebook, open_notebook
from portfolio.notebook.agreement_followup import Into, become
from portfolio.notebook.split import split
from portfolio.records.conversations import Agreement, Need
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Step


@pytest.fixture
def notebook(home: Path) -> Notebook:
    """An open notebook without a file yet."""
    now = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)
    return open_notebook(locations.find(os.environ), today=date(2026, 11, 18), now=lambda: now)


def agreed(notebook: Notebook, **more: Any) -> Agreement:
    """An agreement that is in the portfolio."""
    batch = notebook.batch()
    batch.add_json({"kind": "agreement", "text": "Follow the course", "due": "2027-03-01", "shareable": True, **more})
    (identity,) = notebook.write.save(batch, create_file=True).ids
    found = notebook.read.records.find(Agreement, identity)
    assert found is not None
    return found


def test_a_goal_has_its_words_and_is_linked_and_undo_takes_both_back(notebook: Notebook) -> None:
    agreement = agreed(notebook, sign="I passed")
    become(notebook, agreement, "goal")
    (goal,) = notebook.read.records.of(Goal)
    assert (goal.title, goal.sign, goal.due, goal.state) == (
        "Follow the course",
        "I passed",
        date(2027, 3, 1),
        "active",
    )
    assert goal.shareable is False
    now = notebook.read.records.find(Agreement, agreement.id)
    assert now is not None and (now.goal, now.text, now.state) == (goal.id, "Follow the course", "open")
    notebook.write.undo()
    back = notebook.read.records.find(Agreement, agreement.id)
    assert back is not None and back.goal is None and not notebook.read.records.of(Goal)


def test_a_fourth_goal_begins_as_an_idea(notebook: Notebook) -> None:
    for title in ("One", "Two", "Three"):
        batch = notebook.batch()
        batch.add_json({"kind": "goal", "title": title, "state": "active"})
        notebook.write.save(batch, create_file=True)
    become(notebook, agreed(notebook), "goal")
    assert {goal.title: goal.state for goal in notebook.read.records.of(Goal)}["Follow the course"] == "idea"


def test_a_step_needs_a_goal_and_a_need_says_what_was_promised(notebook: Notebook) -> None:
    agreement = agreed(notebook, support="Eight hours")
    with pytest.raises(UsageError):
        become(notebook, agreement, "step")
    become(notebook, agreement, "goal")
    (goal,) = notebook.read.records.of(Goal)
    linked = notebook.read.records.find(Agreement, agreement.id)
    assert linked is not None
    become(notebook, linked, "step")
    become(notebook, linked, "need")
    (step,), (need,) = notebook.read.records.of(Step), notebook.read.records.of(Need)
    assert (step.text, step.goal, step.due) == ("Follow the course", goal.id, date(2027, 3, 1))
    assert (need.text, need.goal) == ("Eight hours", goal.id)


@pytest.mark.parametrize("into", ["goal", "need"])
def test_a_link_to_a_deleted_goal_is_left_out(notebook: Notebook, into: Into) -> None:
    batch = notebook.batch()
    batch.add_json({"kind": "goal", "title": "Gone"})
    (goal,) = notebook.write.save(batch, create_file=True).ids
    agreement = agreed(notebook, goal=goal)
    notebook.write.delete((goal,))
    become(notebook, agreement, into)
    assert len([*notebook.read.records.of(Goal), *notebook.read.records.of(Need)]) == 1


def test_a_step_of_a_deleted_goal_asks_for_another(notebook: Notebook) -> None:
    batch = notebook.batch()
    batch.add_json({"kind": "goal", "title": "Gone"})
    (goal,) = notebook.write.save(batch, create_file=True).ids
    agreement = agreed(notebook, goal=goal)
    notebook.write.delete((goal,))
    with pytest.raises(UsageError, match="belongs to a goal: add --goal"):
        become(notebook, agreement, "step")


def test_parts_of_feedback_leave_links_to_deleted_records_out(notebook: Notebook) -> None:
    batch = notebook.batch()
    batch.add_json({"kind": "goal", "title": "Gone"})
    batch.add_json({"kind": "person", "name": "Ruud"})
    goal, person = notebook.write.save(batch, create_file=True).ids
    batch = notebook.batch()
    batch.add_json({"kind": "feedback", "what": "One\nTwo", "goals": [goal], "from": person})
    (whole,) = notebook.write.save(batch).ids
    notebook.write.delete((goal, person))
    split(notebook, whole, [Part(Place(), "One"), Part(Place(), "Two")], notebook.read.seen(whole))
    found = {each.what: each for each in notebook.read.records.of(Feedback)}
    assert set(found) == {"One", "Two"}
    assert (found["Two"].goals, found["Two"].from_) == ((), None)
    assert found["One"].goals == (goal,), "what was there stays"
