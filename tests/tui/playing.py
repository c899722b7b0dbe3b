"""Plays the app in memory: a portfolio in the home of the test, a fixed day, keys in, the text of the screen out."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

from portfolio import locations, settings
from portfolio.locations import Locations
from portfolio.notebook import Notebook, demo, open_notebook
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.services import services_of
from portfolio.tui.services.start import Start
from portfolio.tui.shell.hidden import HiddenScreen
from portfolio.wording import Language

TODAY: Final = demo.TODAY
NOW: Final = datetime(2025, 12, 15, 18, 30, tzinfo=UTC)
FRAME: Final = 0.001
"""Seconds between two glances at what is at work; for machines the app paints this often too."""


def now() -> datetime:
    """The moment of the test."""
    return NOW


def places() -> Locations:
    """Where the portfolio of the test lies."""
    return locations.find(os.environ)


def opened(where: Locations | None = None, today: date = TODAY) -> Notebook:
    """A notebook of its own on the same file, as another window would have it."""
    return open_notebook(where or places(), today=today, now=now)


def with_demo(language: Language = "nl") -> None:
    """Fill the portfolio of the test with the example."""
    demo.fill(opened(), language)


def written(*records: dict[str, Any]) -> tuple[str, ...]:
    """Put these records into the portfolio of the test; their ids."""
    notebook = opened()
    batch = notebook.batch()
    for record in records:
        batch.add_json(record)
    return notebook.write.save(batch, create_file=True).ids


def a_broken_file() -> None:
    """A data file that is no portfolio, without a shadow to read instead."""
    path = places().data_file
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"no portfolio at all")


def two_versions(kind: str, first: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> str:
    """A record that two windows changed at the same time; its id."""
    (identity,) = written({"kind": kind, **first})
    later = open_notebook(places(), today=TODAY, now=lambda: NOW + timedelta(minutes=1))  # shown, being the later one
    windows = (opened(), later)
    seen = [window.read.seen(identity) for window in windows]
    for window, values, versions in zip(windows, (one, other), seen, strict=True):
        batch = window.batch()
        batch.edit(identity, kind, values)
        window.write.save(batch, seen=versions)
    return identity


def deliberate() -> Callable[[Message], float]:
    """The clock of a hand that looks before each key: no two keys are typed in one go."""
    moments = itertools.count(step=10.0)
    return lambda _message: next(moments)


def an_app(language: Language = "en", theme: str | None = None, **more: Any) -> LeerreisApp:
    """The app, not started yet."""
    chosen = settings.Settings(theme=theme)
    app = LeerreisApp(Start(places(), chosen, language, TODAY, now, opened, **more))
    app.services.keys.time_of = deliberate()
    return app


@asynccontextmanager
async def playing(
    app: LeerreisApp | None = None, size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[Pilot[int]]:
    """The app, running, with its first look taken."""
    app = app or an_app(**more)
    if "time_of" not in vars(app.services.keys):
        app.services.keys.time_of = deliberate()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot
    app.services.worker.close()


def is_working(app: App[Any]) -> bool:
    """Whether a worker does something, other than waiting for the answer of a person."""
    gate = services_of(app).keys.gate
    return any(not (worker.is_finished or gate.is_asking(worker)) for worker in app.workers)


async def settled(pilot: Pilot[int]) -> None:
    """Everything that was asked has been done and painted."""
    keys, app = services_of(pilot.app).keys, pilot.app
    for _turn in range(3):
        while is_working(app) or (keys.has_keys and not isinstance(app.screen, HiddenScreen)):  # noqa: ASYNC110
            await asyncio.sleep(FRAME)  # no event says it; the disk gets the processor meanwhile
        await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait for what comes of them."""
    await pilot.press(*keys)
    await settled(pilot)


async def typed(pilot: Pilot[int], text: str) -> None:
    """Text at the cursor, at once."""
    focused: Any = pilot.app.focused
    focused.insert(text)
    await pilot.pause()


def frame(pilot: Pilot[int]) -> str:
    """What a person sees, a line each."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
