"""A draft is on top of the list that it belongs to, and a second thing with the same name is said."""

from __future__ import annotations

import re

import pytest

from portfolio.notebook import drafts
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import frame, opened, playing, press, typed, written

LEAVE = ("escape", "down", "down", "enter")
"""Goes back from a form, and keeps the draft."""
ROW = "Continue your draft: Listen"


def kept() -> list[str]:
    """Return the kinds of the drafts of the test."""
    return [each.entry.kind for each in drafts.load_all(opened().locations)]


@pytest.mark.parametrize("others", [(), ({"kind": "goal", "title": "Ask"},)])
@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_the_draft_of_a_goal_is_on_top_of_the_goals_and_goes_after_a_question(
    size: tuple[int, int], others: tuple[dict[str, str], ...]
) -> None:
    written(*others) if others else None
    async with playing(size=size) as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Listen")
        await press(pilot, *LEAVE)
        assert ROW in frame(pilot)
        assert frame(pilot).index(ROW) < frame(pilot).index("Ask" if others else "No learning goals yet")
        if size[0] > 100:
            assert "Learning goal · Mon 15 December 2025" in frame(pilot)
            assert re.search(r"│ +draft$", frame(pilot), re.MULTILINE)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, *LEAVE, "home", "d")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "escape")
        assert kept() == ["goal"]
        await press(pilot, "d", "down", "enter")
        assert ROW not in frame(pilot)
    assert kept() == []


@pytest.mark.parametrize("place", ["2", "4", "5", "7"])
async def test_the_draft_of_a_goal_is_in_no_other_list(place: str) -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Listen")
        await press(pilot, *LEAVE, place)
        assert "Continue your draft" not in frame(pilot)


async def test_a_second_goal_with_the_same_name_is_said_and_kept() -> None:
    written({"kind": "goal", "title": "Listen well"})
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "listen  Well")
        await press(pilot, "ctrl+s")
        assert "You already had a learning goal with this name." in " ".join(frame(pilot).split())
        await press(pilot, "n")
        await typed(pilot, "Something else")
        await press(pilot, "ctrl+s")
        assert "You already had" not in frame(pilot)
    assert len(opened().read.records.of_kind("goal")) == 3


async def test_a_second_draft_with_the_same_words_is_said() -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Listen")
        await press(pilot, *LEAVE)
        assert "Another draft" not in frame(pilot)
        await press(pilot, "n")
        await typed(pilot, "Listen")
        await press(pilot, *LEAVE)
        assert "Another draft begins with the same words." in " ".join(frame(pilot).split())
    assert kept() == ["goal", "goal"]
