"""The next conversation in the main half of its place: six steps, each of which opens what it says."""

from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.records.conversations import Conversation
from portfolio.tui.conversation.meeting import AtTheTableScreen
from portfolio.tui.conversation.sheet import SheetScreen
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import frame, opened, playing, press, typed, with_demo, written

GOAL = {"kind": "goal", "title": "Learn to balance", "start": "2025-10-01", "shareable": True}
PLANNED = {"kind": "conversation", "sort": "planning", "date": "2025-12-22"}


async def to_step(pilot: Pilot[int], step: str) -> Any:
    """Open a step; the screen that it opens."""
    await press(pilot, "7")
    screen: Any = pilot.app.screen
    screen.list.go_to(f"step:{step}")
    await press(pilot, "enter")
    return pilot.app.screen


async def test_each_step_opens_what_it_says() -> None:
    written(GOAL, PLANNED)
    async with playing() as pilot:
        screen = await to_step(pilot, "choose")
        assert isinstance(screen, SharingScreen)
        assert "Goals · 1 of 1 shareable" in frame(pilot), "what could be shared, not what is in the document"
        screen = await to_step(pilot, "read")
        assert isinstance(screen, SharingScreen)
        assert "This is exactly what is in the file" in frame(pilot)
        screen = await to_step(pilot, "hand_over")
        assert isinstance(screen, PickDialog)
        assert "In which form" in frame(pilot)
        await press(pilot, "escape")
        assert isinstance(await to_step(pilot, "sheet"), SheetScreen)
        assert isinstance(await to_step(pilot, "table"), AtTheTableScreen)
        await press(pilot, "escape", "enter")
        screen = await to_step(pilot, "agreements")
        assert isinstance(screen, PickDialog)
        assert "What did you agree?" in frame(pilot)


async def test_reading_and_handing_over_with_nothing_shareable_lead_to_choosing_it() -> None:
    written({**GOAL, "shareable": False}, PLANNED)
    async with playing() as pilot:
        for step in ("choose", "read", "hand_over"):
            assert isinstance(await to_step(pilot, step), SharingScreen)
            assert "Goals · 0 of 1 shareable" in frame(pilot)


async def test_the_step_to_take_now_is_said_and_has_the_cursor_and_what_is_done_is_ticked() -> None:
    written(GOAL, PLANNED)
    async with playing() as pilot:
        await press(pilot, "7")
        assert "Planning conversation · in 7 days" in frame(pilot)
        assert "Now: choose what you share." in frame(pilot)
        assert "▸ → 1 Choose what you share" in frame(pilot)
        await press(pilot, "enter", "end", "enter", "escape")
        assert "Now: read through what you share." in frame(pilot)
        assert "✓ 1 Choose what you share" in frame(pilot)
        assert "▸ → 2 Read it through" in frame(pilot)
        await press(pilot, "enter", "tab", "escape")
        assert "✓ 2 Read it through" in frame(pilot)
        assert "→ 3 Hand it over" in frame(pilot)


async def test_without_a_conversation_one_can_be_planned_and_a_document_made() -> None:
    written(GOAL)
    async with playing() as pilot:
        await press(pilot, "7")
        assert "No conversation is planned" in frame(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape", "down", "enter")
        assert isinstance(pilot.app.screen, SharingScreen)


async def test_over_the_shoulder_no_step_is_shown() -> None:
    written(GOAL, {**PLANNED, "shareable": True})
    async with playing() as pilot:
        await press(pilot, "7", "v")
        assert "Your own sheet" not in frame(pilot)
        assert "What you share" in frame(pilot)


async def test_the_sheet_is_a_page_to_read_and_enter_edits_one_answer() -> None:
    (identity,) = written({**PLANNED, "sheet": {"want": "Time to practise", "hard": "The sheets"}})
    async with playing() as pilot:
        await to_step(pilot, "sheet")
        for words in ("Time to practise", "What exactly do I ask for?", "Only you see it"):
            assert words in frame(pilot)
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        assert "question 1 of" not in frame(pilot)
        await typed(pilot, "A day a month\nHalf a day")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SheetScreen)
        assert "A day a month" in frame(pilot)
    conversation = opened().read.records.find(Conversation, identity)
    assert conversation is not None
    assert dict(conversation.sheet) == {
        "want": "Time to practise", "hard": "The sheets", "ask": "A day a month\nHalf a day",
    }  # fmt: skip


async def test_the_questions_of_the_sheet_can_be_answered_one_by_one_and_w_opens_the_sheet_too() -> None:
    (identity,) = written({**PLANNED, "sheet": {"want": "Time"}})
    async with playing() as pilot:
        await press(pilot, "7")
        screen: Any = pilot.app.screen
        screen.list.go_to(identity)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, SheetScreen)
        await press(pilot, "enter")
        assert "question 1 of 9" in frame(pilot)
        await press(pilot, "enter", "enter", "enter")
        await typed(pilot, "An apprentice\nfrom March on")
        await press(pilot, "ctrl+s")
        assert "from March on" in frame(pilot)
    conversation = opened().read.records.find(Conversation, identity)
    assert conversation is not None
    assert dict(conversation.sheet) == {"want": "Time", "points": "An apprentice\nfrom March on"}


async def test_the_sheet_closes_when_someone_looks_on() -> None:
    written({**PLANNED, "shareable": True, "sheet": {"want": "SECRET"}})
    async with playing() as pilot:
        await to_step(pilot, "sheet")
        assert "SECRET" in frame(pilot)
        await press(pilot, "v")
        assert not isinstance(pilot.app.screen, SheetScreen)
        assert "SECRET" not in frame(pilot)


async def test_a_held_conversation_shows_its_place_its_answers_and_its_agreements() -> None:
    (identity,) = written(
        {"kind": "conversation", "date": "2025-06-01", "state": "held", "place": "Room 2",
         "sheet": {"hard": "The sheets", "want": "Time"}}
    )  # fmt: skip
    written({"kind": "agreement", "text": "A meter", "conversation": identity, "owner": "me"})
    written({"kind": "profile", "name": "Samir Bouali"})
    async with playing() as pilot:
        await press(pilot, "7")
        screen: Any = pilot.app.screen
        screen.list.go_to(identity)
        await press(pilot, "enter")
        seen = frame(pilot)
        assert seen.index("What I want from it\n   Time") < seen.index("Difficult points")
        assert "Room 2" in seen
        assert "A meter" in seen
        await press(pilot, "i")
        assert "- A meter (Samir)" in frame(pilot), "it can be read before it is copied or saved"
        await press(pilot, "enter")
        assert "Copy the mail text" in frame(pilot)
        await press(pilot, "3")
        assert "The conversation is closed." in frame(pilot)
    found = opened().read.records.find(Conversation, identity)
    assert found is not None
    assert found.state == "closed"


async def test_hostile_words_on_the_sheet_and_in_the_place_are_only_words() -> None:
    words = "[b]x[/b] \x1b]0;t\x07 [@click=app.quit]c[/] \u202e\n# h\n" + "y" * 300
    written(
        {"kind": "person", "name": words, "role": words},
        {**PLANNED, "with": words, "place": words, "sheet": {"want": words, words[:20]: words}},
    )
    async with playing(size=(60, 20)) as pilot:
        await press(pilot, "7")
        frames = [frame(pilot)]
        for step in ("sheet", "table"):
            await to_step(pilot, step)
            frames.append(frame(pilot))
        for seen in frames:
            assert not [c for c in seen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e")]
            assert max(map(len, seen.split("\n"))) <= 60
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_steps_take_the_main_half(size: tuple[int, int], language: Any, snapshot: SnapshotAssertion) -> None:
    with_demo(language)
    async with playing(language=language, size=size) as pilot:
        await press(pilot, "7")
        assert "\n".join(frame(pilot).split("\n")[1:12]) == snapshot
