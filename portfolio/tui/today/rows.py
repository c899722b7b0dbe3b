"""Rows of Today, for one screen: the day, the check, the plan, goals, the next conversation, recent entries.

No row counts streaks or names what was missed. An empty part names the key that fills it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from portfolio.capture import entry
from portfolio.journey.facts.conversations import countdown
from portfolio.journey.prompts.if_then_plans import (
    WEEK,
    Plan,
    active_goals,
    answered_on,
    current_plan,
    next_step,
    plans_in_turn,
    week_is_due,
)
from portfolio.journey.prompts.nudges import dismissed
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.goals import Goal
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.tui.render.privacy import privacy
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span, width_of
from portfolio.tui.today.day import CHECK, PLACE, PLAN, REVIEW, day_row
from portfolio.tui.today.hint_rows import hint_row
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.conversations import step_line
from portfolio.wording.dates import day_short, month_short, until, weekday_short
from portfolio.wording.prompts import prompt_question, template_name

_GOALS: Final = 3
_ENTRIES: Final = 3
"""Smallest number of recent entries."""
_ENTRIES_IN_ROOM: Final = 10
"""Largest number of recent entries, when there is room."""
_ROOMY: Final = 70
"""Cells from which a row with a day also shows whether its record is private."""
_BLANK: Final = Row()


def today_rows(state: AppState, width: int, height: int) -> list[Row]:
    """Return all rows for `width` cells; blank rows between the parts are dropped when `height` is too small."""
    page = _Page(state, width)
    parts = (
        [day_row(state.today, state.words)],
        [*page.notices()],
        [*page.check(), *page.review(), *page.hint()],
        [*page.intention()],
        [*page.goals()],
        [*page.conversation()],
    )
    earlier = [*page.this_day()]
    rows = [row for part in (*parts, earlier) if part for row in (*part, _BLANK)]
    rows += page.entries(max(_ENTRIES, min(_ENTRIES_IN_ROOM, height - len(rows))))
    for index in reversed([n for n, row in enumerate(rows) if row is _BLANK]):
        if len(rows) > height:
            del rows[index]
    return rows


def plan_of(state: AppState) -> Plan | None:
    """Return the if-then plan that is shown now, if any."""
    return current_plan(*_planned(state))


def _planned(state: AppState) -> tuple[Sequence[Reflection], Sequence[Goal], date, Collection[str]]:
    """Return the sources of plans: recent reflections, active goals, the day, and dismissed hints."""
    return state.recent, active_goals(state.records), state.today, dismissed(state.records)


class _Page:
    """The parts of the page, with their labels in one column."""

    def __init__(self, state: AppState, width: int) -> None:
        self.state, self.words, self.records = state, state.words, state.records
        _ = self.words
        self.labels = {
            "draft": _("Unfinished"),
            "check": _("Evening check"),
            "review": template_name(WEEK, _),
            "nudge": _("Worth a look"),
            "milestone": _("Milestone?"),
            "intention": _("If …, then …"),
            "goals": _("Learning goals"),
            "conversation": _("Next conversation"),
            "this_day": _("On this day"),
            "entries": _("Last written"),
        }
        self.column = min(max(map(len, self.labels.values())) + 2, max(width // 3, 1))
        self.room = max(width - self.column, 10)
        self.width = width

    def row(self, label: str, words: Line, key: str = "", right: Line = EMPTY) -> Row:
        """Return a row with its label."""
        shown = self.labels.get(label, "")
        named = Span(cut(shown, self.column - 1).ljust(self.column), "muted")
        return Row(key, (named, *words), right)

    def texts(
        self, label: str, text: str, role: str = "text", lines: int = 2, key: str = "", right: Line = EMPTY
    ) -> Iterator[Row]:
        """Yield a text as a few rows; label, `key` and `right` belong to the first row."""
        room = self.room - (width_of(right) + 2 if right else 1)  # a sentence below may cause a scroll bar
        wrapped = wrap(text, room)
        if len(wrapped) > lines:
            wrapped = [*wrapped[: lines - 1], cut(" ".join(wrapped[lines - 1 :]), room)]
        for n, line in enumerate(wrapped):
            yield self.row(label if n == 0 else "", (Span(line, role),), "" if n else key, EMPTY if n else right)

    def beside(self, record: Record, words: Line = EMPTY) -> Line:
        """Return the right side of a row: a day or distance, and whether the record is private if it fits."""
        if not words:
            return privacy(record, self.words)
        return (*words, Span(" · ", "muted"), *privacy(record, self.words)) if self.width >= _ROOMY else words

    def notices(self) -> Iterator[Row]:
        """Yield notices about the file, then the drafts."""
        _ = self.words
        for notice in self.state.notices:
            for line in wrap(clean_line(notice.sentence(_)), self.width):
                yield Row(left=(Span(line, "warning"),))
        for kept in self.state.unfinished:
            name = entry.name_of(kept.entry, _)
            words = (Span(f"{name} · ", "accent"), Span(entry.first_words(kept.entry)))
            day = Span(f"{_day_month(kept.entry.day, self.state.today, _)} · ", "muted")
            yield self.row("draft", words, f"{DRAFT}{kept.name}", (day, Span(_("go on"), "accent")))

    @property
    def can_write(self) -> bool:
        """Whether a new text can be written now."""
        return self.state.alone and self.state.writable

    def check(self) -> Iterator[Row]:
        """Yield the first question of the evening check, or that it is done."""
        _ = self.words
        done = next((r for r in self.state.recent if r.template == EVENING and r.date == self.state.today), None)
        if done is not None:
            words = (Span(_("done today"), "good"), Span(" · "), Span(heading(done, self.records, _)))
            yield self.row("check", words, done.id, privacy(done, _))
        elif self.can_write:
            question = prompt_question(EVENING, "progress", _)
            yield self.row("check", (Span(question),), CHECK, (Span("enter", "accent", bold=True),))

    def review(self) -> Iterator[Row]:
        """Yield the weekly review while it is due."""
        if self.can_write and week_is_due(self.state.recent, self.records, self.state.today):
            question = prompt_question(WEEK, "highlight", self.words)
            yield self.row("review", (Span(question),), REVIEW, (Span("enter", "accent", bold=True),))

    def hint(self) -> Iterator[Row]:
        """Yield the hint, if there is one."""
        found = hint_row(self.state)
        if found is not None:
            yield self.row(found.label, found.words, found.key, found.right)

    def intention(self) -> Iterator[Row]:
        """Yield the current if-then plan."""
        in_turn = plans_in_turn(*_planned(self.state))
        plan = in_turn[0] if in_turn else plan_of(self.state)
        if plan is None:
            return
        right: Line = EMPTY
        if answered_on(plan, self.state.recent, self.state.today) is not None:
            right = (Span(self.words("answered today"), "good"),)
        elif self.can_write:
            more = len(in_turn) - 1
            words = self.words.plural("{n} more plan", "{n} more plans", more)
            right = (Span(f"{words} · ", "muted"),) if more > 0 and self.width >= _ROOMY else EMPTY
            right = (*right, Span("enter", "accent", bold=True))
        text = " ".join(clean_line(plan.text).split())
        yield from self.texts("intention", text, key=PLAN if self.can_write else "", right=right)

    def goals(self) -> Iterator[Row]:
        """Yield up to three active goals, each with its next step."""
        _ = self.words
        active = active_goals(self.records)[:_GOALS]
        if not active and self.state.alone:  # otherwise there may be goals that must stay hidden
            some = bool(self.records.of(Goal))
            sentence = _("None active now. Press {go_goals} to see them all.")
            sentence = sentence if some else _("None yet. Press {go_goals}, then {new}.")
            yield from self.texts("goals", sentence.format(**self.state.keys), "muted", key=f"{PLACE}goals")
        for n, goal in enumerate(active):
            title = Span(" ".join(clean_line(goal.title).split()))
            yield self.row("goals" if n == 0 else "", (title,), goal.id, self.beside(goal))
            yield from self._next_step(goal)

    def _next_step(self, goal: Goal) -> Iterator[Row]:
        _ = self.words
        step = next_step(goal, self.records)
        text = " ".join(clean_line((step.text if step else goal.first_step) or "").split())
        words = (Span("→ ", "accent"), Span(text, "muted"))
        if step is not None:
            day = _("by {day}").format(day=_day_month(step.due, self.state.today, _)) if step.due else ""
            yield self.row("", words, step.id, self.beside(step, (Span(day, "muted"),) if day else EMPTY))
        elif text:
            yield self.row("", words)

    def conversation(self) -> Iterator[Row]:
        """Yield the next conversation and how far away it is."""
        _ = self.words
        coming = (c for c in self.records.of(Conversation) if c.date >= self.state.today and c.state == "preparing")
        planned = min(coming, key=lambda c: (c.date, c.id), default=None)
        if planned is not None:
            weekday = weekday_short(planned.date.isoweekday(), _)
            day = f"{weekday} {_day_month(planned.date, self.state.today, _)}"
            words = (Span(heading(planned, self.records, _)), Span(f" · {day}", "muted"))
            off = (Span(until(planned.date, self.state.today, _), "accent"),)
            yield self.row("conversation", words, planned.id, self.beside(planned, off))
            yield from self._what_fits_now()
        elif self.state.alone:  # otherwise there may be one to keep hidden
            sentence = _("None planned. Press {go_conversation}, then {new}.").format(**self.state.keys)
            yield from self.texts("conversation", sentence, "muted", key=f"{PLACE}conversation")

    def _what_fits_now(self) -> Iterator[Row]:
        """Yield the next step of preparation; only when alone, since it shows the user's progress."""
        now = countdown(self.records, self.state.today) if self.state.alone else None
        if now is not None and now.step is not None:
            words = (Span("→ ", "accent"), Span(step_line(now.step, self.words), "muted"))
            yield self.row("", words, f"{PLACE}conversation")

    def this_day(self) -> Iterator[Row]:
        """Yield a text written on this day in an earlier year."""
        _ = self.words
        for found in self.state.this_day[:1]:
            years = self.state.today.year - found.date.year
            ago = _.plural("{n} year ago", "{n} years ago", years)
            words = (Span(f"{ago}  ", "muted"), Span(heading(found, self.records, _)))
            yield self.row("this_day", words, found.id, privacy(found, _))

    def entries(self, most: int) -> Iterator[Row]:
        """Yield the latest reflections, at most `most`."""
        _ = self.words
        newest: Sequence[Reflection] = self.state.recent[:most]
        if not newest:
            sentence = _("Nothing yet. Press enter for a few short questions, or {new} for a note.")
            sentence = sentence if self.state.alone else _("Nothing here may be shared yet.")
            yield from self.texts("entries", sentence.format(**self.state.keys), "muted")
        dates = [f"{weekday_short(r.date.isoweekday(), _)} {_day_month(r.date, self.state.today, _)}" for r in newest]
        wide = max((width_of((Span(d),)) for d in dates), default=0)
        for n, (record, day) in enumerate(zip(newest, dates, strict=True)):
            words = (Span(f"{day.ljust(wide)}  ", "muted"), Span(heading(record, self.records, _)))
            yield self.row("entries" if n == 0 else "", words, record.id, privacy(record, _))


def _day_month(day: date, today: date, _: Words) -> str:
    """Return a day, with its year when it is another year and far away."""
    if day.year != today.year and abs((day - today).days) > 200:
        return day_short(day, _)
    return _("{day} {month}").format(day=day.day, month=month_short(day.month, _))
