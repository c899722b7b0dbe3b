"""The periods that a picture can show: what each is called, and which days it has today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.dates import UnknownWhen, parse_when
from portfolio.journey import period as periods
from portfolio.journey.period import Period
from portfolio.journey.sharing.rules import ALLOWED
from portfolio.journey.sharing.shown import day_told
from portfolio.records.conversations import Conversation
from portfolio.records.kinds import TABLES
from portfolio.tui.layout import Span
from portfolio.tui.look import Look
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


class Chosen(NamedTuple):
    """A period as someone chose it: by its name, a calendar year, or two days. Its days follow from today."""

    name: str = "year"
    """One of the names above, the four digits of a year, or empty for two days."""
    days: Period | None = None


def days_of(chosen: Chosen, look: Look) -> Period:
    """Its days, as things are today."""
    today = look.today
    if chosen.days is not None:
        return chosen.days
    if chosen.name.isdecimal():
        return Period(date(int(chosen.name), 1, 1), date(int(chosen.name), 12, 31))
    if chosen.name == "month":
        return periods.the_month_up_to(today)
    if chosen.name == "quarter":
        return periods.the_quarter_up_to(today)
    if chosen.name == "this_year":
        return Period(date(today.year, 1, 1), today)
    talk = last_talk(look)
    if chosen.name == "talk" and talk is not None:
        return periods.since(talk, today)
    if chosen.name == "everything":
        return periods.since(min(ends_of_records(look), default=today), today)
    return periods.the_year_up_to(today)


def name_of(chosen: Chosen, _: Words) -> str:
    """What it is called; a calendar year by its digits, two days by nothing."""
    return _.context(*_NAMES[chosen.name]) if chosen.name in _NAMES else chosen.name


def short_name_of(chosen: Chosen, _: Words) -> str:
    """What it is called beside its days; empty where the days say it all."""
    return _.context(*_SHORT[chosen.name]) if chosen.name in _SHORT else ""


def last_talk(look: Look) -> date | None:
    """The day of the last conversation before today."""
    held = [talk.date for talk in look.records.of(Conversation) if talk.date < look.today]
    return held[-1] if held else None


def offered(look: Look) -> list[Chosen]:
    """Every period there is to choose, the nearest first; two days of one's own come after these."""
    names = ["year", "quarter", "month", *(["talk"] if last_talk(look) else []), "this_year"]
    years = sorted({day.year for day in days_of_records(look) if day.year < look.today.year}, reverse=True)
    return [Chosen(name) for name in (*names, *(f"{year:04d}" for year in years), "everything")]


def rows(look: Look) -> Iterator[Row]:
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


def end_of(text: str, look: Look, *, last: bool) -> End:
    """The day that these words mean today; no words for the last day mean today, and for the first the very first."""
    _ = look.words
    if not text.strip():
        day = look.today if last else min(ends_of_records(look), default=look.today)
        told = _("today: {day}") if last else _("the beginning: {day}")
        return End(day, told.format(day=day_in_full(day, _)))
    try:
        day = parse_when(text, look.today).day
    except UnknownWhen as unknown:
        return End(None, unknown.sentence(_))
    return End(day, day_in_full(day, _))


def between(first: End, last: End, _: Words) -> tuple[Chosen | None, str]:
    """The period between two ends, in either order, or what is missing."""
    if first.day is None or last.day is None:
        return None, ""
    days = Period(*sorted((first.day, last.day)))
    return Chosen("", days), period_in_words(days.since, days.until, _)


def days_of_records(look: Look) -> Iterator[date]:
    """The day of every record that says something about a journey."""
    for kind in _WRITTEN:
        yield from filter(None, map(day_told, look.records.of_kind(kind)))


def ends_of_records(look: Look) -> Iterator[date]:
    """The first and the last of those days, of each kind."""
    for kind in _WRITTEN:
        of_kind = look.records.of_kind(kind)
        if look.alone or (kind in ALLOWED and ALLOWED[kind].dated):  # these are in the order of their days
            of_kind = of_kind[:1] + of_kind[1:][-1:]
        yield from filter(None, map(day_told, of_kind))
