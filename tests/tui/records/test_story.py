"""A note becomes a story over several evenings; a short version is a copy, and the story stays as it was."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.prompts.nudges import nudge
from portfolio.journey.prompts.stories import MOST_WORDS, missing_letter, short_text, word_count
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.reflections import Reflection
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.leave import leave
from portfolio.tui.writing.screen import WritingScreen
from tests.builders import a_reflection, having
from tests.tui.playing import TODAY, an_app, frame, opened, playing, press, settled, typed, written

NOTE = {"kind": "reflection", "answers": {"text": "The pump of [b]a school[/b] stopped."}, "date": "2025-12-14"}
STORY = {"kind": "reflection", "template": "starr", "title": "The school", "date": "2025-12-01"}
WHOLE = {"s": "A school", "t": "Find it", "a": "I measured", "r1": "Warm again", "r2": "Secret thought"}


def only() -> Reflection:
    """The one reflection there is."""
    (found,) = opened().read.records.of(Reflection)
    return found


async def test_a_note_becomes_a_story_letter_by_letter() -> None:
    (identity,) = written(NOTE)
    async with playing() as pilot:
        await press(pilot, "2", "w")
        assert "Task: what was your role?" in frame(pilot)
        assert "The pump of [b]a school[/b] stopped." in frame(pilot)
        await typed(pilot, "Find the cause")
        await press(pilot, "ctrl+s")
    story = only()
    assert (story.id, story.template) == (identity, "starr")
    assert dict(story.answers) == {"s": NOTE["answers"]["text"], "t": "Find the cause"}  # type: ignore[index]
    async with playing() as pilot:
        await press(pilot, "2", "w")
        assert "Action: what did you do" in frame(pilot), "it goes on where it was left"
        await typed(pilot, "I measured because my colleague was away, next time at once")
        await press(pilot, "ctrl+s", "u")
        assert set(only().answers) == {"s", "t"}
        await press(pilot, "u")
    assert (only().template, dict(only().answers)) == ("note", NOTE["answers"])


async def test_a_story_that_is_left_changes_nothing() -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "2", "w", "escape", "escape")
        assert not isinstance(pilot.app.screen, CheckScreen)
    assert only().template == "note"


async def test_a_story_that_was_left_halfway_goes_on_at_its_next_letter() -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "2", "w")
        await typed(pilot, "Find the cause")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WritingScreen)
        leave(pilot.app.screen)  # the terminal closed
        await settled(pilot)
    async with playing() as pilot:
        assert "STARR · The pump" in frame(pilot)
        await press(pilot, "up", "up", "home", "enter")
        assert "Action: what did you do" in frame(pilot)
        await typed(pilot, "I measured")
        await press(pilot, "ctrl+s")
    assert only().answers["a"] == "I measured"
    assert only().answers["s"] == NOTE["answers"]["text"]  # type: ignore[index]


async def test_a_short_version_that_was_left_goes_on_in_its_form() -> None:
    written({**STORY, "answers": WHOLE})
    async with playing() as pilot:
        await press(pilot, "2", "y", "escape", "end", "up", "enter", "1", "home", "enter")
        assert "words; a short version has at most" in frame(pilot)


async def test_a_short_version_is_a_copy_that_says_how_long_it_may_be() -> None:
    written({**STORY, "answers": {**WHOLE, "a": "word " * 200}})
    async with playing(an_app("nl")) as pilot:
        await press(pilot, "2", "y")
        assert f"{word_count(short_text(only()))} woorden" in frame(pilot)
        await press(pilot, "ctrl+s")
    short, story = sorted(opened().read.records.of(Reflection), key=lambda r: r.template == "starr")
    assert (short.template, short.title, short.date) == ("success", "The school (in het kort)", date(2025, 12, 1))
    assert "Secret" not in short.answers["text"]
    assert not (short.shareable or story.shareable)


def test_the_story_leaves_no_trace_beside_its_short_version() -> None:
    story = a_reflection("2025-12-01", "starr", answers=WHOLE)
    short = a_reflection("2025-12-01", "success", answers={"text": short_text(story)}, shareable=True)
    choice = Choice(since=date(2025, 1, 1), until=TODAY)
    with_it, without = (share(having(*found), choice, TODAY) for found in ((story, short), (short,)))
    assert [r.id for r in with_it.records] == [r.id for r in without.records] == [short.id]
    assert MOST_WORDS == 150


@pytest.mark.parametrize(
    ("answers", "day", "sort"),
    [
        ({"s": "x"}, date(2025, 12, 8), "result"),
        ({"s": "x"}, date(2025, 12, 9), None),
        ({**WHOLE, "r2": " "}, date(2025, 12, 8), "lesson"),
        (WHOLE, date(2025, 12, 1), None),
        ({"s": "x"}, date(2025, 6, 1), None),
        ({"r2": "x"}, date(2025, 12, 1), None),
    ],
)
def test_a_missing_letter_is_asked_for_when_it_may_be_known(
    answers: dict[str, str], day: date, sort: str | None
) -> None:
    found = nudge(having(a_reflection(day, "starr", answers=answers)), TODAY)
    assert (found.sort if found else None) == sort


def test_the_first_letter_without_words_is_missing() -> None:
    assert missing_letter(a_reflection("2025-12-01", "starr", answers={"s": "x", "t": " "})) == "t"
    assert missing_letter(a_reflection("2025-12-01", "note", answers={"text": "x"})) == ""


async def test_enter_on_the_hint_goes_on_with_the_story() -> None:
    written({**STORY, "answers": {"s": "A school", "t": "Find it", "a": "I measured"}})
    async with playing() as pilot:
        assert "Is the result of this story known by now?" in frame(pilot)
        await press(pilot, "down", "enter")
        assert "Result: what came of it?" in frame(pilot)
        await typed(pilot, "Warm again")
        await press(pilot, "ctrl+s")
    assert only().answers["r1"] == "Warm again"
