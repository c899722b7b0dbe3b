"""What a terminal gets of a stored text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.sanitise import SIGNS, clean, clean_document, clean_json, clean_line, on_one_line, with_line_ends

ANY = st.text(st.characters() | st.sampled_from([chr(code) for code in SIGNS]), max_size=60)
ENDS = ("\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")


def test_printable_text_needs_no_look() -> None:
    assert not any(chr(code).isprintable() for code in SIGNS)


@pytest.mark.parametrize("end", ENDS)
def test_every_line_end_is_a_line_end(end: str) -> None:
    text = f"one{end}two"
    assert (with_line_ends(text), clean(text), clean_line(text)) == ("one\ntwo", "one\ntwo", "one two")
    assert on_one_line(text) == "one two"


def test_two_line_ends_are_an_empty_line() -> None:
    assert clean("a\r\rb\n\r\nc\u2028\u2029d") == "a\n\nb\n\nc\n\nd"


@given(ANY)
def test_line_ends_change_nothing_else(text: str) -> None:
    assert with_line_ends(text).replace("\n", "") == "".join(c for c in text if c not in "\n\r\x0b\x0c\x85\u2028\u2029")


@given(ANY)
def test_nothing_that_a_terminal_obeys_gets_through(text: str) -> None:
    allowed = {clean: "\n", clean_line: "", clean_document: "\n\r\t"}
    for made, kept in allowed.items():
        shown = made(text)
        assert not [c for c in shown if ord(c) in SIGNS and c not in kept]
        assert made(shown) == shown


@given(ANY)
def test_json_is_safe_and_says_the_same(text: str) -> None:
    encoded = clean_json(json.dumps({"text": text}, ensure_ascii=False, indent=1))
    assert not [c for c in encoded if ord(c) in SIGNS and c != "\n"]
    assert json.loads(encoded) == json.loads(json.dumps({"text": text}))
