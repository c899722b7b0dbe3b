"""Draw the journey from top to bottom: every moment of the period by year and month, as text."""

from __future__ import annotations

from functools import partial

from portfolio.journey.facts.moments import Moment
from portfolio.journey.views.timeline import Month, Timeline
from portfolio.pictures.canvas import Picture, Place, Role, Row, Span, headed_rows, safe_line
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.phrases import moment_sentences, moment_words
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, pad
from portfolio.wording import N_, Words
from portfolio.wording.dates import month_short

_SIGNS: dict[str, tuple[str, Role]] = {
    "goal_started": ("start", "mark"),
    "goal_reached": ("achieved", "achieved"),
    "goal_paused": ("paused", "paused"),
    "goal_resumed": ("resumed", "mark"),
    "goal_dropped": ("dropped", "dropped"),
    "level_first": ("level", "mark"),
    "level_up": ("up", "rise"),
    "level_down": ("down", "fall"),
    "level_changed": ("level", "mark"),
    "level_other": ("other", "other"),
    "story": ("story", "story"),
    "milestone": ("milestone", "milestone"),
    "certificate": ("certificate", "certificate"),
    "conversation": ("conversation", "conversation"),
    "shared_knowledge": ("shared_knowledge", "mark"),
    "entry": ("entry", "entry"),
    "top": ("top", "top"),
    "tip": ("tip", "tip"),
    "both": ("both", "both"),
    "feedback": ("feedback", "mark"),
}
_MEANINGS: dict[str, str] = {
    "goal_started": N_("start"),
    "goal_reached": N_("achieved"),
    "goal_paused": N_("paused"),
    "goal_resumed": N_("taken up again"),
    "goal_dropped": N_("dropped"),
    "level_first": N_("level"),
    "level_changed": N_("level"),
    "level_up": N_("level up"),
    "level_down": N_("level adjusted"),
    "level_other": N_("level by someone else"),
    "story": N_("story"),
    "milestone": N_("milestone"),
    "certificate": N_("certificate"),
    "conversation": N_("conversation"),
    "shared_knowledge": N_("knowledge shared"),
    "entry": N_("note"),
    "top": N_("strength"),
    "tip": N_("suggestion"),
    "both": N_("strength and suggestion"),
    "feedback": N_("feedback"),
}
"""Kind of moment -> the meaning of its symbol, as a message id in English."""
_MONTH = 4
"""The width of the name of a month in cells."""
_SAME_MONTH = Span(" " * _MONTH, "axis")
_GAP, _WIDE_GAP = gap(1), gap(2)


def draw(view: Timeline, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a line for each moment: the month once, the day, a symbol, and what happened."""
    _ = words_for(signs, _)
    rows: list[Row] = []
    places: list[Place] = []
    headings: list[int] = []
    year = 0
    for month in view.months:
        headings.append(len(rows))
        if month.year != year:
            rows.append((Span(f"{month.year:04d}", "year"),))
            year = month.year
        named = Span(pad(month_short(month.month, _), _MONTH), "axis")
        for moment in month.moments:
            places.append(Place(len(rows), 0, width, (moment.id,), partial(moment_sentences, moment, _, signs)))
            rows += _moment(moment, named, width, _, signs)
            named = _SAME_MONTH
        if month.quiet and not month.moments:
            rows.append(_quiet(month, _))
    happened = {moment.kind for month in view.months for moment in month.moments}
    drawn = {_SIGNS[kind]: (*_SIGNS[kind], _(words)) for kind, words in _MEANINGS.items() if kind in happened}
    key = [(getattr(signs, sign), role, words) for sign, role, words in drawn.values()]
    return framed(
        view,
        _("Timeline"),
        tuple(rows),
        width=width,
        _=_,
        signs=signs,
        key=key,
        places=tuple(places),
        headings=tuple(headings),
    )


def _moment(moment: Moment, month: Span, width: int, _: Words, signs: Signs) -> tuple[Row, ...]:
    sign, role = _SIGNS[moment.kind]
    day = Span(f"{moment.date.day:>2}", "number")
    head = (_GAP, month, day, _WIDE_GAP, Span(getattr(signs, sign), role), _GAP)
    words = moment_words(moment, _, signs)
    if moment.evidence:
        pieces = _.plural("{n} piece of evidence", "{n} pieces of evidence", moment.evidence)
        words += f" ({pieces})"
    if moment.reason and moment.kind in ("goal_paused", "goal_dropped", "level_down"):
        words += f"{signs.apart}{safe_line(moment.reason)}"
    return headed_rows(head, words, width)


def _quiet(month: Month, _: Words) -> Row:
    short = month_short(month.month, _)
    return (_GAP, Span(pad(short, max(_MONTH, cells(short))), "axis"), gap(6), Span(_("quiet"), "muted"))
