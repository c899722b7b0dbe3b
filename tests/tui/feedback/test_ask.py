"""Asking for feedback with a text that is ready, reminding, taking the answer in, splitting it and working with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.prompts.feedback_split import Place, lines_of, parts
from portfolio.journey.prompts.nudges import nudge
from portfolio.present.titles import heading
from portfolio.records.feedback import Feedback, Request
from portfolio.records.persons import Person
from portfolio.records.skills import Skill
from portfolio.tui.writing.check import CheckScreen
from portfolio.wording import Words
from portfolio.wording.requests import request_text
from tests.builders import having, made
from tests.tui.playing import TODAY, an_app, frame, opened, places, playing, press, typed, written

SKILLS = ({"kind": "skill", "title": "Listening"}, {"kind": "skill", "title": "Planning"})
ASKED = {
    "kind": "request",
    "person": "Noor",
    "question": "What worked?",
    "asked_on": "2025-12-08",
    "date": "2025-12-08",
}


def test_a_request_says_who_what_and_where_and_leaves_out_what_is_empty() -> None:
    whole = request_text("Noor", "luisteren", "de ochtenddienst", Words("nl"))
    assert whole.startswith(
        "Beste Noor,\n\nIk werk aan luisteren. Je zag mij in deze situatie: de ochtenddienst. Wat deed ik"
    )
    bare = request_text("", "", "", Words("en"))
    assert bare == "What did I do that worked? And what is one thing I could try differently? Two sentences is plenty."


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("Beste Noor,\n\nWat deed ik dat werkte?", "Wat deed ik dat werkte?"),
        ("Well,\nwhat worked?", "Well, what worked?"),
        ("What worked?\n\nAnd what else?", "What worked? And what else?"),
        ("Hi Noor,", "Hi Noor,"),
    ],
)
def test_a_request_is_called_by_what_it_asks_not_by_whom_it_greets(question: str, called: str) -> None:
    asked = made(Request, TODAY, person="x", question=question)
    assert heading(asked, having(asked), Words("en")) == called


async def test_asking_someone_leads_to_a_text_in_the_language_of_that_person() -> None:
    written(*SKILLS)
    async with playing() as pilot:
        await press(pilot, "4", "n", "down", "enter", *"Noor", "enter")
        await press(pilot, "down", "enter")
        await typed(pilot, "the morning shift")
        await press(pilot, "enter", "2")
        assert "Beste Noor," in frame(pilot)
        await press(pilot, "ctrl+s")
    (request,) = opened().read.records.of(Request)
    noor = opened().read.records.find(Person, request.person)
    assert noor is not None
    assert noor.name == "Noor"
    assert request.question.startswith(
        "Beste Noor,\n\nIk werk aan Listening. Je zag mij in deze situatie: the morning shift."
    )
    assert request.asked_on == TODAY
    assert request.skill == opened().read.records.of(Skill)[0].id


async def test_the_text_goes_to_the_clipboard_or_to_a_file() -> None:
    written(ASKED)
    async with playing() as pilot:
        await press(pilot, "4", "i", "1")
        assert pilot.app.clipboard == "What worked?"
        assert "Copied." in frame(pilot)
        await press(pilot, "i", "2", "enter")
        assert "The text is in" in frame(pilot)
    found = [*Path(places().data_file).parent.rglob("question.txt"), *Path.home().rglob("Documents/question.txt")]
    assert [path.read_text() for path in found] == ["What worked?\n"]


async def test_after_a_reminder_it_is_waited_for_again() -> None:
    written(ASKED)
    async with playing() as pilot:
        assert "No answer yet. Ask again?" in frame(pilot)
        await press(pilot, "4", "i", "3")
        assert pilot.app.clipboard.endswith("\n\nWhat worked?")
        assert "A while ago I asked you this." in pilot.app.clipboard
        await press(pilot, "1")
        assert "No answer yet" not in frame(pilot)
    assert nudge(opened().read.records, TODAY) is None


async def test_the_answer_closes_the_request_and_can_be_worked_with_at_once() -> None:
    (identity,) = written(ASKED)[-1:]
    async with playing() as pilot:
        await press(pilot, "4", "a")
        await typed(pilot, "Calm explanation\nPlan your parts\nThanks [b]all[/b]")
        await press(pilot, "ctrl+s")
        assert "Decide now what you'll do with it?" in frame(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        assert "Which behaviour was meant?" in frame(pilot)
        assert "Thanks [b]all[/b]" in frame(pilot), "what it is about stays in sight"
        await press(pilot, "enter", "enter")
        await typed(pilot, "That I rush")
        await press(pilot, "enter")
        assert "What will you do with it?" in frame(pilot)
        await typed(pilot, "If I pack, then I count")
        await press(pilot, "enter")
    records = opened().read.records
    (feedback,), request = records.of(Feedback), records.find(Request, identity)
    assert request is not None
    assert (request.state, request.feedback) == ("answered", feedback.id)
    assert feedback.asked
    assert (feedback.recognise, feedback.if_then) == ("That I rush", "If I pack, then I count")


async def test_an_answer_is_split_over_skills_and_no_line_is_lost() -> None:
    skills = written(*SKILLS)
    what = "Calm explanation\n\nPlan your parts\nThanks [b]all[/b]"
    written({"kind": "feedback", "what": what, "from": "Noor", "date": "2025-12-10", "asked": True})
    async with playing(an_app("en"), size=(100, 30)) as pilot:
        await press(pilot, "4", "z")
        await press(pilot, "enter", "1", "down", "enter")
        await press(pilot, "enter", "2", *"Plann", "down", "enter")
        assert "suggestion · Plann (new)" in frame(pilot)
        await press(pilot, "ctrl+s")
        assert "Split: 3 pieces of feedback now." in frame(pilot)
        found = opened().read.records.of(Feedback)
        assert sorted((f.what, f.sort, f.skills) for f in found) == [
            ("Calm explanation", "top", (skills[0],)),
            ("Plan your parts", "tip", (skill_of("Plann"),)),
            ("Thanks [b]all[/b]", None, ()),
        ]
        assert {(f.date.isoformat(), f.asked, f.shareable) for f in found} == {("2025-12-10", True, False)}
        assert len({f.from_ for f in found}) == 1
        await press(pilot, "u")
    assert [f.what for f in opened().read.records.of(Feedback)] == [what]


def skill_of(title: str) -> str:
    """The id of a skill."""
    return next(skill.id for skill in opened().read.records.of(Skill) if skill.title == title)


@given(
    st.text(), st.dictionaries(st.integers(0, 9), st.builds(Place, st.sampled_from(["", "top"]), st.sampled_from("ab")))
)
def test_every_line_is_in_exactly_one_part(text: str, where: dict[int, Place]) -> None:
    lines = lines_of(text)
    found = parts(lines, where)
    assert sorted(line for part in found for line in part.words.split("\n") if line) == sorted(lines)
    assert len({part.place for part in found}) == len(found)


@pytest.mark.parametrize(("more", "asked"), [({}, True), ({"state": "answered"}, False), ({"remind_after": 8}, False)])
def test_a_request_is_brought_up_again_after_a_week(more: dict[str, object], asked: bool) -> None:
    written({**ASKED, **more})
    found = nudge(opened().read.records, TODAY)
    assert (found is not None and found.sort == "remind") is asked
