"""Before a conversation: what is proven and what is not, and the file for a calendar."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portfolio.records.conversations import Conversation
from portfolio.tui.conversation.readiness import ReadyScreen
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import frame, opened, playing, press, typed, with_demo, written


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_line_of_what_is_not_proven_leads_to_its_record_and_back(language: str, size: tuple[int, int]) -> None:
    with_demo(language)  # type: ignore[arg-type]
    async with playing(language=language, size=size) as pilot:
        await press(pilot, "7", "down", "enter")
        assert isinstance(pilot.app.screen, ReadyScreen)
        assert ("Ben ik er klaar voor?" if language == "nl" else "Am I ready?") in frame(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadyScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ReadyScreen)


async def test_over_the_shoulder_it_closes_and_is_not_offered() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "7", "down", "enter", "v")
        assert not isinstance(pilot.app.screen, ReadyScreen)
        assert "Am I ready?" not in frame(pilot)


async def test_the_calendar_file_is_written_where_documents_are_and_replaced_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("portfolio.tui.conversation.calendar.folder_for", lambda _file: str(tmp_path))
    with_demo("en")
    file = tmp_path / "leerreis.ics"
    async with playing() as pilot:
        await press(pilot, "7", *["down"] * 4, "enter", "2")
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
        await press(pilot, "7", *["down"] * 3, "enter")
        assert "There is nothing to plan yet" in frame(pilot)


async def test_the_sheet_of_the_next_conversation_is_filled_in_one_question_a_screen() -> None:
    (identity,) = written({"kind": "conversation", "sort": "planning", "date": "2025-12-22", "sheet": {"want": "Time"}})
    async with playing() as pilot:
        await press(pilot, "7", "down", "down", "enter")
        assert "What should this conversation give me?" in frame(pilot)
        assert "question 1 of 14" in frame(pilot)
        assert "Time" in frame(pilot)
        await press(pilot, "enter", "enter")
        await typed(pilot, "An apprentice\nfrom March on")
        await press(pilot, "ctrl+s")
    (conversation,) = opened().read.records.of(Conversation)
    assert conversation.id == identity
    assert dict(conversation.sheet) == {"want": "Time", "points": "An apprentice\nfrom March on"}
    async with playing() as pilot:
        await press(pilot, "7", "down", "down", "enter")
        await typed(pilot, " to learn")
        await press(pilot, "enter", "enter")
        assert "from March on" in frame(pilot)
        await press(pilot, "ctrl+u", "backspace", "ctrl+u", "ctrl+s")
    (conversation,) = opened().read.records.of(Conversation)
    assert conversation.sheet["want"] == "Time to learn"


async def test_without_a_conversation_one_is_planned_first() -> None:
    written({"kind": "goal", "title": "Plan"})
    async with playing() as pilot:
        await press(pilot, "7", "down", "down", "enter")
        assert "No conversation is planned yet. Here you plan one." in frame(pilot)
        assert isinstance(pilot.app.screen, FormScreen)


async def test_g_on_a_conversation_asks_its_sheet() -> None:
    with_demo("nl")
    async with playing(language="nl") as pilot:
        await press(pilot, "7", *["down"] * 6, "w")
        assert "Wat wil ik dat dit gesprek oplevert?" in frame(pilot)
        assert "Weten welke leerling" in frame(pilot)
