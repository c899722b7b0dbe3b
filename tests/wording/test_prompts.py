"""Templates ask what the models ask, in their order, and every prompt has its words in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.text import cells
from portfolio.wording import Words
from portfolio.wording.prompts import (
    EXTRA_QUESTIONS,
    TEMPLATES,
    extra_question,
    optional_question,
    prompt_hint,
    prompt_label,
    prompt_question,
    template_name,
    template_use,
)
from tests.wording.closed_values import PROMPTS

EN, NL = Words("en"), Words("nl")
PAIRS = [(template, key) for template, keys in PROMPTS.items() for key in keys.split()]


def test_templates_and_their_prompts_are_complete_and_in_order() -> None:
    shape = {key: " ".join(prompt.key for prompt in template.prompts) for key, template in TEMPLATES.items()}
    assert shape == PROMPTS
    assert list(shape) == list(PROMPTS)


@pytest.mark.parametrize("template", PROMPTS)
def test_a_template_says_what_it_is_and_when_to_use_it(template: str) -> None:
    for _ in (EN, NL):
        assert template_name(template, _) != template
        assert template_use(template, _)
    minutes = TEMPLATES[template].minutes
    assert minutes is None or 1 <= minutes[0] <= minutes[1] <= 45


@pytest.mark.parametrize(("template", "key"), PAIRS)
def test_every_prompt_has_a_label_and_a_question_in_both_languages(template: str, key: str) -> None:
    assert prompt_question(template, key, EN) != prompt_question(template, key, NL)
    for _ in (EN, NL):
        assert 0 < len(prompt_label(template, key, _)) <= 28
        assert prompt_question(template, key, _) != key
        assert prompt_question(template, key, _)[-1] in '?.")…'


@pytest.mark.parametrize("template", PROMPTS)
def test_labels_and_questions_differ_within_a_template(template: str) -> None:
    for _ in (EN, NL):
        keys = PROMPTS[template].split()
        assert len({prompt_label(template, key, _) for key in keys}) == len(keys)
        assert len({prompt_question(template, key, _) for key in keys}) == len(keys)


def test_the_words_are_those_that_the_models_are_known_by() -> None:
    assert template_name("three_minutes", NL) == "Drieminutencheck"
    assert prompt_label("three_minutes", "progress", NL) == "Wat goed ging"
    assert prompt_question("three_minutes", "next", NL) == "Wat doe je de volgende keer? Maak af: als …, dan …"
    assert [prompt_label("starr", key, NL) for key in ("s", "t", "a", "r1", "r2", "tr")] == [
        "Situatie",
        "Taak",
        "Actie",
        "Resultaat",
        "Reflectie",
        "Transfer",
    ]
    assert prompt_label("korthagen", "f1", NL) == "Handelen"
    assert prompt_question("log", "what", NL) == "Wat heb je gedaan?"
    assert prompt_question("korthagen", "f2_did", NL) == "Terugblikken: wat deed jij?"


def test_the_hard_prompts_have_a_hint_and_the_others_none() -> None:
    assert prompt_hint("korthagen", "f3", NL) == "Vaak is de kern een tegenstelling: ik wilde A, maar ik deed B."
    assert prompt_hint("starr", "s", NL) == ""


def test_an_unknown_template_or_prompt_is_shown_harmlessly() -> None:
    assert template_name("\x1b[2Jdream", NL) == "␛[2Jdream"
    assert template_use("dream", NL) == ""
    assert prompt_label("starr", "mood", NL) == "mood"
    assert prompt_question("dream", "mood\x07", NL) == "mood␇"
    assert prompt_hint("dream", "mood", NL) == ""


@given(st.dates(max_value=date.max - timedelta(days=len(EXTRA_QUESTIONS))))
def test_the_extra_question_stays_a_day_and_each_has_its_turn(day: date) -> None:
    asked = [extra_question(day + timedelta(days=n), EN) for n in range(len(EXTRA_QUESTIONS))]
    assert set(asked) == set(EXTRA_QUESTIONS)
    assert extra_question(day, EN) == asked[0]


def test_the_extra_questions_are_asked_in_dutch_too() -> None:
    day = date(2025, 12, 15)
    assert extra_question(day, NL) != extra_question(day, EN)


def test_optional_questions_fit_the_period() -> None:
    assert optional_question("energy", NL) == "Hoeveel energie gaf deze dag je? (1 = geen, 5 = veel)"
    assert optional_question("headway", NL, period="week") == "Hoe ver kwam je deze week vooruit? (1 = niet, 5 = veel)"
    assert optional_question("minutes", NL, period="week") == "Hoeveel tijd ongeveer?"
    assert optional_question("mood", NL) == ""


@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_each_question_of_the_evening_fits_on_one_line(words: Words) -> None:
    for key in ("progress", "learned", "next", "feedback"):
        question = prompt_question("three_minutes", key, words)
        assert cells(question) <= 60, question
