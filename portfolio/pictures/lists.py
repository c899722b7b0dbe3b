"""The list twin of each picture: the same facts as lines of text, in an order that reads well aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from portfolio.journey.facts.marks import GoalLane, Mark, SkillLane
from portfolio.journey.views.energy import Energy
from portfolio.journey.views.evidence import Coverage
from portfolio.journey.views.forms import Forms
from portfolio.journey.views.goals import Goals
from portfolio.journey.views.growth import Growth, SkillGrowth, Standing
from portfolio.journey.views.lanes import Lanes
from portfolio.journey.views.rhythm import Rhythm
from portfolio.journey.views.skill import SkillView
from portfolio.journey.views.timeline import Timeline
from portfolio.pictures.canvas import Picture, Place, Row, Span, headed_rows, place_of, safe_line, text_rows
from portfolio.pictures.energy import point_row, point_sentence
from portfolio.pictures.evidence import REASONS, STATES, WORDS
from portfolio.pictures.forms import form_name
from portfolio.pictures.frame import View, framed, gap
from portfolio.pictures.goals import goal_details, measure_words
from portfolio.pictures.growth import aged_words
from portfolio.pictures.phrases import (
    level_short,
    levels_words,
    mark_sentences,
    mark_words,
    on_its_day,
    state_word,
    who_words,
)
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.pictures.skill import point_rows
from portfolio.pictures.timeline import draw as draw_timeline
from portfolio.present.titles import number
from portfolio.wording import Words
from portfolio.wording.dates import day_short, month_name
from portfolio.wording.names import capital


class _Lines:
    """Rows of text while they are written, with their places."""

    def __init__(self, width: int, signs: Signs, _: Words) -> None:
        self.width, self.signs, self.words = width, signs, _
        self.rows: list[Row] = []
        self.places: list[Place] = []
        self.headings: list[int] = []

    def place(self, identity: str, words: str, day: date | None = None) -> None:
        self.places.append(place_of(len(self.rows), self.width, identity, words, day))

    def heading(self, text: str, identity: str = "") -> None:
        if self.rows:
            self.rows.append(())
        if identity:
            self.place(identity, text)
        self.headings.append(len(self.rows))
        self.rows += text_rows(text, self.width, "label")

    def item(self, text: str, identity: str = "") -> None:
        if identity:
            self.place(identity, text)
        self.rows += headed_rows((Span(f"  {self.signs.bullet} ", "muted"),), text, self.width)

    def mark(self, mark: Mark) -> None:
        day = f"{self.signs.own(day_short(mark.date, self.words)):<11}  "
        head = (Span(f"  {self.signs.bullet} ", "muted"), Span(day, "number"))
        sentences = partial(mark_sentences, (mark,), self.words, self.signs)
        self.places.append(Place(len(self.rows), 0, self.width, (mark.id,), sentences))
        self.rows += headed_rows(head, mark_words(mark, self.words, self.signs), self.width)


def draw_list(view: View, *, width: int, _: Words, signs: Signs = UNICODE) -> Picture:
    """Return the facts of a view as a list, with the title and sentence of its picture."""
    _ = words_for(signs, _)
    if isinstance(view, Timeline):
        return draw_timeline(view, width=width, _=_, signs=signs)
    title, write = _LISTS[view.picture]
    lines = _Lines(width, signs, _)
    write(view, lines)
    rows, places, headings = tuple(lines.rows), tuple(lines.places), tuple(lines.headings)
    return framed(view, title(view, _), rows, width=width, _=_, signs=signs, places=places, headings=headings)


def _lanes(view: Lanes, lines: _Lines) -> None:
    _ = lines.words
    for goal in view.goals:
        state, unknown = state_word(goal.state, _), _("day not known")
        if goal.undated and goal.state != "unknown":
            state = f"{state}, {unknown}"
        lines.heading(f"{safe_line(goal.title)} ({state})", goal.id)
        for mark in sorted(_of_goal(goal), key=lambda m: m.date):
            lines.mark(mark)
        if goal.reason:
            lines.item(safe_line(goal.reason))
    for skill in view.skills:
        lines.heading(safe_line(skill.title), skill.id)
        for mark in sorted(_of_skill(skill), key=lambda m: m.date):
            lines.mark(mark)
    for heading, marks in (
        (_("Moments"), view.moments),
        (_("Conversations"), view.conversations),
        (_("Feedback"), view.feedback),
        (_("Reflections"), view.entries),
    ):
        if marks:
            lines.heading(heading)
            for mark in marks:
                lines.mark(mark)


def _of_goal(goal: GoalLane) -> Iterator[Mark]:
    """Yield the marks of a goal and of the skills below it; a level that both have appears once."""
    yield from goal.marks
    known = {mark.id for mark in goal.marks}
    for skill in goal.skills:
        yield from (mark for mark in _of_skill(skill) if mark.id not in known)


def _of_skill(skill: SkillLane) -> Iterable[Mark]:
    before = None
    for step in skill.steps:
        kind: Any = "level" if before is None or before.position is None or step.position is None else "up"
        if kind == "up" and before is not None and (step.position or 0) < (before.position or 0):
            kind = "down"
        yield Mark(step.id, step.date, kind, skill.title, step.level, before.level if before else None)
        before = step
    yield from skill.others


def _growth(view: Growth, lines: _Lines) -> None:
    for skill in view.skills:
        lines.heading(safe_line(skill.title), skill.id)
        for text, identity in _growth_words(skill, lines.words, lines.signs):
            lines.item(text, identity)


def _growth_words(skill: SkillGrowth, _: Words, signs: Signs) -> Iterator[tuple[str, str]]:
    """Yield the lines about a skill, each with the id of the record it comes from."""

    def level(standing: Standing) -> str:
        day = signs.own(day_short(standing.date, _))
        return _("{level} on {day}").format(level=level_short(standing.level, skill.scale, _), day=day)

    if skill.now is None:
        yield _("No level yet"), ""
    if skill.start:
        yield _("Start: {level}").format(level=level(skill.start)), skill.start.id
    if skill.wandered:
        yield _("As it went: {levels}").format(levels=levels_words(skill.path, skill.scale, _)), ""
    if skill.now:
        words = _("Now, according to {who}: {level}").format(who=who_words(skill.now.who, _), level=level(skill.now))
        yield words, skill.now.id
    for other in skill.others:
        yield _("Now, according to {who}: {level}").format(who=who_words(other.who, _), level=level(other)), other.id
    if skill.target is not None:
        yield _("Target: {level}").format(level=level_short(skill.target, skill.scale, _)), ""
    yield _.plural("{n} piece of evidence", "{n} pieces of evidence", skill.evidence), ""
    if skill.aged:
        yield capital(aged_words(skill, _, signs)), ""


def _skill(view: SkillView, lines: _Lines) -> None:
    for point in view.points:
        level = level_short(point.level, view.scale, lines.words)
        words = on_its_day(point.date, f"{safe_line(view.title)}: {level}", lines.words, lines.signs)
        lines.place(point.id, words, point.date)
        lines.rows += point_rows(point, view, lines.width, lines.words, lines.signs)


def _goals(view: Goals, lines: _Lines) -> None:
    _ = lines.words
    for goal in view.goals:
        lines.heading(f"{safe_line(goal.title)} ({state_word(goal.state, _)})", goal.id)
        lines.item(capital(goal_details(goal, view, _, lines.signs)))
        for measure in goal.measures:
            lines.item(measure_words(measure, _, lines.signs), measure.id)
            for day, value in measure.readings:
                lines.rows.append((gap(6), Span(f"{lines.signs.own(day_short(day, _))}  {number(value, _)}", "text")))


def _rhythm(view: Rhythm, lines: _Lines) -> None:
    _ = lines.words
    for month in view.months:
        counts = ", ".join(str(week.written) for week in month.weeks)
        lines.item(f"{capital(month_name(month.month, _))} {month.year:04d}: {counts}")


def _energy(view: Energy, lines: _Lines) -> None:
    for point in view.points:
        lines.place(*point_sentence(point, lines.words, lines.signs))
        lines.rows += point_row(point, lines.width, lines.words, lines.signs)


def _forms(view: Forms, lines: _Lines) -> None:
    _ = lines.words
    for use in view.forms:
        parts = [
            _.plural("{n} time", "{n} times", use.times),
            _.plural("{n} lesson learned", "{n} lessons learned", use.lessons),
        ]
        if use.minutes:
            parts.append(_.plural("{n} minute", "{n} minutes", use.minutes))
        lines.item(f"{form_name(use, _)}: {', '.join(parts)}")


def _evidence(view: Coverage, lines: _Lines) -> None:
    _ = lines.words
    for skill in view.skills:
        lines.heading(safe_line(skill.title), skill.id)
        level = level_short(skill.level, skill.scale, _)
        lines.item(_("Level {level}").format(level=level) if level else _("No level yet"))
        lines.item(_.plural("{n} piece of evidence", "{n} pieces of evidence", skill.count))
        for check in skill.checks if skill.count else ():
            reason = f" ({_(REASONS[check.reason])})" if check.reason else ""
            lines.item(f"{capital(_.context(*WORDS[check.question]))}: {_(STATES[check.state][2])}{reason}")


_Title = Callable[[Any, Words], str]
_Write = Callable[[Any, _Lines], None]
_LISTS: Final[dict[str, tuple[_Title, _Write]]] = {
    "lanes": (lambda _view, _: _("Learning journey"), _lanes),
    "growth": (lambda _view, _: _("Where you stand"), _growth),
    "skill": (lambda view, _: safe_line(view.title), _skill),
    "goals": (lambda _view, _: _("Learning goals"), _goals),
    "rhythm": (lambda _view, _: _("Looking back, week by week"), _rhythm),
    "energy": (lambda _view, _: _("What gave you energy"), _energy),
    "forms": (lambda _view, _: _("How you learned"), _forms),
    "evidence": (lambda _view, _: _("What you can show"), _evidence),
}
"""Picture -> its title and the function that writes its list."""

__all__: Sequence[str] = ("draw_list",)
