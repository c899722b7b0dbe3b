"""The course of a personal measure, and what SMART asks that a goal does not say yet."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.measures import MOST, MeasureHistory, measure_history
from portfolio.journey.prompts.smart import open_questions
from portfolio.records.goals import Measure, Reading
from tests.builders import a_goal, having, made

DAY = date(2025, 12, 1)
NUMBERS = st.floats(-1e6, 1e6)


def test_the_course_is_the_readings_of_this_measure_by_day() -> None:
    goal = a_goal()
    calls = made(Measure, "2025-01-01", goal=goal, name="Calls", start=10.0, target=20.0)
    other = made(Measure, "2025-01-01", goal=goal, name="Other")
    late = made(Reading, "2025-03-01", measure=calls, value=14.0)
    early = made(Reading, "2025-02-01", measure=calls, value=12.0)
    found = measure_history(
        calls, having(goal, calls, other, late, early, made(Reading, "2025-02-02", measure=other, value=1.0))
    )
    assert found == MeasureHistory(10.0, (12.0, 14.0), 20.0)
    assert found.now == 14.0
    assert found.heights(8) == (1, 3)


def test_without_a_reading_there_is_no_line() -> None:
    assert MeasureHistory(1.0, (), 2.0).heights(8) == ()
    assert MeasureHistory(1.0, (), 2.0).now is None


@given(st.lists(NUMBERS, max_size=40), st.none() | NUMBERS, st.none() | NUMBERS)
def test_heights_keep_the_order_of_the_numbers(
    readings: list[float], start: float | None, target: float | None
) -> None:
    history = MeasureHistory(start, tuple(readings), target)
    heights = history.heights(8)
    assert len(heights) == min(len(readings), MOST)
    assert all(0 <= h < 8 for h in heights)
    shown = readings[-MOST:]
    pairs = zip(shown, heights, strict=True)
    ordered = [h for _n, h in sorted(pairs)]
    assert ordered == sorted(ordered)


def test_a_goal_of_a_week_is_asked_what_it_does_not_say_yet() -> None:
    later = DAY + timedelta(days=7)
    assert open_questions(a_goal(on=DAY, sign=None), later) == ("different", "sign", "why", "first_step", "due")
    whole = a_goal(on=DAY, why="w", different="d", sign="s", first_step="f", due="2026-01-01")
    assert open_questions(whole, later) == ()
    assert open_questions(a_goal(on=DAY, why="w", sign=" ", forms=["doing"]), later) == ("different", "sign", "due")


def test_a_new_goal_and_one_that_ended_are_asked_nothing() -> None:
    assert open_questions(a_goal(on=DAY, sign=None), DAY + timedelta(days=6)) == ()
    assert open_questions(a_goal(on=DAY, sign=None, state="achieved"), DAY + timedelta(days=70)) == ()
