"""The menu of what can be done: by arrows and enter alone, by letter and by mouse."""

from __future__ import annotations

import pytest

from portfolio.records.goals import Goal
from portfolio.tui.dialogs.menu import MenuDialog
from portfolio.tui.keymap import table
from portfolio.tui.palette.dialog import PaletteDialog
from portfolio.tui.shell.hidden import HiddenScreen
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.bars import Bar
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import frame, opened, playing, press, settled, typed, with_demo, written


async def at_row(pilot: object, key: str) -> None:
    """Move to a row of the menu with the arrows."""
    app = pilot.app  # type: ignore[attr-defined]
    rows = app.screen.query_one(Rows)
    await press(pilot, "home")  # type: ignore[arg-type]
    while rows.key != key:
        before = rows.cursor
        await press(pilot, "down")  # type: ignore[arg-type]
        assert rows.cursor != before, f"{key} is not in the menu"


async def test_enter_and_arrows_alone_reach_the_menu_of_a_record_and_do_what_is_chosen() -> None:
    written({"kind": "goal", "title": "Listen"})
    async with playing() as pilot:
        await press(pilot, "3", "enter", "enter")
        assert isinstance(pilot.app.screen, MenuDialog)
        assert "Learning goal" in frame(pilot)
        await at_row(pilot, "edit")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)


async def test_a_letter_of_the_menu_does_the_same_as_on_the_screen() -> None:
    written({"kind": "goal", "title": "Listen"})
    async with playing() as pilot:
        await press(pilot, "3", "m", "d")
    assert not list(opened().read.records.of(Goal))


async def test_the_menu_says_how_many_are_marked_and_offers_what_they_take() -> None:
    written({"kind": "reflection", "answers": {"text": "One"}}, {"kind": "reflection", "answers": {"text": "Two"}})
    async with playing() as pilot:
        await press(pilot, "2", "ctrl+a")
        assert "2 marked:" in frame(pilot)
        await press(pilot, "m")
        screen = pilot.app.screen
        assert isinstance(screen, MenuDialog)
        assert "2 marked" in frame(pilot)
        assert {"share", "link", "tags", "delete"} <= set(screen._items)
        assert "edit" not in screen._items
        await press(pilot, "escape", "ctrl+a")
        assert "2 marked:" not in frame(pilot)


async def test_the_last_row_leads_to_everything_that_can_be_done() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "3", "enter", "enter")
        await at_row(pilot, "palette")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PaletteDialog)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6", "7", "f2"])
async def test_what_a_place_can_do_now_is_in_its_menu_or_in_the_list_under_its_last_row(key: str) -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, key)
        place = pilot.app.screen
        assert isinstance(place, BaseScreen)
        context = place.current_context()
        can = {a.id for a in table.at(place.WHERE) if a.available(context)} - {"open", "back", "menu", "palette"}
        await press(pilot, "m")
        menu = pilot.app.screen
        assert isinstance(menu, MenuDialog)
        in_menu = set(menu._items)
        await press(pilot, "end", "enter")
        palette = pilot.app.screen
        assert isinstance(palette, PaletteDialog)
        words = place.words
        named = {command.called for command in palette._commands}
        labels = {a.id: words.context(*a.label) for a in table.at(place.WHERE)}
        assert {name for name in can - in_menu if labels[name] not in named} == set()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_mouse_opens_the_menu_and_chooses_in_it(size: tuple[int, int]) -> None:
    written({"kind": "goal", "title": "Listen"})
    async with playing(size=size) as pilot:
        await press(pilot, "3")
        bar = pilot.app.screen.query_one("#keys", Bar)
        at = frame(pilot).split("\n")[-1].index("m menu")
        await pilot.click(bar, offset=(at, 0))
        await settled(pilot)
        assert isinstance(pilot.app.screen, MenuDialog)
        await pilot.click(Rows, offset=(4, 1))
        await settled(pilot)
        assert isinstance(pilot.app.screen, FormScreen)


@pytest.mark.parametrize("height", [20, 21, 22, 24, 27, 30])
async def test_no_page_of_the_menu_ends_on_a_heading(height: int) -> None:
    written({"kind": "goal", "title": "Listen"})
    async with playing(size=(80, height)) as pilot:
        await press(pilot, "3", "enter", "enter")
        rows = pilot.app.screen.query_one(Rows)
        source, last = rows.source, rows.content_size.height - 1
        assert last + 1 == len(source) or source.key(last)


async def test_the_menu_of_an_unfinished_text_begins_with_going_on() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Half a thought")
        await press(pilot, "escape", "1")
        rows = pilot.app.screen.query(Rows).first()
        rows.go_to(next(rows.source.key(n) for n in range(len(rows.source)) if rows.source.key(n).startswith("draft:")))
        await press(pilot, "m")
        menu = pilot.app.screen
        assert isinstance(menu, MenuDialog)
        first, second, *_rest = menu._items
        assert (menu._items[first].label, second) == ("Go on", "delete")
        await press(pilot, "enter")
        assert "Half a thought" in frame(pilot)


async def test_hiding_and_the_settings_are_in_the_menu_and_the_list_of_actions_has_a_name_of_its_own() -> None:
    with_demo()
    async with playing(size=(80, 50)) as pilot:
        await press(pilot, "3", "m")
        shown = frame(pilot)
        assert isinstance(pilot.app.screen, MenuDialog)
        for words in ("Hide ", "f9", "Over the shoulder", "Settings", "Find an action"):
            assert words in shown, words
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, HiddenScreen)
