"""One question after a longer look back, about what is missing; none where nothing is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.prompts.follow_up import ASPECTS, DEEP, answer_for, missing
from portfolio.records.templates import TEMPLATES
from portfolio.wording.follow_up import QUESTIONS

WHOLE = "Ik vroeg door omdat de klant stil werd; volgende keer weer."


@pytest.mark.parametrize(
    ("template", "answers", "aspect"),
    [
        ("starr", {"s": "Storing bij een klant", "a": "Ik mat eerst"}, "cause"),
        ("what_so_what", {"what": "De pomp viel uit doordat het filter vol zat."}, "part"),
        ("starr", {"s": "Het ging mis omdat het druk was", "a": "Ik mat"}, "others"),
        ("starr", {"s": "It went wrong because my customer was in a hurry"}, "next"),
        ("starr", {"s": WHOLE}, ""),
        ("gibbs", {"analysis": "Druk", "description": "Mijn collega belde"}, "next"),
        ("kolb", {"ce": WHOLE.partition(";")[0], "ae": "Maandag"}, ""),
        ("three_minutes", {"progress": "Pomp"}, ""),
        ("starr", {"s": "  "}, ""),
        ("starr", {}, ""),
    ],
)
def test_the_first_thing_that_is_missing_is_asked(template: str, answers: dict[str, str], aspect: str) -> None:
    assert missing(template, answers) == aspect


def test_a_word_within_a_word_shows_nothing() -> None:
    assert missing("starr", {"s": "Wantrouwen overal"}) == "cause"


@given(st.sampled_from(sorted(TEMPLATES)), st.text(max_size=60))
def test_it_is_asked_in_words_or_not_at_all(template: str, words: str) -> None:
    aspect = missing(template, dict.fromkeys(TEMPLATES[template], words))
    assert aspect in ("", *QUESTIONS)
    assert not aspect or template in DEEP
    assert not aspect or answer_for(aspect, template) in ("", *TEMPLATES[template])


def test_every_aspect_has_its_question() -> None:
    assert set(QUESTIONS) == set(ASPECTS)
    assert set(TEMPLATES) >= DEEP
