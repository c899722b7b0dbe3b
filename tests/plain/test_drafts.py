"""Drafts are the same in both faces: what is begun in one is on offer in the other, and nobody's words are replaced."""

from __future__ import annotations

import os

import pytest

from portfolio.capture.entry import Entry
from portfolio.notebook import drafts
from portfolio.notebook.draft_files import DraftFiles
from portfolio.notebook.entries import of_record
from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from tests.plain.transcript import kept_texts, places, play
from tests.tui.playing import TODAY, frame, opened, playing, press, settled, typed, written


async def test_a_draft_begun_in_lines_is_on_offer_in_the_app() -> None:
    play("1", "Found the fault", "<", "by myself", "<", "<", "0")
    async with playing() as pilot:
        assert "Found the fault by myself" in frame(pilot)
        await press(pilot, "home", "enter")
        assert "by myself" in frame(pilot)


async def test_a_draft_begun_in_the_app_goes_on_in_lines() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Half a note")
        await press(pilot, "escape")
        await settled(pilot)
    played = play("d", "1", "and the other half", "", "0")
    assert "Unfinished: Note" in played.out
    assert kept_texts() == []
    (note,) = opened().read.records.of(Reflection)
    assert note.answers == {"text": "Half a note\nand the other half"}


def test_the_check_of_today_goes_on_where_it_was_left() -> None:
    play("1", "One", "Two")
    played = play("1", "", "", "", "", "", "", "0")
    assert "This is your draft" in played.out
    assert "Question 3 of 3" in played.out.partition("This is your draft")[2][:600]
    (check,) = opened().read.records.of(Reflection)
    assert check.answers == {"progress": "One", "learned": "Two"}


def test_a_change_begun_in_the_app_is_listed_before_it_is_saved() -> None:
    (identity,) = written({"kind": "goal", "title": "Weld"})
    nb = opened()
    entry = of_record(nb.read.record(identity), nb.read.seen(identity)).with_text("title", "Weld a seam")
    drafts.keep(places(), entry)
    played = play("3", "1", "1", "1", "0", "0", "0")
    assert "  Title: Weld a seam" in played.out
    assert [goal.title for goal in opened().read.records.of(Goal)] == ["Weld a seam"]
    assert kept_texts() == []


def test_a_draft_of_another_window_is_left_alone() -> None:
    entry = Entry("note-other", "reflection", TODAY, {"answers.text": "Theirs"}, "note")
    drafts.keep(places(), entry)
    loaded = drafts.load_all(places())[0].entry
    drafts.keep(places(), entry.with_text("answers.text", "Theirs, longer"))
    files = DraftFiles()
    files.open(loaded)
    assert files.write(places(), loaded.with_text("answers.text", "Mine")) == "note-other~2"
    assert sorted(kept_texts()) == ["Mine", "Theirs, longer"]


def test_a_draft_that_is_thrown_away_is_gone_after_a_second_question() -> None:
    play("8", "Not this", "", ending=None)
    play("8", "Nor this")
    assert kept_texts() == ["Nor this"]
    play("d", "2", "0", "0")
    assert kept_texts() == ["Nor this"]
    play("d", "2", "1", "0")
    assert kept_texts() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_without_room_for_drafts_that_is_said_once() -> None:
    os.makedirs(places().state_folder, exist_ok=True)
    os.chmod(places().state_folder, 0o500)
    played = play("8", "One", "Two", "", "0")
    os.chmod(places().state_folder, 0o700)
    assert played.out.count("cannot be kept on this disk as a draft") == 1


def test_without_a_folder_for_drafts_that_is_said_once() -> None:
    folder = places().drafts_folder
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    with open(folder, "w") as file:
        file.write("in the way")
    played = play("8", "One", "Two", "", "0")
    assert played.out.count("cannot be kept on this disk as a draft") == 1
    (note,) = opened().read.records.of(Reflection)
    assert note.answers == {"text": "One\nTwo"}
