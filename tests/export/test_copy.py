"""The full copy for oneself holds everything, and says what it is."""

from __future__ import annotations

from hypothesis import given

from portfolio.export.copy import full_copy
from portfolio.records.collection import Records
from portfolio.wording import Words
from tests.builders import a_rating, a_skill
from tests.export.making import made, portfolio_of
from tests.strategies import TOKEN, WHOLE, Drawn, portfolios


@WHOLE
@given(portfolios())
def test_every_word_is_in_it(drawn: Drawn) -> None:
    text = full_copy(drawn.all(), Words("nl"))
    written = repr([vars(record) for record in drawn.records])
    assert {token for token in TOKEN.findall(written) if token.lower() not in text.lower()} == set()


def test_its_first_line_says_that_it_is_private() -> None:
    assert full_copy(portfolio_of(), Words("en")).split("\n")[0] == "PRIVATE – full copy"
    assert full_copy(Records.of_all([]), Words("en")).startswith("PRIVATE – full copy\n")


def test_links_are_named_and_the_other_version_of_a_text_is_there() -> None:
    goal = made("goal", title="Storingen", conflicts={"why": ("de andere",)})
    step = made("step", goal=goal.id, text="Meelopen")
    text = full_copy(Records.of_all([goal, step]), Words("en"))
    assert "**Learning goal:** Storingen" in text
    assert "**Other version of why:** de andere" in text


def test_a_level_on_a_scale_of_ones_own_stays_as_it_was_typed() -> None:
    skill = a_skill(scale="own", target="yes")
    text = full_copy(Records.of_all([skill, a_rating(skill.id, "no", "2025-03-01")]), Words("nl"))
    assert "- **Streefniveau:** yes" in text
    assert "- **Niveau:** no" in text
