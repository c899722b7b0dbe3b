"""Flows: coroutines that ask, hold the keys while they work, and outlive the screen from which they were started."""

from __future__ import annotations

import asyncio
from typing import Any

from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.writing.check import CheckScreen
from tests.tui.playing import frame, opened, playing, press, typed, written


async def test_a_flow_holds_the_keys_while_it_works_and_lets_them_go_while_it_asks() -> None:
    async with playing() as pilot:
        screen: Any = pilot.app.screen
        gate, works = screen.services.keys.gate, asyncio.Event()
        answers: list[str | None] = []

        async def questions() -> None:
            answers.append(await screen.ask(LineDialog("First?", "")))
            await works.wait()
            answers.append(await screen.choose("Second?", [("no", "No"), ("yes", "Yes")]))

        start_flow(screen, questions)
        assert gate.is_closed
        await pilot.pause()
        assert not gate.is_closed
        await typed(pilot, "one")
        await pilot.press("enter", "down", "enter")
        assert gate.is_closed and answers == ["one"]  # the other keys are for the question that is not open yet
        works.set()
        await press(pilot)
        assert answers == ["one", "yes"] and not gate.is_closed


async def test_going_back_is_no_answer() -> None:
    async with playing() as pilot:
        screen: Any = pilot.app.screen
        answers: list[str | None] = []

        async def question() -> None:
            answers.append(await screen.choose("Now?", [("no", "No"), ("yes", "Yes")], at="yes"))

        start_flow(screen, question)
        await press(pilot, "escape")
        start_flow(screen, question)
        await press(pilot, "enter")
        assert answers == [None, "yes"]


async def test_a_screen_that_closes_cancels_no_flow_that_was_started_from_it() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        screen, goes_on, done = pilot.app.screen, asyncio.Event(), asyncio.Event()
        assert isinstance(screen, CheckScreen)

        async def change() -> None:
            screen.dismiss()
            await goes_on.wait()
            done.set()

        start_flow(screen, change)
        while screen.is_attached:
            await pilot.pause()
        goes_on.set()
        await press(pilot)
        assert done.is_set()


async def test_a_method_with_the_decorator_starts_a_flow_also_of_a_widget() -> None:
    class Asking(Rows):
        answer: str | None = None

        @flow
        async def action_ask(self, question: str) -> None:
            """Ask."""
            screen: Any = self.screen
            self.answer = await screen.choose(question, [("no", "No"), ("yes", "Yes")])

    async with playing() as pilot:
        rows = Asking()
        await pilot.app.screen.mount(rows)
        rows.action_ask("Really?")
        assert pilot.app.services.keys.gate.is_closed  # type: ignore[attr-defined]
        await press(pilot)
        assert "Really?" in frame(pilot)
        await press(pilot, "down", "enter")
        assert rows.answer == "yes"


async def test_the_app_closes_while_a_flow_waits_for_an_answer() -> None:
    written({"kind": "goal", "title": "Listen"}, {"kind": "skill", "title": "Faults"})
    async with playing() as pilot:
        await press(pilot, "r", "5", *"quarterly", "enter")
        assert "Goal: Listen" in frame(pilot)
        await press(pilot, "1", "down", "enter")
        assert isinstance(pilot.app.screen, LineDialog | PickDialog)
        await pilot.app.action_quit()
        (closing,) = (worker for worker in pilot.app.workers if worker.group == "quit")
        await closing.wait()
    assert pilot.app.return_code == 0
    assert len(opened().read.records.of_kind("goal")) == 1
