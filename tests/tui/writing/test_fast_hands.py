"""Writing fast: a note from anywhere, links while typing, tags renamed, several days one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.records.goals import Goal
from portfolio.records.persons import Person
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Skill
from portfolio.tui.services.state import AppState
from portfolio.tui.today.catch_up import days
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.completion_rows import word_before
from portfolio.tui.writing.form import FormScreen
from portfolio.wording import Words
from tests.builders import a_profile, a_reflection, having
from tests.tui.playing import TODAY, frame, opened, playing, press, typed, written


@pytest.mark.parametrize("place", ["1", "3", "6", "7", "f2"])
async def test_a_note_is_written_from_any_place_and_one_is_there_again(place: str) -> None:
    async with playing() as pilot:
        await press(pilot, place)
        where = pilot.app.screen
        await press(pilot, "ctrl+n")
        await typed(pilot, "Quick")
        await press(pilot, "enter")
        assert pilot.app.screen is where
    assert [r.answers["text"] for r in opened().read.records.of(Reflection)] == ["Quick"]


async def test_a_note_in_the_middle_of_a_form_leaves_the_form_as_it_is() -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "A goal")
        await press(pilot, "ctrl+n")
        await typed(pilot, "Quick")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "ctrl+s")
    assert [g.title for g in opened().read.records.of(Goal)] == ["A goal"]
    assert len(opened().read.records.of(Reflection)) == 1


async def test_signs_link_while_one_types_and_tab_takes_the_first() -> None:
    written(
        {"kind": "goal", "title": "Listen [b]well[/b]"},
        {"kind": "skill", "title": "Fault finding"},
        {"kind": "person", "name": "Noor de Wit"},
        {"kind": "reflection", "answers": {"text": "x"}, "tags": ["waterpump"]},
    )
    async with playing() as pilot:
        await press(pilot, "n", *"With @noo")
        assert "tab: Noor de Wit" in frame(pilot)
        await press(
            pilot, "tab", *"I fixed #wat", "tab", *"it +wel", "tab", *"and +fau", "tab", *"#new", "tab", *"a #1"
        )
        await press(pilot, "enter")
    records = opened().read.records
    (note,) = [r for r in records.of(Reflection) if r.tags and r.answers["text"] != "x"]
    assert note.answers["text"] == "With Noor de Wit I fixed it and a #1"
    assert note.tags == ("waterpump", "new")
    assert note.people == (records.of(Person)[0].id,)
    assert note.goals == (records.of(Goal)[0].id,)
    assert note.skills == (records.of(Skill)[0].id,)


async def test_a_sign_that_means_nothing_says_so_and_tab_writes_no_link() -> None:
    async with playing() as pilot:
        await press(pilot, "n", *"Tried +welding")
        assert "No goal or skill is called that. ctrl+l makes one." in frame(pilot)
        await press(pilot, "tab", "enter")
    (note,) = opened().read.records.of(Reflection)
    assert (note.answers["text"].strip(), note.goals, note.skills) == ("Tried +welding", (), ())


async def test_one_space_stays_where_a_word_makes_way_in_the_middle() -> None:
    written({"kind": "goal", "title": "Listen"})
    async with playing() as pilot:
        await press(pilot, "n", *"Did  well", *["left"] * 5, *"+lis", "tab", "enter")
    (note,) = opened().read.records.of(Reflection)
    assert note.answers["text"] == "Did well"


async def test_a_person_who_is_new_is_made_on_the_way() -> None:
    async with playing() as pilot:
        await press(pilot, "n", *"Asked @Omar", "tab", "enter")
    (person,) = opened().read.records.of(Person)
    (note,) = opened().read.records.of(Reflection)
    assert (person.name, note.people, note.answers["text"]) == ("Omar", (person.id,), "Asked Omar")


@pytest.mark.parametrize(
    ("text", "word"),
    [("a #b", "#b"), ("#b", "#b"), ("a#b", ""), ("#", ""), ("# b", ""), ("a #b ", ""), ("a+b", ""), ("x @y", "@y")],
)
def test_only_a_word_that_begins_with_a_sign_is_completed(text: str, word: str) -> None:
    assert word_before(text) == word


@pytest.mark.slow
async def test_a_tag_is_renamed_everywhere_and_undo_takes_it_back() -> None:
    written(*({"kind": "reflection", "answers": {"text": "x"}, "tags": tags} for tags in (["pomp"], ["pomp", "pump"])))
    async with playing() as pilot:
        await press(pilot, "ctrl+p", *"rename a tag", "enter")
        await press(pilot, "enter")
        screen = pilot.app.focused
        assert screen is not None
        await press(pilot, *["backspace"] * 4, *"pump", "enter")
        assert "pump" in frame(pilot)
        assert sorted(r.tags for r in opened().read.records.of(Reflection)) == [("pump",), ("pump",)]
        await press(pilot, "u")
    assert sorted(r.tags for r in opened().read.records.of(Reflection)) == [("pomp",), ("pomp", "pump")]


async def test_days_are_caught_up_one_after_the_other() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "6", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        await typed(pilot, "Sunday")
        await press(pilot, "ctrl+s")
        assert "Which day?" in frame(pilot)
        assert "Sunday" in frame(pilot)
        await press(pilot, "down", "enter")
        await typed(pilot, "Saturday")
        await press(pilot, "ctrl+s", "end", "enter")
    found = [(r.date, r.answers["progress"]) for r in opened().read.records.of(Reflection)]
    assert found == [(date(2025, 12, 13), "Saturday"), (date(2025, 12, 14), "Sunday")]


def test_days_off_are_left_out_unless_something_was_written() -> None:
    sunday = a_reflection("2025-12-14")
    look = AppState(Words("en"), TODAY, having(a_profile(work_days=(1, 2, 3, 4, 5)), sunday))
    found = days(look)
    assert found[:2] == [date(2025, 12, 14), date(2025, 12, 12)]
    assert date(2025, 12, 13) not in found
