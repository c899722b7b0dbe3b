"""What people type for a field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portfolio.capture.typed import TWO_READINGS, computed_day, read
from portfolio.records.kinds import fields
from portfolio.records.validate import NOT_NUMBER
from portfolio.wording import Words

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
    assert computed_day(field, "gisteren", TODAY) == date(2026, 11, 17)
    assert computed_day(field, "2026-11-17", TODAY) is None
    assert computed_day(field, "nonsense", TODAY) is None


NUMBER = fields("reading")["value"]


@pytest.mark.parametrize(
    ("typed", "thousands", "decimals"),
    [
        ("12.500", "12500", "12.5"),
        ("12,500", "12500", "12,5"),
        ("1.000", "1000", "1"),
        ("1,000", "1000", "1"),
        ("-3.125", "-3125", "-3.1250"),
        (" 999,999 ", "999999", "999,9990"),
    ],
)
def test_a_number_with_two_readings_is_refused_with_both(typed: str, thousands: str, decimals: str) -> None:
    value, (problem,) = read("value", NUMBER, [typed], TODAY)
    assert value is None
    assert problem.message == TWO_READINGS
    assert (problem.parameters["thousands"], problem.parameters["decimals"]) == (thousands, decimals)
    for way, meant in ((thousands, float(thousands)), (decimals, float(decimals.replace(",", ".")))):
        assert read("value", NUMBER, [way], TODAY) == (meant, [])
    for language in ("nl", "en"):
        said = problem.sentence(Words(language))
        assert thousands in said
        assert decimals in said


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", 12.5), ("12.5", 12.5), ("12,50", 12.5), ("0,125", 0.125), ("0.125", 0.125), (".125", 0.125),
        ("1234,567", 1234.567), ("1.000.000", 1_000_000), ("1,000,000", 1_000_000), ("1 000", 1000), ("1'000", 1000),
        ("1\u202f000", 1000), ("1\u00a0000\u00a0000", 1_000_000), ("1\u2019000", 1000), ("1 000,5", 1000.5),
        ("1.000,5", 1000.5), ("1,000.5", 1000.5), ("1.000.000,25", 1_000_000.25), ("12,1250", 12.125), ("-5", -5),
        ("+1 000", 1000),
    ],
)  # fmt: skip
def test_a_number_with_one_reading_is_taken(typed: str, value: float) -> None:
    assert read("value", NUMBER, [typed], TODAY) == (value, [])


@pytest.mark.parametrize("typed", ["1 00", "1.00.000", "1'00", "1,5,5", "1.000,000,5", "een", "1 0000", "1..5", "--5"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    value, (problem,) = read("value", NUMBER, [typed], TODAY)
    assert (value, problem.message) == (None, NOT_NUMBER)
