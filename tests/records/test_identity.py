"""Ids: their text, their number, and the moment that some of them carry."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from portfolio.records.identity import (
    id_of,
    instant_of,
    is_id,
    made_at,
    milliseconds_of,
    new_id,
    number_of,
    random_id,
)

PROFILE = "00000000-0000-7000-8000-000000000001"


@given(st.integers(0, 2**128 - 1))
def test_an_id_and_its_number_are_one_to_one(number: int) -> None:
    assert number_of(id_of(number)) == number
    assert is_id(id_of(number)) and is_id(id_of(number).upper())


@given(st.text(max_size=40) | st.text("0123456789abcdef-_+ ", min_size=36, max_size=36))
def test_no_other_text_is_an_id(words: str) -> None:
    assert not is_id(words)
    assert number_of(words) is None or id_of(number_of(words) or 0).replace("-", "") == words.replace("-", "")


@given(st.integers(1, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_a_new_id_carries_its_moment(moment: int, random: int) -> None:
    identity = new_id(moment, random)
    assert milliseconds_of(identity) == moment and made_at(identity) == instant_of(moment)
    assert identity[14] == "7" and identity[19] in "89ab"


def test_only_an_id_that_was_made_carries_a_moment() -> None:
    assert milliseconds_of("0198c0de-0000-7000-8000-000000000001") == 0x0198C0DE0000
    for identity in (PROFILE, "0198c0de-0000-4000-8000-000000000001", "no id at all", "z" * 14 + "7" + "z" * 21, ""):
        assert milliseconds_of(identity) is None
        assert made_at(identity) == datetime(1970, 1, 1, tzinfo=UTC)


@given(st.integers(0, 2**128 - 1))
def test_a_random_id_says_that_it_is_one(random: int) -> None:
    identity = random_id(random)
    assert is_id(identity) and identity[14] == "4" and identity[19] in "89ab"
    kept = ~(0xF << 76 | 0b11 << 62)
    assert (number_of(identity) or 0) & kept == random & kept
