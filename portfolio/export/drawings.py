"""The drawings of a page: a skill on its scale, and the places of moments on the line of a year.

A drawing has no words, so that the words beside it are text in every format.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from portfolio.export.document import Track, Tracks, YearLine, YearMoment
from portfolio.export.document_lines import named
from portfolio.export.page_layout import ACCENT, MUTED, RULE
from portfolio.text import cells

TRACK_WIDTH: Final = 200
TRACK_HEIGHT: Final = 34
_EDGE: Final = 12
_MIDDLE: Final = 20

YEAR_WIDTH: Final = 696
"""Units of the line of a year: at the width of a page, eleven of them are 7.8 points."""
YEAR_SIZE: Final = 11
_CELL: Final = 0.58
"""The width of a cell as a fraction of the size of the letters."""
_WIDEST: Final = 150
_GAP: Final = 10


def track_svg(row: Track, tracks: Tracks) -> str:
    """A row as SVG: a ring at the start, a disc now, a triangle for another person, a large ring at the target."""
    size = {"width": str(TRACK_WIDTH), "height": str(TRACK_HEIGHT), "viewBox": f"0 0 {TRACK_WIDTH} {TRACK_HEIGHT}"}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "aria-hidden": "true"})

    def x(place: int) -> float:
        part = (place - tracks.bottom) / max(tracks.top - tracks.bottom, 1)
        return round(_EDGE + min(max(part, 0.0), 1.0) * (TRACK_WIDTH - 2 * _EDGE), 1)

    def line(first: float, last: float, **more: str) -> None:
        ends = {"x1": f"{first:g}", "x2": f"{last:g}", "y1": str(_MIDDLE), "y2": str(_MIDDLE)}
        SubElement(root, "line", {**ends, **{name.replace("_", "-"): value for name, value in more.items()}})

    def disc(place: int, r: str, **more: str) -> None:
        given = {name.replace("_", "-"): value for name, value in more.items()}
        SubElement(root, "circle", {"cx": f"{x(place):g}", "cy": str(_MIDDLE), "r": r, "stroke": ACCENT, **given})

    line(x(tracks.bottom), x(tracks.top), stroke=RULE, stroke_width="1")
    for place in range(tracks.bottom, tracks.top + 1):
        SubElement(root, "path", {"d": f"M{x(place):g} {_MIDDLE - 3}v6", "stroke": RULE, "stroke-width": "1"})
    if row.now is not None and row.target is not None and row.now != row.target:
        line(x(row.now), x(row.target), stroke=ACCENT, stroke_width="2", stroke_dasharray="2 3")
    if row.start is not None and row.now is not None:
        line(x(row.start), x(row.now), stroke=ACCENT, stroke_width="4")
    if row.target is not None:
        disc(row.target, "8", fill="#ffffff", stroke_width="1.5")
    if row.start is not None and row.start != row.now:
        disc(row.start, "4", fill="#ffffff", stroke_width="2")
    if row.now is not None:
        disc(row.now, "5", fill=ACCENT, stroke_width="1")
    if row.other is not None:
        SubElement(root, "path", {"d": f"M{x(row.other) - 5:g} 1h10l-5 8z", "fill": ACCENT})
    return tostring(root, encoding="unicode")


def year_svg(block: YearLine) -> str:
    """The line of a year as SVG: its months and moments, and where a moment's words are aside, a line to them."""
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {YEAR_WIDTH} 28"})

    def path(d: str, colour: str, wide: str) -> None:
        SubElement(root, "path", {"d": d, "stroke": colour, "stroke-width": wide, "fill": "none"})

    path(f"M0 14H{YEAR_WIDTH}", ACCENT, "3")
    for _month, x in months(block):
        path(f"M{x:g} 10v8", ACCENT, "1")
    for each in places(block):
        to = min(max(each.at, each.left + 2), each.left + each.room - 2)
        path(f"M{each.at:g} 14L{to:g} {0 if each.above else 28}", MUTED, "0.7")
    for each in places(block):
        place = {"cx": f"{each.at:g}", "cy": "14", "r": "5"}
        SubElement(root, "circle", {**place, "fill": "#ffffff", "stroke": ACCENT, "stroke-width": "2"})
    return tostring(root, encoding="unicode")


@dataclass(frozen=True, slots=True)
class Placed:
    """The words of a moment on the line: where they begin, their room, and where their moment is."""

    moment: YearMoment
    at: float
    """Where the moment is on the line."""
    left: float
    room: float
    above: bool
    """Above the line or below it, in turns."""


def places(block: YearLine) -> tuple[Placed, ...]:
    """The moments with places for their words, which never touch those of the same side."""
    found = sorted(block.moments, key=lambda moment: moment.day)
    placed = [*_side(found[::2], block, above=True), *_side(found[1::2], block, above=False)]
    return tuple(sorted(placed, key=lambda each: (each.moment.day, not each.above)))


def column(block: YearLine, day: date) -> float:
    """Where a day is on the line."""
    days = max((block.until - block.since).days, 1)
    part = (day - block.since).days / days
    return round(4 + min(max(part, 0.0), 1.0) * (YEAR_WIDTH - 8), 1)


def months(block: YearLine) -> tuple[tuple[int, float], ...]:
    """The months that begin in the period, with their places; fewer where there are many."""
    since, until = block.since, block.until
    all_of = (divmod(n, 12) for n in range(since.year * 12 + since.month - 1, until.year * 12 + until.month))
    firsts = [date(year, month + 1, 1) for year, month in all_of]
    inside = [day for day in firsts if since <= day <= until]
    step = max(1, -(-len(inside) // 13))
    return tuple((day.month, column(block, day)) for day in inside[::step])


def _side(moments: list[YearMoment], block: YearLine, *, above: bool) -> list[Placed]:
    rooms = [_room(moment, len(moments)) for moment in moments]
    lefts: list[float] = []
    for moment, _room_of in zip(moments, rooms, strict=True):
        after = lefts[-1] + rooms[len(lefts) - 1] + _GAP if lefts else 0.0
        lefts.append(max(column(block, moment.day) - 4, after))
    end = float(YEAR_WIDTH)
    for n in reversed(range(len(lefts))):
        lefts[n] = max(min(lefts[n], end - rooms[n]), 0.0)
        end = lefts[n] - _GAP
    return [
        Placed(moment, column(block, moment.day), left, room, above)
        for moment, left, room in zip(moments, lefts, rooms, strict=True)
    ]


def _room(moment: YearMoment, many: int) -> float:
    """The room of the words: half of them on each of two lines, at least the longest word."""
    words = f"{moment.label} {named(*moment.refs)}".split()
    longest = max(map(cells, words), default=0)
    wanted = max(longest, -(-sum(cells(word) + 1 for word in words) // 2)) + 2
    return min(wanted * YEAR_SIZE * _CELL, _WIDEST, (YEAR_WIDTH - _GAP * (many - 1)) / many)
