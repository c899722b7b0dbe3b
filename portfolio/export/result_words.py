"""A result in words: what is set large, what it is about, and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.export.prose import one_line
from portfolio.journey.facts.results import Result
from portfolio.pictures.phrases import level_short
from portfolio.present.titles import number
from portfolio.records.equivalence import caseless
from portfolio.wording import Words
from portfolio.wording.dates import day_near, day_short
from portfolio.wording.levels import level_label
from portfolio.wording.quantities import with_unit


def big_words(result: Result, _: Words) -> str:
    """The change in a few signs: "0 → 4"; of a certificate or goal that it was reached."""
    match result.sort:
        case "certificate":
            return _("expired") if result.expired else _("earned")
        case "goal":
            return _("achieved")
        case _other:
            return f"{_value(result.before, result, _)} → {_value(result.now, result, _)}"


def _value(value: float | str | None, result: Result, _: Words) -> str:
    if result.sort == "level":
        return level_short(value if isinstance(value, int | str) else None, result.scale, _)
    return number(float(value), _) if isinstance(value, int | float) else ""


def what_words(result: Result) -> str:
    """The title, with the unit of a number where the title does not name it."""
    title, unit = one_line(result.title), one_line(result.unit)
    return title if not unit or caseless(unit) in caseless(title) else f"{title} ({unit})"


def known_words(result: Result, today: date, _: Words) -> str:
    """How a result is known, in a few words."""
    return " · ".join(_known(result, today, _))


def _known(result: Result, today: date, _: Words) -> Iterator[str]:
    if result.target is not None:
        value = with_unit(number(result.target, _), "", one=result.target == 1)
        yield _("target: {value}").format(value=value)
    match result.sort:
        case "measure" if result.since is not None and result.since != result.day:
            yield _("measured since {day}").format(day=day_near(result.since, today, _))
        case "measure" if result.day is not None:
            yield _("measured on {day}").format(day=day_near(result.day, today, _))
        case "certificate" if result.valid_until is not None:
            validity = _("expired on {day}") if result.expired else _("valid until {day}")
            yield validity.format(day=day_short(result.valid_until, _))
        case "level" if isinstance(result.now, int | str):
            yield level_label(result.now, _, result.scale)
    if result.sort != "measure" and result.valid_until is None and result.day is not None:
        yield day_near(result.day, today, _)
