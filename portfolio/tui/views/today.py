"""What Today shows: the day, the check, the intention, goals, the next conversation, the last entries. One screen.

Nothing here counts days in a row or names what was missed. What is not there yet says which key makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from portfolio.pictures.headings import heading
from portfolio.records.conversations import Conversation
from portfolio.records.goals import Goal, Step
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.sanitise import clean_line
from portfolio.tui import writings
from portfolio.tui.layout import EMPTY, Line, Span, cut, width_of, wrap
from portfolio.tui.look import Look
from portfolio.tui.views.day import CHECK, DRAFT, day_row
from portfolio.tui.views.marks import privacy
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.dates import day_short, month_short, until, weekday_short
from portfolio.wording.prompts import prompt_question

_GOALS: Final = 3
_ENTRIES: Final = 3
_IF_THEN: Final = {
    "three_minutes": "next",
    "what_so_what": "nowwhat",
    "after_action": "keep",
    "starr": "tr",
    "gibbs": "action",
    "korthagen": "f5",
    "week": "focus",
}
"""Template -> the question that asks for an if-then plan."""
_BLANK: Final = Row()


def today_rows(look: Look, width: int) -> list[Row]:
    """Every row, for `width` cells."""
    _ = look.words
    page = _Page(look, width)
    return [
        day_row(look.today, _),
        _BLANK,
        *page.notices(),
        *page.check(),
        _BLANK,
        *page.intention(),
        *page.goals(),
        _BLANK,
        *page.conversation(),
        *page.entries(),
    ]


class _Page:
    """The parts of the page; all have their labels in one column."""

    def __init__(self, look: Look, width: int) -> None:
        self.look, self.words, self.records = look, look.words, look.records
        _ = self.words
        self.labels = {
            "draft": _("Unfinished"),
            "check": _("Evening check"),
            "intention": _("If …, then …"),
            "goals": _("Learning goals"),
            "conversation": _("Next talk"),
            "entries": _("Last written"),
        }
        self.column = min(max(map(len, self.labels.values())) + 2, max(width // 3, 1))
        self.room = max(width - self.column, 10)
        self.width = width

    def row(self, label: str, words: Line, key: str = "", right: Line = EMPTY) -> Row:
        """A row with its label."""
        shown = self.labels.get(label, "")
        named = Span(cut(shown, self.column - 1).ljust(self.column), "muted")
        return Row(key, (named, *words), right)

    def texts(self, label: str, text: str, role: str = "text", lines: int = 2) -> Iterator[Row]:
        """A text over a few rows, its label at the first."""
        wrapped = wrap(text, self.room)
        if len(wrapped) > lines:
            wrapped = [*wrapped[: lines - 1], cut(" ".join(wrapped[lines - 1 :]), self.room)]
        for n, line in enumerate(wrapped):
            yield self.row(label if n == 0 else "", (Span(line, role),))

    def notices(self) -> Iterator[Row]:
        """What there is to know about the file, and what was left unfinished."""
        _ = self.words
        for notice in self.look.notices:
            for line in wrap(clean_line(notice.sentence(_)), self.width):
                yield Row(left=(Span(line, "warning"),))
            yield _BLANK
        for kept in self.look.unfinished:
            name = writings.name_of(kept.writing, _)
            words = (Span(f"{name} · ", "accent"), Span(writings.first_words(kept.writing)))
            yield self.row("draft", words, f"{DRAFT}{kept.name}", (Span(_("go on"), "accent"),))

    def check(self) -> Iterator[Row]:
        """The first question of the evening check, or that it is done."""
        _ = self.words
        done = next((r for r in self._newest() if r.template == EVENING and r.date == self.look.today), None)
        if done is not None:
            words = (Span(_("done today"), "good"), Span(" · "), Span(heading(done, self.records, _)))
            yield self.row("check", words, done.id, privacy(done, _))
        elif self.look.alone and self.look.writable:
            question = prompt_question(EVENING, "progress", _)
            yield self.row("check", (Span(question),), CHECK, (Span("enter", "accent", bold=True),))

    def intention(self) -> Iterator[Row]:
        """The if-then plan that was written last, else that of a goal."""
        plan = next(self._plans(), "")
        if plan:
            yield from self.texts("intention", clean_line(plan).strip())
            yield _BLANK

    def _plans(self) -> Iterator[str]:
        for reflection in self._newest():
            asked = reflection.answers.get(_IF_THEN.get(reflection.template, ""), "")
            plan = (reflection.if_then or asked).strip()
            if plan:
                yield plan
        yield from (goal.if_then for goal in self._active() if goal.if_then and goal.if_then.strip())

    def goals(self) -> Iterator[Row]:
        """Up to three active goals with the next step of each."""
        _ = self.words
        active = self._active()[:_GOALS]
        if not active:
            yield from self.texts("goals", _('None yet. One line is enough: leerreis add goal "…"'), "muted")
        for n, goal in enumerate(active):
            title = Span(" ".join(clean_line(goal.title).split()))
            yield self.row("goals" if n == 0 else "", (title,))
            step = self._next_step(goal)
            if step:
                yield self.row("", (Span("→ ", "accent"), Span(step[0], "muted")), right=step[1])

    def _next_step(self, goal: Goal) -> tuple[str, Line] | None:
        _ = self.words
        steps = [s for s in self.records.of(Step) if s.goal == goal.id and s.done_on is None]
        if not steps:
            first = " ".join(clean_line(goal.first_step or "").split())
            return (first, EMPTY) if first else None
        step = min(steps, key=lambda s: (s.due or date.max, s.date, s.id))
        due = (
            (Span(_("by {day}").format(day=_day_month(step.due, self.look.today, _)), "muted"),) if step.due else EMPTY
        )
        return " ".join(clean_line(step.text).split()), due

    def conversation(self) -> Iterator[Row]:
        """The next conversation, and how far off it is."""
        _ = self.words
        coming = (c for c in self.records.of(Conversation) if c.date >= self.look.today and c.state == "preparing")
        talk = next(iter(sorted(coming, key=lambda c: (c.date, c.id))), None)
        if talk is None:
            if self.look.alone:  # else there may be one that is not to be seen
                yield self.row("conversation", (Span(_("no talk planned"), "muted"),))
                yield _BLANK
            return
        day = f"{weekday_short(talk.date.isoweekday(), _)} {_day_month(talk.date, self.look.today, _)}"
        words = (Span(heading(talk, self.records, _)), Span(f" · {day}", "muted"))
        yield self.row("conversation", words, right=(Span(until(talk.date, self.look.today, _), "accent"),))
        yield _BLANK

    def entries(self) -> Iterator[Row]:
        """The three reflections that were written last."""
        _ = self.words
        newest = self._newest()[:_ENTRIES]
        if not newest:
            told = _("Nothing yet. Press enter for a few short questions, or n for a note.")
            yield from self.texts("entries", told, "muted")
        dates = [f"{weekday_short(r.date.isoweekday(), _)} {_day_month(r.date, self.look.today, _)}" for r in newest]
        wide = max((width_of((Span(d),)) for d in dates), default=0)
        for n, (record, day) in enumerate(zip(newest, dates, strict=True)):
            words = (Span(f"{day.ljust(wide)}  ", "muted"), Span(heading(record, self.records, _)))
            yield self.row("entries" if n == 0 else "", words, record.id, privacy(record, _))

    def _newest(self) -> Sequence[Reflection]:
        return self.look.recent

    def _active(self) -> list[Goal]:
        return [goal for goal in self.records.of(Goal) if goal.state == "active"]


def _day_month(day: date, today: date, _: Words) -> str:
    """A day with its year only where that is another one."""
    if day.year != today.year and abs((day - today).days) > 200:
        return day_short(day, _)
    return _("{day} {month}").format(day=day.day, month=month_short(day.month, _))
