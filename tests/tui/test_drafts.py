"""What is being typed: kept while there is something to keep, and gone when its writer took it back."""

from __future__ import annotations

import os

import pytest

from portfolio.records.reflections import Reflection
from portfolio.tui import writing_screen
from portfolio.tui.saving import of_record
from portfolio.tui.writings import from_payload
from tests.tui.playing import a_broken_file, frame, opened, places, playing, press, settled, typed, written


def kept() -> list[str]:
    """The drafts on disk."""
    folder = places().drafts_folder
    return os.listdir(folder) if os.path.isdir(folder) else []


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are kept as soon as something is typed."""
    monkeypatch.setattr(writing_screen, "KEPT_WITHIN", 0.001)


@pytest.mark.usefixtures("at_once")
async def test_an_edit_that_was_taken_back_leaves_no_draft() -> None:
    written({"kind": "reflection", "answers": {"text": "Old"}})
    async with playing() as pilot:
        await press(pilot, "2", "e", "x")
        while not kept():
            await pilot.pause(0.01)
        await press(pilot, "backspace", "escape")
        await settled(pilot)
        assert kept() == []
        await press(pilot, "1")
        assert "Unfinished" not in frame(pilot)
        await pilot.pause(0.05)
    assert kept() == []


async def test_leaving_an_edit_keeps_nothing_afterwards() -> None:
    written({"kind": "reflection", "answers": {"text": "Old"}})
    async with playing() as pilot:
        await press(pilot, "2", "e", "x", "backspace", "escape")
        await pilot.pause(0.6)
        await settled(pilot)
        assert kept() == []


async def test_a_check_that_was_emptied_again_leaves_no_draft() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Half")
        await press(pilot, "escape")
        assert "Unfinished" in frame(pilot)
        assert kept()
        await press(pilot, "home", "enter", *["backspace"] * 4, "enter")
        assert "Unfinished" not in frame(pilot)
    assert kept() == []


def test_a_change_that_takes_every_word_away_is_worth_keeping() -> None:
    written({"kind": "reflection", "answers": {"text": "Old"}})
    (record,) = opened().records.of(Reflection)
    same = of_record(record)
    emptied = same.with_text("answers.text", "")
    assert (same.touched, emptied.touched) == (False, True)
    assert from_payload(same.name, same.payload()) is None
    assert from_payload(emptied.name, emptied.payload()) == emptied


async def test_what_is_typed_is_kept_while_the_file_cannot_be_read() -> None:
    a_broken_file()
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Still here")
        await press(pilot, "escape")
        assert len(kept()) == 1
