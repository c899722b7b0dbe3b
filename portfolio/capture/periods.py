"""The periods that a picture or a document can be about: their names and their days."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, Protocol

from portfolio.capture.dates import UnknownWhen, parse_when
from portfolio.journey.facts import chosen_period
from portfolio.journey.facts.chosen_period import FITTING, ChosenPeriod, last_conversation
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.shown_days import days_of_records, ends_of_records, first_day
from portfolio.records.collection import Records
from portfolio.wording import Words
from portfolio.wording.dates import context, day_in_full, period_in_words


class Facts(Protocol):
    """What periods are worked out from; a face passes its own state."""

    @property
    def words(self) -> Words:
        """The translator."""

    @property
    def records(self) -> Records:
        """The records that may be shown."""

    @property
    def today(self) -> date:
        """The user's calendar day."""


_NAMES: Final[dict[str, tuple[str, str]]] = {
    FITTING: context("period", "from the beginning, at most a year"),
    "year": context("period", "last twelve months"),
    "month": context("period", "last month"),
    "quarter": context("period", "last three months"),
    "talk": context("period", "since the last conversation"),
    "this_year": context("period", "this year"),
    "everything": context("period", "everything"),
}
_SHORT: Final[dict[str, tuple[str, str]]] = {
    "year": context("period, short", "12 months"),
    "month": context("period, short", "1 month"),
    "quarter": context("period, short", "3 months"),
    "talk": context("period, short", "since the conversation"),
    "this_year": context("period, short", "this year"),
    "everything": context("period, short", "everything"),
}


def days_of(chosen: ChosenPeriod, facts: Facts) -> Period:
    """Return the days of a period, as of today."""
    first = None
    if chosen.name == FITTING:
        first = first_day(facts.records, facts.today)
    elif chosen.name == "everything":
        first = min(ends_of_records(facts.records), default=None)
    return chosen_period.days_of(chosen, facts.records, facts.today, first)


def row_of(chosen: ChosenPeriod, facts: Facts) -> ChosenPeriod:
    """Return the choice as it is offered: the period that fits is the year once it is as long."""
    year = ChosenPeriod("year")
    if chosen.name == FITTING and days_of(chosen, facts) == days_of(year, facts):
        return year
    return chosen


def name_of(chosen: ChosenPeriod, _: Words) -> str:
    """Return the name of a period; a calendar year is its digits, own days have none."""
    return _.context(*_NAMES[chosen.name]) if chosen.name in _NAMES else chosen.name


def short_name_of(chosen: ChosenPeriod, _: Words) -> str:
    """Return the short name of a period, for use beside its days; empty when the days are enough."""
    return _.context(*_SHORT[chosen.name]) if chosen.name in _SHORT else ""


def offered(facts: Facts) -> list[ChosenPeriod]:
    """Return the periods to choose from, the nearest first, without own days."""
    fitting = row_of(ChosenPeriod(FITTING), facts).name
    names = [
        *([fitting] if fitting == FITTING else []),
        "year",
        "quarter",
        "month",
        *(["talk"] if last_conversation(facts.records, facts.today) else []),
        "this_year",
    ]
    years = sorted({day.year for day in days_of_records(facts.records) if day.year < facts.today.year}, reverse=True)
    return [ChosenPeriod(name) for name in (*names, *(f"{year:04d}" for year in years), "everything")]


class End(NamedTuple):
    """One end of a period as typed: the day it means, and the text to show about it."""

    day: date | None
    words: str


def end_of(text: str, facts: Facts, *, last: bool) -> End:
    """Return the day that `text` means, with the text to show about it.

    An empty text means today for the last day, and the first day with a record for the first.
    """
    _ = facts.words
    if not text.strip():
        day = facts.today if last else min(ends_of_records(facts.records), default=facts.today)
        sentence = _("today: {day}") if last else _("the beginning: {day}")
        return End(day, sentence.format(day=day_in_full(day, _)))
    try:
        day = parse_when(text, facts.today).day
    except UnknownWhen as unknown:
        return End(None, unknown.sentence(_))
    return End(day, day_in_full(day, _))


def between(first: End, last: End, _: Words) -> tuple[ChosenPeriod | None, str]:
    """Return the period between two ends, in either order, and its days in words.

    Returns None and an empty text when one of the ends has no day.
    """
    if first.day is None or last.day is None:
        return None, ""
    days = Period(*sorted((first.day, last.day)))
    return ChosenPeriod("", days), period_in_words(days.since, days.until, _)
