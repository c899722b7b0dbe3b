"""The list of actions: what people look for is found by their word for it, also in a small terminal."""

from __future__ import annotations

import pytest

from portfolio.tui.palette.dialog import PaletteDialog
from tests.tui.playing import frame, playing, press, typed, with_demo


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pdf", "Hand over"),
        ("word", "Hand over"),
        ("where is", "Help"),
        ("legend", "Help"),
        ("person", "Filter"),
        ("vim", "Moving with: arrows, and letters as in vim"),
        ("plain mode", "Lines of text: on"),
        ("screen reader", "Lines of text: on"),
        ("hide", "Another key for Hide"),
        ("dutch", "Taal: Nederlands"),
    ],
)
async def test_what_people_look_for_is_found(words: str, found: str) -> None:
    with_demo("en")
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "ctrl+p")
        await typed(pilot, words)
        await press(pilot)
        assert found in frame(pilot)


async def test_in_a_narrow_terminal_what_an_action_does_is_whole_below_the_list() -> None:
    with_demo("en")
    async with playing(size=(60, 20)) as pilot:
        await press(pilot, "3", "ctrl+p")
        await typed(pilot, "pdf")
        await press(pilot)
        assert isinstance(pilot.app.screen, PaletteDialog)
        shown = " ".join(frame(pilot).replace("│", " ").split())
        assert "exactly that, and save it as PDF, Word or a web page." in shown
        assert "…" not in frame(pilot)
