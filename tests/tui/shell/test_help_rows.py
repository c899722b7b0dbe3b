"""The help: a dozen keys that matter, where the file is, and every key one step further."""

from __future__ import annotations

import re

import pytest

from portfolio.pictures.signs import UNICODE
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.keymap.custom import keys_now
from portfolio.tui.keymap.key_groups import grouped
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.table import ids
from portfolio.tui.shell import help_rows
from portfolio.tui.shell.screen import BaseScreen
from tests.tui.playing import an_app, frame, places, playing, press, with_demo


@pytest.mark.slow
async def test_the_help_of_every_place_has_a_dozen_keys_at_most_and_then_where_the_file_is() -> None:
    with_demo("en")
    async with playing(size=(120, 60)) as pilot:
        for key in ("1", "2", "3", "4", "5", "6", "7", "f2"):
            await press(pilot, key)
            screen = pilot.app.screen
            assert isinstance(screen, BaseScreen)
            context, services = screen.current_context(), screen.services
            assert len(help_rows.matter(screen.WHERE, context)) < help_rows.MOST
            lines = help_rows.help_lines(screen.WHERE, context, services.state, keys_now({}), places(), UNICODE, 100)
            text = ["".join(span.text for span in line) for line in lines]
            file = text.index("Where is my file?")
            assert text[file + 1] == places().data_file
            above = text[:file]
            if screen.WHERE == "journey":  # its signs are above the other keys
                signs = above.index("What the signs mean")
                assert signs < 10
                above = above[:signs] + above[above.index("", signs) :]
            assert 0 < len([line for line in above if re.match(r"\S+( \S+)* {2,}\S", line)]) <= help_rows.MOST


async def test_enter_shows_every_key_and_escape_goes_back_a_step() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "question_mark", "enter")
        assert "Where is my file?" not in frame(pilot)
        assert "Moving, but not while you write" in frame(pilot)
        await press(pilot, "escape")
        assert "Where is my file?" in frame(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.query("#today")


async def test_the_whole_list_has_every_key_as_it_is_now() -> None:
    own = {"undo": "R", "move_down": "h"}
    async with playing(an_app("en", own_keys=own)) as pilot:
        state, keys = pilot.app.screen.services.state, keys_now(own)  # type: ignore[attr-defined]
        lines = help_rows.every_key(state, keys, 200)
    text = ["".join(span.text for span in line) for line in lines]
    rows = [line for line in text if re.match(r"\S+( \S+)* {2,}\S", line)]
    others = [name for name in ids() if name.startswith(("go_", "picture_"))]
    assert (
        len(rows)
        == sum(len({a.help for a in rows_of}) for rows_of in grouped().values()) + len(MOVES) + len(others) + 4
    )
    assert any(line.startswith("R ") and "Undo" in line for line in rows)
    assert any(line.startswith("↓ h ") for line in rows)


async def test_help_settings_and_everything_else_open_while_one_writes_and_the_words_stay() -> None:
    async with playing() as pilot:
        await press(pilot, "enter", *"moved on")
        for key, shown in (("f1", "Where is my file?"), ("ctrl+p", "What do you want to do"), ("f2", "Settings")):
            await press(pilot, key)
            assert shown in frame(pilot)
            await press(pilot, "escape")
            assert "moved on" in frame(pilot), key


async def test_the_help_of_a_text_says_what_enter_does_in_the_box_and_names_no_key_that_types() -> None:
    async with playing(size=(90, 40)) as pilot:
        await press(pilot, "ctrl+n", "f1")
        assert "enter ctrl+s  Save what you wrote." in frame(pilot)
        assert "Next question" not in frame(pilot)
        assert "f1            What you can do where you are." in frame(pilot)
        await press(pilot, "escape", "escape", "1", "enter", "f1")
        assert "Next question; on an empty line: skip it." in frame(pilot)
        await press(pilot, "escape", "escape", "3", "n", "f1")
        assert "enter tab  Go to the next field." in frame(pilot)
        await press(pilot, "escape", "tab", "f1")
        assert re.search(r"enter +Begin a new line\.", frame(pilot))


@pytest.mark.parametrize(
    ("preset", "others"),
    [
        (None, "k j, g G, ctrl+u ctrl+d"),
        ("arrows", "home end, ctrl+u ctrl+d"),
        ("vim", "k j, g G, ctrl+u ctrl+d"),
    ],
)
async def test_the_row_about_moving_names_the_other_ways_as_they_are_now(preset: str | None, others: str) -> None:
    async with playing() as pilot:
        state = pilot.app.screen.services.state  # type: ignore[attr-defined]
        lines = help_rows.help_lines("today", ActionContext(), state, keys_now({}, preset), places(), UNICODE, 200)
    text = ["".join(span.text for span in line) for line in lines]
    row = next(line for line in text if "Move;" in line)
    assert row.split() == f"↑ ↓ Move; {others} and the mouse work too.".split()


async def test_from_today_the_list_says_of_a_key_what_it_does_on_most_screens_under_its_own_heading() -> None:
    async with playing() as pilot:
        state = pilot.app.screen.services.state  # type: ignore[attr-defined]
        lines = help_rows.every_key(state, keys_now({}), 200)
    text = ["".join(span.text for span in line) for line in lines]

    def under(heading: str) -> str:
        rest = text[text.index(heading) + 1 :]
        return "\n".join(rest[: rest.index("")] if "" in rest else rest)

    assert "Put it back" not in under("Always")
    assert "Put it back where it was" in under("In the bin and the backups")
    assert "Delete it; undo brings it back." in under("On something you wrote")
    assert "?" not in [line.split("  ")[0] for line in under("While you write").split("\n")]


@pytest.mark.parametrize(
    ("keys", "signs"),
    [(("3", "question_mark", "end"), ("●  shareable",)), (("6", "question_mark"), ("◎  Review date", "▲  Level up"))],
)
async def test_the_help_says_what_the_signs_of_a_place_mean(keys: tuple[str, ...], signs: tuple[str, ...]) -> None:
    with_demo("en")
    async with playing(size=(80, 70)) as pilot:
        await press(pilot, *keys)
        assert "What the signs mean" in frame(pilot)
        assert all(re.search(sign.replace("  ", " +"), frame(pilot)) for sign in signs)
