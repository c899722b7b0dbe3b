"""The JSON shape of the views."""

from __future__ import annotations

import json

import pytest

from portfolio.journey.facts.period import the_year_up_to
from portfolio.journey.views.as_json import as_json
from portfolio.journey.views.growth import growth
from portfolio.journey.views.lanes import lanes
from tests.builders import TODAY, a_goal, a_rating, a_skill, having


def test_a_view_becomes_plain_json_with_its_picture_its_period_and_its_finding() -> None:
    skill = a_skill(target=4)
    shape = as_json(growth(having(skill, a_rating(skill, 2, "2025-02-01")), the_year_up_to(TODAY), TODAY))
    assert json.loads(json.dumps(shape)) == shape
    assert (shape["picture"], shape["since"], shape["until"], shape["today"]) == (
        "growth",
        "2024-12-16",
        "2025-12-15",
        "2025-12-15",
    )
    assert shape["finding"] == {
        "grew": 0,
        "of": 1,
        "aged": 0,
        "rated": 1,
        "fell": 0,
        "changed": 0,
        "back": 0,
        "first": 1,
    }
    assert shape["skills"][0]["now"]["date"] == "2025-02-01"


def test_what_is_not_set_is_left_out() -> None:
    (goal,) = as_json(lanes(having(a_goal()), the_year_up_to(TODAY), TODAY))["goals"]
    assert "reason" not in goal
    assert goal["spans"] == [{"since": "2025-01-13", "until": "2025-12-15", "state": "active"}]


def test_something_that_is_no_view_is_refused() -> None:
    with pytest.raises(TypeError):
        as_json({"picture": "lanes"})
