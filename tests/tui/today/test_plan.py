"""An if-then plan is shown again and can be answered: did it come up, did it work?"""

from __future__ import annotations

import pytest

from portfolio.journey.prompts.nudges import dismissed
from portfolio.records.reflections import Reflection
from tests.tui.playing import an_app, frame, opened, playing, press, written

PLAN = {
    "kind": "reflection",
    "template": "three_minutes",
    "answers": {"next": "If it hums, then I measure [b]."},
    "date": "2025-12-12",
    "skills": [],
}


@pytest.mark.parametrize(
    ("language", "key", "words"),
    [("en", "2", "It came up, and it worked"), ("nl", "3", "Het kwam voor, en het werkte nog niet")],
)
async def test_an_answer_is_kept_as_a_note_and_undo_takes_it_back(language: str, key: str, words: str) -> None:
    written(PLAN)
    async with playing(an_app(language)) as pilot:  # type: ignore[arg-type]
        await press(pilot, "down", "enter")
        assert "If it hums, then I measure [b]." in frame(pilot)
        await press(pilot, key)
        assert ("answered today" if language == "en" else "vandaag beantwoord") in frame(pilot)
        note = opened().read.records.of(Reflection)[-1]
        assert (note.title, note.answers["text"]) == (PLAN["answers"]["next"], words)  # type: ignore[index]
        assert not note.shareable
        await press(pilot, "u")
    assert len(opened().read.records.of(Reflection)) == 1


async def test_what_did_not_come_up_keeps_nothing() -> None:
    written(PLAN)
    async with playing() as pilot:
        await press(pilot, "down", "enter", "1")
        assert "The plan stays" in frame(pilot)
    assert len(opened().read.records.of(Reflection)) == 1


async def test_a_plan_that_is_not_needed_any_more_goes_for_good_and_undo_brings_it_back() -> None:
    written(PLAN)
    async with playing() as pilot:
        await press(pilot, "down", "enter", "4")
        assert dismissed(opened().read.records)
        assert "▸ If …, then" not in frame(pilot)
        await press(pilot, "u")
        assert "I measure [b]." in frame(pilot)
    assert not dismissed(opened().read.records)


async def test_someone_who_looks_on_cannot_answer_it() -> None:
    written({**PLAN, "shareable": True})
    async with playing() as pilot:
        await press(pilot, "v", "down", "enter")
        assert "It came up" not in frame(pilot)
