"""The periods that a picture or a document can be about: their names and their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple, Protocol

from portfolio.capture.dates import UnknownWhen, parse_when
from portfolio.journey.facts import chosen_period
from portfolio.journey.facts.chosen_period import ChosenPeriod, last_conversation
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.collection import Records
from portfolio.records.kinds import TABLES
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

    @property
    def alone(self) -> bool:
        """Whether private content may be shown."""


_NAMES: Final[dict[str, tuple[str, str]]] = {
    "year": context("period", "last twelve months"),
    "month": context("period", "last month"),
    "quarter": context("period", "last quarter"),
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
_WRITTEN: Final = tuple(kind for kind in TABLES if kind not in ("person", "profile", "export"))
"""Kinds whose dates are part of the learning journey."""


def days_of(chosen: ChosenPeriod, facts: Facts) -> Period:
    """Return the days of a period, as of today."""
    first = min(ends_of_records(facts), default=None) if chosen.name == "everything" else None
    return chosen_period.days_of(chosen, facts.records, facts.today, first)


def name_of(chosen: ChosenPeriod, _: Words) -> str:
    """Return the name of a period; a calendar year is its digits, own days have none."""
    return _.context(*_NAMES[chosen.name]) if chosen.name in _NAMES else chosen.name


def short_name_of(chosen: ChosenPeriod, _: Words) -> str:
    """Return the short name of a period, for use beside its days; empty when the days are enough."""
    return _.context(*_SHORT[chosen.name]) if chosen.name in _SHORT else ""


def offered(facts: Facts) -> list[ChosenPeriod]:
    """Return the periods to choose from, the nearest first, without own days."""
    names = [
        "year",
        "quarter",
        "month",
        *(["talk"] if last_conversation(facts.records, facts.today) else []),
        "this_year",
    ]
    years = sorted({day.year for day in days_of_records(facts) if day.year < facts.today.year}, reverse=True)
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
        day = facts.today if last else min(ends_of_records(facts), default=facts.today)
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


def days_of_records(facts: Facts) -> Iterator[date]:
    """Yield the day of every record that is part of the learning journey."""
    for kind in _WRITTEN:
        yield from filter(None, map(day_shown, facts.records.of_kind(kind)))


def ends_of_records(facts: Facts) -> Iterator[date]:
    """Yield days that include the first and the last of each kind."""
    for kind in _WRITTEN:
        of_kind = facts.records.of_kind(kind)
        if facts.alone or (kind in ALLOWED and ALLOWED[kind].dated):  # these are sorted by day
            of_kind = of_kind[:1] + of_kind[1:][-1:]
        yield from filter(None, map(day_shown, of_kind))
