"""What is being typed: kept while there is something to keep, and gone when its writer took it back."""

from __future__ import annotations

import os
import threading
from typing import Any

import pytest
from textual import events

from portfolio.capture.entry import from_payload
from portfolio.notebook.entries import of_record
from portfolio.records.reflections import Reflection
from portfolio.store.local.drafts import load_all
from portfolio.tui.services import draft_writer, shutdown
from tests.tui.playing import a_broken_file, frame, opened, places, playing, press, settled, typed, written


def kept() -> list[str]:
    """The drafts on disk."""
    folder = places().drafts_folder
    return os.listdir(folder) if os.path.isdir(folder) else []


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are kept as soon as something is typed."""
    monkeypatch.setattr(draft_writer, "COALESCED", 0.0)


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
    (record,) = opened().read.records.of(Reflection)
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


async def test_what_stands_in_the_box_is_on_disk_when_the_app_is_told_to_close_in_the_same_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(draft_writer, "COALESCED", 1000.0)  # nothing but the flush puts it there
    async with playing() as pilot:
        await press(pilot, "n")
        box: Any = pilot.app.focused
        box.insert("word")  # no message of it came yet
        assert pilot.app.services.shutdown.flush_drafts()  # type: ignore[attr-defined]
        assert [draft["texts"] for draft in load_all(places().drafts_folder).values()] == [{"answers.text": "word"}]


async def test_a_disk_that_hangs_does_not_keep_the_app_from_closing() -> None:
    async with playing() as pilot:
        app: Any = pilot.app
        await press(pilot, "n")
        await typed(pilot, "word")
        go_on = threading.Event()
        app.services.worker.with_drafts(lambda _locations: go_on.wait(20))
        app.focused.insert("s")
        assert not app.services.shutdown.flush_drafts(within=0.01)
        go_on.set()
        assert app.services.shutdown.flush_drafts()


async def test_every_letter_is_in_line_for_the_disk_at_once() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        for letter in "quick":
            await pilot.press(letter)
        pilot.app.services.worker.with_drafts(lambda _locations: None).result(5)  # type: ignore[attr-defined]
        assert [draft["texts"] for draft in load_all(places().drafts_folder).values()] == [{"answers.text": "quick"}]


async def test_keys_that_came_before_the_app_closes_are_kept_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutdown, "KEY_SECONDS", 150.0)  # a busy computer gives keys slowly
    async with playing() as pilot:
        await press(pilot, "n")
        for letter in "last words":
            pilot.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await pilot.app.action_quit()
        await pilot.app.workers.wait_for_complete()
    assert [draft["texts"] for draft in load_all(places().drafts_folder).values()] == [{"answers.text": "last words"}]
