"""Names that people typed into their own words: a role stands for a person in a field, but words leave as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from portfolio.journey.folding import fold
from portfolio.records.persons import Person

_SHORTEST: Final = 3
"""A shorter part of a name is found in too many other words."""


def named_unasked(text: str, people: Iterable[Person]) -> tuple[str, ...]:
    """The names of people who did not agree to be named and who are named in a text all the same, in their order.

    A name counts when one of its words that begins with a capital is a word of the text, written so. Nothing is taken
    out: whoever wrote it decides what to do about it.
    """
    words = set(re.findall(r"\w+", text))
    found = []
    for person in people:
        parts = [part for part in re.findall(r"\w+", person.name) if len(part) >= _SHORTEST and part[0].isupper()]
        if person.may_be_named != "yes" and any(part in words for part in parts):
            found.append(person.name)
    return tuple(dict.fromkeys(sorted(found, key=fold)))
