"""An answer of one line is a draft from its first letter until what it is for is stored, or its question is left."""

from __future__ import annotations

from typing import Any

import pytest

from portfolio.errors import PortfolioError
from portfolio.notebook import drafts
from portfolio.notebook.changes import ChangeWriter
from portfolio.records.feedback import Request
from portfolio.records.goals import Goal
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.writing.form import FormScreen
from portfolio.tui.writing.form_field import FocusLine
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import opened, places, written

GOAL = {"kind": "goal", "title": "Cable", "state": "active"}
SKILL = {"kind": "skill", "title": "Listening"}
PAUSE = ("3", "c", "down", "enter")
"""The keys to the reason why a goal is paused."""
ASK = ("4", "n", "down", "enter")
"""The keys to whom one asks for feedback."""


def kept() -> list[str]:
    """The names of the drafts that are on offer, with their words."""
    found = [each.entry for each in drafts.load_all(places())]
    return [f"{each.text('title') or each.kind}: {' '.join(each.changed.values())}" for each in found]


async def gone(hands: Keys) -> None:
    """End the app as kill -9 does, when what stands in line is on disk."""
    await hands.on_disk()
    hands.kill()


async def test_a_reason_that_was_being_typed_is_a_note_on_today_after_a_crash() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Busy season")
        await gone(hands)
    assert kept() == ["Paused: why?: Busy season"]
    async with fast() as hands:
        assert "Paused: why? · Busy season" in hands.text
        await hands.press("home", "enter")
        assert "Busy season" in hands.text
        await hands.press("ctrl+s")
    assert kept() == []
    note = opened().read.records.of_kind("reflection")[0]
    assert "Busy season" in repr(vars(note))


async def test_a_letter_that_is_in_the_box_alone_is_kept_when_the_system_closes_the_app() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        focused: Any = hands.app.focused
        focused.insert("Busy")
        assert hands.app.services.shutdown.flush_drafts()
        hands.kill()
    assert kept() == ["Paused: why?: Busy"]


async def test_an_answer_that_is_stored_is_a_draft_no_more() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Busy season")
        await hands.press("enter")
        assert "Unfinished" not in hands.text
        await gone(hands)
    assert kept() == []
    assert [goal.state_reason for goal in opened().read.records.of(Goal)] == ["Busy season"]


@pytest.mark.parametrize(("keys", "left"), [(("down", "down"), []), (("down",), ["Busy"])])
async def test_an_answer_that_is_left_knowingly_goes_and_one_that_is_gone_on_with_stays(
    keys: tuple[str, ...], left: list[str]
) -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Busy")
        await hands.press("escape", *keys, "enter")
        await gone(hands)
    assert kept() == [f"Paused: why?: {words}" for words in left]


async def test_an_answer_that_is_taken_back_letter_by_letter_goes() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Bu")
        await hands.press("backspace", "backspace")
        await gone(hands)
    assert kept() == []


async def test_an_answer_that_could_not_be_stored_stays_a_note_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written(GOAL)

    def refuse(*_given: object, **_more: object) -> None:
        raise PortfolioError("The disk is full.")

    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Busy season")
        await hands.on_disk()
        monkeypatch.setattr(ChangeWriter, "save", refuse)
        await hands.press("enter")
        assert "kept as a draft" in " ".join(hands.text.split())
        await hands.press("1", "2", "1")
        assert "Busy season" in hands.text
        await gone(hands)
    assert kept() == ["Paused: why?: Busy season"]


async def test_the_answers_of_a_flow_are_kept_until_its_text_is_a_draft() -> None:
    written(SKILL)
    async with fast() as hands:
        await hands.press(*ASK)
        await hands.type("Noor of the night shift")
        await hands.on_disk()
        assert kept() == ["Who do you want to ask?: Noor of the night shift"]
        await hands.press("enter", "enter")
        await hands.type("the morning of the leak")
        await hands.press("enter")
        await hands.on_disk()
        assert sorted(kept()) == [
            "Where did this person see you?: the morning of the leak",
            "Who do you want to ask?: Noor of the night shift",
        ]
        await hands.press("1")
        assert isinstance(hands.screen, FormScreen)
        await hands.press("end")
        await gone(hands)
    (left,) = kept()
    assert "the morning of the leak" in left
    assert "Noor of the night shift" in left
    assert not opened().read.records.of(Request)


async def test_the_answers_before_a_question_that_is_left_are_drafts() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*ASK)
        await hands.type("Noor")
        await hands.press("enter", "enter", "escape")
        await hands.press("1")
        assert "Who do you want to ask? · Noor" in hands.text
        await hands.press("2", "1")
        await gone(hands)
    assert kept() == ["Who do you want to ask?: Noor"]


async def test_a_new_name_that_is_typed_over_a_form_is_kept() -> None:
    written(SKILL)
    async with fast() as hands:
        await hands.press("4", "n", "enter")
        for _turn in range(9):
            if not isinstance(hands.app.focused, FocusLine):
                await hands.press("tab")
        await hands.press("J")
        assert isinstance(hands.screen, PickDialog)
        await hands.type("ansen")
        await gone(hands)
    assert [each.rpartition(": ")[2] for each in kept()] == ["Jansen"]


async def test_what_is_typed_to_find_something_is_no_answer_to_keep() -> None:
    written(SKILL)
    async with fast() as hands:
        await hands.press("/")
        await hands.type("Listening")
        await gone(hands)
    assert kept() == []


async def test_an_app_that_is_being_taken_down_lets_nothing_go() -> None:
    written(GOAL)
    async with fast() as hands:
        await hands.press(*PAUSE)
        await hands.type("Busy season")
    hands.app.services.drafts.answers.given("answer")
    hands.app._words_after.let_answers_go()
    assert kept() == ["Paused: why?: Busy season"]
