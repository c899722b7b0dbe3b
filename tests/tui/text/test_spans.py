"""Lines for a terminal: nothing is wider than its place, and no word is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from portfolio.sanitise import clean
from portfolio.text import cut, wrap
from portfolio.tui.text.spans import Span, fit, spread, width_of

JOINED = st.sampled_from(
    ["👩‍🔧", "👨‍👩‍👧‍👦", "❤️", "👍🏽", "e\u0301", "漢", "zodat", "hij", " ", "\u200d", "\ufe0f", "\n"]
)
TEXT = (st.text(max_size=80) | st.lists(JOINED, max_size=40).map("".join)).map(clean)
WIDTH = st.integers(min_value=2, max_value=60)


@given(TEXT, WIDTH)
def test_a_wrapped_text_fits_and_keeps_every_character(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(TEXT, WIDTH)
def test_what_was_wrapped_to_a_width_is_never_cut_at_it(text: str, width: int) -> None:
    assert all(fit((Span(line),), width) == (Span(line),) for line in wrap(text, width))


@given(TEXT, st.integers(min_value=0, max_value=60))
def test_a_cut_text_fits_and_says_that_something_is_missing(text: str, width: int) -> None:
    line = text.replace("\n", " ")
    short = cut(line, width)
    assert cell_len(short) <= width
    assert short == line or short == "" or short.endswith("…")


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=2), WIDTH)
def test_a_line_with_two_sides_fits(left: list[str], right: list[str], width: int) -> None:
    line = spread(tuple(Span(t) for t in left), tuple(Span(t) for t in right), width)
    assert width_of(line) <= width


def test_the_left_side_gives_way_to_the_right() -> None:
    line = spread((Span("a long title of something"),), (Span("private"),), 20)
    assert "".join(span.text for span in line) == "a long tit…  private"


def test_a_span_that_does_not_fit_is_cut_and_what_follows_is_left_out() -> None:
    assert [s.text for s in fit((Span("one "), Span("two three"), Span("four")), 8)] == ["one ", "two…"]


def test_a_line_of_a_hundred_thousand_characters_is_wrapped_quickly() -> None:
    lines = wrap("x" * 100_000, 70)
    assert len(lines) == 1429
    assert cut("x" * 100_000, 10) == "xxxxxxxxx…"
