"""The nearest words, for a search that finds nothing."""

from __future__ import annotations

import pytest

from portfolio.journey.search.record_pages import pages_of
from portfolio.journey.search.search import Query
from tests.builders import a_goal, a_reflection

PAGES = pages_of(
    [
        a_goal("Warmtepomp plaatsen", "2025-01-01"),
        a_goal("Réunie met klanten", "2025-01-02"),
        a_reflection("2025-01-03", answers={"text": "De flowsensor was stuk."}),
    ]
)


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("warmtepmop", ("Warmtepomp",)),
        ("reunei", ("Réunie",)),
        ("flowsenor", ("flowsensor",)),
        ("plaatsen warmtepmop", ("plaatsen Warmtepomp",)),
        ("klanten warmtepmop", ()),
        ("klanten warmtepomp", ()),
        ("xyzzy", ()),
        ('"warmtepmop plaatsen"', ()),
        ("warmtepmop -plaatsen", ()),
        ("", ()),
    ],
)
def test_what_is_offered_finds_something(words: str, near: tuple[str, ...]) -> None:
    assert PAGES.nearest(Query(words)) == near
    assert all(PAGES.count(Query(each)) for each in near)


def test_it_stops_when_nobody_wants_the_answer() -> None:
    assert PAGES.nearest(Query("warmtepmop"), wanted=lambda: False) == ()
