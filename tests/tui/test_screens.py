"""The text of each place, compared with a stored copy, so that small changes are noticed."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from portfolio import themes
from tests.tui.playing import an_app, frame, playing, press, typed, with_demo, written


async def test_today_before_anything_was_written(snapshot: SnapshotAssertion) -> None:
    async with playing(language="nl") as pilot:
        assert frame(pilot) == snapshot


async def test_today_with_the_example(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl") as pilot:
        assert frame(pilot) == snapshot


async def test_today_on_a_small_screen(snapshot: SnapshotAssertion) -> None:
    with_demo("en")
    async with playing(language="en", size=(60, 20)) as pilot:
        assert frame(pilot) == snapshot


async def test_reflections_beside_each_other(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl", size=(100, 24)) as pilot:
        await press(pilot, "2", "down", "down")
        assert frame(pilot) == snapshot


async def test_a_reflection_to_read(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl") as pilot:
        await press(pilot, "2", "down", "enter")
        assert frame(pilot) == snapshot


async def test_growth_as_text_in_ascii(snapshot: SnapshotAssertion) -> None:
    with_demo("en")
    async with playing(an_app("en", ascii=True)) as pilot:
        await press(pilot, "6", "tab", "t")
        assert frame(pilot) == snapshot


async def test_a_question_with_the_answers_before_it(snapshot: SnapshotAssertion) -> None:
    async with playing(language="nl") as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Debiet gemeten")
        await press(pilot, "enter")
        assert frame(pilot) == snapshot


async def test_help_is_about_where_you_are(snapshot: SnapshotAssertion) -> None:
    async with playing(language="nl", size=(80, 36)) as pilot:
        await press(pilot, "2", "question_mark")
        before_the_path = frame(pilot).partition("Waar is mijn bestand?")[0]
        assert before_the_path == snapshot


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 36)])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_no_line_is_wider_than_the_screen_and_every_place_opens(size: tuple[int, int], language: str) -> None:
    with_demo("nl" if language == "nl" else "en")
    written({"kind": "reflection", "template": "gibbs", "answers": {"feelings": "word " * 400}})
    async with playing(language=language, size=size) as pilot:
        for place in "1267":
            await press(pilot, place)
            lines = frame(pilot).split("\n")
            assert len(lines) == size[1]
            assert max(map(len, lines)) <= size[0]


@pytest.mark.parametrize("theme", sorted(themes.load().loaded))
async def test_every_theme_dresses_every_place(theme: str) -> None:
    with_demo()
    async with playing(theme=theme) as pilot:
        for key in ("2", "6", "t", "7", "1", "question_mark", "escape", "n"):
            await press(pilot, key)
        assert pilot.app.is_running
