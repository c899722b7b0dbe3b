"""Draw the journey in lanes: bars of goals over the months with their marks, and the levels of their skills below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Final

from portfolio.journey.facts.marks import GoalLane, Mark, SkillLane, Span
from portfolio.journey.views.as_of import as_of
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures.axis import Axis, draw_axis
from portfolio.pictures.canvas import LEVELS, Picture, Place, Role, Sentence, safe_line
from portfolio.pictures.frame import framed
from portfolio.pictures.grid import Grid
from portfolio.pictures.lane_captions import Caption, beside, captions
from portfolio.pictures.lane_legend import drawn_span, key, legend, most_frequent_first
from portfolio.pictures.lane_rows import Lane, Rows, axis_beside_labels
from portfolio.pictures.phrases import level_short, mark_sentences
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.text import cells, cut, cut_at_word
from portfolio.wording import Words

MARKS: Final[dict[str, tuple[str, Role]]] = {
    "achieved": ("achieved", "achieved"),
    "dropped": ("dropped", "dropped"),
    "story": ("story", "story"),
    "milestone": ("milestone", "milestone"),
    "certificate": ("certificate", "certificate"),
    "up": ("up", "rise"),
    "down": ("down", "fall"),
    "target": ("target", "target"),
    "paused": ("paused", "paused"),
    "resumed": ("resumed", "mark"),
    "start": ("start", "mark"),
    "level": ("level", "mark"),
    "other": ("other", "other"),
    "conversation": ("conversation", "conversation"),
    "both": ("both", "both"),
    "top": ("top", "top"),
    "tip": ("tip", "tip"),
    "feedback": ("feedback", "mark"),
    "step": ("step", "step"),
    "entry": ("entry", "entry"),
}
"""Kind of mark -> its symbol and role; of overlapping marks the first in this order is drawn."""

_PRIORITY: Final = {kind: n for n, kind in enumerate(MARKS)}


def _priority(mark: Mark) -> int:
    return _PRIORITY[mark.kind]


_HEAD: Final = 2


def draw(
    view: Lanes,
    *,
    width: int,
    _: Words,
    signs: Signs = UNICODE,
    height: int | None = None,
    twin: bool = True,
    upto: date | None = None,
) -> Picture:
    """Draw the lanes in `width` cells; what does not fit in `height` rows of the body is left out, see `Rows.plan`.

    `twin` is False where no list of the same facts accompanies the picture. With `upto` nothing later is drawn, and the
    rest is placed as in the whole picture.
    """
    _ = words_for(signs, _)
    title = _("Learning journey")
    if safe_line(view.name):
        title = f"{title}{signs.apart}{safe_line(view.name)}"
    shown = as_of(view, upto) if upto else view
    rows = Rows(view, shown, axis_beside_labels(view, width, _), signs, _)
    plan = rows.plan(0 if height is None else height - _HEAD)
    sheet = _Sheet(view, plan, rows.axis, signs, _, today=upto or view.today)
    sheet.draw()
    return framed(
        view,
        title,
        tuple(sheet.grid.row(n) for n in range(sheet.grid.height)),
        width=width,
        _=_,
        signs=signs,
        legend=legend(sheet.drawn, width, signs, _, twin=twin),
        key=key(sheet.drawn, signs, _),
        often=most_frequent_first(sheet.drawn, signs, _),
        places=tuple(sorted(sheet.places, key=attrgetter("row", "column"))),
        head=_HEAD,
    )


def state_after_bar(goal: GoalLane, _: Words) -> str | None:
    """Return the word after the bar of a goal that is not active; None for an active goal."""
    words = {
        "achieved": _("achieved"),
        "dropped": _("dropped"),
        "paused": _("paused"),
        "idea": _("planned"),
        "planned": _("planned"),
    }
    return words.get(goal.state)


class _Sheet:
    """The grid while it is drawn, and what was drawn on it."""

    def __init__(self, view: Lanes, plan: Sequence[Lane], axis: Axis, signs: Signs, _: Words, *, today: date) -> None:
        self.view, self.plan, self.signs, self.words, self.today = view, plan, signs, _, today
        self.grid = Grid(len(plan) + _HEAD, axis.right + 1)
        self.axis = axis
        self._drawn_as = {kind: (getattr(signs, sign), role) for kind, (sign, role) in MARKS.items()}
        self.places: list[Place] = []
        self.drawn: Counter[str] = Counter()
        """How often each symbol was drawn."""

    def draw(self) -> None:
        months = draw_axis(self.grid, self.axis, self.today, self.words)
        for row, lane in enumerate(self.plan, _HEAD):
            self.grid.put(row, 0, cut_at_word(lane.label, self.axis.left - 1, self.signs.more), lane.role)
            if lane.goal:
                self._goal(row, lane.goal)
            elif lane.captions:
                self._captions(row, lane)
            elif lane.skill:
                self._skill(row, lane.skill)
            else:
                self._marks(row, lane.marks)
        self._uprights(months)

    def _captions(self, row: int, lane: Lane) -> None:
        """Draw the titles of marks below them, or the words of an entry beside its own column."""
        now = self.axis.column_of_today(self.view.today)
        if lane.kind != "words":
            for caption in captions(lane.captions, self.axis, self.signs, self.words, now):
                self._caption(row, caption, "caption")
        else:
            self._caption(row, beside(lane.captions[0], self.axis, self.signs, self.words, now), "sentence")

    def _caption(self, row: int, caption: Caption, role: Role) -> None:
        """Draw a text, and a corner below its mark when it does not begin there."""
        self._words(row, caption.column, caption.text, role)
        if caption.column < caption.at:
            self.grid.put(row, caption.at, self.signs.rise, "caption")
        elif caption.column > caption.at:
            self.grid.fill(row, caption.at + 1, caption.column - 3, self.signs.ahead, "caption")
            self.grid.put(row, caption.at, self.signs.corner, "caption")

    def _words(self, row: int, column: int, text: str, role: Role) -> None:
        """Draw a text, with a blank at both sides where a guide would touch it."""
        self.grid.put(row, column, text, role)
        today = self.axis.column_of_today(self.today)
        for beside_it in (column - 1, column + cells(text)):
            if beside_it != today:
                self.grid.under(row, beside_it, " ", role)

    def _uprights(self, months: Sequence[int]) -> None:
        """Draw the line of today and the month guides in every cell that is still empty."""
        today = self.axis.column_of_today(self.today)
        self.drawn["now"] += today is not None
        for row in range(_HEAD, self.grid.height):
            if today is not None:
                self.grid.under(row, today, self.signs.now, "now")
            for column in months:
                self.grid.under(row, column, self.signs.guide, "guide")

    def _goal(self, row: int, goal: GoalLane) -> None:
        for span in goal.spans:
            self._span(row, span, goal.state)
        self._marks(row, goal.marks)
        if not goal.marks and goal.spans:
            first = goal.spans[0].since
            single = (Sentence(goal.id, safe_line(goal.title), first),)
            self.places.append(Place(row, self.axis.column(first), 1, (goal.id,), lambda: single))
        self._state_word(row, goal)

    def _span(self, row: int, span: Span, state: str) -> None:
        first, last = self.axis.column(span.since), self.axis.column(span.until)
        if span.state == "active":
            role: Role = {"achieved": "bar_done", "dropped": "muted"}.get(state, "bar")  # type: ignore[assignment]
            self.grid.fill(row, first, last, self.signs.active, role)
            self.grid.fill(row, last, last, self.signs.last_half, role)
        elif span.state == "ahead":
            self.grid.fill(row, first + 1, last, self.signs.ahead, "bar_rest")
        elif span.state == "paused":
            self.grid.fill(row, first + 1, last, self.signs.pause, "paused")
        elif span.state == "unknown":
            self.grid.put(row, min(first + 1, self.axis.right), self.signs.unknown, "muted")
        else:
            self.grid.fill(row, first, last, self.signs.planned, "planned")
        self.drawn[drawn_span(span.state)] += 1

    def _state_word(self, row: int, goal: GoalLane) -> None:
        """Draw the state as a word after the bar, where there is room."""
        _ = self.words
        word = state_after_bar(goal, _)
        if word is None or not goal.spans:
            return
        end = goal.spans[-1]
        last = self.axis.column(end.since if end.state == "unknown" else end.until)
        for column in (last + 2, last + 3):  # after the number of overlapping marks there, if any
            at_edge = column + cells(word) - 1 == self.axis.right
            if self.grid.free(row, column - 1, cells(word) + (1 if at_edge else 2)):
                self._words(row, column, word, "caption")
                break

    def _marks(self, row: int, marks: Sequence[Mark]) -> None:
        """Draw each mark in its column; of marks that share one the most important is drawn, and all are listed."""
        by_column: dict[int, list[Mark]] = {}
        for mark in marks:
            by_column.setdefault(self.axis.column(mark.date), []).append(mark)
        for column, held in by_column.items():
            shown = held[0] if len(held) == 1 else min(held, key=_priority)
            self.grid.put(row, column, *self._drawn_as[shown.kind])
            if shown.beyond and self.grid.role(row, column - 1) in ("bar_rest", "planned", "bar", "text"):
                self.grid.put(row, column - 1, self.signs.beyond, "bar_rest")
                self.drawn["beyond"] += 1
            self.drawn[shown.kind] += 1
            together = self._place(row, column, held)
            if together > 1 and shown.kind != "entry":
                self.drawn["several"] += 1
                if column < self.axis.right and column + 1 not in by_column:
                    several = self.signs.several
                    self.grid.put(row, column + 1, several[min(together - 2, len(several) - 1)], "caption")

    def _place(self, row: int, column: int, held: Sequence[Mark]) -> int:
        """Add a place for these marks; return the number of records."""
        ids = (held[0].id,) if len(held) == 1 else tuple(dict.fromkeys([mark.id for mark in held]))
        self.places.append(Place(row, column, 1, ids, partial(mark_sentences, held, self.words, self.signs)))
        return len(ids)

    def _skill(self, row: int, skill: SkillLane) -> None:
        """Draw blocks as high as the level, with its number where each step begins, and ratings by others as marks."""
        end = self.axis.column(min(self.today, self.view.period.until))
        columns = [self.axis.column(step.date) for step in skill.steps]
        for n, (step, column) in enumerate(zip(skill.steps, columns, strict=True)):
            after = columns[n + 1] if n + 1 < len(columns) else end + 1
            height = (step.position or 0) / step.top
            role = LEVELS[round(height * (len(LEVELS) - 1))]
            block = self.signs.heights[round(height * (len(self.signs.heights) - 1))]
            self.grid.fill(row, column, after - 1, block, role)
            label = level_short(step.level, "", self.words)
            room = max(after, column + 1 if n + 1 == len(columns) else after) - column
            if room > 0:
                self.grid.put(row, column, cut(label, min(room, 6), ""), role)
            self._place(row, column, [Mark(step.id, step.date, "level", skill.title, step.level)])
            self.drawn["levels"] += 1
        self._others(row, skill)

    def _others(self, row: int, skill: SkillLane) -> None:
        for mark in skill.others:
            own = [step for step in skill.steps if step.date <= mark.date]
            differs = not own or own[-1].level != mark.level
            column = self.axis.column(mark.date)
            text = self.signs.other + (level_short(mark.level, "", self.words) if differs else "")
            column = max(self.axis.left, min(column, self.axis.right - cells(text) + 1))
            self.grid.put(row, column, text, "other")
            self.drawn["other"] += 1
            self._place(row, column, [mark])
