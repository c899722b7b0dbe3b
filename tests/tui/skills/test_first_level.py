"""A goal that makes a new skill: its level, what shows it, and its target are asked, and each can be skipped."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from portfolio.capture.entry import Entry
from portfolio.notebook.save_entry import save_entry
from portfolio.records.evidence import Evidence
from portfolio.records.skills import Rating, Skill
from portfolio.wording import Words
from tests.tui.playing import TODAY, frame, opened, playing, press, typed, written


async def a_goal(pilot: Pilot[int], *skills: str) -> None:
    """Save a new goal with these skills, old or new."""
    await press(pilot, "3", "n")
    await typed(pilot, "Weld a straight seam")
    await press(pilot, "tab", "tab", "tab", "tab")
    for skill in skills:
        await press(pilot, "enter")
        await typed(pilot, skill)
        await press(pilot, "enter", "escape", "shift+tab")
    await press(pilot, "ctrl+s")


def told() -> tuple[list[tuple[str, object]], list[object], list[str]]:
    """Return the skills with their targets, the levels, and the evidence of the levels by title."""
    records = opened().read.records
    titles = {piece.id: piece.title for piece in records.of(Evidence)}
    ratings = records.of(Rating)
    shown = [titles[identity] for rating in ratings for identity in rating.evidence]
    return [(s.title, s.target) for s in records.of(Skill)], [r.level for r in ratings], shown


async def test_a_new_skill_of_a_goal_gets_a_level_what_shows_it_and_a_target() -> None:
    async with playing() as pilot:
        await a_goal(pilot, "Welding")
        assert "Welding: where are you now?" in frame(pilot)
        await press(pilot, "2")
        assert "What shows it?" in frame(pilot)
        await typed(pilot, "Test piece")
        await press(pilot, "enter")
        assert "Welding: where do you want to go?" in frame(pilot)
        await press(pilot, "3")
        assert "where" not in frame(pilot)
    assert told() == ([("Welding", 3)], [2], ["Test piece"])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("escape",), ([("Welding", None)], [], [])),
        (("enter", "enter"), ([("Welding", None)], [], [])),
        (("2", "escape"), ([("Welding", None)], [2], [])),
        (("enter", "4"), ([("Welding", 4)], [], [])),
    ],
)
async def test_every_question_can_be_skipped(keys: tuple[str, ...], expected: object) -> None:
    async with playing() as pilot:
        await a_goal(pilot, "Welding")
        await press(pilot, *keys)
        assert "where" not in frame(pilot)
    assert told() == expected


async def test_a_skill_that_was_there_is_not_asked_about() -> None:
    written({"kind": "skill", "title": "Welding"})
    async with playing() as pilot:
        await a_goal(pilot, "Welding")
        assert "where are you now" not in frame(pilot)
        assert "Saved." in frame(pilot)


def test_the_form_of_a_skill_takes_what_shows_its_level_and_asks_for_the_level_with_it() -> None:
    texts = {"title": "Welding", "shows_now": "Test piece"}
    entry = Entry("skill", "skill", TODAY, texts)
    notebook, english = opened(), Words("en")
    (problem,) = save_entry(notebook, entry, english).problems
    assert problem.field == "now"
    assert "level" in problem.sentence(english)
    assert save_entry(notebook, entry.with_text("now", "2"), english).stored is not None
    assert told() == ([("Welding", None)], [2], ["Test piece"])
