"""Typing that goes on after a save is text, offered back, and never a command."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events

from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.store.local.drafts import load_all
from portfolio.tui.dialogs.typed_on import TypedOnScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.fast_keys import fast
from tests.tui.playing import opened, places, written
from tests.tui.rhythm import REST, Hand


@asynccontextmanager
async def hand() -> AsyncIterator[Hand]:
    async with fast() as keys:
        yield Hand(keys)


def notes() -> list[str]:
    return [r.answers["text"] for r in opened().read.records.of(Reflection) if "text" in r.answers]


def shareable() -> list[bool]:
    return [r.shareable for r in opened().read.records.of(Reflection)]


def drafted() -> list[object]:
    return [draft["texts"] for draft in load_all(places().drafts_folder).values()]


async def a_saved_note(at: Hand, text: str = "Kort") -> None:
    await at.press("n", *text, "enter")


@pytest.mark.parametrize("word", ["slecht", "daarna", "uitleg", "q q", "2 dagen", "vv", " dd", "/x?"])
async def test_a_word_typed_on_does_nothing_but_wait_for_an_answer(word: str) -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press(*word)
        assert (notes(), shareable()) == (["Kort"], [False])
        assert f"Keep typing: “{word.strip()}”" in at.keys.text
        await at.rest()
        assert f"You also typed: “{word.strip()}”. Add it?" in at.keys.text
        await at.press("enter", after=REST)
        assert (notes(), shareable()) == ([f"Kort {word.strip()}"], [False])
        await at.press("u", after=REST)
        assert notes() == ["Kort"]


async def test_the_words_become_a_note_or_go_or_wait_as_a_draft() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press(*"eerste")
        await at.rest()
        await at.press("down", "enter", after=REST)
        assert sorted(notes()) == ["Kort", "eerste"]
        await at.rest()
        await a_saved_note(at, "Lang")
        await at.press(*"tweede")
        await at.rest()
        await at.press("down", "down", "enter", after=REST)
        assert (len(notes()), drafted()) == (3, [])
        await at.rest()
        await a_saved_note(at, "Derde")
        await at.press(*"later")
        await at.rest()
        await at.press("escape", after=REST)
        await at.keys.on_disk()
        assert drafted() == [{"answers.text": "later"}]


async def test_what_is_typed_under_the_question_goes_with_the_words() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press(*"nog")
        await at.rest()
        await at.press(*" iets")
        assert "“nog iets”" in at.keys.text
        await at.press("enter")
        await at.press(*"en meer")  # and on it goes
        await at.rest()
        assert "“en meer”" in at.keys.text
        await at.press("enter", after=REST)
        assert notes() == ["Kort nog iets en meer"]


async def test_after_the_evening_check_letters_land_in_no_answer() -> None:
    async with hand() as at:
        await at.press("enter", *"gedaan", "ctrl+s")
        await at.press(*"ei en meer")
        await at.rest()
        assert isinstance(at.app.screen, TypedOnScreen)
        await at.press("enter", after=REST)
    (check,) = opened().read.records.of(Reflection)
    assert dict(check.answers) == {"progress": "gedaan ei en meer"}


async def test_after_a_form_and_after_a_quick_note_on_a_form() -> None:
    async with hand() as at:
        await at.press("3", "n", *"Doel")
        await at.press("ctrl+n", *"Snel", "enter", *"dag")
        await at.rest()
        assert isinstance(at.app.screen, TypedOnScreen)
        await at.press("enter", after=REST)
        assert isinstance(at.app.screen, FormScreen)
        assert notes() == ["Snel dag"]
        await at.rest()
        await at.press("ctrl+s", *"dus")
        await at.rest()
        await at.press("enter", after=REST)
    assert [goal.title for goal in opened().read.records.of(Goal)] == ["Doel dus"]


async def test_after_a_dialog_with_one_line_the_words_are_offered_as_a_note() -> None:
    written({"kind": "goal", "title": "Doel"})
    async with hand() as at:
        await at.press("f2", after=REST)
        for _row in range(40):
            if "Name" in at.keys.text.rpartition("▸")[2][:20]:
                break
            await at.press("down", after=REST)
        await at.press("enter", *"Kim", "enter", *"qq")
        assert at.app.is_running
        await at.rest()
        assert "“qq”" in at.keys.text


async def test_lines_pasted_without_brackets_are_one_text() -> None:
    async with hand() as at:
        await at.press("n")
        await at.burst(*"een", "enter", *"dus d", "enter", "enter", *"quit", "enter", after=0.001)
        await at.rest()
        assert "“dus d quit”" in at.keys.text
        await at.press("enter", after=REST)
    assert notes() == ["een\ndus d\n\nquit"]


async def test_a_paste_stands_in_line_with_the_keys() -> None:
    async with hand() as at:
        at.post("n")
        paste = events.Paste("geplakt\nslecht")
        at.app.post_message(paste)
        await at.keys.settle()
        await at.press("enter")
        at.app.post_message(events.Paste("daarna d"))
        await at.keys.settle()
        await at.rest()
        assert "“daarna d”" in at.keys.text
    assert notes() == ["geplakt\nslecht"]


async def test_a_single_command_works_at_once_after_a_pause_and_late_after_a_breath() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press("s", after=REST)
        assert shareable() == [True]
        await a_saved_note(at, "Nog")
        await at.press("s", after=0.7)
        assert sorted(shareable()) == [False, True]
        await at.rest()
        assert shareable() == [True, True]


async def test_a_key_that_came_too_soon_is_asked_about_and_can_be_meant() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press("s", after=0.2)
        await at.rest()
        assert "I meant the key: share" in at.keys.text
        await at.press("end", "enter", after=REST)
        assert shareable() == [True]
        assert drafted() == []


async def test_a_key_that_is_no_text_brings_the_question_at_once() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press(*"nog")
        await at.press("down")
        assert isinstance(at.app.screen, TypedOnScreen)


async def test_words_that_were_held_are_a_draft_when_the_app_closes() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.burst(*"nog dit", after=0.01)
        await at.app.action_quit()
    assert drafted() == [{"answers.text": "nog dit"}]


async def test_hidden_words_are_not_asked_about_before_one_is_back() -> None:
    async with hand() as at:
        await a_saved_note(at)
        await at.press(*"geheim")
        await at.press("f9")
        await at.rest()
        assert "geheim" not in at.keys.text
        await at.press("f9", after=REST)
        await at.rest()
        assert "“geheim”" in at.keys.text


@pytest.mark.parametrize("leaves", ["escape", "f2"])
async def test_a_word_typed_on_after_leaving_a_text_is_offered_as_a_note_of_its_own(leaves: str) -> None:
    written({"kind": "reflection", "answers": {"text": "Eerst"}})
    async with hand() as at:
        await a_saved_note(at)
        await at.rest()
        await at.press("2", "home", after=REST)
        if leaves == "escape":
            await at.press("ctrl+n", *"half", "escape")
        else:
            await at.press("1", "home", after=REST)
            await at.press("enter", *"half", "enter", "ctrl+o")
        await at.press(*"slecht")
        assert set(shareable()) == {False}
        await at.rest()
        assert "You also typed: “slecht”. Add it?" in at.keys.text
        assert "Add it to what you just saved" not in at.keys.text
        await at.press("enter", after=REST)
        await at.keys.on_disk()
    assert sorted(notes()) == ["Eerst", "Kort", "slecht"]
    assert len(drafted()) == 1


async def test_one_command_after_leaving_a_text_works() -> None:
    async with hand() as at:
        await at.press("n", *"half", "escape", "2", "down")
        assert at.app.current_mode == "reflections"
        await at.press("1", "n", *"half", "escape", "3")
        await at.rest()
        assert at.app.current_mode == "goals"


async def test_after_an_answer_to_the_question_of_escape_keys_are_commands() -> None:
    async with hand() as at:
        await at.press("3", "n", *"Doel", "escape", "end", "enter", "2", "1")
        assert at.app.current_mode == "today"
