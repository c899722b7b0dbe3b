"""The periods that a picture can show: what each is called, and which days it has today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.dates import UnknownWhen, parse_when
from portfolio.journey.facts import chosen_period
from portfolio.journey.facts.chosen_period import ChosenPeriod, last_conversation
from portfolio.journey.facts.period import Period
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.shown import day_shown
from portfolio.records.kinds import TABLES
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import context, day_in_full, period_in_words

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
    "talk": context("period, short", "since the talk"),
    "this_year": context("period, short", "this year"),
    "everything": context("period, short", "everything"),
}
OWN_DAYS: Final = "between"
"""The row of two days of one's own."""
_WRITTEN: Final = tuple(kind for kind in TABLES if kind not in ("person", "profile", "export"))
"""The kinds whose day says something about someone's journey."""


def days_of(chosen: ChosenPeriod, look: AppState) -> Period:
    """Its days, as things are today."""
    first = min(ends_of_records(look), default=None) if chosen.name == "everything" else None
    return chosen_period.days_of(chosen, look.records, look.today, first)


def name_of(chosen: ChosenPeriod, _: Words) -> str:
    """What it is called; a calendar year by its digits, two days by nothing."""
    return _.context(*_NAMES[chosen.name]) if chosen.name in _NAMES else chosen.name


def short_name_of(chosen: ChosenPeriod, _: Words) -> str:
    """What it is called beside its days; empty where the days say it all."""
    return _.context(*_SHORT[chosen.name]) if chosen.name in _SHORT else ""


def offered(look: AppState) -> list[ChosenPeriod]:
    """Every period there is to choose, the nearest first; two days of one's own come after these."""
    names = [
        "year",
        "quarter",
        "month",
        *(["talk"] if last_conversation(look.records, look.today) else []),
        "this_year",
    ]
    years = sorted({day.year for day in days_of_records(look) if day.year < look.today.year}, reverse=True)
    return [ChosenPeriod(name) for name in (*names, *(f"{year:04d}" for year in years), "everything")]


def rows(look: AppState) -> Iterator[Row]:
    """A row for each, with its days; the last one is for two days of one's own."""
    _ = look.words
    for chosen in offered(look):
        days = days_of(chosen, look)
        words = (Span(name_of(chosen, _)),)
        yield Row(chosen.name, words, (Span(period_in_words(days.since, days.until, _), "muted"),))
    yield Row(OWN_DAYS, (Span(_("from … to …")),), (Span(_("two days of your own"), "muted"),))


class End(NamedTuple):
    """What was typed for one end of a period: the day that it means, and what to say about it."""

    day: date | None
    words: str


def end_of(text: str, look: AppState, *, last: bool) -> End:
    """The day that these words mean today; no words for the last day mean today, and for the first the very first."""
    _ = look.words
    if not text.strip():
        day = look.today if last else min(ends_of_records(look), default=look.today)
        sentence = _("today: {day}") if last else _("the beginning: {day}")
        return End(day, sentence.format(day=day_in_full(day, _)))
    try:
        day = parse_when(text, look.today).day
    except UnknownWhen as unknown:
        return End(None, unknown.sentence(_))
    return End(day, day_in_full(day, _))


def between(first: End, last: End, _: Words) -> tuple[ChosenPeriod | None, str]:
    """The period between two ends, in either order, or what is missing."""
    if first.day is None or last.day is None:
        return None, ""
    days = Period(*sorted((first.day, last.day)))
    return ChosenPeriod("", days), period_in_words(days.since, days.until, _)


def days_of_records(look: AppState) -> Iterator[date]:
    """The day of every record that says something about a journey."""
    for kind in _WRITTEN:
        yield from filter(None, map(day_shown, look.records.of_kind(kind)))


def ends_of_records(look: AppState) -> Iterator[date]:
    """The first and the last of those days, of each kind."""
    for kind in _WRITTEN:
        of_kind = look.records.of_kind(kind)
        if look.alone or (kind in ALLOWED and ALLOWED[kind].dated):  # these are in the order of their days
            of_kind = of_kind[:1] + of_kind[1:][-1:]
        yield from filter(None, map(day_shown, of_kind))
