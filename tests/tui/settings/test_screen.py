"""The settings in a person's words: keys in, and what then stands on the screen, in the settings and in the file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio import settings
from portfolio.capture.entry import Entry
from portfolio.folders import Surroundings
from portfolio.locations import CloudFolder
from portfolio.notebook import drafts
from portfolio.records.persons import Profile
from portfolio.records.reflections import Reflection
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import ChooseDialog
from portfolio.tui.settings.screen import SettingsScreen
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check import CheckScreen
from tests.tui.playing import (
    TODAY,
    a_broken_file,
    an_app,
    frame,
    opened,
    places,
    playing,
    press,
    settled,
    typed,
    with_demo,
    written,
)

pytestmark = pytest.mark.slow
"""Whole ways through the app: each takes seconds."""


async def to_row(pilot: Pilot[int], key: str) -> None:
    """To the settings, with the cursor on this row."""
    if not isinstance(pilot.app.screen, SettingsScreen):
        await press(pilot, "f2")
    rows = pilot.app.screen.query_one("#settings", Rows)
    await press(pilot, "home")
    for _step in range(240):
        if rows.key == key:
            return
        rows.action_cursor(1)
    pytest.fail(f"there is no row {key}")


def kept() -> settings.Settings:
    return settings.read(places().config_file)


def profile() -> Profile:
    return next(iter(opened().read.records.of(Profile)))


def one_line(seen: str) -> str:
    return " ".join(seen.split())


def without_spaces(seen: str) -> str:
    return "".join(seen.split())


def is_there(path: str | Path) -> bool:
    return os.path.exists(path)


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def themes_of_ones_own() -> None:
    """A theme of one's own, and one that is broken."""
    folder = Path(places().themes_folder)
    folder.mkdir(parents=True)
    shipped = text_of(Path(__file__).parents[3] / "themes" / "papier.toml")
    (folder / "mine.toml").write_text(shipped.replace("Papier", "Zonnig").replace("Paper", "Sunny"))
    (folder / "broken.toml").write_text("[")


async def test_f2_opens_the_settings_from_every_place_and_goes_back_to_it() -> None:
    async with playing() as pilot:
        for key, place in (("1", "today"), ("3", "goals"), ("7", "conversation")):
            await press(pilot, key, "f2")
            assert isinstance(pilot.app.screen, SettingsScreen)
            await press(pilot, "escape")
            assert pilot.app.current_mode == place
            await press(pilot, "f2", "f2")
            assert pilot.app.current_mode == place


async def test_the_palette_and_the_help_know_the_settings() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "question_mark")
        assert "Your file, language, colours, rhythm" in frame(pilot)
        await press(pilot, "escape", "ctrl+p")
        await typed(pilot, "settings")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_the_settings_at_a_glance(snapshot: SnapshotAssertion) -> None:
    with_demo()
    where = places()._replace(
        data_file="/home/samir/Nextcloud/Leerreis/leerreis.json", shadow_folder="/home/samir/kopie"
    )
    app = an_app("nl", look_around=lambda: Surroundings("", (CloudFolder("Nextcloud", "/home/samir/Nextcloud"),)))
    async with playing(app) as pilot:
        app.services.preferences.start = app.services.preferences.start._replace(locations=where)
        await press(pilot, "f2")
        without_bar = "\n".join(line[:77].rstrip() for line in frame(pilot).split("\n"))
        assert without_bar == snapshot


@pytest.mark.parametrize(("language", "size"), [("nl", (60, 20)), ("nl", (80, 24)), ("en", (120, 36))])
async def test_every_question_fits_on_the_screen(language: str, size: tuple[int, int]) -> None:
    async with playing(language=language, size=size) as pilot:
        for row in ("file", "theme", "work_days", "review_day", "name", "key:share"):
            await to_row(pilot, row)
            await press(pilot, "enter")
            lines = frame(pilot).split("\n")
            assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
            assert any("╰" in line for line in lines) and any("╭" in line for line in lines)
            await press(pilot, "escape")


async def test_the_file_moves_to_another_folder_and_what_is_written_then_is_there(tmp_path: Path) -> None:
    written({"kind": "reflection", "answers": {"text": "Before"}})
    before, target = places(), tmp_path / "new folder" / "leerreis.json"
    drafts.keep(before, Entry("half", "reflection", TODAY, {"answers.text": "Half a thought"}, "note"))
    async with playing() as pilot:
        await to_row(pilot, "file")
        await press(pilot, "enter", "end", "enter")
        await typed(pilot, "~/new folder")
        assert "~/new folder/leerreis.json" in frame(pilot)
        await press(pilot, "enter")
        assert without_spaces(f"Your file is in {target} from now on.") in without_spaces(frame(pilot))
        assert not is_there(before.data_file)
        assert kept().file == str(target)
        await press(pilot, "1")
        assert "Half a thought" in frame(pilot)
        await press(pilot, "n")
        await typed(pilot, "After")
        await press(pilot, "enter")
        there = opened(before._replace(data_file=str(target)))
        assert {r.answers["text"] for r in there.read.records.of(Reflection)} == {"Before", "After"}
        assert not is_there(before.data_file)
        await press(pilot, "u", "u")
        assert not opened(before._replace(data_file=str(target))).read.records.of(Reflection)


async def test_a_cloud_folder_is_offered_and_moving_can_be_left(tmp_path: Path) -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    cloud = CloudFolder("Nextcloud", str(tmp_path / "Nextcloud"))
    async with playing(an_app(look_around=lambda: Surroundings("", (cloud,)))) as pilot:
        await to_row(pilot, "file")
        await press(pilot, "enter", "enter")
        assert is_there(places().data_file)
        await press(pilot, "enter", "down")
        assert "This folder is synced" in one_line(frame(pilot).replace("│", ""))
        await press(pilot, "enter")
        assert "in Nextcloud, so on your other computers too" in frame(pilot)
    assert is_there(tmp_path / "Nextcloud" / "Leerreis" / "leerreis.json")


async def test_a_file_that_is_there_stays_and_one_of_the_same_portfolio_can_be_gone_on_with(tmp_path: Path) -> None:
    written({"kind": "reflection", "answers": {"text": "One"}})
    before = places()
    copy, other = tmp_path / "copy.json", tmp_path / "other.json"
    shutil.copy(before.data_file, copy)
    other.write_text("something else")
    written({"kind": "reflection", "answers": {"text": "Two"}})
    async with playing() as pilot:
        for path, told in ((other, "another file with that name"), (Path(before.data_file), "there already")):
            await to_row(pilot, "file")
            await press(pilot, "enter", "end", "enter")
            await typed(pilot, str(path))
            await press(pilot, "enter")
            assert told in frame(pilot)
        await press(pilot, "enter", "end", "enter")
        await typed(pilot, str(copy))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "down", "enter")
        assert "The old one is still at" in one_line(frame(pilot))
    assert text_of(other) == "something else"
    there = opened(before._replace(data_file=str(copy)))
    assert {r.answers["text"] for r in there.read.records.of(Reflection)} == {"One", "Two"}
    assert is_there(before.data_file)


async def test_a_move_that_fails_is_said_and_everything_goes_on(tmp_path: Path) -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    (tmp_path / "a-file").write_text("")
    async with playing() as pilot:
        await to_row(pilot, "file")
        await press(pilot, "enter", "end", "enter")
        await typed(pilot, str(tmp_path / "a-file" / "x.json"))
        await press(pilot, "enter")
        assert "could not be moved" in frame(pilot) or "cannot be opened" in frame(pilot)
        await press(pilot, "2")
        assert "Mine" in frame(pilot)
    assert kept().file is None


@pytest.mark.parametrize("more", [{"demo": True}, {"fixed_by": "LEERREIS_FILE"}])
async def test_a_file_that_cannot_be_moved_here_says_why(more: dict[str, Any]) -> None:
    async with playing(an_app(**more)) as pilot:
        await to_row(pilot, "file")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert "can't be moved" in one_line(frame(pilot)) or "LEERREIS_FILE decides" in frame(pilot)
        assert "enter change" not in frame(pilot)


async def test_the_language_changes_at_once() -> None:
    async with playing() as pilot:
        await to_row(pilot, "language")
        await press(pilot, "enter", "up", "enter")
        assert "Waar is mijn bestand?" in frame(pilot)
        assert "enter verander" in frame(pilot)
    assert kept().language == "nl"


async def test_a_theme_is_put_on_while_one_looks_and_kept_only_by_enter() -> None:
    async with playing() as pilot:
        await to_row(pilot, "theme")
        await press(pilot, "enter")
        assert "private · shareable" in frame(pilot)
        before = pilot.app.theme
        await press(pilot, "down", "down")
        seen = pilot.app.theme
        assert seen != before
        await press(pilot, "escape")
        assert (pilot.app.theme, kept().theme) == (before, None)
        await press(pilot, "enter", "down", "down", "enter")
        assert (pilot.app.theme, kept().theme) == (seen, seen)


async def test_a_theme_that_is_none_is_named_at_the_start() -> None:
    async with playing(an_app("en", theme="papie")) as pilot:
        assert "Do you mean “papier”?" in frame(pilot)


async def test_ones_own_themes_are_listed_and_a_broken_one_is_named() -> None:
    themes_of_ones_own()
    async with playing() as pilot:
        await to_row(pilot, "theme")
        await press(pilot, "enter")
        assert "Sunny" in frame(pilot)
        assert "broken.toml was skipped" in one_line(frame(pilot).replace("│", ""))
        await press(pilot, "end")
        assert pilot.app.theme == "mine"


async def test_animations_and_signs_change_at_once() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "6")
        assert "━" in frame(pilot)
        await to_row(pilot, "signs")
        await press(pilot, "enter", "down", "enter")
        assert "plain (ASCII)" in frame(pilot)
        assert not {"▸", "·", "━"} & set(frame(pilot))
        await to_row(pilot, "animations")
        await press(pilot, "enter", "down", "enter")
        assert pilot.app.animation_level == "none"
        await press(pilot, "6")
        assert not {"▸", "·", "━"} & set(frame(pilot))
        assert (kept().ascii, kept().animations) == (True, False)
        await to_row(pilot, "signs")
        await press(pilot, "enter", "home", "enter")
        assert kept().ascii is None
        await press(pilot, "6")
        assert "━" in frame(pilot)


async def test_the_rhythm_is_chosen_with_arrows_and_enter_alone_and_can_be_undone() -> None:
    async with playing() as pilot:
        await to_row(pilot, "work_days")
        await press(pilot, "enter", "enter", "down", "space", "end", "enter")
        assert "Mon Tue" in frame(pilot)
        await to_row(pilot, "review_day")
        await press(pilot, "enter", *["down"] * 5, "enter")
        assert "Friday" in frame(pilot)
        assert (profile().work_days, profile().review_day) == ((1, 2), 5)
        await press(pilot, "1", "u")
        assert profile().review_day is None
        await to_row(pilot, "work_days")
        await press(pilot, "enter", "enter", "escape")
        assert profile().work_days == (1, 2)


async def test_a_day_is_marked_with_the_mouse() -> None:
    async with playing() as pilot:
        await to_row(pilot, "work_days")
        await press(pilot, "enter")
        await pilot.click(Rows, offset=(5, 2))
        await settled(pilot)
        assert "[x] Wednesday" in frame(pilot)


async def test_name_job_and_team_are_saved_changed_and_emptied() -> None:
    async with playing() as pilot:
        for row, words in (("name", "Sam"), ("job", "technician"), ("team", "North")):
            await to_row(pilot, row)
            await press(pilot, "enter")
            await typed(pilot, words)
            await press(pilot, "enter")
        assert (profile().name, profile().job, profile().team) == ("Sam", "technician", "North")
        await press(pilot, "enter")
        pilot.app.screen.query_one(WritingBox).text = ""
        await press(pilot, "enter")
        assert profile().team is None
        assert "not filled in" in frame(pilot)


async def test_escape_throws_no_word_away_unasked() -> None:
    async with playing() as pilot:
        await to_row(pilot, "name")
        await press(pilot, "enter")
        await typed(pilot, "Sam")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LineDialog)
        await press(pilot, "escape", "enter")
    assert profile().name == "Sam"


async def test_nothing_of_the_portfolio_changes_while_someone_looks_on() -> None:
    with_demo("en")
    async with playing() as pilot:
        await to_row(pilot, "name")
        await press(pilot, "v", "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert "Not while someone is watching." in frame(pilot)


async def test_a_key_of_ones_own_is_shown_everywhere_and_works_at_once() -> None:
    async with playing(size=(80, 40)) as pilot:
        await to_row(pilot, "key:new")
        await press(pilot, "enter", "h")
        assert "was n" in frame(pilot)
        assert dict(kept().keys) == {"new": "h"}
        await press(pilot, "1")
        assert "h note" in frame(pilot)
        await press(pilot, "question_mark")
        assert "h " in frame(pilot).partition("Write a note")[0].split("\n")[-1]
        await press(pilot, "escape", "n")
        assert pilot.app.screen.query("#today")
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, CheckScreen)


async def test_a_key_that_is_not_to_be_had_says_why_and_escape_leaves_it() -> None:
    async with playing() as pilot:
        await to_row(pilot, "key:share")
        await press(pilot, "enter", "down")
        assert "the arrows and the number keys are" in frame(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SettingsScreen)
        await to_row(pilot, "key:save")
        await press(pilot, "enter", "w")
        assert "You need this key while you write" in frame(pilot)
    assert not kept().keys


async def test_a_taken_key_is_named_and_swapped_only_after_a_question() -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing(size=(120, 30)) as pilot:
        await to_row(pilot, "key:share")
        await press(pilot, "enter", "u")
        assert "u is already used for “undo”." in one_line(frame(pilot).replace("│", ""))
        await press(pilot, "enter")
        assert not kept().keys
        await press(pilot, "enter", "u", "down", "enter")
        assert dict(kept().keys) == {"share": "u", "undo": "s"}
        await press(pilot, "2")
        assert frame(pilot).index("u share") < frame(pilot).index("s undo")
        await to_row(pilot, "key:save")
        await press(pilot, "enter", "f9")
        await press(pilot, "f9", "escape")
        assert dict(kept().keys) == {"share": "u", "undo": "s"}


async def test_one_key_and_all_keys_go_back_to_what_they_were() -> None:
    own = {"new": "w", "share": "ctrl+g"}
    settings.write(places().config_file, keys=own)
    async with playing(an_app(own_keys=own)) as pilot:
        await to_row(pilot, "key:new")
        await press(pilot, "enter", "backspace")
        assert dict(kept().keys) == {"share": "ctrl+g"}
        await to_row(pilot, "keys")
        await press(pilot, "enter", "down", "enter")
        assert "ctrl+g" not in frame(pilot)
        await press(pilot, "1")
        assert "n note" in frame(pilot)
    assert not kept().keys


async def test_what_moved_for_keys_of_ones_own_is_said_once() -> None:
    own = {"new": "w", "undo": "j"}
    settings.write(places().config_file, keys=own)
    for said in (True, False):
        app = an_app(own_keys=own)
        app.services.preferences.start = app.services.preferences.start._replace(settings=kept())
        async with playing(app) as pilot:
            assert ("Your own keys work as before." in frame(pilot)) is said
            assert ("go deeper is" in one_line(frame(pilot))) is said
    assert dict(kept().keys) == own


async def test_a_preset_changes_what_moves_at_once_and_is_kept() -> None:
    with_demo("en")
    async with playing() as pilot:
        await to_row(pilot, "keys_preset")
        await press(pilot, "enter", "end", "enter")
        assert kept().keys_preset == "vim"
        assert "The arrows move, and so do these letters: k j h l g G." in frame(pilot)
        await press(pilot, "3", "l")
        assert "▸4 Feedback" in frame(pilot)
        await press(pilot, "h")
        assert "▸3 Goals" in frame(pilot)
        await to_row(pilot, "keys_preset")
        await press(pilot, "enter", "home", "down", "enter", "3", "home")
        before = frame(pilot)
        await press(pilot, "j")
        assert frame(pilot) == before
        await press(pilot, "down")
        assert frame(pilot) != before
    assert kept().keys_preset == "arrows"


async def test_a_key_that_moves_can_be_another_and_its_arrow_stays() -> None:
    with_demo("en")
    async with playing() as pilot:
        await to_row(pilot, "key:move_down")
        await press(pilot, "enter", "h")
        assert dict(kept().keys) == {"move_down": "h"}
        await press(pilot, "3", "home")
        start = frame(pilot)
        await press(pilot, "j")
        assert frame(pilot) == start
        await press(pilot, "h")
        assert frame(pilot) != start
        await press(pilot, "up", "down", "up")
        assert frame(pilot) == start


async def test_what_hides_the_screen_brings_it_back_with_a_key_of_ones_own() -> None:
    written({"kind": "reflection", "answers": {"text": "Secret"}})
    async with playing(an_app(own_keys={"hide": "f8"})) as pilot:
        await press(pilot, "f8")
        assert "f8 to go on" in frame(pilot)
        await press(pilot, "f8")
        assert "Secret" in frame(pilot)


async def test_the_example_keeps_no_settings() -> None:
    async with playing(an_app(demo=True)) as pilot:
        await to_row(pilot, "theme")
        await press(pilot, "enter", "down", "enter")
        await to_row(pilot, "key:new")
        await press(pilot, "enter", "h", "1")
        assert "h note" in frame(pilot)
    assert not is_there(places().config_file)


async def test_settings_that_cannot_be_written_are_said_and_still_put_on() -> None:
    os.makedirs(places().config_file)
    async with playing() as pilot:
        await to_row(pilot, "language")
        await press(pilot, "enter", "up", "enter")
        assert "De instellingen" in frame(pilot)
        assert "Waar is mijn bestand?" in frame(pilot)


async def test_the_settings_open_also_when_the_file_cannot_be_read() -> None:
    a_broken_file()
    async with playing() as pilot:
        await press(pilot, "f2")
        assert places().data_file in without_spaces(frame(pilot))


async def test_slash_finds_a_setting_or_a_key_and_goes_to_its_row() -> None:
    async with playing() as pilot:
        await press(pilot, "f2", "slash")
        await typed(pilot, "something you wrote delete")
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#settings", Rows).key == "key:delete"
        assert "Keys · On something you wrote" in frame(pilot)


async def test_the_palette_finds_a_value_and_takes_it_and_a_key_and_goes_there() -> None:
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        await typed(pilot, "vim")
        await press(pilot, "enter")
        await settled(pilot)
        assert kept().keys_preset == "vim"
        await press(pilot, "3", "ctrl+p")
        await typed(pilot, "key edit")
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.screen.query_one("#settings", Rows).key == "key:edit"
        await press(pilot, "escape")
        assert pilot.app.current_mode == "goals"
