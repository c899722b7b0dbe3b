"""A pause of a goal in words."""

from __future__ import annotations

from datetime import date

from portfolio.wording import Words
from portfolio.wording.dates import day_short, period_in_words


def pause_words(since: date | None, until: date | None, _: Words) -> str:
    """Return a pause with the days that are known: "1 Mar – 1 Apr 2025", "since 1 Mar 2025"."""
    if since is not None and until is not None:
        return period_in_words(since, until, _)
    if since is not None:
        return _("since {day}").format(day=day_short(since, _))
    if until is not None:
        return _("until {day} (first day not known)").format(day=day_short(until, _))
    return _("day not known")
