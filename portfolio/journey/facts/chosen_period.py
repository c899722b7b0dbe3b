"""A period as the user chose it: by name, by calendar year, or by two days.

The choice is stored; `days_of` works out the actual days each time from today.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from portfolio.journey.facts import period as periods
from portfolio.journey.facts.period import Period
from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation

FITTING: Final = "fitting"
"""The name of the period that fits what was written."""


class ChosenPeriod(NamedTuple):
    """The choice itself: a name, or `days` when two days were chosen."""

    name: str = "year"
    """A name, or empty when `days` holds the period.

    Names are "year", "month", "quarter", "talk" (since the last conversation), "this_year", "everything", "fitting"
    (from the first day, four weeks to twelve months), and four digits for a calendar year.
    """
    days: Period | None = None


def days_of(chosen: ChosenPeriod, records: Records, today: date, first: date | None) -> Period:
    """Work out the days of a choice.

    "everything" and "fitting" begin on `first`, or on today when that is None. "talk" without an earlier conversation,
    and any unknown name, give the twelve months up to today.
    """
    if chosen.days is not None:
        return chosen.days
    if chosen.name.isdecimal():
        return Period(date(int(chosen.name), 1, 1), date(int(chosen.name), 12, 31))
    if chosen.name == "month":
        return periods.the_month_up_to(today)
    if chosen.name == "quarter":
        return periods.the_quarter_up_to(today)
    if chosen.name == FITTING:
        return periods.fitting(first, today)
    if chosen.name == "this_year":
        return Period(date(today.year, 1, 1), today)
    last = last_conversation(records, today)
    if chosen.name == "talk" and last is not None:
        return periods.since(last, today)
    if chosen.name == "everything":
        return periods.since(first or today, today)
    return periods.the_year_up_to(today)


def last_conversation(records: Records, today: date) -> date | None:
    """Return the day of the last conversation before today; None when there was none.

    For a period that the user asks for by name. To look back before a conversation see `facts/conversations.py`, which
    passes over a conversation that was probably about the same period.
    """
    held = [each.date for each in records.of(Conversation) if each.date < today]
    return held[-1] if held else None
