"""What the app does without keys: it checks the file every two seconds, notices midnight, and tidies once."""

from __future__ import annotations

import asyncio
import os
import threading
from datetime import UTC, datetime, timedelta

import pytest

from portfolio.notebook import Notebook
from portfolio.records.reflections import Reflection
from portfolio.store.format.strict import UnreadableError
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.notebook_worker import NotebookWorker
from portfolio.tui.services.start import Start
from tests.tui.playing import (
    NOW,
    TODAY,
    a_broken_file,
    an_app,
    frame,
    opened,
    places,
    playing,
    press,
    settled,
    typed,
    written,
)


@pytest.mark.slow
async def test_a_file_that_cannot_be_read_is_named_once_and_watched_until_it_can() -> None:
    a_broken_file()
    app = an_app()
    async with playing(app) as pilot:
        assert "cannot be read" in frame(pilot)
        app.services.status.say("")
        await app.file_watch.look()
        await settled(pilot)
        assert app.is_running
        assert "cannot be read" not in frame(pilot), "its sentence was said again"
        os.unlink(places().data_file)
        written({"kind": "reflection", "answers": {"text": "Back again"}})
        await app.file_watch.look()
        await settled(pilot)
        assert "Back again" in frame(pilot)


@pytest.mark.slow
async def test_every_place_lives_with_a_file_that_cannot_be_read() -> None:
    a_broken_file()
    async with playing() as pilot:
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        for key in "1267v1":
            await press(pilot, key)
            await app.file_watch.look()
            await settled(pilot)
        assert app.is_running


async def test_a_file_that_breaks_while_the_app_is_open_stops_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing() as pilot:
        await press(pilot, "2")
        app = pilot.app
        assert isinstance(app, LeerreisApp)

        async def fail(_desk: NotebookWorker, _work: object) -> None:
            raise UnreadableError("why", "the file")

        monkeypatch.setattr(NotebookWorker, "ask", fail)
        await press(pilot, "7", "x", "a", "2", "e", "escape", "v", "1")
        await app.file_watch.look()
        await settled(pilot)
        assert app.is_running
        assert "cannot be read" in frame(pilot)


async def test_past_midnight_a_new_text_has_the_new_day() -> None:
    moments = [NOW]
    start = Start(places(), an_app().services.preferences.start.settings, "en", TODAY, lambda: moments[0], opened)
    async with playing(LeerreisApp(start)) as pilot:
        moments[0] = datetime(2025, 12, 16, 0, 5, tzinfo=UTC) + timedelta(hours=12)
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        await app.file_watch.look()
        await settled(pilot)
        tomorrow = TODAY + timedelta(days=1)
        assert app.services.session.state.today == tomorrow
        assert await app.services.worker.ask(lambda nb: nb.today) == tomorrow
        await press(pilot, "n")
        await typed(pilot, "A new day")
        await press(pilot, "enter")
    (record,) = opened().read.records.of(Reflection)
    assert record.date == tomorrow


async def test_what_a_crash_left_is_tidied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tidied: list[int] = []
    monkeypatch.setattr(Notebook, "tidy", lambda _notebook: tidied.append(1))
    async with playing() as pilot:
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        await app.file_watch.look()
        await settled(pilot)
    assert tidied == [1]


async def test_a_disk_that_is_slower_than_the_watch_still_gives_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = Notebook.changed_outside

    def slow(notebook: Notebook) -> bool:
        asked.append(1)
        threading.Event().wait(0.05)
        return real(notebook)

    async with playing() as pilot:
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        written({"kind": "reflection", "answers": {"text": "From elsewhere"}})
        monkeypatch.setattr(Notebook, "changed_outside", slow)
        first = asyncio.create_task(app.file_watch.look())
        await asyncio.sleep(0)
        await app.file_watch.look()
        await first
        await settled(pilot)
        assert asked == [1]
        assert "From elsewhere" in frame(pilot)
