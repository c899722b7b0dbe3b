"""A filter: what it leaves out, and in which order the rest stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.tui.showing import ORDERS, SEEN, Showing, years_of
from tests.builders import a_reflection

TODAY = date(2025, 12, 15)
OLD = a_reflection("2024-03-01", title="b old", tags=("one",))
MID = a_reflection("2025-11-20", title="a mid", shareable=True)
NEW = a_reflection("2025-12-10", title="c new", tags=("One", "two"), goals=("g",))
ALL = (OLD, MID, NEW)


@pytest.mark.parametrize(
    ("showing", "found"),
    [
        (Showing(), [NEW, MID, OLD]),
        (Showing(order="oldest"), [OLD, MID, NEW]),
        (Showing(tag="one"), [NEW, OLD]),
        (Showing(goal="g"), [NEW]),
        (Showing(period="2024"), [OLD]),
        (Showing(period="month"), [NEW, MID]),
        (Showing(seen="shareable"), [MID]),
        (Showing(seen="private"), [NEW, OLD]),
        (Showing(tag="two", seen="shareable"), []),
    ],
)
def test_what_is_shown(showing: Showing, found: list[object]) -> None:
    assert list(showing.of(ALL, TODAY)) == found


@given(st.sampled_from(sorted(ORDERS)), st.sampled_from(sorted(SEEN)))
def test_an_order_leaves_nothing_out(order: str, seen: str) -> None:
    shown = Showing(order=order, seen=seen).of(ALL, TODAY)
    assert set(shown) == set(Showing(seen=seen).of(ALL, TODAY))


def test_only_a_filter_narrows() -> None:
    assert not Showing(order="title").narrows
    assert Showing(seen="private").narrows


def test_the_years_stand_latest_first() -> None:
    assert years_of(ALL) == ["2025", "2024"]
