"""Parse a date in everyday words, in Dutch and English at the same time.

The order is strict: ISO 8601 first, then digits with the day before the month, then a small grammar of our own.
`dateutil.parser` never sees the text: with the day first it reads 2026-03-12 as 3 December, and it fills in what is
missing. This package refuses what it does not know, and reads no clock: today is passed in.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.dates.errors import NotUnderstoodError, WeekdayMisfitError
from portfolio.errors import UsageError
from portfolio.sanitise import clean_line
from portfolio.wording import N_

__all__ = ["UnknownWhen", "When", "parse_when"]

_SHOWN: Final = 60
"""Characters of a refused text that its sentence repeats."""

_NOT_UNDERSTOOD: Final = N_("“{text}” was not understood as a day: write for example “last Friday” or “12 March 2026”.")
_NOT_A_DAY: Final = N_("“{text}” is not on the calendar: write for example “last Friday” or “12 March 2026”.")
_MISFIT: Final = N_(
    "In “{text}” the weekday and the date do not belong together: write for example “last Friday” or “12 March 2026”."
)


class When(NamedTuple):
    """A day, and whether it was typed in full; a computed day is shown to the user in full."""

    day: date
    exact: bool


class UnknownWhen(UsageError):
    """A text that is not a day: not understood, not on the calendar, or with a weekday that does not fit."""

    def __init__(self, text: str, message: str = _NOT_UNDERSTOOD) -> None:
        """`text` is the typed text, of any length and content; the sentence shows its safe beginning."""
        shown = clean_line(text[: _SHOWN + 1])
        super().__init__(message, text=shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…")


def parse_when(text: str, today: date, *, future: bool = False) -> When:
    """The day that a text means when it is typed on `today`.

    Most records are about the past. So a bare weekday is the most recent one, today included; a date without a year, a
    day of the month and a week number are the most recent ones up to today. With `future` (fields such as due,
    check_on, valid_until and target_date) a bare weekday is the next one after today, and the others are the first from
    today on. A phrase that gives its own direction ("last", "jl.", "next", "over twee weken") keeps it in both.

    - Last or next Friday is the nearest one before or after today; Friday last week is that of the ISO week before;
      this Friday is that of this ISO week. Friday two weeks ago is the Friday nearest to that day; Friday in a week
      ("vrijdag over een week", "Friday week") is a week after the coming Friday.
    - Last week, last month and last year are seven days, a month or a year back. A couple and "een paar" are
      two, a few is three; "anderhalve week" is ten days; half a month is fifteen days. A month that is too short
      for the day ends on its last.
    - Begin, half and eind of a month are the 1st, the 15th and the last day. A week number is its Monday (ISO 8601).
    - A weekday beside a date must fit it; without a year it chooses between the last and the next such date.
    - A year in two digits lies between eighty years ago and nineteen years on. 3/12 is 3 December.

    Capitals, accents, extra spaces, a full stop at the end and words such as "on", "the" and "op" are ignored. Raises
    UnknownWhen for anything else, quickly: a text of more than 100 characters is not looked at.
    """
    try:
        return _read(text, today, future=future)
    except NotUnderstoodError:
        problem = UnknownWhen(text)
    except WeekdayMisfitError:
        problem = UnknownWhen(text, _MISFIT)
    except (ValueError, OverflowError):
        problem = UnknownWhen(text, _NOT_A_DAY)
    raise problem


def _read(text: str, today: date, *, future: bool) -> When:
    """Parse ISO first, then the rest; every failure is a ValueError or an OverflowError."""
    if _is_iso(text):
        return When(date.fromisoformat(text), exact=True)
    # The lexicon takes some milliseconds to load; most dates on a command line are ISO dates, or absent.
    from portfolio.capture.dates import grammar, words

    line = words.plain(text)
    if _is_iso(line):
        return When(date.fromisoformat(line), exact=True)
    phrase = grammar.Phrase(words.tokens(line), today, future)
    return When(grammar.day_of(phrase), exact=grammar.is_full_date(phrase) and not _has_two_readings(line))


def _has_two_readings(line: str) -> bool:
    """Whether an American would read another day: 3/12 is 3 December here and 12 March there."""
    numbers = [int(part) for part in line.replace("/", "-").replace(".", "-").split("-") if part.isdigit()]
    return len(numbers) == 3 and numbers[0] != numbers[1] and max(numbers[:2]) <= 12


def _is_iso(text: str) -> bool:
    """Whether a text has the form YYYY-MM-DD or YYYYMMDD; `date.fromisoformat` would take week dates too."""
    if len(text) == 10 and text[4] == text[7] == "-":
        text = text[:4] + text[5:7] + text[8:]
    return len(text) == 8 and text.isascii() and text.isdigit()
