"""Draw the energy view: a point for each answer on its day, and below it the texts of the highest and lowest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from portfolio.journey.views.energy import HIGHEST, Energy, EnergyPoint
from portfolio.pictures.axis import Axis, draw_axis
from portfolio.pictures.canvas import (
    Picture,
    Place,
    Role,
    Row,
    Sentence,
    Span,
    headed_rows,
    legend_rows,
    safe_line,
    text_rows,
)
from portfolio.pictures.frame import framed
from portfolio.pictures.grid import Grid
from portfolio.pictures.phrases import on_its_day
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, pad
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short

_HEAD: Final = 2
_LONGEST: Final = 400
"""The most characters of the user's text that can be visible here."""
_LEGEND: Final[tuple[tuple[str, Role, str], ...]] = (
    ("self_now", "self", N_("a day")),
    ("level", "mark", N_("a week")),
)


def draw(view: Energy, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw time from left to right and energy from none to a lot. No line: one day says nothing about the next."""
    _ = words_for(signs, _)
    sheet = _Sheet(view, width, signs, _)
    sheet.draw()
    rows: list[Row] = [sheet.grid.row(n) for n in range(sheet.grid.height)]
    places = list(sheet.places)
    for heading, points in ((_("What energised you"), view.highest), (_("What drained you"), view.lowest)):
        if points:
            rows += [(), *text_rows(heading, width, "label")]
        for point in points:
            sentences = partial(_point_sentences, (point,), _, signs)
            places.append(Place(len(rows), 0, width, (point.id,), sentences))
            rows += point_row(point, width, _, signs)
    drawn = [(getattr(signs, key), role, _(words)) for key, role, words in _LEGEND if key in sheet.drawn]
    private = text_rows(_("Each point is an answer to the question about energy. Only you see this."), width, "muted")
    return framed(
        view,
        _("What gave you energy"),
        tuple(rows),
        width=width,
        _=_,
        signs=signs,
        legend=legend_rows(drawn, width) + private,
        key=drawn,
        places=tuple(sorted(places, key=lambda p: (p.row, p.column))),
        head=_HEAD,
    )


def point_row(point: EnergyPoint, width: int, _: Words, signs: Signs) -> tuple[Row, ...]:
    """Return an answer as text: its day, its number, and what was written."""
    day = signs.own(day_short(point.date, _))
    sign = signs.level if point.week else signs.self_now
    head = (Span(f"{day:<11}  ", "number"), Span(f"{sign} ", "mark" if point.week else "self"))
    return headed_rows((*head, Span(f"{point.level}  ", "number")), _words(point), width)


def point_sentence(point: EnergyPoint, _: Words, signs: Signs) -> Sentence:
    """Return the text for an answer under the cursor."""
    words = _("Energy {level} of {highest}: {text}").format(level=point.level, highest=HIGHEST, text=_words(point))
    return Sentence(point.id, on_its_day(point.date, words, _, signs), point.date)


def _point_sentences(points: Sequence[EnergyPoint], _: Words, signs: Signs) -> tuple[Sentence, ...]:
    return tuple(point_sentence(point, _, signs) for point in points)


def _words(point: EnergyPoint) -> str:
    return safe_line(point.text[:_LONGEST])


class _Sheet:
    """The grid while it is drawn: energy upwards, days to the right."""

    def __init__(self, view: Energy, width: int, signs: Signs, _: Words) -> None:
        self.view, self.signs, self.words = view, signs, _
        meaning = {
            1: _.context("energy", "none"),
            3: _.context("energy", "some"),
            HIGHEST: _.context("energy", "a lot"),
        }
        names = [f"{level} {meaning.get(level, '')}".rstrip() for level in range(1, HIGHEST + 1)]
        wide = max(map(cells, names))
        self.names = [pad(name, wide) for name in names]
        self.grid = Grid(_HEAD + HIGHEST, width)
        self.axis = Axis(view.period, wide + 2, width - wide - 2)
        self.places: list[Place] = []
        self.drawn: set[str] = set()

    def draw(self) -> None:
        months = draw_axis(self.grid, self.axis, self.view.today, self.words)
        for level, name in enumerate(self.names, 1):
            self.grid.put(self._row(level), 0, name, "axis")
            self.grid.put(self._row(level), self.axis.left - 1, self.signs.upright, "axis")
        self._points()
        for row in range(_HEAD, self.grid.height):
            if self.axis.period.contains(self.view.today):
                self.grid.under(row, self.axis.column(self.view.today), self.signs.now, "now")
            for column in months:
                self.grid.under(row, column, self.signs.guide, "guide")

    def _row(self, level: int) -> int:
        return self.grid.height - level

    def _points(self) -> None:
        """Draw one symbol for each cell with answers: a day rather than a week; the cursor lists them all."""
        held: dict[tuple[int, int], list[EnergyPoint]] = {}
        for point in self.view.points:
            held.setdefault((self._row(point.level), self.axis.column(point.date)), []).append(point)
        for (row, column), points in held.items():
            key, role = _LEGEND[0][:2] if any(not point.week for point in points) else _LEGEND[1][:2]
            self.grid.put(row, column, getattr(self.signs, key), role)
            self.drawn.add(key)
            sentences = partial(_point_sentences, tuple(points), self.words, self.signs)
            self.places.append(Place(row, column, 1, tuple(point.id for point in points), sentences))
