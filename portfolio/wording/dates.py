"""Days, months and periods in words, in the language of the given translator.

The names of months and weekdays come from our own catalogue. The locale of the machine is not used: it is set for the
whole process and is not always installed. Nothing here reads a clock: today is passed in.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from portfolio.wording import Words

DAYS_IN_WORDS: Final = 14
"""From this number of days on, weeks are counted."""
MONTHS_IN_WORDS: Final = 2
"""From this number of whole months on, months are counted."""
YEARS_IN_WORDS: Final = 24
"""From this number of whole months on, years are counted."""


def context(about: str, message: str) -> tuple[str, str]:
    """Mark a message with its context for extraction, as N_ does without one; translate it where it is used."""
    return about, message


_MONTHS: Final = (
    context("month", "January"),
    context("month", "February"),
    context("month", "March"),
    context("month", "April"),
    context("month", "May"),
    context("month", "June"),
    context("month", "July"),
    context("month", "August"),
    context("month", "September"),
    context("month", "October"),
    context("month", "November"),
    context("month", "December"),
)
_SHORT_MONTHS: Final = (
    context("month, short", "Jan"),
    context("month, short", "Feb"),
    context("month, short", "Mar"),
    context("month, short", "Apr"),
    context("month, short", "May"),
    context("month, short", "Jun"),
    context("month, short", "Jul"),
    context("month, short", "Aug"),
    context("month, short", "Sep"),
    context("month, short", "Oct"),
    context("month, short", "Nov"),
    context("month, short", "Dec"),
)
_WEEKDAYS: Final = (
    context("weekday", "Monday"),
    context("weekday", "Tuesday"),
    context("weekday", "Wednesday"),
    context("weekday", "Thursday"),
    context("weekday", "Friday"),
    context("weekday", "Saturday"),
    context("weekday", "Sunday"),
)
_SHORT_WEEKDAYS: Final = (
    context("weekday, short", "Mon"),
    context("weekday, short", "Tue"),
    context("weekday, short", "Wed"),
    context("weekday, short", "Thu"),
    context("weekday, short", "Fri"),
    context("weekday, short", "Sat"),
    context("weekday, short", "Sun"),
)


def month_name(number: int, _: Words) -> str:
    """Return the name of month 1 to 12 inside a sentence: "May", in Dutch "mei"."""
    return _.context(*_MONTHS[number - 1])


def month_short(number: int, _: Words) -> str:
    """Return the name of month 1 to 12 in three letters: "Mar", in Dutch "mrt"."""
    return _.context(*_SHORT_MONTHS[number - 1])


def weekday_name(iso: int, _: Words) -> str:
    """Return the name of weekday 1 (Monday) to 7, as in ISO 8601: "Friday", in Dutch "vrijdag"."""
    return _.context(*_WEEKDAYS[iso - 1])


def weekday_short(iso: int, _: Words) -> str:
    """Return the short name of weekday 1 (Monday) to 7: "Fri", in Dutch "vr"."""
    return _.context(*_SHORT_WEEKDAYS[iso - 1])


def day_in_full(day: date, _: Words) -> str:
    """Return a day in full: "Fri 20 November 2026", in Dutch "vr 20 november 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_short(day.isoweekday(), _),
        day=day.day,
        month=month_name(day.month, _),
        year=_year(day),
    )


def day_in_words(day: date, _: Words) -> str:
    """Return a day in whole words: "Friday 20 November 2026", in Dutch "vrijdag 20 november 2026"."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(day.isoweekday(), _), day=day.day, month=month_name(day.month, _), year=_year(day)
    )


def day_of_month(day: date, _: Words) -> str:
    """Return a day with the whole name of its month: "20 November 2026", in Dutch "20 november 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month, _), year=_year(day))


def day_short(day: date, _: Words) -> str:
    """Return a day in short: "20 Nov 2026", in Dutch "20 nov 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_short(day.month, _), year=_year(day))


def day_near(day: date, today: date, _: Words) -> str:
    """Return a day in short, with its year only when that is not the year of `today`: "20 Nov", "20 Nov 2024"."""
    if day.year != today.year:
        return day_short(day, _)
    return _("{day} {month}").format(day=day.day, month=month_short(day.month, _))


def moment(at: datetime, _: Words) -> str:
    """Return a day and a time in the local time zone: "20 Nov 2026 17:05"."""
    here = at.astimezone()
    return f"{day_short(here.date(), _)} {here:%H:%M}"


def since(day: date, today: date, _: Words) -> str:
    """Return how long ago a day is: "today", "yesterday", "3 days ago", "5 weeks ago".

    A day in the future is given as by `until`.
    """
    if day > today:
        return until(day, today, _)
    days, months = (today - day).days, _whole_months(day, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < DAYS_IN_WORDS:
        return _.plural("{n} day ago", "{n} days ago", days)
    if months < MONTHS_IN_WORDS:
        return _.plural("{n} week ago", "{n} weeks ago", days // 7)
    if months < YEARS_IN_WORDS:
        return _.plural("{n} month ago", "{n} months ago", months)
    return _.plural("{n} year ago", "{n} years ago", months // 12)


def until(day: date, today: date, _: Words) -> str:
    """Return how far off a day is: "today", "tomorrow", "in 3 days", "in 5 weeks"; a past day as by `since`.

    Weeks, months and years are rounded down, so a deadline is never nearer than stated.
    """
    if day < today:
        return since(day, today, _)
    days, months = (day - today).days, _whole_months(today, day)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days < DAYS_IN_WORDS:
        return _.plural("in {n} day", "in {n} days", days)
    if months < MONTHS_IN_WORDS:
        return _.plural("in {n} week", "in {n} weeks", days // 7)
    if months < YEARS_IN_WORDS:
        return _.plural("in {n} month", "in {n} months", months)
    return _.plural("in {n} year", "in {n} years", months // 12)


def period_in_words(since: date, until: date, _: Words) -> str:
    """Return a period: "1 Jan – 31 Dec 2025"; a month or year that both ends share is written once."""
    if since == until:
        return day_short(since, _)
    if since.year != until.year:
        first = day_short(since, _)
    elif since.month != until.month:
        first = _("{day} {month}").format(day=since.day, month=month_short(since.month, _))
    else:
        first = str(since.day)
    return _("{first} – {last}").format(first=first, last=day_short(until, _))


def _year(day: date) -> str:
    """Return the year in four digits, so that it can be parsed again."""
    return f"{day.year:04d}"


def _whole_months(first: date, last: date) -> int:
    """Return the number of whole calendar months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
