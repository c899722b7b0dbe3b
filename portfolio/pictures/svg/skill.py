"""The history of one skill as SVG: steps over time, with every rating as text below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.journey.facts.period import Period
from portfolio.journey.facts.skill_history import Point
from portfolio.journey.views.skill import SkillView
from portfolio.pictures.axis import Axis
from portfolio.pictures.canvas import safe_line
from portfolio.pictures.phrases import level_short, on_its_day, who_words
from portfolio.pictures.skill import LEGEND, last_day, rating_words
from portfolio.pictures.svg.sheet import MARGIN, SMALL, Sheet, fitted, room_of
from portfolio.pictures.svg.time import draw_time, draw_uprights
from portfolio.wording import Words
from portfolio.wording.dates import day_short

if TYPE_CHECKING:
    from portfolio.pictures.svg import Colour

_ROW: Final = 34
_WIDEST: Final = 220
"""The most room for the names of levels."""


def draw(view: SkillView, colour: Colour, _: Words, sentence: str | None = None) -> str:
    """Draw time from left to right and levels from low to high; without enough ratings there is no line."""
    sheet = Sheet(view, safe_line(view.title), colour, _, sentence)
    if not view.is_empty:
        drawing = _Drawing(view, sheet)
        if view.levels:
            drawing.draw()
        drawing.ratings()
    return sheet.whole()


class _Drawing:
    """The history while it is drawn, and which symbols occur."""

    def __init__(self, view: SkillView, sheet: Sheet) -> None:
        self.view, self.sheet, self.words = view, sheet, sheet.words
        names = [level_short(level, view.scale, sheet.words) for level in view.levels]
        room = min(max((room_of(name) for name in names), default=0), _WIDEST)
        self.names = [fitted(name, room) for name in names]
        self.left = round(MARGIN + room + 16)
        self.axis = Axis(Period(view.period.since, last_day(view)), self.left, sheet.right - self.left)
        self.drawn: set[str] = set()
        self.base = 0.0

    def _y(self, place: int) -> float:
        return self.base - place * _ROW

    def draw(self) -> None:
        sheet = self.sheet
        draw_time(sheet, self.axis)
        top = sheet.y
        self.base = top + 14 + (len(self.names) - 1) * _ROW
        draw_uprights(sheet, self.axis, top, self.base + 12)
        for place, name in enumerate(self.names):
            sheet.text(self.left - 12, self._y(place) + 5, name, "axis", anchor="end")
            sheet.line(self.left, self._y(place), sheet.right, self._y(place), "guide")
        self._target()
        if self.view.line:
            self._line()
        for point in sorted(self.view.points, key=lambda p: not p.by_self):
            self._point(point)
        sheet.y = self.base + 30
        sheet.legend((key, role, self.words(meaning)) for key, role, meaning in LEGEND if key in self.drawn)

    def _line(self) -> None:
        """Draw the user's levels, each until the next rating; nothing is smoothed."""
        points: list[tuple[float, float]] = []
        for point in self.view.points:
            if point.by_self and point.position is not None:
                x, y = self.axis.column(point.date), self._y(point.position)
                if points:
                    points.append((x, points[-1][1]))
                points.append((x, y))
        if points:
            end = self.axis.column(min(self.view.today, self.view.period.until))
            self.sheet.path([*points, (end, points[-1][1])], "bar", wide=3)

    def _point(self, point: Point) -> None:
        if point.position is None:
            return
        key, role = ("self_now", "self") if point.by_self else ("other", "other")
        who = "" if point.by_self else f" ({who_words(point.rater, self.words)})"
        level = level_short(point.level, self.view.scale, self.words)
        tooltip = on_its_day(point.date, f"{safe_line(self.view.title)}: {level}{who}", self.words)
        self.sheet.sign(key, self.axis.column(point.date), self._y(point.position), role, [tooltip])
        self.drawn.add(key)

    def _target(self) -> None:
        """Draw the target level as a dotted line, with its symbol on the target date or at the edge."""
        view = self.view
        if view.target_position is None:
            return
        y, day = self._y(view.target_position), view.target_date
        x = self.sheet.right - 7 if day is None or day < self.axis.period.since else self.axis.column(day)
        self.sheet.line(self.left, y, x, y, "bar_rest", wide=2, dash="2 6")
        self.sheet.sign("target", min(x, self.sheet.right - 7), y, "target")
        self.drawn.add("target")

    def ratings(self) -> None:
        """Draw every rating as text: its day, level, who gave it, the reason and the evidence."""
        sheet, _ = self.sheet, self.words
        sheet.y += 10
        for point in self.view.points:
            above = sheet.y
            level = level_short(point.level, self.view.scale, _)
            sheet.lines(" · ".join(rating_words(point, self.view, _)), "text", x=MARGIN + 200, size=13)
            first = above + 13 * 1.45
            sheet.text(MARGIN, first, day_short(point.date, _), "number", size=SMALL)
            sheet.text(MARGIN + 100, first, fitted(level, 92, SMALL), "self", size=SMALL)
