"""A terminal of a few cells: everything stays open, whatever is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest
from textual.pilot import Pilot

from portfolio import opener
from portfolio.tui.keymap.places import BY_ID
from tests.tui.every_action import Walk
from tests.tui.hostile import SMALL, a_hostile_portfolio
from tests.tui.playing import an_app, press, settled, with_demo
from tests.tui.theme.test_terminal_filter import come_to

SIZES: Final = (
    (1, 1), (2, 2), (3, 1), (4, 3), (6, 5), (8, 4), (20, 5), (1, 6), (5, 2), (7, 6), (9, 3), (12, 1), (60, 1), (2, 20),
)  # fmt: skip


async def at_every_size(pilot: Pilot[int], sizes: Sequence[tuple[int, int]]) -> None:
    """Give the terminal each of these sizes, and move a little at each."""
    for size in sizes:
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
        await at_every_size(pilot, SIZES)
        assert app.return_code is None
    app.services.worker.close()


@pytest.mark.parametrize("keys", [("ctrl+p",), ("/",), ("enter", "f4")])
async def test_a_box_that_says_what_to_type_stays_open(keys: tuple[str, ...]) -> None:
    app = an_app("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        await at_every_size(pilot, SIZES[3:6])
        assert app.return_code is None
    app.services.worker.close()


@pytest.mark.long
@pytest.mark.parametrize("where", [*BY_ID, *SMALL])
async def test_every_screen_and_dialog_of_the_table_stays_open(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "open_target", lambda _target: False)
    a_hostile_portfolio()
    app = an_app("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        walk = Walk(pilot, 2, lambda: at_every_size(pilot, SIZES[:5]))
        await come_to(where, walk, app)
        await walk.explore()
        assert app.return_code is None
    app.services.worker.close()


@pytest.mark.long
@pytest.mark.parametrize("keys", [(), ("t",)])
async def test_every_picture_stays_open(keys: tuple[str, ...]) -> None:
    with_demo("en")
    app = an_app("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "6", *keys)
        for _picture in range(10):
            await at_every_size(pilot, SIZES[:6])
            await press(pilot, "right_square_bracket")
        assert app.return_code is None
    app.services.worker.close()
