"""Tags: counted whatever their capitals, renamed and joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.search.tags import tags, with_tag
from tests.builders import a_reflection


def test_the_most_used_tag_comes_first_whatever_its_capitals() -> None:
    one = a_reflection("2025-01-01", tags=["Pump", "calm"])
    two = a_reflection("2025-01-02", tags=["pump", " pump "])
    found = tags([one, two])
    assert [(t.name, t.records) for t in found] == [("pump", (one.id, two.id)), ("calm", (one.id,))]


def test_a_name_that_is_there_already_joins_the_two() -> None:
    assert with_tag(["a", "B", "c"], "b", "C") == ("a", "C")
    assert with_tag(["a", "B"], "b", "x") == ("a", "x")
    assert with_tag(["a"], "b", "x") == ("a",)
    assert with_tag(["a", "b"], "B", "") == ("a",)


@given(st.lists(st.sampled_from("aAbBcd")), st.sampled_from("abx"), st.sampled_from("abxy"))
def test_no_other_tag_is_lost_or_made(held: list[str], old: str, new: str) -> None:
    after = {t.casefold() for t in with_tag(held, old, new)}
    before = {t.casefold() for t in held}
    assert after == {new if t == old else t for t in before}
