"""Kinds, fields and closed values have a word in both languages, and a strange key never breaks a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.wording import Language, Words
from portfolio.wording.choices import CHOICES as CHOICE_TABLE
from portfolio.wording.field_hints import HINTS
from portfolio.wording.fields import LABELS
from portfolio.wording.names import (
    capital,
    choice_label,
    field_hint,
    field_label,
    kind_name,
    kind_plural,
    privacy_label,
)
from tests.wording.closed_values import CHOICES, EVERY_RECORD, FIELDS

EN, NL = Words("en"), Words("nl")
KIND_FIELDS = [(kind, field) for kind, fields in FIELDS.items() for field in f"{EVERY_RECORD} {fields}".split()]
KIND_VALUES = [(kind, field, value) for (kind, field), values in CHOICES.items() for value in values.split()]
ASKED_TOO = [("skill", "now"), ("skill", "shows_now")]  # the form of a skill asks them; they become a rating
NL_AND_EN_ALIKE = ("open", "experiment", "week", "portfolio", "feedback", "top", "tip")
ELSEWHERE = ("template", "work_days", "review_day")  # their words come from the templates and the calendar
CONTROLS = st.text(alphabet=st.sampled_from("a\x1b\x07\n\t\u202e\x9b_"), min_size=1)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_has_a_name_for_one_and_for_many(kind: str) -> None:
    for _ in (EN, NL):
        assert kind_name(kind, _) == kind_name(kind, _).lower()
        assert kind_plural(kind, _) == kind_plural(kind, _).lower()
    assert kind_name(kind, NL)
    assert kind_plural(kind, NL)


def test_the_names_of_the_glossary_are_used() -> None:
    assert kind_name("goal", EN) == "learning goal"
    assert kind_name("goal", NL) == "leerdoel"
    assert kind_plural("rating", NL) == "inschattingen"
    assert kind_plural("evidence", NL) == "bewijsstukken"
    assert field_label("target", NL, kind="skill") == "Streefniveau"


@pytest.mark.parametrize(("kind", "field"), KIND_FIELDS)
def test_every_field_has_a_label_of_its_own(kind: str, field: str) -> None:
    assert f"{kind}.{field}" in LABELS or field in LABELS
    for _ in (EN, NL):
        label = field_label(field, _, kind=kind)
        assert label[:1] == label[:1].upper()
        assert label != field


def test_a_kind_may_have_its_own_label() -> None:
    assert field_label("sign", EN) == "How will you know?"
    assert field_label("sign", NL, kind="goal") == "Waaraan merk je het?"
    assert field_label("sign", NL, kind="agreement") == "Waaraan zien we dat het gedaan is?"
    assert field_label("start", NL, kind="goal") == "Startdatum"
    assert field_label("start", NL, kind="measure") == "Beginwaarde"


@pytest.mark.parametrize("hint", HINTS)
def test_hints_belong_to_a_field_that_exists(hint: str) -> None:
    kind, field = hint.split(".")
    assert (kind, field) in KIND_FIELDS or (kind, field) in ASKED_TOO
    assert field_hint(field, EN, kind)
    assert field_hint(field, NL, kind) != field_hint(field, EN, kind)


def test_a_field_without_a_hint_has_an_empty_one() -> None:
    assert field_hint("tags", NL, "goal") == ""


@pytest.mark.parametrize(("kind", "field", "value"), KIND_VALUES)
def test_every_closed_value_has_a_word(kind: str, field: str, value: str) -> None:
    known = {**CHOICE_TABLE.get(field, {}), **CHOICE_TABLE.get(f"{kind}.{field}", {})}
    assert value in known or field in ELSEWHERE or (kind, value) == ("agreement", "dropped")
    for _ in (EN, NL):
        label = choice_label(field, value, _, kind=kind)
        assert label
        assert "_" not in label
        assert label != value or value in NL_AND_EN_ALIKE or _ is EN


def test_the_order_of_the_choices_is_that_of_the_contract() -> None:
    for (kind, field), values in CHOICES.items():
        table = CHOICE_TABLE.get(f"{kind}.{field}") or CHOICE_TABLE.get(field, {})
        assert list(table) == [value for value in values.split() if value in table]


def test_a_dropped_goal_is_let_go_and_a_dropped_agreement_lapses() -> None:
    assert choice_label("state", "dropped", NL, kind="goal") == "losgelaten"
    assert choice_label("state", "dropped", NL, kind="agreement") == "vervallen"
    assert choice_label("state", "dropped", EN, kind="agreement") == "dropped"


def test_without_a_kind_the_value_finds_its_word() -> None:
    assert choice_label("sort", "certificate", NL) == "certificaat of diploma"
    assert choice_label("state", "paused", NL) == "gepauzeerd"
    assert choice_label("forms", "shadowing", NL) == "Meelopen of meekijken"


def test_a_value_of_another_kind_is_not_borrowed() -> None:
    assert choice_label("sort", "certificate", NL, kind="step") == "certificate"


def test_true_and_false_are_yes_and_no() -> None:
    assert choice_label("asked", True, NL) == "ja"
    assert choice_label("discuss", False, EN) == "no"
    assert choice_label("shareable", True, NL) == "deelbaar"


def test_whole_numbers_are_found_too() -> None:
    assert choice_label("review_day", 5, NL) == "vrijdag"


@pytest.mark.parametrize(
    ("language", "private", "shareable"), [("en", "private", "shareable"), ("nl", "privé", "deelbaar")]
)
def test_privacy_is_said_in_a_word(language: Language, private: str, shareable: str) -> None:
    assert privacy_label(False, Words(language)) == private
    assert privacy_label(True, Words(language)) == shareable


@given(CONTROLS)
def test_an_unknown_key_is_shown_harmlessly(key: str) -> None:
    shown = (
        kind_name(key, NL),
        kind_plural(key, NL),
        field_label(key, NL),
        field_label(key, NL, kind=key),
        choice_label(key, key, NL),
        choice_label("sort", key, NL, kind="evidence"),
        choice_label("template", key, NL),
    )
    assert not any(sign in text for text in shown for sign in "\x1b\x07\n\t\u202e\x9b")


def test_capital_changes_the_first_letter_only() -> None:
    assert capital("één POP-gesprek") == "Eén POP-gesprek"
    assert capital("") == ""
