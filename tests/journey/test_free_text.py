"""Names in someone's own words: found when their owner did not agree, and nothing else."""

from __future__ import annotations

import pytest

from portfolio.journey.sharing.free_text import named_unasked
from tests.builders import a_person

PRIYA, RUUD = a_person("Priya Nair"), a_person("Ruud", may_be_named="yes")
SHORT, LOWER = a_person("Jo"), a_person("colleague")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Priya cried in the meeting", ("Priya Nair",)),
        ("Mrs Nair was there, and Ruud", ("Priya Nair",)),
        ("a private priya-like thing", ()),
        ("Priyanka is someone else; a colleague called Jo too", ()),
        ("", ()),
    ],
)
def test_a_name_that_stands_as_a_word_is_found(text: str, found: tuple[str, ...]) -> None:
    assert named_unasked(text, [PRIYA, RUUD, SHORT, LOWER]) == found
