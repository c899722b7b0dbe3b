"""Choosing by time and moment, the question that may follow, the whole text, and questions of one's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES
from portfolio.records.which_template import FEEDBACK, MOMENTS, TIMES, template_for
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.wording.moments import MOMENTS as WORDS
from tests.tui.playing import an_app, frame, opened, places, playing, press, typed


def test_every_answer_leads_to_a_template() -> None:
    leads = {template_for(minutes, moment) for minutes in TIMES for moment in MOMENTS}
    assert leads - {FEEDBACK} <= set(TEMPLATES)
    assert len(leads) > 6
    assert set(WORDS) == set(MOMENTS)


@pytest.mark.parametrize(
    ("keys", "template"),
    [("1", "three_minutes"), ("23", "after_action"), ("22", "starr"), ("35", "four_l"), ("33", "gibbs"), ("4", "note")],
)
async def test_a_few_digits_lead_to_the_right_questions(keys: str, template: str) -> None:
    async with playing() as pilot:
        await press(pilot, "r")
        assert "How much time do you have?" in frame(pilot)
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, CheckScreen)
        assert pilot.app.screen.entry.template == template


async def test_feedback_is_written_down_as_feedback_and_esc_goes_back_a_step() -> None:
    async with playing() as pilot:
        await press(pilot, "2", "n", "2", "escape")
        assert "How much time do you have?" in frame(pilot)
        await press(pilot, "2")
        assert "STARR" in frame(pilot), "the name of the model stands there, small"
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.entry.kind == "feedback"


async def answered(pilot: object, *answers: str) -> None:
    """Answer one question after the other."""
    for answer in answers:
        await typed(pilot, answer)  # type: ignore[arg-type]
        await press(pilot, "enter")  # type: ignore[arg-type]


async def test_what_is_missing_is_asked_once_and_a_place_is_found_for_it() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "2", "1")
        await answered(pilot, "The pump stopped because of the filter", "My customer was cold")
        await press(pilot, "enter")
        assert "If this happens again, then" in frame(pilot)
        await answered(pilot, "If it hums, then I look at the filter")
    (found,) = opened().read.records.of(Reflection)
    assert found.answers["nowwhat"] == "If it hums, then I look at the filter"


async def test_an_answer_without_a_place_becomes_a_note_with_the_question_above_it() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "2", "1")
        await answered(pilot, "The pump stopped because of the filter", "")
        await press(pilot, "enter")
        assert "What was your part in it?" in frame(pilot)
        await answered(pilot, "Had it checked too late")
    notes = [r for r in opened().read.records.of(Reflection) if r.template == "note"]
    assert [(n.title, n.answers["text"]) for n in notes] == [("What was your part in it?", "Had it checked too late")]


async def test_the_question_may_be_skipped_and_is_not_asked_again() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "2", "1")
        await answered(pilot, "The pump stopped", "", "")
        assert "What do you think made it go this way?" in frame(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, CheckScreen)
    assert len(opened().read.records.of(Reflection)) == 1


async def test_the_whole_text_is_on_a_key_and_leads_to_a_question() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "2", "2")
        await answered(pilot, "A house without heating", "Find the cause")
        await press(pilot, "f3")
        assert "A house without heating" in frame(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        assert pilot.app.screen.entry.at == 0
        await typed(pilot, " in May")
        await press(pilot, "ctrl+s")
    (story,) = opened().read.records.of(Reflection)
    assert story.answers == {"s": "A house without heating in May", "t": "Find the cause"}


@pytest.fixture
def shift() -> Path:
    """A file of one's own questions, beside one that cannot be used."""
    folder = Path(places().templates_folder)
    folder.mkdir(parents=True)
    (folder / "wrong.toml").write_text("questions = 3")
    path = folder / "shift.toml"
    path.write_text('name = "Handover [b]"\nquestions = ["What now?", "And next?", "Else?"]')
    return path


async def test_own_questions_are_asked_and_kept_as_a_note_and_a_broken_file_is_named(shift: Path) -> None:
    async with playing(an_app("en")) as pilot:
        await press(pilot, "r", "5")
        assert "wrong.toml" in frame(pilot)
        assert "Handover [b]" in frame(pilot)
        await press(pilot, "enter")
        await answered(pilot, "The pump", "")
        await press(pilot, "escape", "escape", "escape")
        assert "Handover [b] · The pump" in frame(pilot), "left for later"
        os.remove(shift)
        await press(pilot, "up", "enter", "ctrl+s")
    (note,) = opened().read.records.of(Reflection)
    assert (note.template, note.title) == ("note", "Handover [b]")
    assert note.answers == {"text": "What now?\nThe pump"}


async def test_one_can_stop_at_any_question_with_one_key() -> None:
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "r", "1")
        assert "ctrl+o later" in frame(pilot), "at the first question, as at any other"
        assert "f3 whole text" not in frame(pilot), "there is nothing to read yet"
        await typed(pilot, "Wired a pump")
        await press(pilot, "enter", "enter")
        assert "ctrl+o later" in frame(pilot)
        assert "f3 whole text" in frame(pilot)
        await press(pilot, "ctrl+o")
        assert "Kept as a draft" in frame(pilot)
        assert "Wired a pump" in frame(pilot)
    assert not opened().read.records.of(Reflection)


@pytest.mark.slow
async def test_questions_that_were_all_skipped_say_that_nothing_was_saved() -> None:
    async with playing() as pilot:
        await press(pilot, "r", "5", *"STARR", *["enter"] * 7)
        assert "You answered nothing, so nothing was saved." in frame(pilot)
