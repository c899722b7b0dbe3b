"""Signs and words in ASCII."""

from __future__ import annotations

import dataclasses

import pytest

from portfolio.pictures.signs import ASCII, UNICODE, PlainWords, fold, words_for
from portfolio.text import cells
from portfolio.wording import Words


def test_every_sign_has_a_twin_in_ascii() -> None:
    for field in dataclasses.fields(ASCII):
        if field.name != "ascii":
            assert getattr(ASCII, field.name).isascii(), field.name


def test_every_sign_that_stands_in_a_column_takes_one_cell() -> None:
    for signs in (UNICODE, ASCII):
        for field in dataclasses.fields(signs):
            sign = getattr(signs, field.name)
            if field.name not in ("ascii", "apart", "arrow", "blocks", "heights", "weeks", "several"):
                assert cells(sign) == 1, field.name


def test_the_ladders_are_as_long_in_ascii() -> None:
    assert len(UNICODE.blocks) == len(ASCII.blocks) == 8
    assert len(UNICODE.heights) == len(set(UNICODE.heights)) == len(set(ASCII.heights)) == 6
    assert len(UNICODE.several) == len(ASCII.several) == cells(UNICODE.several) == 9
    assert len(UNICODE.weeks) == len(ASCII.weeks) == 4
    assert len(set(ASCII.weeks)) == 4


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("privé", "prive"),
        ("één idee, twee ideeën", "een idee, twee ideeen"),
        ("1 jan – 31 dec", "1 jan - 31 dec"),
        ("☃", "?"),
    ],
)
def test_our_words_fold_to_ascii(words: str, plain: str) -> None:
    assert fold(words) == plain


def test_only_ascii_signs_come_with_a_folding_translator() -> None:
    dutch = Words("nl")
    assert words_for(UNICODE, dutch) is dutch
    plain = words_for(ASCII, dutch)
    assert isinstance(plain, PlainWords)
    assert words_for(ASCII, plain) is plain
    assert plain.language == "nl"
