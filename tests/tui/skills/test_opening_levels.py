"""The list of levels as it opens in a small terminal."""

from __future__ import annotations

import re

import pytest

from tests.tui.playing import frame, playing, press, with_demo


@pytest.mark.parametrize("skill", [(), ("down",)])
async def test_the_list_of_levels_opens_with_a_whole_level_at_its_top(skill: tuple[str, ...]) -> None:
    with_demo("en")
    async with playing(size=(80, 20)) as pilot:
        await press(pilot, "5", *skill, "a", "enter", "enter")
        lines = frame(pilot).split("\n")
        title = next(n for n, line in enumerate(lines) if re.search(r"│  Level +│", line))
        assert re.search(r"│  [ ▸] +\d ", lines[title + 1])
