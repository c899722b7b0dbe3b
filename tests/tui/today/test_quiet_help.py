"""The learning-climate check, skills to begin with, on this day, and what is brought up once more or in time."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from portfolio.journey.prompts.climate import lowest
from portfolio.journey.prompts.nudges import nudge
from portfolio.records.conversations import Need
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from portfolio.wording import Words
from portfolio.wording.climate import ANSWERS, STATEMENTS, statement
from portfolio.wording.starter_skills import PROFESSIONAL, STARTERS
from tests.builders import a_goal, a_profile, a_reflection, an_evidence, having
from tests.tui.playing import TODAY, an_app, frame, opened, playing, press, typed, written


@pytest.mark.slow
async def test_the_lowest_statements_can_become_needs_and_no_answer_is_kept() -> None:
    async with playing(an_app("nl")) as pilot:
        await press(pilot, "ctrl+p", *"leerklimaat", "enter")
        assert statement(0, Words("nl")) in frame(pilot)
        assert "Je antwoorden worden niet bewaard." in frame(pilot)
        await press(pilot, "3", "1", "3", "escape", "2", "3", "3", "3", "3", "3", "3", "3")
        shown = " ".join(frame(pilot).replace("│", " ").split())
        assert statement(1, Words("nl")) in shown
        assert statement(2, Words("nl")) in shown
        await press(pilot, "1")
        await typed(pilot, " Meer dan nu.")
        await press(pilot, "ctrl+s")
        await press(pilot, "enter", "ctrl+s")
    needs = opened().read.records.of(Need)
    assert [need.text for need in needs] == [statement(1, Words("nl")) + " Meer dan nu.", statement(2, Words("nl"))]
    assert len(opened().read.records) == 2


async def test_whoever_says_yes_to_everything_is_told_so() -> None:
    async with playing() as pilot:
        await press(pilot, "7", "n", "end", "enter", *["3"] * 10)
        assert "your work gives you room to learn" in frame(pilot)
    assert len(opened().read.records) == 0


def test_at_most_two_statements_and_none_that_is_a_yes() -> None:
    assert lowest({0: 3, 1: 2, 2: 1, 3: 1}) == (2, 3)
    assert lowest({0: 3, 1: 2}) == (1,)
    assert lowest({}) == ()
    assert len(STATEMENTS) == 10
    assert set(ANSWERS) == {"1", "2", "3"}


async def test_a_skill_from_the_list_stands_in_a_form_and_is_offered_once() -> None:
    async with playing() as pilot:
        await press(pilot, "5", "n", "down", "enter", "enter", "ctrl+s")
        await press(pilot, "n", "down", "enter")
        assert "Listening and summarising" not in frame(pilot).split("▸")[-1]
        assert "Working together" in frame(pilot)
    (skill,) = opened().read.records.of(Skill)
    assert (skill.title, skill.group) == ("Listening and summarising", "personal")
    assert len(STARTERS) == 12
    assert set(STARTERS) >= PROFESSIONAL


async def test_what_was_written_on_this_day_in_earlier_years_is_shown_and_opens() -> None:
    texts = {"2024-12-15": "A year ago [b]", "2021-12-15": "Long ago", "2024-12-16": "Another day", "2025-12-15": "Now"}
    written(*({"kind": "reflection", "answers": {"text": t}, "date": d} for d, t in texts.items()))
    async with playing() as pilot:
        assert "1 year ago  A year ago [b]" in frame(pilot)
        assert "Long ago" not in frame(pilot).partition("Last written")[0]
    assert [r.date.year for r in opened().read.on_this_day(TODAY)] == [2024, 2021]
    assert opened().read.on_this_day(date(2025, 12, 14)) == []


async def test_over_the_shoulder_no_day_of_before_is_shown() -> None:
    written({"kind": "reflection", "answers": {"text": "A year ago"}, "date": "2024-12-15"})
    async with playing() as pilot:
        await press(pilot, "v")
        assert "A year ago" not in frame(pilot)


def found(record: Record, *others: Record) -> str | None:
    """The key of the nudge."""
    one = nudge(having(record, *others), TODAY)
    return one.key if one is not None else None


@pytest.mark.parametrize(
    ("days", "sort"), [(-31, ""), (-30, "expired"), (-1, "expired"), (0, "expires"), (60, "expires"), (61, "")]
)
def test_a_certificate_warns_before_it_expires_and_a_while_after(days: int, sort: str) -> None:
    ends = TODAY + timedelta(days=days)
    proof = an_evidence("VCA", "2020-01-01", sort="certificate", valid_until=ends)
    assert found(proof) == (f"{sort}.{proof.id}.{ends.isoformat()}" if sort else None)


def test_a_training_is_asked_about_after_two_weeks_and_once_more_after_six() -> None:
    goal = a_goal(sign="s", start=TODAY.isoformat())

    def a_training(days: int) -> Record:
        return a_reflection(TODAY - timedelta(days=days), form="training", goals=[goal])

    assert found(a_training(13), goal) is None
    first = a_training(14)
    assert found(first, goal) == f"use.{first.id}"
    assert found(first, goal, a_profile(dismissed=[f"use.{first.id}"])) is None
    later = a_training(42)
    away = a_profile(dismissed=[f"use.{later.id}"])
    assert found(later, goal, away) == f"use.later.{later.id}"
    assert found(later, goal, a_profile(dismissed=[f"use.{later.id}", f"use.later.{later.id}"])) is None


async def test_a_hint_about_a_certificate_opens_it() -> None:
    written(
        {"kind": "evidence", "title": "VCA", "sort": "certificate", "valid_until": "2026-01-10", "date": "2025-12-15"}
    )
    async with playing() as pilot:
        assert "Milestone?" in frame(pilot)
        await press(pilot, "down", "d")
        assert "valid for a short while only" in frame(pilot)
        await press(pilot, "enter")
        assert "VCA" in frame(pilot)


async def test_a_permit_says_until_when_it_is_valid_and_a_skill_what_its_evidence_lacks() -> None:
    written(
        {"kind": "skill", "title": "VCA", "scale": "yes_no"},
        {"kind": "rating", "skill": "VCA", "level": "yes"},
        {"kind": "evidence", "title": "Card", "skills": ["VCA"], "valid_until": "2027-03-01", "date": "2025-01-01"},
    )
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "5")
        shown = frame(pilot)
        assert re.search(r"Valid until +1 Mar 2027", shown)
        assert re.search(r"Evidence +1 piece of evidence", shown), shown
        assert "add one more" in shown
