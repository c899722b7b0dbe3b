"""The journey in lanes as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from portfolio.journey.facts.marks import GoalLane, Mark, SkillLane, Span
from portfolio.journey.facts.period import Period
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures.axis import Axis
from portfolio.pictures.canvas import safe_line
from portfolio.pictures.lane_captions import CAPTIONED
from portfolio.pictures.lane_legend import MEANINGS, drawn_span
from portfolio.pictures.lanes import MARKS, state_after_bar
from portfolio.pictures.phrases import level_short, mark_sentences
from portfolio.pictures.svg.sheet import MARGIN, SMALL, Sheet, fitted, room_of
from portfolio.pictures.svg.time import draw_time, draw_uprights
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.pictures.svg import Colour

_LEFT: Final = 230
_GOAL: Final = 34
_CAPTION: Final = 16
_SKILL: Final = 38
_RISE: Final = 20
"""How much higher the highest level of a scale is drawn than the lowest."""
_APART: Final = 15
"""Symbols with centres closer than this are stacked."""
_MOST: Final = 2
"""The number of symbols that are stacked; further ones are only counted."""
_PRIORITY: Final = {kind: n for n, kind in enumerate(MARKS)}
_LEAST: Final = 8
_SIGNS_ON_A_PAGE: Final = 8
"""The most signs in the legend of a page."""
_FEEDBACK: Final = frozenset({"top", "tip", "both", "feedback"})
_OF_THEIR_LANE: Final = _FEEDBACK | {"conversation", "levels"}
"""What is explained by the name of its lane, so that the legend of a page does without."""
_ON_A_PAGE: Final = (
    *("achieved", "certificate", "milestone", "story", "other", "dropped", "target", "resumed", "start", "up", "down"),
    *("step", "paused"),
)
"""The other kinds, those first that a reader of a page looks for."""


def _kinds_on_a_page(view: Lanes) -> frozenset[str]:
    """The kinds of marks that a page has; the states of goals, which are always drawn, are in its legend too."""
    states = {span.state for goal in view.goals for span in goal.spans}
    marks = {mark.kind for goal in view.goals for mark in goal.marks} | {mark.kind for mark in view.moments}
    skills = [*view.skills, *(skill for goal in view.goals for skill in goal.skills)]
    others = {"other"} if any(skill.others for skill in skills) else set[str]()
    there = [kind for kind in _ON_A_PAGE if kind in marks or kind in others]
    return frozenset(there[: _SIGNS_ON_A_PAGE - len(states)]) | _OF_THEIR_LANE


def draw(view: Lanes, colour: Colour, _: Words, sentence: str | None = None) -> str:
    """Draw the goals, their skills, and the other lanes, from top to bottom."""
    title = _("Learning journey")
    if safe_line(view.name):
        title = f"{title} · {safe_line(view.name)}"
    sheet = Sheet(view, title, colour, _, sentence)
    if not view.is_empty:
        _Drawing(view, sheet).draw()
    return sheet.whole()


class _Drawing:
    """The lanes while they are drawn, and which symbols occur."""

    def __init__(self, view: Lanes, sheet: Sheet) -> None:
        self.view, self.sheet, self.words = view, sheet, sheet.words
        self.axis = Axis(Period(view.period.since, view.ahead), _LEFT, sheet.right - _LEFT)
        self.drawn: set[str] = set()
        self.kinds = _kinds_on_a_page(view)

    def draw(self) -> None:
        sheet, _ = self.sheet, self.words
        draw_time(sheet, self.axis)
        top, behind = sheet.y, len(sheet.root)
        for goal in self.view.goals:
            self._goal(goal)
            for skill in goal.skills:
                self._skill(skill, "sublabel")
        for skill in self.view.skills:
            self._skill(skill, "label")
        for label, marks in (
            (_("Moments"), self.view.moments),
            (_("Conversations"), self.view.conversations),
            (_("Feedback"), self.view.feedback),
        ):
            shown = self._shown(marks)
            if shown:
                self._label(label, "label", _GOAL + self._stacked(shown))
                self._marks(shown)
        sheet.y += 12
        ahead = len(sheet.root)
        draw_uprights(sheet, self.axis, top, sheet.y)
        for element in list(sheet.root)[ahead:]:  # behind everything that was drawn on the lanes
            sheet.root.remove(element)
            sheet.root.insert(behind, element)
        sheet.y += 18
        explained = self.drawn - _OF_THEIR_LANE if sheet.on_page else self.drawn
        sheet.legend(
            (key if key == "levels" else sign, role, _(m)) for key, sign, role, m in MEANINGS if key in explained
        )

    def _shown(self, marks: Sequence[Mark]) -> Sequence[Mark]:
        """The marks to draw: on a page only as many kinds as its legend can explain; the others are in its list."""
        if not self.sheet.on_page:
            return marks
        return [mark for mark in marks if mark.kind in self.kinds]

    def _is_feedback(self, mark: Mark) -> bool:
        """Whether a mark is any feedback on a page, which does not tell its sorts apart."""
        return self.sheet.on_page and mark.kind in _FEEDBACK

    def _label(self, text: str, role: str, high: float) -> None:
        self.sheet.y += high
        left = MARGIN + (14 if role == "sublabel" else 0)
        size = SMALL if role == "sublabel" else 13
        self.sheet.label(text, role, _LEFT - left - 12, x=left, size=size)

    def _goal(self, goal: GoalLane) -> None:
        self._label(goal.title, "label", _GOAL + self._stacked(self._shown(goal.marks)))
        for span in goal.spans:
            self._span(span, goal.state)
        self._marks(self._shown(goal.marks))
        self._state_word(goal)
        if any(mark.kind in CAPTIONED for mark in self._shown(goal.marks)):
            self._captions(goal)

    def _span(self, span: Span, state: str) -> None:
        y, first, last = self.sheet.y, self.axis.column(span.since), self.axis.column(span.until)
        role = {"achieved": "bar_done", "dropped": "muted"}.get(state, "bar")
        if span.state == "active":
            self.sheet.line(first, y, last, y, role, wide=5)
        elif span.state == "unknown":
            self.sheet.sign("unknown", min(first + 10, self.sheet.right), y, "muted")
        else:
            role, dash = {"ahead": ("bar_rest", "6 4"), "paused": ("paused", "1 6")}.get(span.state, ("planned", "2 5"))
            self.sheet.line(first, y, last, y, role, wide=2 if span.state == "ahead" else 3, dash=dash)
        self.drawn.add(drawn_span(span.state))

    def _state_word(self, goal: GoalLane) -> None:
        """Draw the state as a word after the bar, where there is room."""
        _ = self.words
        word = state_after_bar(goal, _)
        if word is None or not goal.spans:
            return
        end = goal.spans[-1]
        x = self.axis.column(end.since if end.state == "unknown" else end.until) + 14
        later = any(self.axis.column(mark.date) > x - 14 for mark in goal.marks)
        if not later and x + room_of(word, SMALL) <= self.sheet.right:
            self.sheet.text(x, self.sheet.y + 4, word, "caption", size=SMALL)

    def _together(self, marks: Iterable[Mark]) -> list[list[Mark]]:
        """Group the marks that would touch, in order of time."""
        groups: list[list[Mark]] = []
        for mark in sorted(marks, key=lambda m: m.date):
            x = self.axis.column(mark.date)
            if groups and x - self.axis.column(groups[-1][0].date) < _APART:
                groups[-1].append(mark)
            else:
                groups.append([mark])
        return groups

    def _stacked(self, marks: Sequence[Mark]) -> int:
        """Return the extra height that a lane needs for stacked marks."""
        most = max((len(held) for held in self._together(marks)), default=0)
        return 0 if most < 2 else _APART if most == _MOST else _APART + 10

    def _marks(self, marks: Sequence[Mark]) -> None:
        """Draw each mark on its day; marks that would touch are stacked, the most important on the lane."""
        for held in self._together(marks):
            ordered = sorted(held, key=lambda mark: _PRIORITY[mark.kind])
            tooltip = [each.words for each in mark_sentences(tuple(held), self.words)]
            for n, mark in enumerate(ordered[:_MOST]):
                sign, role = ("feedback", "mark") if self._is_feedback(mark) else MARKS[mark.kind]
                x = self.axis.column(mark.date)
                self.sheet.sign(sign, x, self.sheet.y - n * _APART, role, tooltip)
                if mark.beyond:
                    self.sheet.sign("beyond", x - 12, self.sheet.y, "bar_rest")
                self.drawn.add(mark.kind)
            if len(held) > _MOST:
                x = self.axis.column(ordered[1].date)
                number = f"+{len(held) - _MOST}"
                self.sheet.text(
                    x,
                    self.sheet.y - _MOST * _APART + 5,
                    number,
                    "caption",
                    size=SMALL if self.sheet.on_page else 9,
                    anchor="middle",
                )

    def _captions(self, goal: GoalLane) -> None:
        """Draw the texts of stories and milestones below their marks, cut so that they never touch."""
        self.sheet.y += _CAPTION
        fine = self.sheet.fine
        captioned = [mark for mark in self._shown(goal.marks) if mark.kind in CAPTIONED]
        columns: list[float] = [self.axis.column(mark.date) - 5 for mark in captioned]
        for n, (mark, x) in enumerate(zip(captioned, columns, strict=True)):
            text = self.words("paused") if mark.kind == "paused" else safe_line(mark.text)
            after = columns[n + 1] if n + 1 < len(columns) else self.sheet.right + 8
            words = fitted(text, after - x - 8, fine)
            if n + 1 == len(columns) and words != text:  # the last one can begin before its mark
                start = max(columns[n - 1] + 110 if n else _LEFT, self.sheet.right - room_of(text, fine))
                if start < x:
                    x, words = start, fitted(text, self.sheet.right - start, fine)  # noqa: PLW2901
            if len(words) >= min(_LEAST, len(text)):
                self.sheet.text(x, self.sheet.y + 3, words, "caption", size=fine)

    def _skill(self, skill: SkillLane, role: str) -> None:
        """Draw a step line as high as the level with its numbers, and ratings by others as marks."""
        self._label(skill.title, role, _SKILL)
        base = self.sheet.y + 8
        end = self.axis.column(min(self.view.today, self.view.period.until))
        points: list[tuple[float, float]] = []
        for n, step in enumerate(skill.steps):
            x, y = self.axis.column(step.date), base - _RISE * (step.position or 0) / step.top
            if points:
                points.append((x, points[-1][1]))
            after = self.axis.column(skill.steps[n + 1].date) if n + 1 < len(skill.steps) else self.sheet.right
            points += [(x, y)]
            label = fitted(level_short(step.level, "", self.words), max(after - x - 2, 12), SMALL)
            self.sheet.text(x + 1, y - 4, label, "number", size=SMALL)
            self.drawn.add("levels")
        if points:
            self.sheet.path([*points, (max(end, points[-1][0] + 6), points[-1][1])], "level3")
        for mark in self._shown(skill.others):
            self._other(mark, skill, base)

    def _other(self, mark: Mark, skill: SkillLane, base: float) -> None:
        own = [step for step in skill.steps if step.date <= mark.date]
        high = own[-1] if own else None
        y = base - _RISE * ((high.position or 0) / high.top if high else 0)
        x = self.axis.column(mark.date)
        tooltip = [each.words for each in mark_sentences((mark,), self.words)]
        self.sheet.sign("other", x, y, "other", tooltip)
        if high is None or high.level != mark.level:
            label = fitted(level_short(mark.level, "", self.words), max(self.sheet.right - x - 9, 12), SMALL)
            self.sheet.text(x + 9, y - 4, label, "other", size=SMALL)
        self.drawn.add("other")
