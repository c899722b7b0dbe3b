"""Which rows of words are a day, and which day that is.

Each rule is a pattern over the letters of `kinds` and a function. A row that fits no rule is refused, and so is a row
whose parts contradict each other: nothing is corrected, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from portfolio.capture.dates import arithmetic as reckon
from portfolio.capture.dates import kinds
from portfolio.capture.dates.errors import NotUnderstoodError, WeekdayMisfitError
from portfolio.capture.dates.kinds import Token


class Said(NamedTuple):
    """A row of words, the day on which they were said, and whether they look ahead."""

    tokens: tuple[Token, ...]
    today: date
    ahead: bool

    @property
    def shape(self) -> str:
        """The kinds of the words, a letter each."""
        return "".join(token.kind for token in self.tokens)

    def find(self, *wanted: str) -> int | None:
        """The number of the first word of one of these kinds."""
        return next((token.value for token in self.tokens if token.kind in wanted), None)

    def the(self, *wanted: str) -> int:
        """The same, where the rule has already seen to it that there is one."""
        found = self.find(*wanted)
        if found is None:
            raise NotUnderstoodError
        return found


def day_of(said: Said) -> date:
    """The day that is meant.

    Raises NotUnderstoodError, WeekdayMisfitError, or a ValueError or OverflowError for a day that does not exist.
    """
    shape = said.shape
    for pattern, rule in _RULES:
        if re.fullmatch(pattern, shape):
            return rule(said)
    raise NotUnderstoodError


def is_full_date(said: Said) -> bool:
    """Whether a day, a month and a year in four digits were said, so that nothing had to be worked out."""
    return re.fullmatch(_FULL_DATE, said.shape) is not None


def _checked(said: Said, day: date) -> date:
    """The day, if it is on the weekday that was said, if one was."""
    weekday = said.find(kinds.WEEKDAY)
    if weekday not in {None, day.isoweekday()}:
        raise WeekdayMisfitError
    return day


def _near(said: Said, make: Callable[[bool], date]) -> date:
    """What `make` gives for the direction that was said, else for the usual one.

    Without a direction a weekday decides: where it only fits the date on the other side of today, that
    one is meant.
    """
    which = said.find(kinds.WHICH)
    if which is not None:
        if which not in {-1, 1}:
            raise NotUnderstoodError
        return _checked(said, make(which > 0))
    try:
        return _checked(said, make(said.ahead))
    except WeekdayMisfitError:
        return _checked(said, make(not said.ahead))


# Days by their distance


def _day_word(said: Said) -> date:
    """Yesterday; yesterday, Tuesday."""
    return _checked(said, reckon.plus_days(said.today, said.the(kinds.DAY)))


def _moved(said: Said, start: date, sign: int) -> date:
    """So many units on from `start`, or back."""
    halves = said.find(kinds.AMOUNT)
    if halves is None:
        halves = 2 * said.the(kinds.NUMBER, kinds.YEAR)
    days = said.find(kinds.WEEK, kinds.DAYS) or 0
    return reckon.plus_halves(start, sign * halves, days, said.find(kinds.MONTHS) or 0)


def _ago(said: Said) -> date:
    """Three days ago; yesterday two weeks ago; Friday two weeks ago, which is the Friday nearest to that day."""
    day = _moved(said, reckon.plus_days(said.today, said.find(kinds.DAY) or 0), -1)
    weekday = said.find(kinds.WEEKDAY)
    return day if weekday is None else reckon.weekday_nearest(day, weekday)


def _hence(said: Said) -> date:
    """In two weeks; tomorrow in a week; Friday in a week, which is a week after the coming Friday."""
    weekday = said.find(kinds.WEEKDAY)
    if weekday is not None:
        return _moved(said, reckon.weekday_after(said.today, weekday), 1)
    return _moved(said, reckon.plus_days(said.today, said.find(kinds.DAY) or 0), 1)


def _day_week(said: Said) -> date:
    """Friday week, today week: a week after it."""
    weekday = said.find(kinds.WEEKDAY)
    if weekday is not None:
        return reckon.plus_days(reckon.weekday_after(said.today, weekday), 7)
    return reckon.plus_days(said.today, said.the(kinds.DAY) + 7)


# Weekdays, weeks and months


def _period(said: Said) -> date:
    """Last week, next month: the same day of that week or month."""
    which = said.the(kinds.WHICH)
    if not which:
        raise NotUnderstoodError  # "this week" is seven days, and none of them was said
    months = said.find(kinds.MONTHS)
    if months is None:
        return reckon.plus_days(said.today, 7 * which)
    return reckon.plus_months(said.today, which * months)


def _weekday_of_week(said: Said) -> date:
    """Friday last week."""
    day = reckon.plus_days(said.today, 7 * said.the(kinds.WHICH))
    return reckon.weekday_in_week(day, said.the(kinds.WEEKDAY))


def _weekday(said: Said) -> date:
    """Friday, last Friday, this Friday, next Friday."""
    weekday, which, today = said.the(kinds.WEEKDAY), said.find(kinds.WHICH), said.today
    if which is None:
        which = 1 if said.ahead else -1
        if not said.ahead and today.isoweekday() == weekday:
            return today
    if which == 0:
        day = reckon.weekday_in_week(today, weekday)
        return reckon.plus_days(day, 7) if said.ahead and day < today else day
    if which < 0:
        return reckon.plus_days(reckon.weekday_before(today, weekday), 7 * (which + 1))
    return reckon.plus_days(reckon.weekday_after(today, weekday), 7 * (which - 1))


def _week(said: Said) -> date:
    """Week 24: its Monday, or the weekday that was said."""
    number, weekday = said.the(kinds.NUMBER), said.find(kinds.WEEKDAY) or 1
    year = said.find(kinds.YEAR)
    if year is not None:
        return date.fromisocalendar(year, number, weekday)
    return reckon.yearly(lambda year: date.fromisocalendar(year, number, weekday), said.today, ahead=said.ahead)


# Dates


def _date(said: Said) -> date:
    """12 March, March the 12th, Friday 12 March, 12 March '26, 12 March 2026, 12 March last year."""
    number, month = said.the(kinds.NUMBER, kinds.ORDINAL), said.the(kinds.MONTH)
    year = _year(said)
    if year is not None:
        return _checked(said, date(year, month, number))
    return _near(said, lambda ahead: reckon.yearly(lambda year: date(year, month, number), said.today, ahead=ahead))


def _year(said: Said) -> int | None:
    """The year that was said, in digits or as last, this or next year."""
    if (short := said.find(kinds.SHORT_YEAR)) is not None:
        return reckon.full_year(short, said.today)
    if said.find(kinds.MONTHS) is None:
        return said.find(kinds.YEAR)
    if said.the(kinds.MONTHS) != 12:
        raise NotUnderstoodError
    return said.today.year + said.the(kinds.WHICH)


def _day_of_month(said: Said) -> date:
    """The 3rd, Friday the 13th."""
    number = said.the(kinds.ORDINAL, kinds.NUMBER)
    return _near(said, lambda ahead: reckon.monthly(number, said.today, ahead=ahead))


def _day_of_that_month(said: Said) -> date:
    """The 3rd of last month, the 3rd of the month (this one)."""
    if said.the(kinds.MONTHS) != 1:
        raise NotUnderstoodError
    return _checked(said, reckon.in_month(said.today, said.find(kinds.WHICH) or 0, said.the(kinds.ORDINAL)))


# Begin, middle and end


def _edge_of_month(said: Said) -> date:
    """Begin (the 1st), middle (the 15th) or end (the last day) of May."""
    month, edge = said.the(kinds.MONTH), said.the(kinds.EDGE)
    year = _year(said)
    if year is not None:
        return _edge(year, month, edge)
    return _near(said, lambda ahead: reckon.yearly(lambda year: _edge(year, month, edge), said.today, ahead=ahead))


def _edge_of_period(said: Said) -> date:
    """The end of last month, of this year, of 2025; without more, of the month or year of today."""
    edge, which = said.the(kinds.EDGE), said.find(kinds.WHICH) or 0
    months = said.find(kinds.MONTHS)
    if months == 1:
        day = reckon.in_month(said.today, which, 1)
        return _edge(day.year, day.month, edge)
    if edge == kinds.MIDDLE or months not in {None, 12}:
        raise NotUnderstoodError
    year = said.the(kinds.YEAR) if months is None else said.today.year + which
    return date(year, 1, 1) if edge == kinds.BEGIN else date(year, 12, 31)


def _edge(year: int, month: int, edge: int) -> date:
    """The 1st, the 15th or the last day of a month."""
    return reckon.month_end(year, month) if edge == kinds.END else date(year, month, 15 if edge == kinds.MIDDLE else 1)


_FULL_DATE: Final = "W?(?:[NO]MY|M[NO]Y|YM[NO])"

# Patterns are compiled by `re` when they are first tried, and kept by it: importing this module stays cheap.
_RULES: Final[tuple[tuple[str, Callable[[Said], date]], ...]] = (
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
