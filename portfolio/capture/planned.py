"""Which days lie ahead: those of fields that always do, and those of what is still planned.

A date without a year, or a bare weekday, is then the next one instead of the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portfolio.records.fields import Field
from portfolio.records.kinds import fields
from portfolio.records.problems import Problem
from portfolio.wording import N_

NO_DAY: Final = N_("Which day is planned? Type it, for example: 15 December, next Friday, in 3 weeks.")

_PLANNED: Final[Mapping[tuple[str, str], str]] = {("conversation", "date"): "preparing", ("goal", "start"): "idea"}
"""Kind and field -> the state in which its day lies ahead."""


def field_of(kind: str, name: str, state: str | None) -> Field:
    """Return the rules of a field of a record in this state; without one, in the first state of its kind."""
    known, planned = fields(kind), _PLANNED.get((kind, name))
    found = known[name]
    if planned is None:
        return found
    return found._replace(future=(state or known["state"].default) == planned)


def without_a_day(kind: str, state: str | None, day: str) -> list[Problem]:
    """Return the problem of a planned conversation with an empty `day`: today would be a guess."""
    if kind != "conversation" or day.strip() or not field_of(kind, "date", state).future:
        return []
    return [Problem("date", NO_DAY)]
