"""What someone chose to share this time: a period, records by hand, and how people may be called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portfolio.errors import UsageError
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.wording import N_

Names = Literal["roles", "consented"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices of one export, by id where they are about records."""

    since: date | None = None
    """The first day; not given means the twelve months up to the last."""
    until: date | None = None
    """The last day, included; not given means today."""
    with_ids: Collection[str] = ()
    """Chosen by hand: these need not lie in the period. They must still be shareable."""
    without_ids: Collection[str] = ()
    """Left out by hand; this wins from everything."""
    conversation: str | None = None
    """The conversation that the document is for; it counts as chosen by hand."""
    names: Names = "consented"
    """Only roles, or the names of those who agreed to that."""
    locations: bool = False
    """Whether it may say where evidence is: a web address or words, never a path."""


def period_of(choice: Choice, today: date) -> Period:
    """The period that was chosen: the twelve months up to today where nothing was.

    Raises UsageError when it would end before it begins.
    """
    until = choice.until or today
    since = choice.since or the_year_up_to(until).since
    if since > until:
        raise UsageError(N_("This period ends before it begins; nothing was made. Choose another first or last day."))
    return Period(since, until)
