"""Sentences on the user's own writing: for the user only, never part of what is shared."""

from __future__ import annotations

from datetime import date
from typing import Final

from portfolio.journey.facts.findings import EnergyFinding, RhythmFinding, Writing
from portfolio.pictures.sentence_parts import joined, month_of, quoted, then
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full, month_name

_TWO: Final = 2
_FEW_WEEKS: Final = 3
_STRETCHES: Final = 3
"""The number of quiet stretches that are named, longest first; the others are only counted."""


def days_written(writing: Writing, _: Words) -> str:
    """Return on how many days the user wrote; that the journey has begun is only said of its first days."""
    if writing.days == 1:
        return _("Your journey has begun: you wrote on one day.") if writing.begun else _("You wrote on one day.")
    words = _("Your journey has begun: you wrote on {n} days.") if writing.begun else _("You wrote on {n} days.")
    return words.format(n=writing.days)


def came_back(writing: Writing, _: Words) -> str:
    """Return the tag that came back, with the number of days it is on."""
    return _("“{tag}” came back on {n} days.").format(tag=quoted(writing.again or ""), n=writing.again_days)


def rhythm(finding: RhythmFinding, _: Words) -> str:
    if not finding.written or finding.latest is None:
        return _("No notes in this period.")
    if finding.written == 1:
        return _("You looked back once, on {day}.").format(day=day_in_full(finding.latest, _))
    return then(_how_often(finding, _), _("The last time was {day}.").format(day=day_in_full(finding.latest, _)))


def _how_often(finding: RhythmFinding, _: Words) -> str:
    if not finding.quiet and finding.begun:
        return _("You began looking back in {month}.").format(month=month_of(finding.begun, _))
    if not finding.quiet and finding.weeks < _FEW_WEEKS:
        return _("You looked back {n} times.").format(n=finding.written)
    if not finding.quiet:
        return _("You looked back throughout this period.")
    longest = sorted(sorted(finding.quiet, key=lambda s: (s[0] - s[1], s[0]))[:_STRETCHES])
    more = len(finding.quiet) - len(longest)
    parts = [_stretch(since, until, _) for since, until in longest]
    if more:
        parts.append(_.plural("{n} more time", "{n} more times", more))
    first = _("It was quiet {when}.").format(when=joined(parts, _))
    return then(first, _("After that you picked it up again.")) if finding.resumed else first


def _stretch(since: date, until: date, _: Words) -> str:
    """Return the months of a quiet stretch, with their years."""
    if (since.year, since.month) == (until.year, until.month):
        return _("in {month}").format(month=month_of(since, _))
    first = month_name(since.month, _) if since.year == until.year else month_of(since, _)
    return _("from {first} to {last}").format(first=first, last=month_of(until, _))


def energy(finding: EnergyFinding, _: Words) -> str:
    if not finding.answers:
        return _("The question about energy was not answered in this period.")
    if finding.answers == 1:
        return _("One answer, so nothing can be said yet.")
    if finding.same:
        return _("Your energy was {level} of 5 each time.").format(level=finding.same)
    if finding.high < _TWO:
        return _("{n} answers. Too few of them are high to say what energised you.").format(n=finding.answers)
    if finding.text is None or finding.date is None:
        return _("In {high} of {n} answers you had energy.").format(high=finding.high, n=finding.answers)
    words, day = quoted(finding.text).rstrip("."), day_in_full(finding.date, _)
    if finding.alike > 1:
        return _("{n} answers were the highest, {level} of 5. The last of them: {text} ({day}).").format(
            n=finding.alike, level=finding.highest, text=words, day=day
        )
    return _("What energised you most: {text} ({day}).").format(text=words, day=day)
