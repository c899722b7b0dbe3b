"""The user's own entries, as marks and in numbers: for the user's own view only, never for what is shared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from portfolio.journey.facts.findings import Writing
from portfolio.journey.facts.goal_spans import GoalSpan
from portfolio.journey.facts.marks import Mark
from portfolio.journey.facts.moments import Moment, MomentKind, story_words
from portfolio.journey.facts.period import BY_WEEK, Period
from portfolio.records.collection import Records
from portfolio.records.equivalence import caseless
from portfolio.records.feedback import Feedback
from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES

_FEEDBACK: Final[dict[str, MomentKind]] = {"top": "top", "tip": "tip", "both": "both"}
_A_WEEK: Final = 7
_AGAIN: Final = 2
"""The least number of days on which something comes back."""


def entry_marks(records: Records, period: Period, upto: date, elsewhere: Collection[str]) -> tuple[Mark, ...]:
    """Return a mark for each reflection of a period up to a day, except those that are marks `elsewhere`."""
    return tuple(
        [
            Mark(item.id, item.date, "entry", _words(item))
            for item in _written(records, period, upto)
            if item.id not in elsewhere
        ]
    )


def own_moments(records: Records, period: Period, upto: date, elsewhere: Collection[str]) -> tuple[Moment, ...]:
    """Return a moment for each reflection and each feedback of a period up to a day, except those `elsewhere`."""
    until = min(period.until, upto)
    received = records.between(Feedback, period.since, until) if period.since <= until else ()
    written = entry_marks(records, period, upto, elsewhere)
    return (
        *(Moment(mark.id, mark.date, "entry", mark.text) for mark in written),
        *(Moment(item.id, item.date, _FEEDBACK.get(item.sort or "", "feedback"), item.what) for item in received),
    )


def writing(records: Records, period: Period, upto: date, goals: Iterable[GoalSpan]) -> Writing | None:
    """Return what can be said of the writing itself; None for a period of more than three months, or without any."""
    found = _written(records, period, upto) if period.days <= BY_WEEK else ()
    if not found:
        return None
    days = len({item.date for item in found})
    again, on = _came_back(found)
    first = _first_goal(tuple(goals), period, upto)
    return Writing(
        days=days,
        begun=days <= _A_WEEK and records.of(Reflection)[0].date >= period.since,
        again=again,
        again_days=on,
        first_goal=first,
    )


def _words(item: Reflection) -> str:
    """Return the words of an entry as `story_words` does, in a fifth of the time: ten years have thousands."""
    if not item.title:
        answers = item.answers
        for key in TEMPLATES.get(item.template, ()):
            words = answers.get(key)
            if words and not words.isspace():
                return words
    return story_words(item)


def _written(records: Records, period: Period, upto: date) -> Sequence[Reflection]:
    until = min(period.until, upto)
    return records.between(Reflection, period.since, until) if period.since <= until else ()


def _came_back(found: Iterable[Reflection]) -> tuple[str | None, int]:
    """Return the tag that is on entries of most days, and the number of days; None when no tag is ahead."""
    names: dict[str, str] = {}
    days: dict[str, set[date]] = {}
    for item in found:
        for tag in filter(None, map(str.strip, item.tags)):
            names[caseless(tag)] = tag
            days.setdefault(caseless(tag), set()).add(item.date)
    ordered = sorted(((len(held), key) for key, held in days.items()), reverse=True)
    if not ordered or ordered[0][0] < _AGAIN or (len(ordered) > 1 and ordered[0][0] == ordered[1][0]):
        return None, 0
    return names[ordered[0][1]], ordered[0][0]


def _first_goal(goals: Sequence[GoalSpan], period: Period, upto: date) -> str | None:
    """Return the title of the only goal that ever began, when it began in the period and is under way."""
    began = [goal_span for goal_span in goals if goal_span.ran and goal_span.start <= upto]
    if len(began) != 1 or began[0].state != "active" or not period.contains(began[0].start):
        return None
    return began[0].goal.title
