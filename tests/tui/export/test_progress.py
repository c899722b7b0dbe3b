"""The wait for a file that takes long to make: it is said, and can be left without anything being written."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from portfolio.export.endings import format_of
from portfolio.notebook.export_file import as_file
from portfolio.records.exports import Export
from portfolio.tui.export import progress, save
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.widgets.line_input import LineInput
from tests.tui.playing import frame, opened, playing, press, settled, written

STORY = {"kind": "reflection", "template": "success", "answers": {"text": "The red valve"}, "shareable": True}


@pytest.mark.parametrize("leaves", [True, False], ids=["left", "waited for"])
async def test_a_long_wait_is_said_and_esc_leaves_it_with_nothing_written(
    leaves: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written({**STORY, "date": "2025-11-01"})
    ready, folder = threading.Event(), tmp_path / "out"
    folder.mkdir()

    def slow(draft: Any, path: str, *given: Any, **more: Any) -> Any:
        ready.wait(30)
        assert format_of(path) == "pdf"
        return as_file(draft, path.replace(".pdf", ".md"), *given, **more)

    monkeypatch.setattr(save, "as_file", slow)
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0.001)
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "3")
        pilot.app.screen.query_one(LineInput).text = str(folder / "me.pdf")
        await pilot.press("enter")
        while "Making it: PDF … esc stops" not in frame(pilot):
            await pilot.pause()
        if leaves:
            await pilot.press("escape")
            while not isinstance(pilot.app.screen, SharingScreen):
                await pilot.pause()
            assert "Stopped. Nothing was written." in frame(pilot)
        ready.set()
        await settled(pilot)
        assert ("The document is in" in frame(pilot)) == (not leaves)
    assert os.listdir(folder) == ([] if leaves else ["me.pdf"])
    assert len(opened().read.records.of(Export)) == (0 if leaves else 1)
