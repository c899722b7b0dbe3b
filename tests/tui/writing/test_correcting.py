"""Correcting what was written, and what the keys do, shown at the field itself."""

from __future__ import annotations

import pytest

from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import frame, opened, playing, press, written

MOST = 12
"""The largest number of keys beside letters to correct a word of yesterday's evening check, counted from Today."""


@pytest.mark.parametrize("question", [0, 1, 2])
async def test_a_typo_of_yesterday_is_corrected_in_a_dozen_keys(question: int) -> None:
    answers = {
        "progress": "I asked a customer",
        "learned": "They know their house",
        "next": "I ask first agian to wait",
    }
    texts = list(answers.values())
    word = texts[question].split()[-3]
    written(
        {"kind": "reflection", "template": "three_minutes", "date": "2025-12-14", "answers": answers},
        {"kind": "reflection", "date": "2025-12-12", "answers": {"text": "Older"}},
    )
    keys = ["2", "e", *["tab"] * question, *["ctrl+left"] * 3, *["delete"] * len(word), "X", "ctrl+s"]
    async with playing() as pilot:
        await press(pilot, *keys)
        assert not isinstance(pilot.app.screen, FormScreen)
    found = next(r for r in opened().read.records.of(Reflection) if r.template == "three_minutes")
    assert word not in found.answers[list(answers)[question]].split()
    beside_letters = [key for key in keys if key not in ("X", "delete")]
    assert len(beside_letters) <= MOST


async def test_the_field_says_what_enter_does_and_how_to_save() -> None:
    written({"kind": "goal", "title": "Listen", "why": "Because"})
    async with playing() as pilot:
        await press(pilot, "enter")
        assert "enter: next question · ctrl+j: new line · ctrl+s saves" in frame(pilot)
        await press(pilot, "escape", "n", "1")
        assert "enter saves · ctrl+j: new line" in frame(pilot)
        await press(pilot, "escape", "3", "e")
        assert "enter: next field · ctrl+s saves" in frame(pilot)
        await press(pilot, "tab")
        assert "enter: new line · tab: next field · ctrl+s saves" in frame(pilot)


async def test_several_are_picked_and_taken_away_in_one_place() -> None:
    written(
        {"kind": "goal", "title": "First"},
        {"kind": "goal", "title": "Second"},
        {"kind": "reflection", "answers": {"text": "Mine"}},
    )
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "2", "e")
        screen = pilot.app.screen
        assert isinstance(screen, FormScreen)
        while not screen.entry.touched and not isinstance(pilot.app.screen, PickDialog):
            await press(pilot, "tab")
            field = next((f for f in screen.fields._fields if f.editor.has_focus), None)
            if field is not None and field.view.key == "goals":
                await press(pilot, "enter")
        await press(pilot, "enter", "down", "enter")
        assert isinstance(pilot.app.screen, PickDialog)
        assert "enter adds or takes away · esc done" in " ".join(frame(pilot).replace("│", "").split())
        await press(pilot, "up", "enter", "escape", "ctrl+s")
    titles = {goal.id: goal.title for goal in opened().read.records.of(Goal)}
    (reflection,) = opened().read.records.of(Reflection)
    assert len(reflection.goals) == 1
    assert titles[reflection.goals[0]] in ("First", "Second")
