"""The course of a personal measure, and what SMART asks that a goal does not say yet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.measures import MOST, MeasureHistory, measure_history
from portfolio.journey.prompts.smart import LETTERS, smart
from portfolio.records.goals import Measure, Reading
from tests.builders import a_goal, having, made

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


def test_smart_says_what_is_there_and_which_field_would_help() -> None:
    assert tuple(each.letter for each in smart(a_goal())) == LETTERS
    assert not any(each.covered for each in smart(a_goal(sign=None)))
    whole = a_goal(why="w", different="d", sign="s", first_step="f", due="2026-01-01")
    assert all(each.covered for each in smart(whole))
    assert [e.field for e in smart(a_goal(why="w", sign=" ")) if not e.covered] == [
        "different",
        "sign",
        "first_step",
        "due",
    ]
    assert smart(a_goal(forms=["doing"]))[3].covered
