"""Names typed in free text. Person fields are replaced by roles, but free text is shared as it was typed."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.journey.fold import fold
from portfolio.journey.sharing.leaks import Leak
from portfolio.records.persons import Person


def named_unasked(found: Iterable[Leak], people: Iterable[Person]) -> tuple[str, ...]:
    """Return the names found by the check of people who did not agree to be named, in alphabetical order.

    Nothing is removed: the user decides what to do about it.
    """
    named = {leak.person for leak in found if leak.sort == "name"}
    names = {each.name for each in people if each.id in named and each.may_be_named != "yes"}
    return tuple(sorted(names, key=fold))
