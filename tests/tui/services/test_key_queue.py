"""Letters that come faster than a screen opens: they are words in its box, never keys."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.pilot import Pilot

from portfolio.locations import Locations
from portfolio.notebook import Notebook
from portfolio.settings import Settings
from portfolio.tui.app import LeerreisApp
from portfolio.tui.services.start import Start
from portfolio.tui.widgets.text_input import WritingBox
from tests.tui.playing import TODAY, an_app, frame, now, opened, places, playing, settled, with_demo


async def burst(pilot: Pilot[int], *keys: tuple[str, str | None]) -> None:
    """Keys that come all at once, as from a hand that does not look."""
    for key, character in keys:
        pilot.app.post_message(events.Key(key, character))
    await settled(pilot)


def letters(text: str) -> list[tuple[str, str | None]]:
    return [("space" if letter == " " else letter, letter) for letter in text]


@pytest.mark.parametrize("opening", [("slash", "/"), ("ctrl+p", None), ("n", "n")])
async def test_what_is_typed_at_once_stands_in_the_box(opening: tuple[str, str | None]) -> None:
    with_demo("en")
    async with playing(an_app("en")) as pilot:
        await burst(pilot, opening, *letters("quiet 7 nvd"))
        assert pilot.app.is_running
        assert pilot.app.screen.query_one(WritingBox).text == "quiet 7 nvd"


async def test_search_takes_words_before_the_file_is_read() -> None:
    with_demo("en")
    readable = threading.Event()

    def read_later(where: Locations) -> Notebook:
        readable.wait(10)
        return opened(where)

    app = LeerreisApp(Start(places(), Settings(), "en", TODAY, now, read_later))
    async with app.run_test(size=(80, 24)) as pilot:
        for key, letter in (("slash", "/"), *letters("propane")):
            app.post_message(events.Key(key, letter))
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.query_one(WritingBox).text == "propane"
        assert not app.services.session.state.read
        readable.set()
        await settled(pilot)
        assert "found" in frame(pilot)
    app.services.worker.close()
