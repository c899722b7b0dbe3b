"""A filter: what it leaves out, and in which order the rest stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.tui.render.filter import ORDERS, SEEN, ListFilter, years_of
from tests.builders import a_feedback, a_goal, a_person, a_reflection, a_skill, having

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


def test_over_the_shoulder_a_period_goes_by_the_days_that_are_told() -> None:
    begun = a_goal("Begun", start="2025-03-01", shareable=True)
    idea = a_goal("Idea", start=None, on="2025-06-01", state="idea", shareable=True)  # type: ignore[arg-type]
    skill = a_skill("Faults", "2025-06-01", shareable=True)
    copies = [r for r in share(having(begun, idea, skill), Choice(), TODAY).records if r.kind in ("goal", "skill")]
    assert [r.id for r in ListFilter(period="2025").of(copies, TODAY)] == [begun.id]
    assert not ListFilter(period="2024").of(copies, TODAY), "the day before the period stands in for no day"
    assert len(ListFilter().of(copies, TODAY)) == 3
    assert len(ListFilter(period="2025").of([begun, idea, skill], TODAY)) == 3, "one's own records have their days"


def test_a_person_leaves_what_is_with_or_about_them_and_the_filter_follows_the_records() -> None:
    ruud = a_person("Ruud")
    said, other = a_feedback("2025-11-01", from_=ruud.id), a_feedback("2025-11-02")
    showing = ListFilter(person=ruud.id).looking_at(having(ruud, said, other))
    assert list(showing.of((said, other), TODAY)) == [said]
    assert showing.narrows
    assert showing._replace(person="").looking_at(having()) == ListFilter()
