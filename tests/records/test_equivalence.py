"""Texts that look alike are the same text, however their letters are stored."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.records.equivalence import canonical, caseless

FORMS: Final[tuple[Literal["NFC", "NFD"], ...]] = ("NFC", "NFD")
TEXT = st.text(st.sampled_from("aéÉïöÅǅẞßﬁ한İı\u0301\u0323\u0308 ñ漢") | st.characters(codec="utf-8"), max_size=12)


@given(TEXT)
def test_every_form_is_the_same_text(text: str) -> None:
    assert len({canonical(unicodedata.normalize(form, text)) for form in FORMS}) == 1
    assert len({caseless(unicodedata.normalize(form, text)) for form in FORMS}) == 1
    assert caseless(caseless(text)) == caseless(text)


@pytest.mark.parametrize(("one", "other"), [("René", "RENÉ"), ("Coördinatie", "cOÖRDINATIE"), ("Straße", "STRASSE")])
def test_capitals_do_not_count(one: str, other: str) -> None:
    assert {caseless(unicodedata.normalize(form, text)) for form in FORMS for text in (one, other)} == {caseless(one)}


def test_other_letters_are_other_texts() -> None:
    assert caseless("Rene") != caseless("René")
    assert canonical("rené") != canonical("René")
