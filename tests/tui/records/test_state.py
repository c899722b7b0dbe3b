"""Pausing and dropping ask for a reason, a fourth goal asks kindly, and a goal of a week says what SMART would ask."""

from __future__ import annotations

import pytest

from portfolio.records.choices import FORMS
from portfolio.records.goals import Goal
from portfolio.wording import Words
from portfolio.wording.learning_forms import SIDES, form_sides
from tests.tui.playing import an_app, frame, opened, playing, press, typed, written


def goals() -> dict[str, Goal]:
    """The goals of the test, by title."""
    return {goal.title: goal for goal in opened().read.records.of(Goal)}


@pytest.mark.parametrize("way", ["typed", "empty", "back"])
async def test_a_pause_asks_for_a_reason_that_may_stay_empty(way: str) -> None:
    written({"kind": "goal", "title": "G"})
    async with playing() as pilot:
        await press(pilot, "3", "c", "down", "enter")
        assert "Paused: why?" in frame(pilot)
        if way == "typed":
            await typed(pilot, "Busy season")
        await press(pilot, "escape" if way == "back" else "enter")
    assert goals()["G"].state == "paused"
    assert goals()["G"].state_reason == ("Busy season" if way == "typed" else None)


@pytest.mark.parametrize(("to", "reason"), [("up", None), ("end", None), ("end", "No use")])
async def test_a_reason_that_goes_with_another_state_is_named(to: str, reason: str | None) -> None:
    written({"kind": "goal", "title": "G", "state": "paused", "state_reason": "Busy season"})
    async with playing(size=(120, 24)) as pilot:
        await press(pilot, "3", "c", to, "enter")
        if goals()["G"].state == "paused":
            await typed(pilot, reason or "")
            await press(pilot, "enter")
        assert goals()["G"].state_reason == reason
        assert "The reason “Busy season” was removed; u brings it back." in frame(pilot)
        await press(pilot, "u")
    assert goals()["G"].state_reason == "Busy season"


FOUR = [{"kind": "goal", "title": f"Goal {n}", "state": "active" if n < 3 else "idea"} for n in range(4)]


@pytest.mark.parametrize(
    ("keys", "active"),
    [("", "012"), ("down", "123"), ("end", "0123")],
)
async def test_a_fourth_goal_asks_kindly_which_may_wait(keys: str, active: str) -> None:
    written(*FOUR)
    async with playing() as pilot:
        await press(pilot, "3", "end", "c", "down", "enter")
        assert "You work on 3 goals already" in frame(pilot)
        await press(pilot, *keys.split(), "enter")
    assert "".join(t[-1] for t, g in sorted(goals().items()) if g.state == "active") == active


async def test_a_goal_says_what_smart_would_ask() -> None:
    written(
        {"kind": "goal", "title": "A week ago", "why": "W", "sign": "S", "date": "2025-12-08"},
        {"kind": "goal", "title": "Six days ago", "why": "W", "sign": "S", "date": "2025-12-09"},
    )
    async with playing(an_app("nl")) as pilot:
        for key, asks in (("home", False), ("end", True)):
            await press(pilot, "3", key, "enter")
            shown = frame(pilot)
            assert ("Om over na te denken" in shown) is ("A week ago" in shown) is asks
            assert ("Wat doe je straks anders? Wat ziet een collega dan?" in shown) is asks
            assert ("Wat is je kleinste eerste stap, deze week?" in shown) is asks
            await press(pilot, "escape")


async def test_a_measure_has_a_small_line_of_its_course() -> None:
    goal = {"kind": "goal", "title": "G", "sign": "S"}
    measure = {"kind": "measure", "name": "Calls", "goal": "G", "unit": "[b]a week", "start": 10, "target": 20}
    values = [
        {"kind": "reading", "measure": "Calls", "value": v, "date": f"2025-11-0{n + 1}"}
        for n, v in enumerate([12, 15, 19.5])
    ]
    written(goal, measure, *values)
    async with playing(an_app("nl")) as pilot:
        await press(pilot, "3", "enter")
        assert "10 → 19,5, naar 20 [b]a week" in frame(pilot)


def test_every_learning_form_has_two_sides_in_both_languages() -> None:
    assert set(SIDES) == set(FORMS)
    for form in FORMS:
        assert form_sides(form, Words("nl")) != form_sides(form, Words("en"))
    assert form_sides("unknown", Words("en")) == ""
