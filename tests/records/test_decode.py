"""Reading stored values: leniently, and back to the documented JSON."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.records.decode import as_json, decode
from portfolio.records.goals import Goal
from portfolio.records.identity import is_id, looks_like_part, made_at, new_id
from portfolio.records.kinds import TABLES, fields
from portfolio.records.reflections import Reflection

ID = new_id(1_773_331_509_120, 42)


def test_stored_values_become_a_typed_record_and_come_back_as_json() -> None:
    values = {"title": "Meten", "state": "paused", "due": "2026-05-01", "skills": ["s1"], "date": "2026-03-12"}
    goal = decode("goal", ID, values)
    assert isinstance(goal, Goal)
    assert (goal.title, goal.state, goal.skills, goal.why) == ("Meten", "paused", ("s1",), None)
    assert as_json(goal) == {
        "id": ID,
        "kind": "goal",
        "created": "2026-03-12T16:05:09.120Z",
        "modified": "2026-03-12T16:05:09.120Z",
        "shareable": False,
        **values,
    }


def test_a_damaged_field_counts_as_not_set_and_is_named() -> None:
    goal = decode("goal", ID, {"title": "Meten", "state": "wild", "due": 3, "skills": "x", "shareable": "yes"})
    assert isinstance(goal, Goal)
    assert goal.damaged == ("due", "shareable", "skills", "state")
    assert (goal.title, goal.state, goal.due, goal.skills, goal.shareable) == ("Meten", "active", None, (), False)


def test_a_record_without_its_title_is_still_there() -> None:
    assert decode("goal", ID, {}).heading == ""


def test_python_keywords_are_plain_names_in_json() -> None:
    feedback = decode("feedback", ID, {"what": "x", "from": "p1"})
    assert as_json(feedback)["from"] == "p1"


def test_conflicts_are_printed_only_where_there_are_any() -> None:
    note = decode("reflection", ID, {"answers": {"text": "a"}}, conflicts={"answers.text": ["b"]})
    assert as_json(note)["conflicts"] == {"answers.text": ["b"]}
    assert "conflicts" not in as_json(decode("reflection", ID, {}))


def test_answers_come_in_the_order_of_the_template() -> None:
    answers = {"next": "3", "progress": "1", "own": "4", "learned": " "}
    note = decode("reflection", ID, {"template": "three_minutes", "answers": answers})
    assert isinstance(note, Reflection)
    assert note.in_order() == (("progress", "1"), ("next", "3"), ("own", "4"))


def test_a_record_shows_no_private_text_in_a_log() -> None:
    assert "secret" not in repr(decode("goal", ID, {"title": "secret"}))


def test_ids_rise_with_the_millisecond_and_carry_it() -> None:
    assert new_id(1, 2**74 - 1) < new_id(2, 0)
    assert made_at(ID).isoformat() == "2026-03-12T16:05:09.120000+00:00"
    assert is_id(ID)
    assert ID[14] == "7"
    assert not is_id(ID[:-1])
    assert looks_like_part(ID[-6:])
    assert not looks_like_part("12345")
    assert not looks_like_part("meting")


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_whatever_is_stored_can_be_read(kind: str, data: st.DataObject) -> None:
    anything: Any = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text())
    values = data.draw(st.dictionaries(st.sampled_from(sorted(fields(kind))), anything))
    record = decode(kind, ID, values)
    assert as_json(record)["id"] == ID


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 2**53 + 1, 10**400, 1e300])
def test_a_number_that_cannot_be_counted_with_is_damaged(value: float) -> None:
    assert decode("reading", ID, {"value": value}).damaged == ("value",)
    assert decode("reading", ID, {"value": 2**53}).damaged == ()


@pytest.mark.parametrize(("kind", "name", "values"), [
    ("reflection", "energy", (99, 0, -3, 6)), ("reflection", "headway", (6, 0)), ("reflection", "minutes", (-1,)),
    ("conversation", "atmosphere", (0, 6, -(2**60))), ("profile", "work_days", ([0], [1, 8])),
    ("profile", "review_day", (0, 8)), ("request", "remind_after", (-5,)),
])  # fmt: skip
def test_a_number_out_of_its_bounds_counts_as_not_set_and_is_named(
    kind: str, name: str, values: tuple[Any, ...]
) -> None:
    for value in values:
        record = decode(kind, ID, {name: value})
        assert record.damaged == (name,)
        assert not getattr(record, name)


def test_every_number_with_bounds_is_held_to_them() -> None:
    for kind in TABLES:
        for name, field in fields(kind).items():
            for value in (field.low - 1 if field.low is not None else None, field.high + 1 if field.high else None):
                if value is not None:
                    stored = [int(value)] if field.sort == "wholes" else int(value)
                    assert decode(kind, ID, {name: stored}).damaged == (name,)
