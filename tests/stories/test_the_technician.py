"""The technician in his van: a lesson is saved within seconds, without a command, and is still there tomorrow."""

from __future__ import annotations

import os
from time import monotonic
from typing import Final

import pytest

from portfolio.wording import Language, Words
from portfolio.wording.prompts import prompt_question
from tests.stories.telling import APP, environment, left, opened_app, saved, stored
from tests.terminal import Terminal

pytestmark = pytest.mark.slow
"""Whole ways through the app: each takes seconds."""

LESSON: Final = "Check the filter before the motor"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_lesson_is_saved_with_one_key_and_enter(language: Language) -> None:
    begun = monotonic()
    with opened_app("2025-12-15", language) as terminal:
        ready = monotonic() - begun
        terminal.press(f"n{LESSON}\r")  # at once: nobody waits for a screen that he knows
        saved(terminal, language)
        done = monotonic() - begun
        terminal.wait_for(LESSON)
        left(terminal)
    print(f"{language}: 2 keys and the words; the screen after {ready:.1f} s, saved after {done:.1f} s")
    assert [record["answers"] for record in stored("reflections")] == [{"text": LESSON}]


@pytest.mark.slow
def test_the_evening_question_is_answered_with_enter_alone() -> None:
    """Who knows no key at all presses enter, sees a question, types, and presses enter until it is saved."""
    question = prompt_question("three_minutes", "progress", Words("en"))
    with opened_app() as terminal:
        terminal.press("enter")
        terminal.wait_for(question)
        terminal.press(LESSON)
        terminal.wait_for(LESSON)
        for count in ("question 2 of 3", "question 3 of 3"):
            terminal.press("enter")
            terminal.wait_for(count)
        terminal.press("enter")
        saved(terminal, "en")
        terminal.wait_for("Three more short questions")
        terminal.press("escape")
        terminal.wait_till_gone("Three more short questions")
        terminal.wait_for(LESSON)
        left(terminal)
    assert [record["answers"] for record in stored("reflections")] == [{"progress": LESSON}]


def test_every_letter_of_a_fast_hand_comes_where_it_belongs() -> None:
    """All of them come before the first of them has opened its screen, as over a line that stood still for a while."""
    with opened_app() as terminal:
        terminal.press("3nQuick, quiet and surre\x7f\x7fe\x13")
        saved(terminal, "en")
        terminal.press("a\rAsk for the drawing\x13")
        terminal.wait_until(lambda: len(stored("steps")) == 1)
        left(terminal)
    assert [goal["title"] for goal in stored("goals")] == ["Quick, quiet and sure"]
    assert [step["text"] for step in stored("steps")] == ["Ask for the drawing"]


def test_a_choice_takes_every_letter_that_was_typed_to_open_it() -> None:
    with opened_app() as terminal:
        terminal.press("4n")
        terminal.wait_for("Feedback that I received")
        terminal.press("enter")
        terminal.wait_for("▸ What was said")
        terminal.press("tab")
        terminal.wait_for("▸ From whom")
        terminal.press("Omar de Wit")
        terminal.wait_for("│ Omar de Wit")
        terminal.press("enter")
        terminal.wait_for("Omar de Wit (new)")
        terminal.wait_till_gone("╰")


@pytest.mark.slow
def test_it_opens_where_nothing_was_chosen_yet_and_says_where_it_saves(home: os.PathLike[str]) -> None:
    surroundings = environment()
    del surroundings["LEERREIS_FILE"]
    with Terminal(APP, surroundings) as terminal:
        terminal.wait_for("Where should your portfolio be?")
        terminal.wait_for("leerreis.json")
        terminal.press("enter")
        terminal.wait_for("▸1 Today")
        left(terminal)
