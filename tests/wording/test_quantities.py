"""A value with its unit: one thing in the singular where a rule knows it, and right in any case."""

from __future__ import annotations

import pytest

from portfolio.wording import Words
from portfolio.wording.quantities import steps_done, with_unit


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("storingen", "1 storing"), ("faults", "1 fault"), ("tickets", "1 ticket"), ("calls", "1 call"),
        ("open tickets", "1 open ticket"), ("stories", "1 story"), ("matches", "1 match"), ("minuten", "1 minuut"),
        ("foto's", "1 foto"), ("vaardigheden", "1 vaardigheid"), ("activiteiten", "1 activiteit"),
        ("certificates", "1 certificate"), ("Storingen", "1 Storing"),
        ("storing", "1 storing"), ("uur", "1 uur"), ("%", "1 %"), ("°C", "1 °C"), ("process", "1 process"),
        ("status", "1 status"), ("kg", "1 kg"), ("analysis", "1 analysis"), ("euro", "1 euro"), ("ms", "1 ms"),
        ("kozijnen", "1 (kozijnen)"), ("bellen zonder hulp", "1 bellen zonder hulp"), ("", "1"), ("  ", "1"),
    ],
)  # fmt: skip
def test_one_thing(unit: str, said: str) -> None:
    assert with_unit("1", unit, one=True) == said


@pytest.mark.parametrize("value", ["0", "2", "1.5", "0 → 4"])
def test_any_other_number_has_the_unit_as_it_was_typed(value: str) -> None:
    assert with_unit(value, "storingen", one=False) == f"{value} storingen"


@pytest.mark.parametrize(
    ("done", "steps", "english", "dutch"),
    [(0, 1, "0 of 1 step", "0 van 1 stap"), (2, 6, "2 of 6 steps", "2 van 6 stappen")],
)
def test_the_steps_of_a_goal_make_a_whole_sentence(done: int, steps: int, english: str, dutch: str) -> None:
    assert steps_done(done, steps, Words("en")) == english
    assert steps_done(done, steps, Words("nl")) == dutch
