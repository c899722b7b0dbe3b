"""A filter: what it leaves out, and in which order the rest stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.tui.render.filter import ORDERS, SEEN, ListFilter, years_of
from tests.builders import a_reflection

TODAY = date(2025, 12, 15)
OLD = a_reflection("2024-03-01", title="b old", tags=("one",))
MID = a_reflection("2025-11-20", title="a mid", shareable=True)
NEW = a_reflection("2025-12-10", title="c new", tags=("One", "two"), goals=("g",))
ALL = (OLD, MID, NEW)


@pytest.mark.parametrize(
    ("showing", "found"),
    [
        (ListFilter(), [NEW, MID, OLD]),
        (ListFilter(order="oldest"), [OLD, MID, NEW]),
        (ListFilter(tag="one"), [NEW, OLD]),
        (ListFilter(goal="g"), [NEW]),
        (ListFilter(period="2024"), [OLD]),
        (ListFilter(period="month"), [NEW, MID]),
        (ListFilter(seen="shareable"), [MID]),
        (ListFilter(seen="private"), [NEW, OLD]),
        (ListFilter(tag="two", seen="shareable"), []),
    ],
)
def test_what_is_shown(showing: ListFilter, found: list[object]) -> None:
    assert list(showing.of(ALL, TODAY)) == found


@given(st.sampled_from(sorted(ORDERS)), st.sampled_from(sorted(SEEN)))
def test_an_order_leaves_nothing_out(order: str, seen: str) -> None:
    shown = ListFilter(order=order, seen=seen).of(ALL, TODAY)
    assert set(shown) == set(ListFilter(seen=seen).of(ALL, TODAY))


def test_only_a_filter_narrows() -> None:
    assert not ListFilter(order="title").narrows
    assert ListFilter(seen="private").narrows


def test_the_years_stand_latest_first() -> None:
    assert years_of(ALL) == ["2025", "2024"]
