"""Levels in words: nothing is added up, no level is not zero, and people's own levels stay theirs."""

from __future__ import annotations

import pytest

from portfolio.wording import Words
from portfolio.wording.levels import level_anchor, level_label, level_name, no_level, yes_no

EN, NL = Words("en"), Words("nl")


def test_the_scale_of_independence_has_six_named_levels() -> None:
    assert [level_name(n, EN) for n in range(6)] == [
        "Not yet",
        "Beginner",
        "With help",
        "Independent",
        "Advanced",
        "Expert",
    ]
    assert [level_name(n, NL) for n in range(6)] == [
        "Nog niet",
        "Beginner",
        "Met hulp",
        "Zelfstandig",
        "Gevorderd",
        "Expert",
    ]


@pytest.mark.parametrize("n", range(6))
def test_every_level_says_what_one_can_say_of_oneself(n: int) -> None:
    assert "I" in level_anchor(n, EN).split()
    assert {"ik", "Ik"} & set(level_anchor(n, NL).split())


@pytest.mark.parametrize("n", [-1, 6, 99])
def test_a_number_outside_the_scale_stays_a_number(n: int) -> None:
    assert level_name(n, NL) == str(n)
    assert level_anchor(n, NL) == ""
    assert level_label(n, NL) == str(n)


def test_no_level_is_not_level_zero() -> None:
    assert level_label(None, NL) == level_label("", NL) == no_level(NL) == "geen niveau"
    assert level_label(0, NL) == "0 Nog niet"
    assert level_label(None, EN) == "no level"


def test_a_number_comes_with_its_name() -> None:
    assert level_label(3, NL) == "3 Zelfstandig"
    assert level_label(3, EN) == "3 Independent"


def test_cefr_codes_are_their_own_names() -> None:
    assert level_label("B2", NL, scale="cefr") == "B2"


def test_a_permit_is_yes_or_no_in_the_language_asked_for() -> None:
    assert level_label("yes", NL) == "ja"
    assert level_label("no", NL, scale="yes_no") == "nee"
    assert yes_no(True, NL) == "ja"


def test_a_level_on_ones_own_scale_is_never_translated() -> None:
    assert level_label("yes", NL, scale="own") == "yes"
    assert level_label("meester", EN, scale="own") == "meester"


def test_a_level_cannot_carry_terminal_control() -> None:
    assert "\x1b" not in level_label("\x1b[2J", NL)
