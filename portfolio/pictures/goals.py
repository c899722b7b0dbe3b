"""Draw the goals view: steps done, last activity, review date. Never a percentage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from portfolio.journey.views.goals import Goals, GoalStanding, MeasureStanding
from portfolio.pictures.canvas import Picture, Role, Row, Span, legend_rows, place_of, row_cells, safe_line, text_rows
from portfolio.pictures.frame import framed, gap
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.present.titles import number
from portfolio.text import cells, cut, pad
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short, since
from portfolio.wording.quantities import with_unit

_STATES: Final[dict[str, tuple[str, Role, str]]] = {
    "active": ("active_goal", "bar", N_("under way")),
    "paused": ("paused", "paused", N_("paused")),
    "planned": ("idea", "planned", N_("planned")),
    "idea": ("idea", "planned", N_("idea")),
    "unknown": ("unknown", "muted", N_("status at that time not known")),
    "achieved": ("achieved", "achieved", N_("achieved")),
    "dropped": ("dropped", "dropped", N_("dropped")),
}
_ENDED: Final = frozenset({"achieved", "dropped"})
_BAR: Final = 7
_WIDE: Final = 74
"""The number of columns from which everything about a goal fits on one row."""
_STEPS: Final = _BAR + 7
_CHECK: Final = 12
_LINE_FROM: Final = 3


def draw(view: Goals, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a row for each goal, with its measures below; on a narrow screen the details take a second row."""
    _ = words_for(signs, _)
    wide = width >= _WIDE
    layout = _layout(view, width, _, signs)
    rows: list[Row] = [_heading(layout, _)] if wide else []
    places = []
    for goal in view.goals:
        places.append(place_of(len(rows), width, goal.id, safe_line(goal.title)))
        rows += _in_one(goal, view, layout, _, signs) if wide else _in_two(goal, view, width, _, signs)
        for measure in goal.measures:
            places.append(place_of(len(rows), width, measure.id, measure_words(measure, _, signs)))
            rows += _measure(measure, width, _, signs)
    states = [_STATES[s] for s in _STATES if any(goal.state == s for goal in view.goals)]
    drawn = [(getattr(signs, key), role, _(words)) for key, role, words in states]
    return framed(
        view,
        _("Learning goals"),
        tuple(rows),
        width=width,
        _=_,
        signs=signs,
        legend=legend_rows(drawn, width),
        key=drawn,
        places=tuple(places),
        head=1 if wide else 0,
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """The width of the titles and of the last-activity column, in cells."""

    width: int
    title: int
    last: int


def _layout(view: Goals, width: int, _: Words, signs: Signs) -> _Layout:
    words = [_last(goal, view, _, signs) for goal in view.goals if goal.state not in _ENDED]
    last = min(max((cells(w) for w in words), default=0) + 2, width * 3 // 10)
    return _Layout(width, width - 2 - _STEPS - last - _CHECK - 1, last)


def _last(goal: GoalStanding, view: Goals, _: Words, signs: Signs) -> str:
    """Return the last activity, seen from the end of the period, and whether the goal is quiet."""
    words = signs.own(_ago(goal, view, _))
    return words + signs.apart + _("quiet") if goal.quiet else words


def _ago(goal: GoalStanding, view: Goals, _: Words) -> str:
    """Return how long ago something happened; for a planned goal when it starts.

    For a past period the day itself, since "ago" would be counted from a day that nobody reads it on.
    """
    if goal.state == "planned":
        return _("starts on {day}").format(day=day_short(goal.start, _))
    if view.period.until < view.today:
        return day_short(goal.last_activity, _)
    return since(goal.last_activity, view.today, _)


def _heading(layout: _Layout, _: Words) -> Row:
    return (
        gap(layout.title + 2),
        Span(pad(_("steps"), _STEPS), "axis"),
        Span(pad(_("last"), layout.last), "axis"),
        Span(cut(_("review date"), _CHECK), "axis"),
    )


def _in_one(goal: GoalStanding, view: Goals, layout: _Layout, _: Words, signs: Signs) -> list[Row]:
    sign, role, _word = _STATES[goal.state]
    row: list[Span] = [
        Span(getattr(signs, sign), role),
        Span(" "),
        Span(pad(safe_line(goal.title), layout.title - 1, signs.more), "label"),
        gap(1),
    ]
    if goal.state in _ENDED:
        row.append(Span(ended(goal, _, signs), "caption"))
    else:
        bar = _bar(goal, signs)
        row += [*bar, gap(max(0, _STEPS - row_cells(bar)))]
        row.append(Span(pad(_last(goal, view, _, signs), layout.last, signs.more), "caption"))
        row.append(Span(cut(_check(goal, _, signs), _CHECK, signs.more), "number"))
    found: list[Row] = [tuple(row)]
    if goal.state == "paused":
        found += [(gap(2), *line) for line in text_rows(signs.own(_paused(goal, _)), layout.width - 2, "muted")]
    if goal.reason and goal.state in ("paused", "dropped"):
        found += [(gap(2), *line) for line in text_rows(safe_line(goal.reason), layout.width - 2, "muted")]
    return found


def _in_two(goal: GoalStanding, view: Goals, width: int, _: Words, signs: Signs) -> list[Row]:
    sign, role, _word = _STATES[goal.state]
    first: Row = (
        Span(getattr(signs, sign), role),
        Span(" "),
        Span(cut(safe_line(goal.title), width - 2, signs.more), "label"),
    )
    details = goal_details(goal, view, _, signs)
    return [first, *((gap(2), *line) for line in text_rows(details, width - 2, "caption"))]


def goal_details(goal: GoalStanding, view: Goals, _: Words, signs: Signs) -> str:
    """Return everything about a goal as one line of text."""
    parts = []
    if goal.state in _ENDED:
        parts.append(ended(goal, _, signs))
    if goal.steps_total:
        parts.append(_("{done} of {steps} done").format(done=goal.steps_done, steps=_steps(goal.steps_total, _)))
    if goal.state not in _ENDED:
        if goal.state == "paused":
            parts.append(_paused(goal, _))
        ago = _ago(goal, view, _)
        parts.append(ago if goal.state == "planned" else _("last: {time}").format(time=ago))
        if goal.due:
            parts.append(_("review date: {day}").format(day=day_short(goal.due, _)))
        if goal.quiet:
            parts.append(_("quiet"))
    words = signs.own(signs.apart.join(parts))
    if goal.reason and goal.state in ("paused", "dropped"):
        words += signs.apart + safe_line(goal.reason)
    return words


def _steps(n: int, _: Words) -> str:
    return _.plural("{n} step", "{n} steps", n)


def ended(goal: GoalStanding, _: Words, signs: Signs) -> str:
    """Return how a goal ended, and when if that was noted."""
    if goal.ended_on is None:
        return _("achieved, day not known") if goal.state == "achieved" else _("dropped, day not known")
    on = _("achieved on {day}") if goal.state == "achieved" else _("dropped on {day}")
    return signs.own(on.format(day=day_short(goal.ended_on, _)))


def _paused(goal: GoalStanding, _: Words) -> str:
    """Return since when a goal is paused, if that was noted."""
    if goal.state_on is None:
        return _("paused, day not known")
    return _("paused since {day}").format(day=day_short(goal.state_on, _))


def _bar(goal: GoalStanding, signs: Signs) -> Row:
    """Return a cell for each step (seven if there are more) and the two numbers; a dash without steps."""
    if not goal.steps_total:
        return (Span(signs.none, "muted"),)
    length = min(_BAR, goal.steps_total)
    done = goal.steps_done * length // goal.steps_total
    return (
        Span(signs.done * done, "bar"),
        Span(signs.to_do * (length - done), "bar_rest"),
        gap(_BAR - length + 1),
        Span(f"{goal.steps_done}/{goal.steps_total}", "number"),
    )


def _check(goal: GoalStanding, _: Words, signs: Signs) -> str:
    return signs.own(day_short(goal.due, _)) if goal.due else signs.none


def _measure(measure: MeasureStanding, width: int, _: Words, signs: Signs) -> list[Row]:
    spark = _spark([value for _day, value in measure.readings], signs)
    lines = text_rows(measure_words(measure, _, signs), width - 4 - cells(spark) - 2, "sublabel")
    tail = (Span("  "), Span(spark, "level3")) if spark else ()
    return [(gap(4), *line, *(tail if n == 0 else ())) for n, line in enumerate(lines)]


def measure_words(measure: MeasureStanding, _: Words, signs: Signs) -> str:
    """Return a measure with its first and latest value and its target."""
    values = [measure.start] if measure.start is not None else []
    values += [value for _day, value in measure.readings]
    shown = [number(v, _) for v in (values if len(values) < 2 else (values[0], values[-1]))]
    span = f" {signs.arrow} ".join(shown) or signs.none
    words = (
        f"{safe_line(measure.name)}: {with_unit(span, safe_line(measure.unit), one=bool(values) and values[-1] == 1)}"
    )
    if measure.target is not None:
        words += " " + _("(target {value})").format(value=number(measure.target, _))
    return words


def _spark(values: Sequence[float], signs: Signs) -> str:
    """Return the readings as blocks between the lowest and the highest; empty when there are too few for a line."""
    values = values[-12:]
    if len(values) < _LINE_FROM or signs.ascii:
        return ""
    low, high = min(values), max(values)
    reach = (high - low) or 1
    top = len(signs.blocks) - 1
    return "".join(signs.blocks[round((value - low) / reach * top)] for value in values)
