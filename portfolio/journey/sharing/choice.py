"""The user's choices for one export: a period, records added or left out, and how people are named."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from portfolio.errors import UsageError
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.wording import N_

Names = Literal["roles", "consented"]


class Choice(NamedTuple):
    """The choices of one export; records are given by id."""

    since: date | None = None
    """The first day; None means the twelve months up to the last day."""
    until: date | None = None
    """The last day, included; None means today."""
    with_ids: Collection[str] = ()
    """Added by hand: these need not be in the period, but they must be shareable."""
    without_ids: Collection[str] = ()
    """Left out by hand; this overrules everything else."""
    conversation: str | None = None
    """The conversation that the document is for; it counts as added by hand."""
    names: Names = "consented"
    """Roles only, or also the names of people who agreed to be named."""
    locations: bool = False
    """Whether to state where evidence is: a web address or a description, never a path."""
    where: Collection[str] = ()
    """The pieces of evidence of which to state it."""
    minutes: bool = False
    """Whether to state how long a learning activity took."""


def period_of(choice: Choice, today: date) -> Period:
    """Return the chosen period, by default the twelve months up to today.

    Raises UsageError when it would end before it begins.
    """
    until = choice.until or today
    since = choice.since or the_year_up_to(until).since
    if since > until:
        raise UsageError(N_("This period ends before it begins; nothing was made. Choose another first or last day."))
    return Period(since, until)
