"""Beside the rows of Today on a very wide terminal: no row leaves its half empty."""

from __future__ import annotations

from portfolio.tui.today.day import CHECK
from portfolio.tui.widgets.rows import Rows
from tests.tui.playing import frame, playing, press, settled, with_demo


def right_half(seen: str) -> str:
    return " ".join(" ".join(line.partition("│")[2] for line in seen.split("\n")).split())


async def test_every_row_has_something_beside_it_and_the_evening_check_what_was_written_last() -> None:
    with_demo("en")
    async with playing(size=(200, 50)) as pilot:
        await settled(pilot)
        rows = pilot.app.screen.query_one("#today", Rows)
        assert rows.key == CHECK
        assert right_half(frame(pilot)).startswith("Last written 3-minute check Fri 12 December 2025")
        before = -1
        while rows.cursor != before:
            before = rows.cursor
            assert right_half(frame(pilot)), rows.key
            await press(pilot, "down")


async def test_without_a_portfolio_the_screen_is_not_split() -> None:
    async with playing(size=(200, 50)) as pilot:
        await settled(pilot)
        assert not pilot.app.screen.query_one("#text").display
