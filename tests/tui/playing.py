"""Runs the app in memory: a portfolio in the home of the test, a fixed day, keys as input and screen text as output."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
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
_ID: Final = re.compile(r"(command line: |opdrachtregel: )[0-9a-f]{8}\b")
FRAME: Final = 0.001
"""Seconds between checks for running workers; `fast_keys` also sets the paint interval of the app to it."""


def now() -> datetime:
    """Return the fixed time of the tests."""
    return NOW


def places() -> Locations:
    """Return the locations of the portfolio of the test."""
    return locations.find(os.environ)


def opened(where: Locations | None = None, today: date = TODAY) -> Notebook:
    """Open a separate notebook on the file of the test, as another window would."""
    return open_notebook(where or places(), today=today, now=now)


def with_demo(language: Language = "nl") -> None:
    """Fill the portfolio of the test with the demo data."""
    demo.fill(opened(), language)


def written(*records: dict[str, Any]) -> tuple[str, ...]:
    """Save these records in the portfolio of the test and return their ids."""
    notebook = opened()
    batch = notebook.batch()
    for record in records:
        batch.add_json(record)
    return notebook.write.save(batch, create_file=True).ids


def a_broken_file() -> None:
    """Write a data file that is not a portfolio; there is no shadow to read instead."""
    path = places().data_file
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"no portfolio at all")


def two_versions(kind: str, first: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> str:
    """Save a record, change it in two windows at the same time, and return its id."""
    (identity,) = written({"kind": kind, **first})
    later = open_notebook(
        places(), today=TODAY, now=lambda: NOW + timedelta(minutes=1)
    )  # its version is shown, since it is the later one
    windows = (opened(), later)
    seen = [window.read.seen(identity) for window in windows]
    for window, values, versions in zip(windows, (one, other), seen, strict=True):
        batch = window.batch()
        batch.edit(identity, kind, values)
        window.write.save(batch, seen=versions)
    return identity


def deliberate() -> Callable[[Message], float]:
    """Return a clock for keys with 10 seconds between them, so that no two belong to one burst."""
    moments = itertools.count(step=10.0)
    return lambda _message: next(moments)


def an_app(language: Language = "en", theme: str | None = None, **more: Any) -> LeerreisApp:
    """Return the app, not running yet."""
    chosen = settings.Settings(theme=theme)
    app = LeerreisApp(Start(places(), chosen, language, TODAY, now, opened, **more))
    app.services.keys.time_of = deliberate()
    return app


@asynccontextmanager
async def playing(
    app: LeerreisApp | None = None, size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[Pilot[int]]:
    """Run the app and yield its pilot once the first screen is shown."""
    app = app or an_app(**more)
    if "time_of" not in vars(app.services.keys):
        app.services.keys.time_of = deliberate()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot
    app.services.worker.close()


def is_working(app: App[Any]) -> bool:
    """Return whether a worker runs, other than one that waits for the answer of the user."""
    gate = services_of(app).keys.gate
    return any(not (worker.is_finished or gate.is_asking(worker)) for worker in app.workers)


async def settled(pilot: Pilot[int]) -> None:
    """Wait until all requests have been handled and painted."""
    keys, app = services_of(pilot.app).keys, pilot.app
    for _turn in range(3):
        while is_working(app) or (keys.has_keys and not isinstance(app.screen, HiddenScreen)):  # noqa: ASYNC110
            await asyncio.sleep(FRAME)  # there is no event to wait for; the disk thread gets processor time
        await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys and wait until they have been handled."""
    await pilot.press(*keys)
    await settled(pilot)


async def typed(pilot: Pilot[int], text: str) -> None:
    """Insert text at the cursor in one step."""
    focused: Any = pilot.app.focused
    focused.insert(text)
    await pilot.pause()


def frame(pilot: Pilot[int]) -> str:
    """Return the text on the screen, as lines; the end of an id, which is random, is the same each time."""
    strips = pilot.app.screen._compositor.render_strips()
    return _ID.sub(r"\g<1>0199cafe", "\n".join(strip.text.rstrip() for strip in strips))
