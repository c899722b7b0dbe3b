"""The check takes time in proportion to the length of a text, whatever is in it."""

from __future__ import annotations

import time

import pytest

from tests.builders import a_person
from tests.journey.sharing.looking import found_in

PEOPLE = [a_person("Ruud Jansen"), a_person("Zoë van der Meer"), a_person("Jo"), a_person("Anne-Marie O'Brien")]
_SHORT, _TIMES = 2_000, 10


def seconds(text: str) -> float:
    """Of the processor, the quicker of two."""
    taken = []
    for _ in range(2):
        before = time.process_time()
        found_in(text, *PEOPLE)
        taken.append(time.process_time() - before)
    return min(taken)


@pytest.mark.parametrize(
    "unit",
    ["x", "Xx", "A", "1", "1 ", "a-", "a'", "a@", "a.", "ß", "e\u0301", "van der ", "mevrouw ", "Hanna ", "Jo ", "A.",
     "_", "06-12345678 ", "nl91", "http://x?token=", "[[", "10.", "ziek ", "/home/", "Dit is een zin. "],
)  # fmt: skip
def test_ten_times_as_long_takes_about_ten_times_as_long(unit: str) -> None:
    short = (unit * _SHORT)[:_SHORT]
    assert seconds(short * _TIMES) < 4 * _TIMES * max(seconds(short), 0.001)
