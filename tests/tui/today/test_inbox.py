"""Notes that wait in the inbox, on Today: shown, taken in with enter, and gone from there."""

from __future__ import annotations

import os
import time
from pathlib import Path

from portfolio.notebook import inbox_files
from portfolio.records.reflections import Reflection
from tests.tui.playing import frame, opened, places, playing, press, settled, written


def put(name: str, text: str) -> None:
    """Write a note that is an hour old."""
    path = Path(inbox_files.make(places(), "en", "How it works")) / name
    path.write_text(text, "utf-8")
    before = time.time() - 3600
    os.utime(path, (before, before))


async def test_what_waits_is_shown_and_enter_takes_it_in() -> None:
    written({"kind": "goal", "title": "Weld"})
    put("a.txt", "Bled the boiler")
    put("inbox.md", "One\n\nTwo\n")
    async with playing() as pilot:
        assert "3 notes from your phone · add them, private" in frame(pilot)
        await press(pilot, "home")
        screen = pilot.app.screen
        screen.list.go_to("inbox")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await settled(pilot)
        assert "3 notes added from your inbox. Only you see them." in frame(pilot)
        assert "from your phone" not in frame(pilot)
        await press(pilot, "u")
        await settled(pilot)
        assert "from your phone" not in frame(pilot), "what was taken back is not offered again"
    assert not opened().read.records.of(Reflection)


async def test_over_the_shoulder_nobody_sees_that_notes_wait_and_what_arrives_later_is_shown() -> None:
    written({"kind": "goal", "title": "Weld"})
    async with playing() as pilot:
        assert "your phone" not in frame(pilot)
        put("a.txt", "Bled the boiler")
        await pilot.app.file_watch.look()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "1 note from your phone" in frame(pilot)
        await press(pilot, "v")
        assert "your phone" not in frame(pilot)
