"""Turn the text typed for one field into its value, or into a problem.

The command line and the forms of the app read the same way: a date in everyday words, a comma or a point in a number,
yes or ja, a choice by its key. Links are only collected here; `capture.links` turns names into ids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from portfolio.errors import PortfolioError
from portfolio.records.equivalence import canonical
from portfolio.records.fields import LISTS, Field
from portfolio.records.pauses import BETWEEN, FROM, UNTIL, pause_of
from portfolio.records.problems import Problem
from portfolio.records.validate import NOT_A_PAUSE, NOT_NUMBER, NOT_WHOLE, not_a_choice
from portfolio.wording import N_

YES: Final = frozenset({"yes", "y", "true", "1", "on", "ja", "j", "waar", "aan"})
NO: Final = frozenset({"no", "n", "false", "0", "off", "nee", "onwaar", "uit"})
SAME_KEY: Final = N_("“{key}” is answered twice, and only one of the answers can be kept.")
TWO_READINGS: Final = N_("“{value}” can be read in two ways. Type {thousands} or {decimals}.")
_NOT_YES_OR_NO: Final = N_("This must be yes or no.")
KEY_AND_TEXT: Final = N_("Write this as KEY=TEXT.")

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,17}")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,17}(\.[0-9]{1,17})?|[+-]?\.[0-9]{1,17}")
_SPACES: Final = re.compile("[ \u00a0\u202f\u2009]+")
_TWO_READINGS: Final = r"(?P<sign>[+-]?)(?P<whole>[1-9][0-9]{0,2})(?P<mark>[.,])(?P<part>[0-9]{3})"
"""One point or comma followed by exactly three digits: thousands to one reader, decimals to another."""
_GROUPED: Final = (
    r"[+-]?[1-9][0-9]{0,2}(?:"
    r"(?:[ '\u2019][0-9]{3})+(?:[.,][0-9]{1,17})?"
    r"|(?:\.[0-9]{3}){2,}(?:,[0-9]{1,17})?|(?:,[0-9]{3}){2,}(?:\.[0-9]{1,17})?"
    r"|\.[0-9]{3},[0-9]{1,17}|,[0-9]{3}\.[0-9]{1,17})"
)
"""A number with separators between its thousands that can be read in one way: 1 000, 1'000, 1.000.000 and 1.000,5.

Both patterns are compiled when a number first needs them.
"""
_CLEARED: Final = ""  # an empty text clears an optional field


def read(name: str, field: Field, typed: Sequence[str], today: date) -> tuple[Any, list[Problem]]:
    """The JSON value of these texts (one text, or several for a list), and the problems with them."""
    if field.sort == "keyed":
        return _keyed(name, typed)
    if field.sort in LISTS:
        values, problems = [], []
        for text in (t for t in typed if t.strip()):
            value, found = _one(name, field, text, today)
            values.append(value)
            problems += found
        return values, problems
    text = typed[-1] if typed else _CLEARED
    if not text.strip():
        return None, []
    return _one(name, field, text, today)


def _one(name: str, field: Field, text: str, today: date) -> tuple[Any, list[Problem]]:
    match field.sort:
        case "day":
            return _day(name, field, text, today)
        case "whole" | "wholes":
            return _whole(name, text)
        case "number":
            return _number(name, text)
        case "flag":
            return _flag(name, text)
        case "pauses":
            return _pause(name, field, text, today)
        case "choice" | "choices":
            return _choice(name, field, text)
    return text, []


def _day(name: str, field: Field, text: str, today: date) -> tuple[Any, list[Problem]]:
    from portfolio.capture.dates import parse_when

    try:
        return parse_when(text, today, future=field.future).day.isoformat(), []
    except PortfolioError as unknown:
        return None, [Problem(name, unknown.message, unknown.parameters)]


def _pause(name: str, field: Field, text: str, today: date) -> tuple[Any, list[Problem]]:
    """A pause as two days separated by a slash; a side without a day is left empty."""
    loose = f" {BETWEEN} "
    since, between, until = text.partition(loose if loose in text else BETWEEN)
    if not between:
        return None, [Problem(name, NOT_A_PAUSE)]
    days: dict[str, Any] = {}
    for key, words in ((FROM, since), (UNTIL, until)):
        if words.strip():
            days[key], problems = _day(name, field, words, today)
            if problems:
                return None, problems
    return days, [] if pause_of(days) else [Problem(name, NOT_A_PAUSE)]


def computed_day(field: Field, text: str, today: date) -> date | None:
    """The day computed from these words, when they were not a full date; the caller shows it in full."""
    from portfolio.capture.dates import parse_when

    try:
        when = parse_when(text, today, future=field.future)
    except PortfolioError:
        return None
    return None if when.exact else when.day


def _whole(name: str, text: str) -> tuple[Any, list[Problem]]:
    if _WHOLE.fullmatch(text.strip()):
        return int(text), []
    return None, [Problem(name, NOT_WHOLE)]


def _number(name: str, text: str) -> tuple[Any, list[Problem]]:
    plain = _SPACES.sub(" ", text.strip())
    if two := re.fullmatch(_TWO_READINGS, plain):
        return None, [Problem(name, TWO_READINGS, {"value": plain, **_both_ways(two)})]
    if re.fullmatch(_GROUPED, plain):
        plain = _grouped(plain)
    plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        return None, [Problem(name, NOT_NUMBER)]
    value = float(plain)
    return int(value) if value.is_integer() else value, []


def _both_ways(two: re.Match[str]) -> dict[str, str]:
    """Both readings, each typed so that it has no other: 12500 or 12.5, 1234 or 1.2340."""
    part = two["part"].rstrip("0")
    part = f"{part}0" if len(part) == len(two["part"]) else part
    decimals = f"{two['whole']}{two['mark']}{part}" if part else two["whole"]
    return {"thousands": f"{two['sign']}{two['whole']}{two['part']}", "decimals": f"{two['sign']}{decimals}"}


def _grouped(text: str) -> str:
    """A grouped number without its separators and with a point before its decimals."""
    signs = [c for c in text if c in " '\u2019.,"]
    decimal = signs[-1] if signs[-1] in ".," and signs.count(signs[-1]) == 1 and len(signs) > 1 else ""
    whole, _sign, part = text.rpartition(decimal) if decimal else (text, "", "")
    return re.sub(r"[ '\u2019.,]", "", whole) + (f".{part}" if decimal else "")


def _flag(name: str, text: str) -> tuple[Any, list[Problem]]:
    word = text.strip().casefold()
    if word in YES or word in NO:
        return word in YES, []
    return None, [Problem(name, _NOT_YES_OR_NO)]


def _choice(name: str, field: Field, text: str) -> tuple[Any, list[Problem]]:
    key = text.strip().casefold().replace("-", "_").replace(" ", "_")
    if key in field.choices:
        return key, []
    return None, [not_a_choice(name, text, field.choices)]


def _keyed(name: str, typed: Sequence[str]) -> tuple[Any, list[Problem]]:
    values: dict[str, str | None] = {}
    seen: set[str] = set()
    for text in typed:
        key, equals, words = text.partition("=")
        if not equals or not key.strip():
            return None, [Problem(name, KEY_AND_TEXT)]
        if canonical(key.strip()) in seen:
            return None, [Problem(name, SAME_KEY, {"key": key.strip()})]
        seen.add(canonical(key.strip()))
        values[key.strip()] = words or None
    return values, []
