"""A terminal of a few cells: everything stays open, whatever is shown."""

from __future__ import annotations

from typing import Final

import pytest
from textual.pilot import Pilot

from portfolio.tui.places import BY_ID
from tests.tui.playing import an_app, press, settled, with_demo

SIZES: Final = (
    (1, 1), (2, 2), (3, 1), (4, 3), (6, 5), (8, 4), (20, 5), (1, 6), (5, 2), (7, 6), (9, 3), (12, 1), (60, 1), (2, 20),
)  # fmt: skip


async def at_every_size(pilot: Pilot[int]) -> None:
    """Give the terminal each of these sizes, and move a little at each."""
    for size in SIZES:
        await pilot.resize_terminal(*size)
        await pilot.press("down", "right")
        assert pilot.app.is_running
    await pilot.resize_terminal(80, 24)


@pytest.mark.parametrize("place", BY_ID)
async def test_every_place_stays_open(place: str) -> None:
    with_demo("en")
    app = an_app("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, BY_ID[place].key or "f2")
        await at_every_size(pilot)
        assert app.return_code is None
    app.desk.close()
