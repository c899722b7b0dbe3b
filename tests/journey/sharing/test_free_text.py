"""People who did not agree to be named are named to the writer when the check finds them, and nobody else."""

from __future__ import annotations

import pytest

from portfolio.journey.sharing.choice import Choice, Names
from portfolio.journey.sharing.free_text import named_unasked
from portfolio.journey.sharing.leaks import leaks
from portfolio.journey.sharing.share import share
from tests.builders import TODAY, a_person, a_reflection, having

PEOPLE = [a_person("Priya Nair"), a_person("Ruud", may_be_named="yes"), a_person("Jo"), a_person("colleague")]


@pytest.mark.parametrize("names", ["roles", "consented"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Priya cried in the meeting", ("Priya Nair",)),
        ("Mrs Nair was there, and Ruud", ("Priya Nair",)),
        ("priya's thing, and a colleague called Jo too", ("Jo", "Priya Nair")),
        ("Priyanka is another, with a colleague", ()),
        ("P.N. was there", ()),
    ],
)
def test_a_name_that_is_found_is_that_of_its_person(text: str, found: tuple[str, ...], names: Names) -> None:
    records = having(a_reflection("2025-06-01", "success", text, shareable=True), *PEOPLE)
    places = leaks(share(records, Choice(names=names), TODAY), records, names=names)
    assert named_unasked(places, PEOPLE) == found
