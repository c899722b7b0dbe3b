"""Names that people typed into their own words: a role stands for a person in a field, but words leave as typed."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.journey.fold import fold
from portfolio.journey.sharing.leaks import Leak
from portfolio.records.persons import Person


def named_unasked(found: Iterable[Leak], people: Iterable[Person]) -> tuple[str, ...]:
    """The names of people who did not agree to be named and whom the check found by name, in alphabetical order.

    Nothing is taken out: whoever wrote it decides what to do about it.
    """
    named = {leak.person for leak in found if leak.sort == "name"}
    names = {each.name for each in people if each.id in named and each.may_be_named != "yes"}
    return tuple(sorted(names, key=fold))
