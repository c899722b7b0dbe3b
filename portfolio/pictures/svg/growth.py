"""Growth per skill as SVG: start, current level and target on one line, and the same in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from portfolio.journey.views.growth import Growth, SkillGrowth, Standing
from portfolio.pictures.canvas import safe_line
from portfolio.pictures.growth import COLUMNS, LEGEND, aged_words
from portfolio.pictures.phrases import level_short, on_its_day, who_words
from portfolio.pictures.svg.sheet import MARGIN, SMALL, Sheet, fitted
from portfolio.records.levels import Level
from portfolio.wording import Words
from portfolio.wording.dates import day_short

if TYPE_CHECKING:
    from portfolio.pictures.svg import Colour

_LEFT: Final = 300
_END: Final = 600
"""The x of the last level of a scale."""
_LEFT_ON_A_PAGE: Final = 230
_END_ON_A_PAGE: Final = 440
_NUMBER: Final = 78
_ROW: Final = 36


def draw(view: Growth, colour: Colour, _: Words, sentence: str | None = None) -> str:
    """Draw a row for each skill, and one below it for each other person who gave a level, with its day."""
    sheet = Sheet(view, _("Where you stand"), colour, _, sentence)
    if not view.is_empty:
        _Drawing(view, sheet).draw()
    return sheet.whole()


class _Drawing:
    """The rows while they are drawn, and which symbols occur."""

    def __init__(self, view: Growth, sheet: Sheet) -> None:
        self.view, self.sheet, self.words = view, sheet, sheet.words
        self.drawn: set[str] = set()
        self.left, self.end = (_LEFT_ON_A_PAGE, _END_ON_A_PAGE) if sheet.on_page else (_LEFT, _END)

    def draw(self) -> None:
        sheet = self.sheet
        sheet.y += 24
        for n, heading in enumerate(COLUMNS):
            sheet.text(self._number(n), sheet.y, self.words(heading), "axis", size=SMALL, anchor="end")
        sheet.y -= 18
        for levels, skills in groupby(self.view.skills, key=lambda skill: skill.levels):
            self._scale(levels)
            for skill in skills:
                self._skill(skill)
                for other in skill.others:
                    self._other_person(skill, other)
        found = ((key, role, self.words(meaning)) for key, role, meaning in LEGEND if key in self.drawn)
        sheet.legend(found)

    def _number(self, n: int) -> float:
        return self.sheet.right - (len(COLUMNS) - 1 - n) * _NUMBER

    def _x(self, place: int, levels: Sequence[Level]) -> float:
        return self.left + (self.end - self.left) * place / max(1, len(levels) - 1)

    def _scale(self, levels: Sequence[Level]) -> None:
        """Draw the steps of a scale above its skills."""
        self.sheet.y += 18
        room = (self.end - self.left) / max(1, len(levels) - 1) - 4
        for place, level in enumerate(levels):
            words = fitted(level_short(level, "", self.words), room, SMALL)
            self.sheet.text(self._x(place, levels), self.sheet.y, words, "axis", size=SMALL, anchor="middle")

    def _skill(self, skill: SkillGrowth) -> None:
        sheet, start, now = self.sheet, skill.start, skill.now
        sheet.y += _ROW
        tall = sheet.label(skill.title, "label", self.left - MARGIN - 24)
        first, last = (s.position if s else None for s in (start, now))
        if skill.levels:
            sheet.line(self.left, sheet.y, self.end, sheet.y, "guide")
            self._stretch(skill, last, skill.target_position, "bar_rest")
            self._stretch(skill, first, last, "bar")
            self._sign("target", "target", skill, skill.target_position, self._target_words(skill))
            self._sign("start", "mark", skill, first, self._tooltip(skill, start))
            same = last is not None and last == skill.target_position
            who = ("self_now", "self") if not (now and now.who) else ("other", "other")
            self._sign(*(("at_target", "target") if same else who), skill, last, self._tooltip(skill, now))
        for n, level in enumerate((start.level if start else None, now.level if now else None, skill.target)):
            words = level_short(level, skill.scale, self.words) or "–"
            sheet.text(self._number(n), sheet.y + 4, fitted(words, _NUMBER - 8, 13), "number", size=13, anchor="end")
        sheet.text(self._number(3), sheet.y + 4, str(skill.evidence), "number", size=13, anchor="end")
        sheet.y += 10 if tall else 0
        aged = aged_words(skill, self.words)
        if aged:
            sheet.y += 15
            sheet.text(MARGIN + 14, sheet.y + 2, fitted(aged, self.left + 260, sheet.fine), "caption", size=sheet.fine)

    def _other_person(self, skill: SkillGrowth, other: Standing) -> None:
        """Draw what another person says, and when."""
        self.sheet.y += 22
        who = self.words("according to {who}").format(who=who_words(other.who, self.words))
        self.sheet.text(
            MARGIN + 14, self.sheet.y + 4, fitted(who, self.left - MARGIN - 38, SMALL), "sublabel", size=SMALL
        )
        self._sign("other", "other", skill, other.position, self._tooltip(skill, other))
        x = _LEFT if other.position is None else self._x(other.position, skill.levels) + 14
        self.sheet.text(x, self.sheet.y + 4, day_short(other.date, self.words), "sublabel", size=SMALL)
        words = fitted(level_short(other.level, skill.scale, self.words), _NUMBER - 8, 13)
        self.sheet.text(self._number(1), self.sheet.y + 4, words, "number", size=13, anchor="end")

    def _stretch(self, skill: SkillGrowth, first: int | None, last: int | None, role: str) -> None:
        if first is None or last is None or first == last:
            return
        y, ends = self.sheet.y, (self._x(first, skill.levels), self._x(last, skill.levels))
        self.sheet.line(
            *(ends[0], y, ends[1], y), role, wide=5 if role == "bar" else 2, dash="" if role == "bar" else "5 4"
        )

    def _sign(self, sign: str, role: str, skill: SkillGrowth, place: int | None, tooltip: str) -> None:
        if place is not None:
            self.sheet.sign(sign, self._x(place, skill.levels), self.sheet.y, role, [tooltip] if tooltip else [])
            self.drawn.add(sign)

    def _tooltip(self, skill: SkillGrowth, standing: Standing | None) -> str:
        if standing is None:
            return ""
        level = level_short(standing.level, skill.scale, self.words)
        who = f" ({who_words(standing.who, self.words)})" if standing.who else ""
        return on_its_day(standing.date, f"{safe_line(skill.title)}: {level}{who}", self.words)

    def _target_words(self, skill: SkillGrowth) -> str:
        level = level_short(skill.target, skill.scale, self.words)
        return self.words("Target: {level}").format(level=level) if level else ""
