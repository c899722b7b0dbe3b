"""Checking values: every problem at once, by field name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.records.kinds import FIRST_WORDS, HEADINGS, KINDS, TABLES, fields, record_type
from portfolio.records.templates import TEMPLATES
from portfolio.records.validate import validate
from portfolio.wording import Words


def problems(kind: str, values: dict[str, Any], *, whole: bool = True) -> set[str]:
    return {p.field for p in validate(kind, values, whole=whole)}


def test_all_problems_are_reported_at_once_by_field_name() -> None:
    values = {"template": "log", "answers": {"x": "1", "what": 3}, "energy": 9, "foo": 1, "date": "2026-02-30"}
    assert problems("reflection", values) == {"answers.x", "answers.what", "energy", "foo", "date"}


@pytest.mark.parametrize(
    ("kind", "values", "wrong"),
    [
        ("goal", {}, {"title"}),
        ("goal", {"title": "   "}, {"title"}),
        ("goal", {"title": "x", "state": "finished"}, {"state"}),
        ("goal", {"title": "x", "forms": ["doing", "magic"]}, {"forms"}),
        ("goal", {"title": "x", "skills": "not a list"}, {"skills"}),
        ("goal", {"title": "x", "due": "12-3-2026"}, {"due"}),
        ("step", {"text": "x"}, {"goal"}),
        ("reading", {"measure": "m", "value": "3"}, {"value"}),
        ("reading", {"measure": "m", "value": float("inf")}, {"value"}),
        ("reading", {"measure": "m", "value": True}, {"value"}),
        ("profile", {"work_days": [1, 8]}, {"work_days"}),
        ("profile", {"review_day": 0}, {"review_day"}),
        ("reflection", {"minutes": -1}, {"minutes"}),
        ("reflection", {"discuss": "yes"}, {"discuss"}),
        ("reflection", {"answers": "text"}, {"answers"}),
        ("rating", {"skill": "s", "level": True}, {"level"}),
        ("person", {"name": 3}, {"name"}),
    ],
)
def test_a_wrong_value_is_named(kind: str, values: dict[str, Any], wrong: set[str]) -> None:
    assert problems(kind, values) == wrong


def test_an_edit_checks_only_what_it_changes_and_may_clear_what_is_not_required() -> None:
    assert problems("goal", {"why": None, "state": "paused"}, whole=False) == set()
    assert problems("goal", {"title": None}, whole=False) == {"title"}


@pytest.mark.parametrize("kind", TABLES)
def test_every_kind_has_a_type_a_table_and_typed_fields(kind: str) -> None:
    assert KINDS[TABLES[kind]] == kind
    assert record_type(kind).kind == kind
    assert set(fields(kind)) >= {"date", "shareable", "tags"}
    assert kind == "reflection" or FIRST_WORDS[kind] in fields(kind)
    assert kind not in HEADINGS or HEADINGS[kind] == record_type(kind).title_field


def test_every_template_takes_its_own_answers_and_no_others() -> None:
    for template, keys in TEMPLATES.items():
        assert problems("reflection", {"template": template, "answers": dict.fromkeys(keys, "x")}) == set()
        assert problems("reflection", {"template": template, "answers": {"zzz": "x"}}) == {"answers.zzz"}


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(TABLES)), st.dictionaries(st.text(max_size=9), _json, max_size=4), st.data())
def test_no_value_ever_makes_checking_or_its_sentences_fail(
    kind: str, junk: dict[str, Any], data: st.DataObject
) -> None:
    known = {name: data.draw(_json) for name in data.draw(st.sets(st.sampled_from(sorted(fields(kind))), max_size=4))}
    for problem in validate(kind, {**junk, **known}):
        assert problem.sentence(Words("nl"))
        assert problem.sentence(Words("en"))
