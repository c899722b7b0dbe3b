"""Levels: only the steps of a scale, never in between."""

from __future__ import annotations

import pytest

from portfolio.records.levels import Level, as_level, position, steps


@pytest.mark.parametrize(
    ("value", "scale", "anchors", "level"),
    [
        (3, "independence", (), 3),
        ("3", "independence", (), 3),
        (3.0, "independence", (), 3),
        (0, "independence", (), 0),
        (6, "independence", (), None),
        (-1, "independence", (), None),
        (2.5, "independence", (), None),
        ("three", "independence", (), None),
        (True, "independence", (), None),
        ("b2", "cefr", (), "B2"),
        ("D1", "cefr", (), None),
        (True, "yes_no", (), "yes"),
        ("No", "yes_no", (), "no"),
        ("gold", "own", ("bronze", "gold"), "gold"),
        ("tin", "own", ("bronze", "gold"), None),
        ("anything", "own", (), "anything"),
    ],
)
def test_a_value_means_a_step_or_nothing(
    value: object, scale: str, anchors: tuple[str, ...], level: Level | None
) -> None:
    assert as_level(value, scale, anchors) == level


def test_positions_follow_the_scale() -> None:
    assert [position(step, "cefr") for step in steps("cefr")] == list(range(6))
    assert position(None, "cefr") is None
    assert position("nonsense", "cefr") is None
