"""The screen never waits for the disk, however long that takes to answer.

The disk of these tests answers nothing until it is let. What a person sees in the meantime would be the same after two
seconds or after a minute, so no test has to last that long, and none can pass by being quick.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from textual.pilot import Pilot

from portfolio.atomic import System
from portfolio.locations import Locations
from portfolio.notebook import Notebook
from portfolio.records.reflections import Reflection
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.tui.reflections.screen import ReflectionsScreen
from portfolio.tui.search.screen import SearchScreen
from portfolio.tui.widgets.text_input import WritingBox
from tests.tui.playing import (
    TODAY,
    an_app,
    frame,
    now,
    opened,
    places,
    playing,
    press,
    settled,
    typed,
    with_demo,
    written,
)


class SlowDisk(System):
    """A disk whose every answer waits until it may come; which threads asked it is remembered."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        """Answers at once, for now; the `clock` gives what is stored its moments."""
        self._clock = clock
        self.asked_by: set[int] = set()
        self.waiting = threading.Event()
        self._may = threading.Event()
        self._may.set()

    @contextmanager
    def stands_still(self) -> Iterator[None]:
        """Nothing is answered meanwhile."""
        self.stands()
        try:
            yield
        finally:
            self.goes_on()

    def stands(self) -> None:
        """From now on it answers nothing."""
        self.waiting.clear()
        self._may.clear()

    def goes_on(self) -> None:
        """It answers again."""
        self._may.set()

    def __getattribute__(self, name: str) -> Any:
        """Every call of the system, made to wait."""
        found = super().__getattribute__(name)
        if name not in ("open", "read", "write", "stat", "close", "replace", "link", "unlink", "mkdir", "sync"):
            return found

        def late(*given: Any, **more: Any) -> Any:
            self.asked_by.add(threading.get_ident())
            if not self._may.is_set():
                self.waiting.set()
            assert self._may.wait(30), "nobody let the disk go on"
            return found(*given, **more)

        return late

    def opens(self, where: Locations) -> Notebook:
        """A notebook on this disk."""
        clock = self._clock
        notebook = Notebook(PortfolioFile(where, clock, system=self), where, today=TODAY, now=clock)
        notebook.look()
        return notebook


async def until(pilot: Pilot[int], came: Callable[[], bool]) -> None:
    """Wait for something that comes by itself."""
    for _turn in range(500):
        if came():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


def an_app_on(disk: SlowDisk) -> Any:
    """The app with this disk under it."""
    app = an_app()
    app.services.preferences.start = app.services.preferences.start._replace(open_notebook=disk.opens)
    app.services.worker._open = disk.opens
    return app


def texts() -> list[str]:
    return [r.answers["text"] for r in opened().read.records.of(Reflection) if "text" in r.answers]


async def test_the_app_is_there_and_walks_before_the_disk_has_answered_at_all() -> None:
    written({"kind": "goal", "title": "Measure twice"})
    disk = SlowDisk()
    app = an_app_on(disk)
    with disk.stands_still():
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, disk.waiting.is_set)
            for key in "234567":
                await pilot.press(key)
                await pilot.pause()
                assert f"▸{key}" in frame(pilot)
            await pilot.press("3")
            assert "Measure twice" not in frame(pilot)
            disk.goes_on()
            await settled(pilot)
            assert "Measure twice" in frame(pilot)
    app.services.worker.close()


async def test_while_a_note_is_being_saved_the_app_goes_on_and_promises_nothing() -> None:
    written({"kind": "goal", "title": "Measure twice"}, {"kind": "reflection", "answers": {"text": "an older one"}})
    disk = SlowDisk()
    async with playing(an_app_on(disk)) as pilot:
        await press(pilot, "2", "n", "4")
        await typed(pilot, "words for a slow disk")
        with disk.stands_still():
            await pilot.press("ctrl+s")
            await until(pilot, disk.waiting.is_set)
            assert "Saved" not in frame(pilot) and texts() == ["an older one"]
            await until(pilot, lambda: "is slow" in frame(pilot))
            await pilot.press("f9")
            await until(pilot, lambda: "words for a slow disk" not in frame(pilot))
            await pilot.press("f9")
            await until(pilot, lambda: "words for a slow disk" in frame(pilot))
        await settled(pilot)
        assert "words for a slow disk" in texts()
        assert threading.get_ident() not in disk.asked_by


async def test_keys_wait_for_a_deletion_and_then_do_what_they_mean_on_what_is_there() -> None:
    written(*({"kind": "reflection", "answers": {"text": f"note {number}"}} for number in range(5)))
    disk = SlowDisk()
    async with playing(an_app_on(disk)) as pilot:
        await press(pilot, "2", "home")
        with disk.stands_still():
            await pilot.press("d")
            await until(pilot, disk.waiting.is_set)
            assert isinstance(pilot.app.screen, ReflectionsScreen)
            before = frame(pilot)
            await pilot.press("down", "down", "d", "slash", *"note 3")
            await pilot.pause()
            assert frame(pilot) == before and len(texts()) == 5
            await pilot.press("f9")
            await until(pilot, lambda: "f9 to go on" in frame(pilot))
            await pilot.press("f9")
            await until(pilot, lambda: frame(pilot) == before)
        await settled(pilot)
        await until(pilot, lambda: len(texts()) == 3)
        on_top: object = pilot.app.screen
        assert isinstance(on_top, SearchScreen)
        assert on_top.query_one(WritingBox).text == "note 3"


class Ear:
    """Hears what the thread of the screen asks of the disk under one folder; deaf without one."""

    folder = ""
    heard: tuple[str, ...] = ()

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """An event as `sys.addaudithook` tells it."""
        asks = event in ("open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir", "os.link")
        if self.folder and asks and given and threading.current_thread() is threading.main_thread():
            path = os.fsdecode(given[0]) if isinstance(given[0], str | bytes) else ""
            if path.startswith(self.folder):
                self.heard += (f"{event} {path}",)


@pytest.fixture(scope="session")
def ear() -> Ear:
    made = Ear()
    sys.addaudithook(made)
    return made


@pytest.mark.slow
async def test_the_thread_of_the_screen_opens_no_file_of_the_portfolio(
    ear: Ear, home: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_demo()
    app = an_app()
    monkeypatch.setattr(ear, "folder", str(home))
    async with playing(app, size=(120, 36)) as pilot:
        await press(pilot, "enter")
        await typed(pilot, "what moved forward")
        await press(pilot, "ctrl+s", "escape")
        for place in "234567":
            await press(pilot, place, "down", "enter", "escape")
        await press(pilot, "2", "n", "4")
        await typed(pilot, "a note")
        await press(
            pilot, "ctrl+s", "u", "ctrl+r", "slash", "n", "o", "t", "e", "escape", "7", "x", "escape", "f2", "escape"
        )
        assert ear.heard == ()


async def test_an_app_whose_file_became_a_pipe_shows_the_shadow_stays_alive_and_closes() -> None:
    written({"kind": "reflection", "answers": {"text": "in the shadow"}})
    path = places().data_file
    os.unlink(path)
    os.mkfifo(path)
    async with playing() as pilot:
        assert "in the shadow" in frame(pilot)
        await press(pilot, "2")
        assert "in the shadow" in frame(pilot)
        await press(pilot, "q")
        assert not pilot.app.is_running
