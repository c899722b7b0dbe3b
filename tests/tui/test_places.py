"""Each place as shown: empty, with a year of records, wide with the record beside the list, and narrow."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from portfolio.tui.keymap.places import PLACES
from portfolio.wording import Language
from tests.tui.playing import frame, playing, press, with_demo

KEYS = {place.id: place.key for place in PLACES}


@pytest.mark.parametrize("place", KEYS)
async def test_empty(place: str, snapshot: SnapshotAssertion) -> None:
    async with playing(language="en") as pilot:
        await press(pilot, KEYS[place])
        assert frame(pilot) == snapshot


@pytest.mark.parametrize("place", KEYS)
@pytest.mark.parametrize(
    ("language", "size"), [("nl", (80, 24)), ("en", (120, 36)), ("nl", (60, 20))], ids=["typical", "wide", "narrow"]
)
async def test_a_year(place: str, language: Language, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    with_demo(language)
    async with playing(language=language, size=size) as pilot:
        await press(pilot, KEYS[place])
        assert frame(pilot) == snapshot
