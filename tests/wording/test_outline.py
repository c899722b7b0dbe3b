"""The headings of the portfolio in both languages, in the order of the document."""

from __future__ import annotations

import pytest

from portfolio.wording import Words
from portfolio.wording.outline import (
    HEADINGS,
    ROLES,
    closing_line,
    heading,
    own_label,
    portfolio_title,
    role_word,
)

EN, NL = Words("en"), Words("nl")


def test_the_sections_stand_in_the_order_of_the_document() -> None:
    assert " ".join(HEADINGS) == (
        "at_a_glance where_i_stand journey feedback needs discuss agreements looking_ahead goals stories setbacks"
        " shared_knowledge strengths evidence activities hours"
    )


@pytest.mark.parametrize("section", HEADINGS)
def test_every_section_has_a_heading_in_both_languages(section: str) -> None:
    assert heading(section, EN) == HEADINGS[section]
    assert heading(section, NL) != HEADINGS[section]


def test_an_unknown_section_is_shown_harmlessly() -> None:
    assert heading("extra\n# heading", NL) == "extra # heading"


def test_the_title_carries_the_name_as_it_is_written() -> None:
    assert portfolio_title("Samir {job} Bouali", NL) == "Ontwikkelportfolio van Samir {job} Bouali"
    assert portfolio_title("Noor", EN) == "Development portfolio of Noor"
    assert portfolio_title(" ", NL) == "Ontwikkelportfolio"


def test_a_person_without_name_or_role_is_a_colleague() -> None:
    assert role_word("colleague", EN) == "colleague"
    assert role_word("colleague", NL) == "collega"
    assert role_word("collega-monteur", EN) == "collega-monteur"


@pytest.mark.parametrize("role", ROLES)
def test_roles_have_a_word_in_both_languages(role: str) -> None:
    assert role_word(role, EN) == ROLES[role]
    assert role_word(role, NL)


def test_the_closing_line_claims_the_document_and_counts_nothing() -> None:
    for _ in (EN, NL):
        assert closing_line(_)
        assert not any(sign.isdigit() for sign in closing_line(_))


def test_a_document_speaks_as_its_writer() -> None:
    assert own_label("sign", NL, kind="goal") == "Waaraan ik het merk"
    assert own_label("sign", NL, kind="agreement") == "Waaraan zien we dat het gedaan is?"
    assert own_label("why", EN, kind="goal") == "Why"
