"""Half a page: ctrl+d and ctrl+u move by half of what a page key moves."""

from __future__ import annotations

import pytest

from portfolio.tui.services.services import services_of
from portfolio.tui.widgets.rows import Rows
from tests.tui.playing import an_app, playing, press, settled, with_demo


async def test_in_a_list_half_a_page_goes_half_as_far_as_a_page_and_back() -> None:
    async with playing(an_app("en"), size=(80, 24)) as pilot:
        await press(pilot, "f2")
        rows = pilot.app.screen.query_one("#settings", Rows)
        await press(pilot, "home")
        first = rows.cursor
        await press(pilot, "pagedown")
        page = rows.cursor
        await press(pilot, "home", "ctrl+d")
        half = rows.cursor
        visible = rows.size.height - 1
        assert 0 <= page - first - visible <= 3  # headings between the rows are skipped
        assert 0 <= half - first - visible // 2 <= 3
        await press(pilot, "ctrl+d")
        further = rows.cursor
        await press(pilot, "ctrl+u")
        assert first < rows.cursor < further


async def test_in_a_text_half_a_page_scrolls_half_of_what_is_visible() -> None:
    async with playing(an_app("en"), size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "enter")
        text = pilot.app.screen.query_one("#text")
        await press(pilot, "ctrl+d")
        assert text.scroll_offset.y == text.size.height // 2
        await press(pilot, "ctrl+d", "ctrl+u", "ctrl+u")
        assert text.scroll_offset.y == 0


@pytest.mark.parametrize("key", ["ctrl+d", "pagedown"])
async def test_a_message_that_takes_a_row_does_not_make_the_page_shorter(key: str) -> None:
    with_demo("en")
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "2")
        rows = pilot.app.screen.query_one("#list", Rows)
        tall = rows.size.height
        await press(pilot, key)
        plain = rows.cursor
        await press(pilot, "home")
        services_of(pilot.app).status.say("One line\nand another, which take their place from the list", "muted")
        await settled(pilot)
        assert rows.size.height < tall
        rows.action_page(1, 2 if key == "ctrl+d" else 1)
        assert rows.cursor == plain
