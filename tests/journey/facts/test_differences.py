"""Two versions of a text in pieces: nothing of either is gone, and what both say is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.differences import both_in_one, differences

words = st.lists(st.sampled_from(["meten", "dan", "bellen", ",", ".", "\n", "  ", "é", "‹", "[b]"]), max_size=14).map(
    " ".join
)
texts = words | st.text(max_size=30)


@given(one=texts, other=texts)
def test_the_pieces_of_either_side_are_that_side_to_the_letter(one: str, other: str) -> None:
    pieces = differences(one, other)
    assert "".join(piece.one for piece in pieces) == one
    assert "".join(piece.other for piece in pieces) == other
    assert all(piece.one or piece.other for piece in pieces)


@given(one=texts)
def test_equal_texts_are_one_piece(one: str) -> None:
    assert all(piece.same for piece in differences(one, one)) and len(differences(one, one)) <= 1


def test_what_only_one_says_is_apart() -> None:
    pieces = differences("First measure, then call.", "First measure the flow, then call Ruud.")
    assert [(piece.one, piece.other) for piece in pieces if not piece.same] == [("", " the flow"), ("", " Ruud")]


def test_words_that_changed_side_by_side_are_one_change() -> None:
    pieces = differences("he asked good questions today", "he told me everything today")
    assert [piece for piece in pieces if not piece.same] == [("asked good questions", "told me everything")]


def test_long_texts_are_compared_line_by_line() -> None:
    lines = [f"line {number} with some words in it" for number in range(1000)]
    other = [*lines[:500], "another line", *lines[501:]]
    pieces = differences("\n".join(lines), "\n".join(other))
    assert [piece.other for piece in pieces if not piece.same] == ["another line\n"]


@given(one=texts, other=texts)
def test_both_in_one_holds_every_line_of_both(one: str, other: str) -> None:
    made = both_in_one(one, other).split("\n")
    for side in (one, other):
        left = iter(made)
        assert all(any(line == each for each in left) for line in side.split("\n"))


def test_what_both_say_stands_in_it_once() -> None:
    assert both_in_one("a\nb\nc", "a\nB\nc") == "a\nb\nB\nc"
    assert both_in_one("same", "same") == "same"
