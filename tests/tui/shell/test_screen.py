"""A screen ends once, however fast the keys come: nothing is saved twice and nothing stops the app."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

import pytest

from portfolio.records.exports import Export
from portfolio.records.reflections import Reflection
from portfolio.tui.services.services import services_of
from portfolio.tui.shell.hidden import HiddenScreen
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.form import FormScreen
from tests.tui.fast_keys import fast
from tests.tui.hostile import SMALL, a_hostile_portfolio
from tests.tui.playing import an_app, frame, opened, playing, press, settled, typed, written

_TURNS: Final = 5000
"""Turns of the event loop after which a screen counts as one that does not close."""


def texts() -> list[str]:
    return [next(iter(r.answers.values())) for r in opened().read.records.of(Reflection)]


async def test_a_note_that_is_finished_twice_at_once_is_saved_once() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Only once")
        box = pilot.app.screen.query_one("#answer", WritingBox)
        box.post_message(WritingBox.WentOn(box))
        box.post_message(WritingBox.WentOn(box))
        await settled(pilot)
        assert pilot.app.is_running
        assert pilot.app.screen.query("#today")
    assert texts() == ["Only once"]


async def test_an_evening_check_that_is_ended_by_many_enters_at_once_is_saved_once() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "A good day")
        await press(pilot, *["enter"] * 5)
        box = pilot.app.screen.query_one("#answer", WritingBox)
        for _n in range(3):
            box.post_message(WritingBox.WentOn(box))
        await settled(pilot)
        assert pilot.app.is_running
    assert texts() == ["A good day"]


@pytest.mark.parametrize(
    ("there", "action"),
    [
        (("n",), "back"),
        (("n",), "next_question"),
        (("2", "e"), "save"),
        (("2", "e"), "back"),
        (("n", "x", "escape", "d"), "choose"),
        (("n", "x", "escape", "d"), "cancel"),
        (("ctrl+p",), "choose"),
        (("ctrl+p",), "dismiss"),
        (("question_mark",), "dismiss"),
        (("7", "x", "x"), "dismiss"),
        (("7", "x"), "dismiss"),
        (("f9",), "dismiss"),
    ],
)
async def test_every_screen_ends_once(there: tuple[str, ...], action: str) -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing() as pilot:
        await press(pilot, *there)
        screen = pilot.app.screen
        for _n in range(3):
            screen.call_later(screen.run_action, action)
        await settled(pilot)
        assert pilot.app.is_running
        assert pilot.app.screen is not screen
        assert len(pilot.app.screen_stack) == 1 or screen not in pilot.app.screen_stack
    assert texts() == ["Mine"]


async def test_the_first_question_is_answered_once() -> None:
    async with playing(an_app(ask_where=True)) as pilot:
        screen = pilot.app.screen
        for _n in range(2):
            screen.call_later(screen.run_action, "choose")
        await settled(pilot)
        assert pilot.app.screen.query("#today")


async def test_what_ends_while_everything_is_hidden_stays_hidden_and_is_gone_afterwards() -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing() as pilot:
        await press(pilot, "2", "e")
        screen = pilot.app.screen
        assert isinstance(screen, FormScreen)
        await press(pilot, "f9")
        screen.dismiss()
        await settled(pilot)
        assert isinstance(pilot.app.screen, HiddenScreen)
        await press(pilot, "f9")
        assert pilot.app.screen.query("#list")


async def test_only_its_own_key_brings_back_what_is_hidden() -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing() as pilot:
        await press(pilot, "2", "f9", "enter", "escape", "space", "q", "2")
        assert isinstance(pilot.app.screen, HiddenScreen)
        assert "f9 to go on" in frame(pilot)
        await press(pilot, "f9")
        assert "Mine" in frame(pilot)


async def test_a_document_that_is_accepted_twice_at_once_is_written_once(tmp_path: Path) -> None:
    written({"kind": "goal", "title": "Mine", "start": "2025-10-01", "shareable": True})
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "3")
        box = pilot.app.screen.query_one(LineInput)
        box.text = str(tmp_path / "out.md")
        for _n in range(3):
            box.post_message(WritingBox.WentOn(box))
        await settled(pilot)
        assert pilot.app.screen.query("#items")
        assert "The document is in" in frame(pilot)
    assert len(opened().read.records.of(Export)) == 1


async def test_what_comes_for_a_screen_after_the_app_has_ended_stops_nothing() -> None:
    written({"kind": "goal", "title": "Cable"})
    async with fast() as keys:
        await keys.press("3", "n")
        screen, services = keys.screen, keys.app.services
        keys.app.exit(0)
    screen.say(services.status.message)
    screen.watch_state(services.state)


@pytest.mark.parametrize("name", SMALL)
async def test_a_screen_that_is_shown_at_any_moment_of_its_closing_stops_nothing(name: str) -> None:
    a_hostile_portfolio()
    async with playing() as pilot:
        services = services_of(pilot.app)
        screen = SMALL[name](services.session.state)
        await pilot.app.push_screen(screen)
        await settled(pilot)
        assert isinstance(screen, BaseScreen)
        closes = screen.dismiss(None)
        turns = 0
        while pilot.app.screen is screen or screen.is_attached:
            turns += 1
            screen.watch_state(services.state)
            screen.say(services.status.message)
            screen.on_resize()
            screen.cursor_came()
            await asyncio.sleep(0)
            assert turns < _TURNS
        await closes
        assert turns > 1
        await settled(pilot)
