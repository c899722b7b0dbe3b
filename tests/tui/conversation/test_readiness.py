"""Before a conversation: what is proven and what is not, and the file for a calendar."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.records.screen import RecordScreen
from tests.tui.playing import frame, playing, press, with_demo, written


async def opened_row(pilot: Pilot[int], key: str) -> None:
    """Open a row of the Conversation place."""
    await press(pilot, "7")
    screen: Any = pilot.app.screen
    screen.list.go_to(key)
    await press(pilot, "enter")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_line_of_what_is_not_proven_leads_to_its_record_and_back(language: str, size: tuple[int, int]) -> None:
    with_demo(language)  # type: ignore[arg-type]
    async with playing(language=language, size=size) as pilot:
        await opened_row(pilot, "ready")
        assert isinstance(pilot.app.screen, ReadyScreen)
        assert ("Ben ik er klaar voor?" if language == "nl" else "Am I ready?") in frame(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadyScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ReadyScreen)


async def test_the_step_to_take_now_is_that_of_the_place() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "7")
        assert "Now: choose what you share." in frame(pilot)
        await opened_row(pilot, "ready")
        assert "Now: choose what you share." in " ".join(frame(pilot).split())


async def test_over_the_shoulder_it_closes_and_is_not_offered() -> None:
    with_demo("en")
    async with playing() as pilot:
        await opened_row(pilot, "ready")
        await press(pilot, "v")
        assert not isinstance(pilot.app.screen, ReadyScreen)
        assert "Am I ready" not in frame(pilot)


async def test_the_calendar_file_is_written_where_documents_are_and_replaced_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("portfolio.tui.conversation.calendar.folder_for", lambda _file: str(tmp_path))
    with_demo("en")
    file = tmp_path / "leerreis.ics"
    async with playing() as pilot:
        await opened_row(pilot, "calendar")
        await press(pilot, "2")
        assert "The calendar file is in" in frame(pilot)
        bare = file.read_text("utf-8")
        assert "Review date of a goal" in bare
        await press(pilot, "enter", "1")
        assert "is there already" in frame(pilot)
        await press(pilot, "escape")
        assert file.read_text("utf-8") == bare
        await press(pilot, "enter", "1", "enter")
        assert "Review date: " in file.read_text("utf-8")
    assert os.stat(file).st_mode & 0o777 == 0o600


async def test_with_nothing_ahead_no_file_is_written() -> None:
    written({"kind": "goal", "title": "Without a day"})
    async with playing() as pilot:
        await opened_row(pilot, "calendar")
        assert "There is nothing to plan yet" in frame(pilot)
