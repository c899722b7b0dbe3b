"""What one may not have meant to hand over is found in its place; other words can stand there, the records stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.leaks import Leak, initials_of, leaks
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.records.record import Record
from tests.builders import TODAY, a_person, a_reflection, having
from tests.strategies import WHOLE, Drawn, portfolios

NOOR = a_person("Noor de Wit", "team leader")
RUUD = a_person("Ruud Jansen", "colleague", may_be_named="yes")


def told(words: str, *more: Record) -> tuple[Records, tuple[Leak, ...]]:
    """What is found in a story with these words."""
    story = a_reflection("2025-06-01", "success", words, title="A story", shareable=True)
    records = having(story, NOOR, RUUD, *more)
    return records, leaks(share(records, Choice(), TODAY), records)


@pytest.mark.parametrize(
    ("words", "sort", "found"),
    [
        ("I asked Noor for help", "name", "Noor"),
        ("I asked Noor de Wit for help", "name", "Noor de Wit"),
        ("With N.W. beside me", "initials", "N.W."),
        ("With NW beside me", "initials", "NW"),
        ("Write to noor.dewit@example.org please", "mail", "noor.dewit@example.org"),
        ("Call 06-12345678 first", "phone", "06-12345678"),
        ("Call +31 6 1234 5678 first", "phone", "+31 6 1234 5678"),
        ("On the Dorpsstraat, 1234 AB", "postcode", "1234 AB"),
        ("It lies in C:\\Users\\samir\\bon.pdf now", "path", "C:\\Users\\samir\\bon.pdf"),
        ("It lies in /home/samir/bon.pdf now", "path", "/home/samir/bon.pdf"),
        ("See [[that day]] for more", "link", "[[that day]]"),
        ("See 01941f29-7c00-7000-8000-00000000044d", "link", "01941f29-7c00-7000-8000-00000000044d"),
        ("After my Burn-out I began again", "sensitive", "Burn-out"),
        ("Vanwege een reorganisatie", "sensitive", "reorganisatie"),
    ],
)
def test_each_sort_is_found_in_its_place(words: str, sort: str, found: str) -> None:
    _records, (leak,) = told(words)
    assert (leak.sort, leak.words) == (sort, found)
    assert found in leak.around


@pytest.mark.parametrize(
    "words",
    [
        "I asked Ruud for help",  # he agreed
        "On 2025-12-15 and 13-01-2025 at 14:30 I measured 1013 hPa",
        "Nothing special: a noor, a wit, de",
        "Job sheet 25-1184 had 123456789 as its number",
        "In 2025 SA was the type",
        "The unionised, illogical and firedamp",
    ],
)
def test_what_only_looks_like_it_is_left_alone(words: str) -> None:
    assert told(words)[1] == ()


def test_a_sentence_that_also_stands_in_something_private_is_found_whole() -> None:
    secret = "That evening I went home angry because nobody had told me about the new boiler"
    private = a_reflection("2025-05-01", "note", f"Long. {secret}. More.")
    _records, (leak,) = told(f"It began so: {secret.upper()}, and then it got better", private)
    assert (leak.sort, leak.words) == ("quoted", secret.upper())
    assert told("I went home angry because of it", private)[1] == ()
    shared = a_reflection("2025-05-01", "note", secret, shareable=True)
    assert told(secret, shared)[1] == ()


def test_initials_have_a_letter_for_each_part_with_a_capital() -> None:
    assert initials_of(NOOR) == "N.W."
    assert initials_of(a_person("noor")) == ""


@given(st.text(max_size=200))
def test_any_text_is_looked_at_and_what_is_found_stands_in_it(words: str) -> None:
    _records, found = told(f"x{words}", a_reflection("2025-05-01", "note", words or "y"))
    assert all(leak.words in f"x{words}" or leak.words in "A story" for leak in found)


@WHOLE
@given(portfolios())
def test_nothing_that_is_found_is_told_of_what_stays(one: Drawn) -> None:
    records = one.all()
    shared = share(records, one.choice, TODAY)
    leaving = {record.id for record in shared.records}
    assert {leak.id for leak in leaks(shared, records)} <= leaving
