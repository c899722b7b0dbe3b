"""Cells: our measure agrees with the one that draws the app, and cutting and wrapping keep to it."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from portfolio.text import cells, clusters, cut, cut_at_word, pad, pad_left, wrap, wrap_at_most

HOSTILE = st.text(st.sampled_from("ab e\u0301漢字한😀👍🏽🇳🇱❤\ufe0f\u200d1\u00adאב\u1112\u1161\u11abｱ－…"), max_size=30)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("één", 3),
        ("e\u0301e\u0301", 2),
        ("漢字", 4),
        ("😀", 2),
        ("👍🏽", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("🇳🇱", 2),
        ("\u1112\u1161\u11ab", 2),
        ("a\u200db", 1),
        ("●▲✎◇◎◆━╸", 8),
    ],
)
def test_the_cells_of_what_people_type(text: str, width: int) -> None:
    assert cells(text) == width
    assert cell_len(text) == width


def test_every_character_takes_the_cells_that_rich_gives_it() -> None:
    """Characters that this Python does not know yet and controls, which never reach a line, are left out."""
    known = [char for char in map(chr, range(sys.maxunicode + 1)) if category(char) not in ("Cn", "Cc", "Cs")]
    assert [char for char in known if cells(char) != cell_len(char)] == []


@given(
    st.lists(st.sampled_from([*"ab é#☕ℹ©★✔漢한", "\u0301", "\u00ad", "\u0903", "\u200d", "\ufe0f", "👩", "🏽", "🇳"]))
)
def test_joined_characters_take_the_cells_that_rich_gives_them(characters: list[str]) -> None:
    text = "".join(characters)
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize("text", ["\U0001facd", "\U0001fae8", "\U00031350"])
def test_a_character_newer_than_this_python_takes_its_cells(text: str) -> None:
    assert cells(text) == cell_len(text) == 2


@given(HOSTILE)
def test_clusters_lose_nothing_and_add_up(text: str) -> None:
    pieces = clusters(text)
    assert "".join(piece for piece, _width in pieces) == text
    assert sum(width for _piece, width in pieces) == cells(text)


@given(HOSTILE, st.integers(0, 40))
def test_a_cut_text_fits_and_keeps_its_beginning(text: str, width: int) -> None:
    short = cut(text, width)
    assert cells(short) <= width
    assert short == text or text.startswith(short.removesuffix("…").rstrip())


@given(HOSTILE, st.integers(1, 40))
def test_padded_text_takes_exactly_its_cells(text: str, width: int) -> None:
    text = text.strip("\u200d\ufe0f")
    assert cells(pad(text, width)) == width
    assert cells(pad_left(text, width)) == width


@given(HOSTILE, st.integers(5, 40), st.integers(0, 3))
def test_wrapped_text_fits_and_loses_no_character_but_spaces(text: str, width: int, indent: int) -> None:
    lines = wrap(text, width, indent)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_cutting_a_wide_character_in_half_leaves_it_out() -> None:
    assert cut("漢字漢字", 4) == "漢…"
    assert cut("漢字", 1, "") == ""


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Weer een keer. Nog iets", 15, "Weer een keer…"),
        ("Weer een keer. Nog iets", 14, "Weer een keer…"),
        ("Doel, stap, en meer", 12, "Doel, stap…"),
        ("Hoe lang? Niet lang", 10, "Hoe lang…"),
        ("Feedback – van Erik", 12, "Feedback…"),
        ("...........", 5, "....…"),
        ("abc. def", 4, "abc…"),
    ],
)
def test_no_sign_stays_before_the_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
    assert cut_at_word(text, width) == shown
    assert cut(text, width, "") == text[:width].rstrip()


def test_a_number_is_not_cut_in_two_at_a_word() -> None:
    assert cut_at_word("Meten met 3.5 bar", 13) == "Meten met…"


@given(HOSTILE, st.integers(0, 20))
def test_cutting_at_a_word_keeps_to_the_width_and_is_the_beginning(text: str, width: int) -> None:
    shown = cut_at_word(text, width)
    assert cells(shown) <= width
    assert shown == text or text.startswith(shown.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Solve heat pump faults", 22, "Solve heat pump faults"),
        ("Solve heat pump faults", 21, "Solve heat pump…"),
        ("Solve heat pump faults", 11, "Solve heat…"),
        ("Solve heat pump faults", 10, "Solve…"),
        ("Solve heat, pump", 13, "Solve heat…"),
        ("A_long_word_without_room", 10, "A_long_wo…"),
        ("On warmtepompstoringen", 12, "On warmtepo…"),
    ],
)
def test_a_text_is_cut_after_a_word_when_enough_of_it_stays(text: str, width: int, shown: str) -> None:
    assert cut_at_word(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("one two three four five six", 12, 2, ["one two", "three four…"]),
        ("one two", 12, 2, ["one two"]),
        ("one\ntwo\nthree", 12, 2, ["one", "two three…"]),
        ("one\n\n\n", 3, 1, ["on…"]),
        ("abcdefghijkl", 4, 2, ["abcd", "efg…"]),
        ("one two.\nthree", 9, 1, ["one two…"]),
    ],
)
def test_what_does_not_fit_in_so_many_lines_ends_at_a_word_with_a_sign(
    text: str, width: int, most: int, lines: list[str]
) -> None:
    assert wrap_at_most(text, width, most) == lines


@given(HOSTILE, st.integers(2, 30), st.integers(1, 4))
def test_lines_at_most_fit_and_say_when_something_is_left_out(text: str, width: int, most: int) -> None:
    found, whole = wrap_at_most(text, width, most), wrap(text, width)
    assert len(found) == min(most, len(whole))
    assert all(cells(line) <= width for line in found)
    assert found == whole or found[-1].endswith("…")
