"""Whole flows: keys as input; the screen and the file are checked."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste

from portfolio import settings
from portfolio.notebook import drafts
from portfolio.records.reflections import Reflection
from portfolio.tui.app import LeerreisApp
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.shell.hidden import HiddenScreen
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import TODAY, an_app, frame, opened, places, playing, press, settled, typed, with_demo, written


def reflections() -> tuple[Reflection, ...]:
    return opened().read.records.of(Reflection)


async def test_an_evening_check_is_saved_within_a_few_keys_and_is_private() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        await typed(pilot, "Found the fault myself.")
        await press(pilot, "enter", "enter")
        await typed(pilot, "If it hums, then I measure first.")
        await press(pilot, "enter")
        assert "Done, saved." in frame(pilot)
        (record,) = reflections()
        await press(pilot, "escape")
        assert "done today · Found the fault myself." in frame(pilot)
    assert reflections() == (record,)
    assert record.template == "three_minutes"
    assert dict(record.answers) == {"progress": "Found the fault myself.", "next": "If it hums, then I measure first."}
    assert (record.energy, record.date, record.shareable) == (None, TODAY, False)


async def test_three_more_questions_add_to_the_check_and_the_last_becomes_a_note() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Found the fault myself.")
        await press(pilot, "enter", "enter", "enter", "enter")
        assert "question 1 of 3" in frame(pilot)
        await typed(pilot, "Ruud said it was quick.")
        await press(pilot, "enter", "4")
        await typed(pilot, "That it was easy.")
        await press(pilot, "enter")
        assert "Done, saved." not in frame(pilot)
    check, note = sorted(reflections(), key=lambda r: r.template, reverse=True)
    assert (dict(check.answers), check.energy) == (
        {"progress": "Found the fault myself.", "feedback": "Ruud said it was quick."},
        4,
    )
    assert (note.template, note.answers["text"]) == ("note", "That it was easy.")
    assert note.title and note.title.endswith("?")


async def test_three_more_questions_without_an_answer_change_nothing(home: Path) -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Found the fault myself.")
        await press(pilot, "enter", "enter", "enter")
        (before,) = reflections()
        await press(pilot, "enter", "enter", "enter", "enter")
        assert "Nothing was changed." in frame(pilot)
    assert reflections() == (before,)
    assert drafts.load_all(places()) == ()


async def test_an_answer_to_an_extra_question_stays_a_draft_until_it_is_saved() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Found the fault myself.")
        await press(pilot, "enter", "enter", "enter", "enter")
        await typed(pilot, "Ruud said it was quick.")
        await press(pilot, "escape")
        assert "Kept as a draft" in frame(pilot)
        await press(pilot, "enter")
        assert "question 1 of 3" in frame(pilot)
        await press(pilot, "ctrl+s")
    (record,) = reflections()
    assert dict(record.answers) == {"progress": "Found the fault myself.", "feedback": "Ruud said it was quick."}


async def test_a_check_that_is_saved_early_offers_no_more() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Found the fault myself.")
        await press(pilot, "ctrl+s")
        assert "Saved." in frame(pilot)
        assert "Three more" not in frame(pilot)


async def test_an_untouched_check_is_never_stored(home: Path) -> None:
    async with playing() as pilot:
        await press(pilot, "enter", "enter", "enter", "enter")
        assert pilot.app.screen.query("#today")
    assert not [name for _folder, _folders, names in os.walk(home) for name in names if name.endswith(".json")]


async def test_escape_goes_back_a_question_and_keeps_every_word() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "First answer")
        await press(pilot, "enter")
        await typed(pilot, "Second answer")
        await press(pilot, "escape")
        assert pilot.app.screen.query_one("#answer", WritingBox).text == "First answer"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#answer", WritingBox).text == "Second answer"


async def test_a_check_that_is_left_is_offered_on_today_and_can_be_finished() -> None:
    async with playing() as pilot:
        await press(pilot, "enter")
        await typed(pilot, "Half a thought")
        await press(pilot, "escape")
        assert "go on · Half a thought" in frame(pilot)
        await press(pilot, "home", "enter")
        assert pilot.app.screen.query_one("#answer", WritingBox).text == "Half a thought"
        await press(pilot, "enter", "enter", "enter", "enter", "enter", "enter")
        assert "go on ·" not in frame(pilot)
    assert [dict(r.answers) for r in reflections()] == [{"progress": "Half a thought"}]


async def test_an_unfinished_text_is_thrown_away_only_after_a_question() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Never mind")
        await press(pilot, "escape", "home", "d", "enter")
        assert "Never mind" in frame(pilot)
        await press(pilot, "d", "down", "enter")
        assert "Never mind" not in frame(pilot)


async def test_a_pasted_text_of_many_lines_is_kept_whole() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        box = pilot.app.screen.query_one("#answer", WritingBox)
        box.post_message(Paste("first\r\nsecond\rthird\n\nlast"))
        await settled(pilot)
        await press(pilot, "enter")
    (record,) = reflections()
    assert record.answers["text"] == "first\nsecond\nthird\n\nlast"


async def test_one_key_makes_a_record_shareable_and_undo_names_what_it_took_back() -> None:
    written({"kind": "reflection", "answers": {"text": "A thing I learned"}})
    async with playing() as pilot:
        await press(pilot, "2")
        assert "●" not in frame(pilot)
        await press(pilot, "s")
        assert "Shareable." in frame(pilot) and "●" in frame(pilot)
        assert reflections()[0].shareable
        await press(pilot, "u")
        assert "Undone" in frame(pilot)
    assert not reflections()[0].shareable


async def test_a_deleted_reflection_comes_back_with_undo() -> None:
    written({"kind": "reflection", "answers": {"text": "Keep me"}})
    async with playing() as pilot:
        await press(pilot, "2", "d")
        assert "Keep me" not in frame(pilot).replace("“Keep me” deleted", "")
        assert not reflections()
        await press(pilot, "u")
        assert "Keep me" in frame(pilot)
    assert len(reflections()) == 1


async def test_an_edit_changes_only_what_was_changed() -> None:
    stored = "Two\tcolumns\u200f"
    answers = {"progress": stored, "learned": "Old"}
    written({"kind": "reflection", "template": "three_minutes", "answers": answers})
    async with playing() as pilot:
        await press(pilot, "2", "e")
        assert isinstance(pilot.app.screen, FormScreen)
        pilot.app.screen.query_one("#box-1", WritingBox).text = "New"
        await pilot.pause()
        await press(pilot, "ctrl+s")
        assert "Saved." in frame(pilot)
    assert dict(reflections()[0].answers) == {"progress": stored, "learned": "New"}


async def test_leaving_an_edit_asks_and_the_first_answer_saves() -> None:
    written({"kind": "reflection", "answers": {"text": "Old"}})
    async with playing() as pilot:
        await press(pilot, "2", "e")
        pilot.app.screen.query_one("#box-0", WritingBox).text = "New"
        await pilot.pause()
        await press(pilot, "escape", "enter")
    assert reflections()[0].answers["text"] == "New"


async def test_search_finds_while_typing_and_escape_leads_back() -> None:
    with_demo()
    async with playing(language="nl") as pilot:
        await press(pilot, "2", "slash")
        await typed(pilot, "meetset")
        await settled(pilot)
        assert "Na het gesprek" in frame(pilot)
        assert "Drie filters" not in frame(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert "November 2025" in frame(pilot)


async def test_a_change_from_another_window_appears_by_itself() -> None:
    written({"kind": "reflection", "answers": {"text": "Mine"}})
    async with playing() as pilot:
        written({"kind": "reflection", "answers": {"text": "From elsewhere"}})
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        await app.file_watch.look()  # what the timer does every two seconds
        await settled(pilot)
        assert "From elsewhere" in frame(pilot)


async def test_over_the_shoulder_shows_only_what_may_be_shared() -> None:
    written(
        {"kind": "reflection", "answers": {"text": "For everyone"}, "shareable": True},
        {"kind": "reflection", "answers": {"text": "For nobody"}},
    )
    async with playing() as pilot:
        await press(pilot, "2")
        assert "For nobody" in frame(pilot)
        await press(pilot, "v")
        seen = frame(pilot)
        assert "For everyone" in seen
        assert "For nobody" not in seen
        assert "Only what is shareable is on the screen." in seen
        await press(pilot, "s", "d")
        await press(pilot, "6")
        assert "Rhythm" not in frame(pilot)
        await press(pilot, "v", "v", "2")
        assert "For nobody" in frame(pilot)
    assert sorted(r.shareable for r in reflections()) == [False, True]


async def test_f9_hides_everything_at_once_and_brings_it_back() -> None:
    written({"kind": "reflection", "answers": {"text": "Secret"}})
    async with playing() as pilot:
        await press(pilot, "f9")
        assert "Secret" not in frame(pilot)
        await press(pilot, "f9")
        assert "Secret" in frame(pilot)


@pytest.mark.parametrize("keys", [("question_mark",), ("7", "x", "x"), ("ctrl+p",), ("n", "x", "escape", "home", "d")])
async def test_f9_hides_everything_from_a_question_over_a_place_too(keys: tuple[str, ...]) -> None:
    written({"kind": "reflection", "answers": {"text": "Secret"}, "shareable": True})
    async with playing() as pilot:
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, Dialog)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, HiddenScreen)
        assert "Secret" not in frame(pilot)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Dialog)


async def test_a_picture_is_drawn_anew_for_another_day() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "6")
        before = frame(pilot)
        app = pilot.app
        assert isinstance(app, LeerreisApp)
        app.services.session.state = app.services.session.state._replace(today=TODAY + timedelta(days=150))
        await settled(pilot)
        assert frame(pilot) != before


async def test_the_language_changes_at_once_and_stays() -> None:
    async with playing() as pilot:
        assert "enter open" in frame(pilot)
        await press(pilot, "ctrl+p")
        await typed(pilot, "nederlands")
        await press(pilot, "enter")
        seen = frame(pilot)
        assert "▸1 Vandaag" in seen
        assert "noteer" in seen
        assert "Today" not in seen
    assert settings.read(places().config_file).language == "nl"


async def test_a_theme_is_chosen_by_name_and_stays() -> None:
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        await typed(pilot, "paper")
        await press(pilot, "enter")
        assert pilot.app.theme == "papier"
    assert settings.read(places().config_file).theme == "papier"


async def test_an_export_is_exactly_what_was_shown_and_never_replaces_unasked(tmp_path: Path) -> None:
    with_demo()
    target = tmp_path / "out.md"
    target.write_text("mine", "utf-8")
    async with playing(language="nl", size=(80, 40)) as pilot:
        await press(pilot, "7", "x", "f", "4", "escape", "x", "down", "enter", "enter")
        box = pilot.app.screen.query_one(WritingBox)
        box.text = str(target)
        await press(pilot, "enter", "enter")
        assert target.read_text("utf-8") == "mine"
        await press(pilot, "enter", "down", "enter")
        assert f"~/{target.name}" in frame(pilot)
    text = target.read_text("utf-8")
    assert text.startswith("# Samir Bouali")
    assert "ander bedrijf" not in text


async def test_a_click_does_what_enter_does() -> None:
    async with playing() as pilot:
        await pilot.click(Rows, offset=(30, 2))
        await settled(pilot)
        assert isinstance(pilot.app.screen, CheckScreen)


async def test_a_key_of_ones_own_works_and_is_shown() -> None:
    async with playing(an_app(own_keys={"new": "w"})) as pilot:
        assert "w note" in frame(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, CheckScreen)


async def test_a_broken_theme_is_named_and_the_app_opens_in_its_own(home: Path) -> None:
    folder = places().themes_folder
    os.makedirs(folder)
    with open(os.path.join(folder, "mine.toml"), "w", encoding="utf-8") as theme:  # noqa: ASYNC230 - a few bytes
        theme.write("not a theme [")
    async with playing(an_app(theme="mine")) as pilot:
        assert pilot.app.theme == "avond"
        assert "was skipped" in frame(pilot).replace("\n   ", " ")
