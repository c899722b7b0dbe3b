"""The orders of a list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from portfolio.journey.fold import fold
from portfolio.journey.search.order import ORDERS, ordered
from portfolio.records.record import Record
from tests.builders import a_goal, a_reflection, a_step

EARLY = a_reflection("2025-01-01", words="Alpha")
MID = a_goal("beta", on="2025-02-01", due="2025-09-01", modified=datetime(2026, 1, 1, tzinfo=UTC))
STEP = a_step(MID, "gamma", on="2025-01-01", created=datetime(2024, 1, 1, tzinfo=UTC))
LATE = a_goal("Élan", on="2025-03-01", due="2025-06-01")
ALL = (MID, STEP, LATE, EARLY)


def title(record: Record) -> str:
    return fold("Alpha" if record is EARLY else record.heading)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("date", [EARLY, STEP, MID, LATE]),
        ("title", [EARLY, MID, LATE, STEP]),
        ("kind", [MID, LATE, STEP, EARLY]),
        ("created", [STEP, EARLY, MID, LATE]),
        ("changed", [EARLY, STEP, LATE, MID]),
        ("due", [LATE, MID, EARLY, STEP]),
    ],
)
def test_each_order_and_its_reverse(by: str, expected: list[Record]) -> None:
    assert list(ordered(ALL, by, title)) == expected
    if by != "due":
        assert list(ordered(ALL, by, title, reverse=True)) == expected[::-1]


def test_what_has_no_due_date_comes_last_both_ways() -> None:
    assert list(ordered(ALL, "due", title, reverse=True)) == [MID, LATE, STEP, EARLY]


def test_every_order_is_tried() -> None:
    assert set(ORDERS) == {"date", "title", "kind", "created", "changed", "due"}
