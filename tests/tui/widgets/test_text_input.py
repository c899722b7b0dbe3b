"""In a text that is wrapped the arrows go line by line, as it is seen, before they lead out of it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from portfolio.tui.widgets.text_input import WritingBox
from tests.tui.playing import playing, press, typed, written

LONG = "Een zin die over drie regels van het scherm loopt en die " * 4


def box_of(pilot: Pilot[int]) -> WritingBox:
    """The box with the keys."""
    focused = pilot.app.focused
    assert isinstance(focused, WritingBox)
    return focused


async def rows_up(pilot: Pilot[int]) -> list[int]:
    """On which line that is seen the cursor is after each press of up, until it stays or leaves."""
    box, seen = box_of(pilot), []
    for _turn in range(12):
        seen.append(box.cursor_screen_offset.y)
        await press(pilot, "up")
        if pilot.app.focused is not box or box.cursor_screen_offset.y == seen[-1]:
            break
    return seen


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36)])
async def test_up_in_a_field_goes_a_line_that_is_seen_and_then_to_the_field_before(size: tuple[int, int]) -> None:
    written({"kind": "goal", "title": "titel", "why": LONG})
    async with playing(size=size) as pilot:
        await press(pilot, "3", "e", "tab")
        box = box_of(pilot)
        assert "Een zin" in box.text
        seen = await rows_up(pilot)
        assert len(seen) == box.wrapped_document.height > 1
        assert seen == sorted(seen, reverse=True)
        assert pilot.app.focused is not box
        await press(pilot, "down")
        assert pilot.app.focused is box


async def test_down_in_a_field_goes_through_its_lines_first() -> None:
    written({"kind": "goal", "title": LONG.strip(), "why": "x"})
    async with playing() as pilot:
        await press(pilot, "3", "e")
        box = box_of(pilot)
        await press(pilot, "ctrl+home", *["down"] * (box.wrapped_document.height - 1))
        assert pilot.app.focused is box
        await press(pilot, "down")
        assert pilot.app.focused is not box


@pytest.mark.parametrize("keys", [("n",), ("enter",)])
async def test_up_in_an_answer_goes_to_its_first_line(keys: tuple[str, ...]) -> None:
    async with playing() as pilot:
        await press(pilot, *keys)
        await typed(pilot, LONG)
        seen = await rows_up(pilot)
        assert len(seen) == box_of(pilot).wrapped_document.height > 1


async def test_home_and_end_are_those_of_the_line_that_is_seen_and_a_page_stays_in_the_text() -> None:
    written({"kind": "goal", "title": "titel", "why": LONG})
    async with playing() as pilot:
        await press(pilot, "3", "e", "tab", "up")
        box = box_of(pilot)
        row = box.cursor_screen_offset.y
        await press(pilot, "home")
        assert box.cursor_screen_offset.y == row
        assert 0 < box.cursor_location[1] < len(LONG)
        await press(pilot, "end")
        assert box.cursor_screen_offset.y == row
        for key, at in (("pageup", 0), ("pagedown", len(LONG) - 12)):
            await press(pilot, key)
            assert box_of(pilot) is box
            assert box.cursor_location[1] >= at


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_home_and_end_stay_on_the_line_that_is_seen(size: tuple[int, int]) -> None:
    written({"kind": "goal", "title": "t", "why": LONG.strip()})
    async with playing(size=size) as pilot:
        await press(pilot, "3", "e", "tab")
        box = box_of(pilot)
        await press(pilot, "ctrl+home", "down", "right", "right")
        line = box.cursor_screen_offset.y
        await press(pilot, "home")
        first = box.cursor_location
        assert box.cursor_screen_offset.y == line
        assert first[1] > 0
        await press(pilot, "end")
        assert box.cursor_screen_offset.y == line
        assert box.cursor_location > first
        await press(pilot, "right", "home")
        assert box.cursor_screen_offset.y == line + 1


async def test_home_and_end_of_the_last_line_are_those_of_the_text() -> None:
    async with playing() as pilot:
        await press(pilot, "n", *"one two")
        box = box_of(pilot)
        await press(pilot, "home")
        assert box.cursor_location == (0, 0)
        await press(pilot, "end")
        assert box.cursor_location == (0, 7)
