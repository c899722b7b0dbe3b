"""Nearer, wider, earlier, later; one goal or skill alone; a period that plays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture.periods import days_of
from portfolio.journey.facts.chosen_period import ChosenPeriod
from portfolio.journey.facts.period import Period
from portfolio.tui.journey.screen import JourneyScreen
from portfolio.tui.journey.zoom import panned, zoomed
from portfolio.tui.services.state import AppState
from portfolio.wording import Words
from tests.builders import TODAY, a_goal, a_reflection, having
from tests.tui.playing import frame, playing, press, with_demo, written

FIRST = date(2020, 3, 1)
LOOK = AppState(Words("en"), TODAY, having(a_reflection(FIRST), a_reflection(TODAY)))
CHOICES = st.sampled_from(
    [ChosenPeriod(name) for name in ("year", "quarter", "month", "this_year", "2022", "everything")]
)


def test_from_everything_to_a_month_and_back_by_their_names_when_they_end_today() -> None:
    chosen, seen = ChosenPeriod("everything"), []
    while (nearer := zoomed(chosen, LOOK, None, 1)) is not None:
        chosen = nearer
        seen.append(chosen.name)
    assert seen == ["year", "quarter", "month"]
    while (wider := zoomed(chosen, LOOK, None, -1)) is not None:
        chosen = wider
        seen.append(chosen.name)
    assert seen[3:] == ["quarter", "year", "everything"]


@given(CHOICES, st.integers(0, 2110), st.sampled_from([1, -1]))
def test_the_day_under_the_cursor_stays_in_sight(chosen: ChosenPeriod, n: int, step: int) -> None:
    day = FIRST + timedelta(days=n)
    found = zoomed(chosen, LOOK, day, step)
    if found is not None:
        days = days_of(found, LOOK)
        assert days.contains(day)
        assert (days.days < days_of(chosen, LOOK).days) == (step > 0)


@given(CHOICES, st.integers(1, 40), st.sampled_from([1, -1]))
def test_going_along_keeps_the_length_and_ends_at_the_ends(chosen: ChosenPeriod, times: int, step: int) -> None:
    length = days_of(chosen, LOOK).days
    for _time in range(times):
        before = days_of(chosen, LOOK)
        moved = panned(chosen, LOOK, step)
        if moved is None:
            assert before.until >= TODAY if step > 0 else before.since <= FIRST
            return
        chosen, now = moved, days_of(moved, LOOK)
        assert now.days == length
        assert (now.since > before.since) == (step > 0)
        assert now.since >= FIRST
        assert now.until <= max(TODAY, before.until)


def test_what_is_planned_can_be_gone_to_and_the_edges_of_the_calendar_hold() -> None:
    look = AppState(Words("en"), TODAY, having(a_goal(on=date(2026, 6, 1))))
    later = panned(ChosenPeriod("month"), look, 1)
    assert later is not None
    assert days_of(later, look).until > TODAY
    for day in (date.min, date.max):
        edge = AppState(Words("en"), day, having(a_reflection(day)))
        for step in (1, -1):
            zoomed(ChosenPeriod("year"), edge, day, step)
        assert panned(ChosenPeriod("", Period(day, day)), edge, 1) is None


async def test_the_keys_zoom_and_go_along_and_say_where_it_ends() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "6", "plus")
        assert "13 Jan – 12 Apr 2025" in frame(pilot)
        await press(pilot, "full_stop")
        assert "27 Feb – 27 May 2025" in frame(pilot)
        await press(pilot, "comma", "comma")
        assert "13 Jan – 12 Apr 2025" in frame(pilot)
        await press(pilot, "comma")
        assert "Nothing is older than this." in frame(pilot)
        await press(pilot, "minus")
        assert "Nothing is older than this." not in frame(pilot)
        await press(pilot, "minus", "minus", "minus")
        assert "This is everything." in frame(pilot)


async def test_one_goal_is_seen_alone_and_escape_brings_everything_back() -> None:
    written(
        {"kind": "skill", "title": "Faults", "date": "2025-02-01"},
        {"kind": "goal", "title": "Solve [b]faults[/b]", "start": "2025-02-01", "date": "2025-02-01"},
        {"kind": "goal", "title": "Plan", "start": "2025-03-01", "date": "2025-03-01"},
    )
    async with playing() as pilot:
        await press(pilot, "6", "f")
        assert "Everything" in frame(pilot)
        await press(pilot, "down", "enter")
        assert "Learning journey · Solve [b]faults[/b]" in frame(pilot)
        assert "Plan" not in frame(pilot)
        await press(pilot, "D")
        assert "Learning goals · Solve [b]faults[/b]" in frame(pilot)
        assert "Plan" not in frame(pilot)
        await press(pilot, "escape")
        assert "Plan" in frame(pilot)


async def test_without_a_goal_or_skill_there_is_nothing_to_see_alone() -> None:
    written({"kind": "milestone", "text": "First", "date": "2025-03-01"})
    async with playing() as pilot:
        await press(pilot, "6", "f")
        assert "There is no goal and no skill yet to see alone." in frame(pilot)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A period plays only when a test turns the page."""
    monkeypatch.setattr("portfolio.tui.journey.animation.EACH", 3600)


@pytest.mark.usefixtures("slowly")
async def test_a_year_plays_month_by_month_and_a_key_stops_it_and_does_nothing_else() -> None:
    with_demo("en")
    async with playing(size=(100, 32)) as pilot:
        await press(pilot, "6")
        whole = frame(pilot)
        assert "First on-call" in whole
        await press(pilot, "space")
        assert "Any key stops it." in frame(pilot)
        assert "First on-call" not in frame(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, JourneyScreen)
        for _month in range(7):
            screen.pane.player.advance()
        await pilot.pause()
        assert "No hot water" in frame(pilot)
        assert "First on-call" not in frame(pilot)
        await press(pilot, "d")
        assert frame(pilot) == whole
        await press(pilot, "space")
        for _month in range(20):
            screen.pane.player.advance()
        await pilot.pause()
        assert frame(pilot) == whole
        assert not screen.pane.player.plays


async def test_without_animations_nothing_plays() -> None:
    with_demo("en")
    async with playing() as pilot:
        pilot.app.animation_level = "none"
        await press(pilot, "6", "space")
        assert "Animations are off" in frame(pilot)
        assert "Any key stops it." not in frame(pilot)
