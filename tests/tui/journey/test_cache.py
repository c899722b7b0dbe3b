"""Long lists of the journey are drawn beside the screen."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from portfolio.tui.journey import cache, view
from portfolio.tui.journey.view import Drawn, JourneyView
from tests.tui.playing import frame, playing, press, settled, with_demo


async def test_a_long_list_is_drawn_beside_the_screen_and_comes_when_it_is_still_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_demo("en")
    monkeypatch.setattr(cache, "MANY", 1)
    begun, go_on = threading.Event(), threading.Event()
    draw = view.drawn

    def slowly(shown: JourneyView, *rest: Any) -> Drawn:
        if threading.current_thread() is not threading.main_thread():
            begun.set()
            go_on.wait(5)
        return draw(shown, *rest)

    monkeypatch.setattr(cache, "drawn", slowly)
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "6")
        await pilot.press("t")
        await pilot.pause()
        assert begun.wait(5)
        await pilot.press("tab")  # growth as a list, which is wanted now
        await pilot.pause()
        assert "This is a long list" in frame(pilot)
        go_on.set()
        await settled(pilot)
        assert "Where you stand" in frame(pilot)
        assert "This is a long list" not in frame(pilot)
        await press(pilot, "t")
        assert "This is a long list" not in frame(pilot)
