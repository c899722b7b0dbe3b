"""Draw the growth view: start, current level and target of each skill on one line, and who gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from portfolio.journey.views.growth import Growth, SkillGrowth, Standing
from portfolio.pictures.canvas import Picture, Role, legend_rows, place_of, safe_line
from portfolio.pictures.frame import framed
from portfolio.pictures.grid import Grid
from portfolio.pictures.phrases import level_short, on_its_day, who_words
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.records.levels import Level
from portfolio.text import cells, cut
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short

COLUMNS: Final = (N_("start"), N_("now"), N_("target"), N_("evidence"))
_LEAST_STEP: Final = 3
_WIDEST_STEP: Final = 7
_GAP: Final = 2
_DAY: Final = 12
"""The cells beside the levels for the day on which another person gave one."""
LEGEND: Final[tuple[tuple[str, Role, str], ...]] = (
    ("start", "mark", N_("start")),
    ("self_now", "self", N_("now (self)")),
    ("other", "other", N_("now (someone else)")),
    ("target", "target", N_("target")),
    ("at_target", "target", N_("now equals target")),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: the steps of a scale, a skill, a level by another person, or the day it was last shown."""

    levels: tuple[Level, ...] = ()
    skill: SkillGrowth | None = None
    other: Standing | None = None
    axis: bool = False
    aged: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """The positions in cells: the width of the labels, the first column of the levels, those of the numbers."""

    label: int
    axis: int
    columns: tuple[tuple[str, int], ...]
    """Heading and last cell of each column of numbers."""


def draw(view: Growth, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Draw a row for each skill, and one below it for each other person who gave a level, with its day."""
    _ = words_for(signs, _)
    lines = _lines(view.skills)
    grid = Grid(len(lines), width)
    sheet = _Sheet(grid, _layout(lines, width, _), signs, _)
    places = []
    for row, line in enumerate(lines):
        if line.axis:
            sheet.scale(row, line.levels, first=row == 0)
        elif line.aged and line.skill:
            words = cut(f"  {aged_words(line.skill, _, signs)}", width, signs.more)
            grid.put(row, 0, words, "caption")
        elif line.other:
            sheet.other_person(row, line)
            words = on_its_day(line.other.date, _other_words(line, _), _, signs)
            places.append(place_of(row, width, line.other.id, words, line.other.date))
        elif line.skill:
            sheet.skill(row, line.skill)
            places.append(place_of(row, width, line.skill.id, safe_line(line.skill.title)))
    drawn = [(getattr(signs, key), role, _(words)) for key, role, words in LEGEND if key in sheet.drawn]
    return framed(
        view,
        _("Where you stand"),
        tuple(grid.row(n) for n in range(grid.height)),
        width=width,
        _=_,
        signs=signs,
        legend=legend_rows(drawn, width),
        key=drawn,
        places=tuple(places),
        head=1,
    )


def _lines(skills: Sequence[SkillGrowth]) -> list[_Line]:
    """Return the rows; a scale is repeated above each group of skills that use it."""
    lines: list[_Line] = []
    for levels, group in groupby(skills, key=lambda skill: skill.levels):
        lines.append(_Line(levels, axis=True))
        for skill in group:
            lines.append(_Line(levels, skill))
            lines += [_Line(levels, skill, other) for other in skill.others]
            lines += [_Line(levels, skill, aged=True)] if skill.aged else []
    return lines


def aged_words(skill: SkillGrowth, _: Words, signs: Signs = UNICODE) -> str:
    """Return when the level was last shown, if that is long ago; else empty."""
    return _("last shown on {day}").format(day=signs.own(day_short(skill.aged, _))) if skill.aged else ""


def _name(line: _Line, _: Words) -> str:
    """Return the label of a row."""
    if line.aged:
        return ""
    if line.other:
        return "  " + _("according to {who}").format(who=who_words(line.other.who, _))
    return safe_line(line.skill.title) if line.skill else ""


def _other_words(line: _Line, _: Words) -> str:
    """Return what another person says of a skill, as text that is clear on its own."""
    if line.skill is None or line.other is None:
        return ""
    level = level_short(line.other.level, line.skill.scale, _)
    return _("Level according to {who}: {text} {level}").format(
        who=who_words(line.other.who, _), text=safe_line(line.skill.title), level=level
    )


def _layout(lines: Sequence[_Line], width: int, _: Words) -> _Layout:
    """Lay out numbers beside the levels while these keep enough room; the evidence column is dropped first.

    Names get the room that neither needs.
    """
    longest = max((cells(_name(line, _)) for line in lines), default=0)
    label = max(10, min(longest + 1, 26, width // 3))
    steps = max((len(line.levels) for line in lines), default=6) - 1
    headings = [_(heading) for heading in COLUMNS]
    keep = len(headings)
    while keep and width - label - sum(cells(h) + _GAP for h in headings[:keep]) < steps * _LEAST_STEP + 2:
        keep -= 1
    numbers = sum(cells(heading) + _GAP for heading in headings[:keep])
    label = max(label, min(longest + 1, width - numbers - steps * _LEAST_STEP - _GAP))
    step = max(_LEAST_STEP, min(_WIDEST_STEP, (width - numbers - label - _GAP) // max(steps, 1)))
    beside = _GAP + (_DAY if any(line.other for line in lines) else 0)
    columns, end = [], min(width - 1, label + steps * step + beside + numbers)
    for heading in reversed(headings[:keep]):
        columns.append((heading, end))
        end -= cells(heading) + _GAP
    room = end + 1 - label
    return _Layout(label, label, tuple(reversed(columns))) if room > 0 else _Layout(label, label, ())


class _Sheet:
    """The grid while it is drawn, and which symbols occur in it."""

    def __init__(self, grid: Grid, layout: _Layout, signs: Signs, _: Words) -> None:
        self.grid, self.layout, self.signs, self.words = grid, layout, signs, _
        self.drawn: set[str] = set()
        first = layout.columns[0] if layout.columns else None
        self._end = first[1] - cells(first[0]) - 1 if first else grid.width - 1

    def _column(self, place: int, levels: Sequence[Level]) -> int:
        room = self._end - self.layout.axis - 1
        step = max(1, min(_WIDEST_STEP, room // max(1, len(levels) - 1)))
        return self.layout.axis + place * step

    def scale(self, row: int, levels: Sequence[Level], *, first: bool) -> None:
        """Draw the steps of a scale above its skills, and on the first row the headings of the numbers."""
        room = self._column(1, levels) - self._column(0, levels) - 1
        for place, level in enumerate(levels):
            text = cut(level_short(level, "", self.words), max(1, room), "")
            self.grid.put(row, self._column(place, levels), text, "axis")
        if first:
            for heading, end in self.layout.columns:
                self.grid.put(row, end - cells(heading) + 1, heading, "axis")

    def skill(self, row: int, skill: SkillGrowth) -> None:
        """Draw start, now and target on their line, and the same in numbers."""
        self._label(row, safe_line(skill.title), "label")
        start, now = skill.start, skill.now
        if skill.levels:
            self._stretch(row, skill, start.position if start else None, now.position if now else None, "bar")
            self._stretch(row, skill, now.position if now else None, skill.target_position, "bar_rest")
            self._mark(row, skill, skill.target_position, "target", "target")
            self._mark(row, skill, start.position if start else None, "start", "mark")
            same = now is not None and now.position is not None and now.position == skill.target_position
            who: tuple[str, Role] = ("self_now", "self") if not (now and now.who) else ("other", "other")
            sign: tuple[str, Role] = ("at_target", "target") if same else who
            self._mark(row, skill, now.position if now else None, *sign)
        self._numbers(
            row,
            (
                self._level(start.level if start else None, skill),
                self._level(now.level if now else None, skill),
                self._level(skill.target, skill),
                str(skill.evidence),
            ),
        )

    def other_person(self, row: int, line: _Line) -> None:
        """Draw what another person says, and when."""
        skill, other = line.skill, line.other
        if skill is None or other is None:
            return
        day = self.signs.own(day_short(other.date, self.words))
        column = self._day_column(skill, other, cells(day))
        end = self.layout.label if column is None else min(column, self.layout.label)
        name = _name(line, self.words)
        short = f"  {who_words(other.who, self.words)}"
        self._label(row, name if cells(name) < end else short, "sublabel", end)
        self._mark(row, skill, other.position, "other", "other")
        if column is not None:
            self.grid.put(row, column, day, "caption")
        self._numbers(row, ("", self._level(other.level, skill), "", ""))

    def _day_column(self, skill: SkillGrowth, other: Standing, length: int) -> int | None:
        """Return where the day of a level goes: after its mark, else before it; None where there is no room."""
        if other.position is None:
            return self.layout.axis if self.layout.axis + length <= self._end else None
        mark = self._column(other.position, skill.levels)
        if mark + 2 + length <= self._end:
            return mark + 2
        column = mark - 1 - length
        return column if column >= self.layout.axis // 2 else None

    def _label(self, row: int, text: str, role: Role, end: int | None = None) -> None:
        """Put the label of a row, before `end` when something begins there."""
        self.grid.put(row, 0, cut(text, (end or self.layout.label) - 1, self.signs.more), role)

    def _level(self, level: Level | None, skill: SkillGrowth) -> str:
        return level_short(level, skill.scale, self.words) or self.signs.none

    def _stretch(self, row: int, skill: SkillGrowth, first: int | None, last: int | None, role: Role) -> None:
        if first is None or last is None:
            return
        low, high = sorted((self._column(first, skill.levels), self._column(last, skill.levels)))
        self.grid.fill(row, low, high, self.signs.active if role == "bar" else self.signs.ahead, role)

    def _mark(self, row: int, skill: SkillGrowth, place: int | None, sign: str, role: Role) -> None:
        if place is not None:
            self.grid.put(row, self._column(place, skill.levels), getattr(self.signs, sign), role)
            self.drawn.add(sign)

    def _numbers(self, row: int, values: Sequence[str]) -> None:
        for value, (heading, end) in zip(values, self.layout.columns, strict=False):
            text = cut(value, cells(heading) + 1, self.signs.more)
            self.grid.put(row, end - cells(text) + 1, text, "number")
