"""What is painted after a key is the same as when everything is painted anew."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.lines import Lines
from tests.tui.playing import an_app, frame, playing, press, settled, with_demo


@pytest.mark.parametrize("keys", [("down", "down"), ("pagedown", "up"), ("end", "home", "down"), ("down", "space")])
async def test_what_a_key_paints_is_what_painting_everything_shows(keys: tuple[str, ...]) -> None:
    with_demo()
    async with playing(language="nl", size=(120, 36)) as pilot:
        await press(pilot, "2")
        before = frame(pilot)
        await press(pilot, *keys)
        painted = frame(pilot)
        for lines in pilot.app.screen.query(Lines):
            lines.refresh()
        await settled(pilot)
        assert painted == frame(pilot) != before


async def test_lines_that_stay_are_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = Lines.render_line
    async with playing() as pilot:
        lines = Lines(id="text")
        await pilot.app.screen.mount(lines)
        lines.show([(Span("one"),), (Span("two"),), (Span("three"),)])
        await settled(pilot)

        def noted(self: Lines, y: int) -> Strip:
            drawn.append(y)
            return draw(self, y)

        monkeypatch.setattr(Lines, "render_line", noted)
        lines.show([(Span("one"),), (Span("2"),), (Span("three"),)])
        await settled(pilot)
        assert drawn == [1]


async def test_going_from_one_long_text_to_the_next_lays_out_nothing_anew() -> None:
    laid_out: list[object] = []
    async with playing() as pilot:
        lines = Lines(id="text")
        await pilot.app.screen.mount(lines)
        lines.show([(Span(f"old {n}"),) for n in range(100)])
        await settled(pilot)
        lines.scroll_to(0, 60, animate=False, immediate=True)
        await settled(pilot)
        pilot.app.screen.screen_layout_refresh_signal.subscribe(lines, laid_out.append)
        lines.show([(Span(f"new {n}"),) for n in range(70)], top=False)
        await settled(pilot)
        assert not laid_out
        assert lines.scroll_offset.y == lines.max_scroll_y == 70 - lines.size.height
        assert "new 69" in frame(pilot)
        assert lines.vertical_scrollbar.window_virtual_size == 70
        lines.show([(Span("short"),)])
        await settled(pilot)
        assert laid_out
        assert not lines.show_vertical_scrollbar


@pytest.mark.parametrize("keys", [("comma",), ("comma", "full_stop"), ("down", "comma"), ("minus",), ("t", "down")])
async def test_another_picture_and_what_stands_below_it_are_painted_whole(keys: tuple[str, ...]) -> None:
    with_demo()
    async with playing(language="nl", size=(120, 30)) as pilot:
        await press(pilot, "6", *keys)
        painted = frame(pilot)
        pilot.app.screen.refresh(layout=True)
        for lines in pilot.app.screen.query(Lines):
            lines.refresh()
        await settled(pilot)
        assert painted == frame(pilot)


async def test_a_plain_terminal_gets_plain_scroll_bars_and_another_one_its_own() -> None:
    with_demo("en")
    for plain in (True, False):
        async with playing(an_app("en", ascii=plain)) as pilot:
            await press(pilot, "2")
            assert frame(pilot).isascii() == plain
