"""The grammar: which sequences of words are a day, and which day.

Each rule is a pattern over the letters of `kinds` and a function. A sequence that fits no rule is refused, and so is
one whose parts contradict each other: nothing is corrected or guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.dates import arithmetic, kinds
from portfolio.capture.dates.errors import NotUnderstoodError, WeekdayMisfitError
from portfolio.capture.dates.kinds import Token


class Phrase(NamedTuple):
    """A sequence of words, the day on which it was typed, and whether it looks ahead."""

    tokens: tuple[Token, ...]
    today: date
    ahead: bool

    @property
    def shape(self) -> str:
        """The kinds of the words, a letter each."""
        return "".join(token.kind for token in self.tokens)

    def find(self, *wanted: str) -> int | None:
        """The value of the first word of one of these kinds; None when there is none."""
        return next((token.value for token in self.tokens if token.kind in wanted), None)

    def require(self, *wanted: str) -> int:
        """The value of the first word of one of these kinds, which the pattern of the rule requires."""
        found = self.find(*wanted)
        if found is None:
            raise NotUnderstoodError
        return found


def day_of(phrase: Phrase) -> date:
    """The day that a phrase means.

    Raises NotUnderstoodError, WeekdayMisfitError, or a ValueError or OverflowError for a day that does not exist.
    """
    shape = phrase.shape
    for pattern, rule in _RULES:
        if re.fullmatch(pattern, shape):
            return rule(phrase)
    raise NotUnderstoodError


def is_full_date(phrase: Phrase) -> bool:
    """Whether the phrase has a day, a month and a year in four digits, so that nothing was computed."""
    return re.fullmatch(_FULL_DATE, phrase.shape) is not None


def _checked(phrase: Phrase, day: date) -> date:
    """The day. Raises WeekdayMisfitError when the phrase names another weekday."""
    weekday = phrase.find(kinds.WEEKDAY)
    if weekday not in {None, day.isoweekday()}:
        raise WeekdayMisfitError
    return day


def _near(phrase: Phrase, make: Callable[[bool], date]) -> date:
    """The result of `make` for the direction in the phrase, else for the usual one.

    Without a direction a weekday decides: when it fits only the date on the other side of today, that date is meant.
    """
    which = phrase.find(kinds.WHICH)
    if which is not None:
        if which not in {-1, 1}:
            raise NotUnderstoodError
        return _checked(phrase, make(which > 0))
    try:
        return _checked(phrase, make(phrase.ahead))
    except WeekdayMisfitError:
        return _checked(phrase, make(not phrase.ahead))


# Days by their distance


def _day_word(phrase: Phrase) -> date:
    """Yesterday; yesterday, Tuesday."""
    return _checked(phrase, arithmetic.plus_days(phrase.today, phrase.require(kinds.DAY)))


def _moved(phrase: Phrase, start: date, sign: int) -> date:
    """The amount in the phrase after `start`, or before it when `sign` is -1."""
    halves = phrase.find(kinds.AMOUNT)
    if halves is None:
        halves = 2 * phrase.require(kinds.NUMBER, kinds.YEAR)
    days = phrase.find(kinds.WEEK, kinds.DAYS) or 0
    return arithmetic.plus_halves(start, sign * halves, days, phrase.find(kinds.MONTHS) or 0)


def _ago(phrase: Phrase) -> date:
    """Three days ago; yesterday two weeks ago; Friday two weeks ago, which is the Friday nearest to that day."""
    day = _moved(phrase, arithmetic.plus_days(phrase.today, phrase.find(kinds.DAY) or 0), -1)
    weekday = phrase.find(kinds.WEEKDAY)
    return day if weekday is None else arithmetic.weekday_nearest(day, weekday)


def _hence(phrase: Phrase) -> date:
    """In two weeks; tomorrow in a week; Friday in a week, which is a week after the coming Friday."""
    weekday = phrase.find(kinds.WEEKDAY)
    if weekday is not None:
        return _moved(phrase, arithmetic.weekday_after(phrase.today, weekday), 1)
    return _moved(phrase, arithmetic.plus_days(phrase.today, phrase.find(kinds.DAY) or 0), 1)


def _day_week(phrase: Phrase) -> date:
    """Friday week, today week: a week after that day."""
    weekday = phrase.find(kinds.WEEKDAY)
    if weekday is not None:
        return arithmetic.plus_days(arithmetic.weekday_after(phrase.today, weekday), 7)
    return arithmetic.plus_days(phrase.today, phrase.require(kinds.DAY) + 7)


# Weekdays, weeks and months


def _period(phrase: Phrase) -> date:
    """Last week, next month: the same day of that week or month."""
    which = phrase.require(kinds.WHICH)
    if not which:
        raise NotUnderstoodError  # "this week" is seven days, and the phrase names none of them
    months = phrase.find(kinds.MONTHS)
    if months is None:
        return arithmetic.plus_days(phrase.today, 7 * which)
    return arithmetic.plus_months(phrase.today, which * months)


def _weekday_of_week(phrase: Phrase) -> date:
    """Friday last week."""
    day = arithmetic.plus_days(phrase.today, 7 * phrase.require(kinds.WHICH))
    return arithmetic.weekday_in_week(day, phrase.require(kinds.WEEKDAY))


def _weekday(phrase: Phrase) -> date:
    """Friday, last Friday, this Friday, next Friday."""
    weekday, which, today = phrase.require(kinds.WEEKDAY), phrase.find(kinds.WHICH), phrase.today
    if which is None:
        which = 1 if phrase.ahead else -1
        if not phrase.ahead and today.isoweekday() == weekday:
            return today
    if which == 0:
        day = arithmetic.weekday_in_week(today, weekday)
        return arithmetic.plus_days(day, 7) if phrase.ahead and day < today else day
    if which < 0:
        return arithmetic.plus_days(arithmetic.weekday_before(today, weekday), 7 * (which + 1))
    return arithmetic.plus_days(arithmetic.weekday_after(today, weekday), 7 * (which - 1))


def _week(phrase: Phrase) -> date:
    """Week 24: its Monday, or the weekday in the phrase."""
    number, weekday = phrase.require(kinds.NUMBER), phrase.find(kinds.WEEKDAY) or 1
    year = phrase.find(kinds.YEAR)
    if year is not None:
        return date.fromisocalendar(year, number, weekday)
    return arithmetic.yearly(lambda year: date.fromisocalendar(year, number, weekday), phrase.today, ahead=phrase.ahead)


# Dates


def _date(phrase: Phrase) -> date:
    """12 March, March the 12th, Friday 12 March, 12 March '26, 12 March 2026, 12 March last year."""
    number, month = phrase.require(kinds.NUMBER, kinds.ORDINAL), phrase.require(kinds.MONTH)
    year = _year(phrase)
    if year is not None:
        return _checked(phrase, date(year, month, number))
    return _near(
        phrase, lambda ahead: arithmetic.yearly(lambda year: date(year, month, number), phrase.today, ahead=ahead)
    )


def _year(phrase: Phrase) -> int | None:
    """The year in the phrase, in digits or as last, this or next year."""
    if (short := phrase.find(kinds.SHORT_YEAR)) is not None:
        return arithmetic.full_year(short, phrase.today)
    if phrase.find(kinds.MONTHS) is None:
        return phrase.find(kinds.YEAR)
    if phrase.require(kinds.MONTHS) != 12:
        raise NotUnderstoodError
    return phrase.today.year + phrase.require(kinds.WHICH)


def _day_of_month(phrase: Phrase) -> date:
    """The 3rd, Friday the 13th."""
    number = phrase.require(kinds.ORDINAL, kinds.NUMBER)
    return _near(phrase, lambda ahead: arithmetic.monthly(number, phrase.today, ahead=ahead))


def _day_of_that_month(phrase: Phrase) -> date:
    """The 3rd of last month, the 3rd of the month (this one)."""
    if phrase.require(kinds.MONTHS) != 1:
        raise NotUnderstoodError
    return _checked(
        phrase, arithmetic.in_month(phrase.today, phrase.find(kinds.WHICH) or 0, phrase.require(kinds.ORDINAL))
    )


# Begin, middle and end


def _edge_of_month(phrase: Phrase) -> date:
    """Begin (the 1st), middle (the 15th) or end (the last day) of May."""
    month, edge = phrase.require(kinds.MONTH), phrase.require(kinds.EDGE)
    year = _year(phrase)
    if year is not None:
        return _edge(year, month, edge)
    return _near(
        phrase, lambda ahead: arithmetic.yearly(lambda year: _edge(year, month, edge), phrase.today, ahead=ahead)
    )


def _edge_of_period(phrase: Phrase) -> date:
    """The end of last month, of this year, of 2025; by default of today's month or year."""
    edge, which = phrase.require(kinds.EDGE), phrase.find(kinds.WHICH) or 0
    months = phrase.find(kinds.MONTHS)
    if months == 1:
        day = arithmetic.in_month(phrase.today, which, 1)
        return _edge(day.year, day.month, edge)
    if edge == kinds.MIDDLE or months not in {None, 12}:
        raise NotUnderstoodError
    year = phrase.require(kinds.YEAR) if months is None else phrase.today.year + which
    return date(year, 1, 1) if edge == kinds.BEGIN else date(year, 12, 31)


def _edge(year: int, month: int, edge: int) -> date:
    """The 1st, the 15th or the last day of a month."""
    return (
        arithmetic.month_end(year, month) if edge == kinds.END else date(year, month, 15 if edge == kinds.MIDDLE else 1)
    )


_FULL_DATE: Final = "W?(?:[NO]MY|M[NO]Y|YM[NO])"

# Patterns are compiled by `re` when they are first tried, and kept by it: importing this module stays cheap.
_RULES: Final[tuple[tuple[str, Callable[[Phrase], date]], ...]] = (
    ("D|DW|WD", _day_word),
    ("D?[NYB][UKL]A|[NYB][UKL]AD|W[NB]KA|[NB]KAW", _ago),
    ("D?I[NYB][UKL]T?|[NYB][UKL]T|[NYB][UKL]PD|WI[NB]K|[NB]KPW", _hence),
    ("[WD]K", _day_week),
    ("R[KL]|[KL]R", _period),
    ("RKW|WRK|WKR", _weekday_of_week),
    ("W|RW|WR", _weekday),
    ("W?I?KNY?|KNY?W", _week),
    ("W?(?:[NO]M|M[NO])(?:[YZ]|RL)?|W?YM[NO]|RW?(?:[NO]M|M[NO])|W?(?:[NO]M|M[NO])R", _date),
    ("R?W?O|W?OR|WN", _day_of_month),
    ("W?OR?L|RLW?O", _day_of_that_month),
    ("EM(?:[YZ]|RL?)?", _edge_of_month),
    ("ER?L|EY", _edge_of_period),
)
