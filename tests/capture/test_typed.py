"""What people type for a field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portfolio.capture.typed import read, worked_out
from portfolio.records.kinds import fields

TODAY = date(2026, 11, 18)


def value(kind: str, name: str, *texts: str) -> Any:
    found, problems = read(name, fields(kind)[name], texts, TODAY)
    return [p.message for p in problems] or found


@pytest.mark.parametrize(
    ("kind", "name", "texts", "meant"),
    [
        ("reading", "value", ("3,5",), 3.5),
        ("reading", "value", ("3.0",), 3),
        ("reading", "value", ("-2",), -2),
        ("reflection", "minutes", ("15",), 15),
        ("reflection", "discuss", ("ja",), True),
        ("reflection", "discuss", ("No",), False),
        ("reflection", "form", ("Self-Study",), "self_study"),
        ("goal", "forms", ("doing", "teaching"), ["doing", "teaching"]),
        ("goal", "due", ("vrijdag",), "2026-11-20"),
        ("goal", "date", ("gisteren",), "2026-11-17"),
        ("goal", "why", ("  ",), None),
        ("goal", "tags", ("a", "b"), ["a", "b"]),
        ("reflection", "answers", ("learned=a=b", "next="), {"learned": "a=b", "next": None}),
        ("profile", "work_days", ("1", "2"), [1, 2]),
    ],
)
def test_text_becomes_the_value_it_means(kind: str, name: str, texts: tuple[str, ...], meant: object) -> None:
    assert value(kind, name, *texts) == meant


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("reading", "value", "veel"),
        ("reading", "value", "1e400"),
        ("reading", "value", "nan"),
        ("reflection", "minutes", "1.5"),
        ("reflection", "minutes", "٣"),
        ("reflection", "discuss", "perhaps"),
        ("reflection", "form", "osmosis"),
        ("reflection", "answers", "no equals sign"),
        ("goal", "due", "31 februari"),
    ],
)
def test_what_cannot_be_is_a_problem_and_not_a_guess(kind: str, name: str, text: str) -> None:
    found, problems = read(name, fields(kind)[name], (text,), TODAY)
    assert found is None
    assert [p.field for p in problems] == [name]


def test_only_a_day_that_was_worked_out_is_shown() -> None:
    field = fields("goal")["date"]
    assert worked_out(field, "gisteren", TODAY) == date(2026, 11, 17)
    assert worked_out(field, "2026-11-17", TODAY) is None
    assert worked_out(field, "nonsense", TODAY) is None
