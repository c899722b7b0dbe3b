"""Draw the history of one skill as steps over time, with every rating as text below it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import Point
from portfolio.journey.views.skill import SkillView
from portfolio.pictures.axis import Axis, draw_axis
from portfolio.pictures.canvas import Picture, Place, Role, Row, Sentence, Span, headed_rows, legend_rows, safe_line
from portfolio.pictures.frame import framed
from portfolio.pictures.grid import Grid
from portfolio.pictures.phrases import level_short, on_its_day, who_words
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, cut, pad
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short

_HEAD: Final = 2
LEGEND: Final[tuple[tuple[str, Role, str], ...]] = (
    ("self_now", "self", N_("self")),
    ("other", "other", N_("someone else")),
    ("target", "target", N_("target")),
)


def draw(view: SkillView, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw time from left to right and levels from low to high; without enough ratings there is no line."""
    _ = words_for(signs, _)
    sheet = _Sheet(view, width, signs, _)
    if view.levels:
        sheet.draw()
    drawing = tuple(sheet.grid.row(n) for n in range(sheet.grid.height)) if view.levels else ()
    words: list[Row] = [()] if drawing else []
    for point in view.points:
        sheet.places.append(Place(len(drawing) + len(words), 0, width, (point.id,), partial(sheet.sentences_of, point)))
        words += point_rows(point, view, width, _, signs)
    drawn = [(getattr(signs, key), role, _(words)) for key, role, words in LEGEND if key in sheet.drawn]
    return framed(
        view,
        safe_line(view.title),
        (*drawing, *words),
        width=width,
        _=_,
        signs=signs,
        legend=legend_rows(drawn, width),
        key=drawn,
        places=tuple(sorted(sheet.places, key=lambda p: (p.row, p.column))),
        head=_HEAD if drawing else 0,
    )


def point_rows(point: Point, view: SkillView, width: int, _: Words, signs: Signs) -> tuple[Row, ...]:
    """Return a rating as text: its day, level, who gave it, the reason and the evidence."""
    day = signs.own(day_short(point.date, _))
    level = level_short(point.level, view.scale, _)
    head = (Span(f"{day:<11}  ", "number"), Span(pad(level, min(8, max(map(cells, (level, "1"))))), "self"), Span("  "))
    return headed_rows(head, signs.apart.join(rating_words(point, view, _)), width)


def rating_words(point: Point, view: SkillView, _: Words) -> list[str]:
    """Return who gave a rating, the reason, and the titles of its evidence."""
    titles = dict(view.evidence)
    who = _("self") if point.by_self else who_words(point.rater, _)
    parts = [who, safe_line(point.reason), *(safe_line(titles[e]) for e in point.evidence if e in titles)]
    return [part for part in parts if part]


def last_day(view: SkillView) -> date:
    """Return the last day of the axis: the target date, if that is less than a quarter of the period away."""
    until, ahead = view.period.until, view.target_date
    if ahead is None or view.target_position is None or ahead <= until or until < view.today:
        return until
    return ahead if (ahead - until).days <= max(31, view.period.days // 4) else until


class _Sheet:
    """The grid while it is drawn: levels upwards, days to the right."""

    def __init__(self, view: SkillView, width: int, signs: Signs, _: Words) -> None:
        self.view, self.signs, self.words = view, signs, _
        names = [level_short(level, view.scale, _) for level in view.levels]
        left = min(max((cells(name) for name in names), default=1), max(3, width // 6)) + 2
        self.names = [cut(name, left - 2, signs.more) for name in names]
        self.grid = Grid(_HEAD + len(names), width)
        self.axis = Axis(Period(view.period.since, last_day(view)), left, width - left)
        self.places: list[Place] = []
        self.drawn: set[str] = set()

    def _row(self, place: int) -> int:
        return self.grid.height - 1 - place

    def draw(self) -> None:
        months = draw_axis(self.grid, self.axis, self.view.today, self.words)
        for place, name in enumerate(self.names):
            self.grid.put(self._row(place), 0, name, "axis")
            self.grid.put(self._row(place), self.axis.left - 1, self.signs.upright, "axis")
        if self.view.line:
            self._line()
        self._points()
        self._target()
        for row in range(_HEAD, self.grid.height):
            if self.axis.period.contains(self.view.today):
                self.grid.under(row, self.axis.column(self.view.today), self.signs.now, "now")
            for column in months:
                self.grid.under(row, column, self.signs.guide, "guide")

    def _line(self) -> None:
        """Draw the user's levels, each until the next rating; nothing is smoothed."""
        own = [p for p in self.view.points if p.by_self and p.position is not None]
        end = self.axis.column(min(self.view.today, self.view.period.until))
        before: int | None = None
        for n, point in enumerate(own):
            place = point.position or 0
            column = self.axis.column(point.date)
            after = self.axis.column(own[n + 1].date) if n + 1 < len(own) else end
            self.grid.fill(self._row(place), column, after, self.signs.line, "bar")
            if before is not None and before != place:
                self._riser(column, before, place)
            before = place

    def _riser(self, column: int, before: int, place: int) -> None:
        up = place > before
        self.grid.put(self._row(before), column, self.signs.rise if up else self.signs.fall, "bar")
        for between in range(min(before, place) + 1, max(before, place)):
            self.grid.put(self._row(between), column, self.signs.upright, "bar")

    def _points(self) -> None:
        for point in sorted(self.view.points, key=lambda p: not p.by_self):
            if point.position is None:
                continue
            key: str = "self_now" if point.by_self else "other"
            row, column = self._row(point.position), self.axis.column(point.date)
            self.grid.put(row, column, getattr(self.signs, key), "self" if point.by_self else "other")
            self.drawn.add(key)
            self.places.append(Place(row, column, 1, (point.id,), partial(self.sentences_of, point)))

    def sentences_of(self, point: Point) -> tuple[Sentence, ...]:
        """Return a rating with its day, its level and who gave it."""
        who = "" if point.by_self else f" ({who_words(point.rater, self.words)})"
        level = level_short(point.level, self.view.scale, self.words)
        words = on_its_day(point.date, f"{safe_line(self.view.title)}: {level}{who}", self.words, self.signs)
        return (Sentence(point.id, words, point.date),)

    def _target(self) -> None:
        """Draw the target level as a dotted row, with its symbol on the target date or at the edge."""
        if self.view.target_position is None:
            return
        row = self._row(self.view.target_position)
        day = self.view.target_date
        column = self.axis.right if day is None or day < self.axis.period.since else self.axis.column(day)
        if not self.grid.free(row, column):
            column = next((c for c in range(self.axis.right, self.axis.left, -1) if self.grid.free(row, c)), column)
        for dotted in range(self.axis.left + 1, column, 2):
            self.grid.under(row, dotted, self.signs.dots, "bar_rest")
        self.grid.put(row, column, self.signs.target, "target")
        self.drawn.add("target")
