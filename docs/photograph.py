"""Draws the screens that docs/guide.md and docs/conversation.md show, from the demo: the app itself, in memory.

    make picture

A test compares the result with the files in docs/pictures, so that none can fall behind the app.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from textual.pilot import Pilot

from portfolio import locations, settings
from portfolio.locations import Locations
from portfolio.notebook import Notebook, demo, open_notebook
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.services import services_of
from portfolio.tui.services.start import Start
from portfolio.wording import Language

PICTURES: Final = Path(__file__).resolve().parent / "pictures"
SIZE: Final = (80, 24)
NOON: Final = datetime(2025, 12, 15, 12, tzinfo=UTC)
_FONT: Final = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


class Screen(NamedTuple):
    """A screen to draw: the keys that lead to it from Today."""

    name: str
    keys: tuple[str, ...]
    language: Language = "en"
    theme: str = "papier"


SCREENS: Final = (
    Screen("today", ()),
    Screen("evening-check", ("enter",)),
    Screen("journey", ("6",)),
    Screen("menu", ("3", "enter", "enter")),
    Screen("conversation", ("7",)),
    Screen("hand-over", ("7", "x")),
)


def drawn(screen: Screen) -> str:
    """Return a screen as SVG, without the link to a font on the network that the library puts in."""
    with tempfile.TemporaryDirectory() as home:
        return asyncio.run(_drawn(screen, {"LEERREIS_HOME": home}))


async def _drawn(screen: Screen, environment: Mapping[str, str]) -> str:
    places = locations.find(environment)
    os.makedirs(os.path.dirname(places.data_file), exist_ok=True)

    def opened(where: Locations) -> Notebook:
        return open_notebook(where, today=NOON.date(), now=lambda: NOON)

    demo.fill(opened(places), screen.language)
    chosen = settings.Settings(theme=screen.theme, animations=False)
    app = LeerreisApp(Start(places, chosen, screen.language, NOON.date(), lambda: NOON, opened))
    async with app.run_test(size=SIZE) as pilot:
        await _at_rest(pilot)
        for key in screen.keys:
            await pilot.press(key)
            await _at_rest(pilot)
        made = app.export_screenshot(title="leerreis")
    app.services.worker.close()
    return _FONT.sub("", made)


async def _at_rest(pilot: Pilot[int]) -> None:
    """Wait until nothing is being worked on and everything is painted."""
    gate = services_of(pilot.app).keys.gate
    for _turn in range(3):
        while any(not (worker.is_finished or gate.is_asking(worker)) for worker in pilot.app.workers):
            await pilot.pause(0.01)  # a question that waits for an answer is at rest
        await pilot.pause()


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield every picture with the path of its file."""
    for screen in SCREENS:
        yield PICTURES / f"{screen.name}.svg", drawn(screen)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for path, svg in pictures():
        path.write_text(svg, "utf-8")
