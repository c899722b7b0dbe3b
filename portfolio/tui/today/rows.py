"""Rows of Today, for one screen: the day, the check, the plan, goals, the next conversation, recent entries.

No row counts streaks or names what was missed. An empty part names the key that fills it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from portfolio.capture import entry
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
from portfolio.notebook.drafts import Unfinished, called
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.goals import Goal
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING
from portfolio.sanitise import clean_line
from portfolio.text import cut, pad, wrap, wrap_at_most
from portfolio.tui.render.columns import GAP, that_fits, widest
from portfolio.tui.render.privacy import beside
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.prepared import prepared
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, PAGE, Line, Span, width_of
from portfolio.tui.today.day import CHECK, INBOX, OFFER, OFFERS, PLACE, PLAN, REVIEW, day_row
from portfolio.tui.today.hint_rows import hint_row
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from portfolio.wording.conversations import now_line
from portfolio.wording.dates import day_short, month_short, until, weekday_short
from portfolio.wording.prompts import prompt_question, template_name

_GOALS: Final = 3
_PREPARES: Final = 14
"""Days before a conversation from which its next step is shown."""
_ENTRIES: Final = 3
"""Smallest number of recent entries."""
_ENTRIES_IN_ROOM: Final = 10
"""Largest number of recent entries, when there is room."""
_ROOMY: Final = 70
"""Cells from which a plan also shows how many more there are."""
_NARROW: Final = 60
"""Cells below which labels are short, so that the texts have room."""
_BLANK: Final = Row()


def today_rows(state: AppState, width: int, height: int) -> list[Row]:
    """Return all rows for `width` cells; when `height` is too small, blank rows are dropped, then recent entries.

    In a narrow terminal each step is whole when the height allows it, else on one line.
    """
    rows = _rows(_Page(state, width), height)
    return rows if len(rows) <= height or width >= _NARROW else _rows(_Page(state, width, whole=False), height)


def _rows(page: _Page, height: int) -> list[Row]:
    state = page.state
    parts = (
        [day_row(state.today, state.words, example=state.example)],
        [*page.notices()],
        [*page.check(), *page.review(), *page.hint()],
        [*page.intention()],
        *([page.offers()] if page.is_new else [[*page.goals()], [*page.conversation()]]),
    )
    earlier = [*page.this_day()]
    rows = [row for part in (*parts, earlier) if part for row in (*part, _BLANK)]
    entries = list(page.entries(max(_ENTRIES, min(_ENTRIES_IN_ROOM, height - len(rows)))))
    rows += entries
    for index in reversed([n for n, row in enumerate(rows) if row is _BLANK]):
        if len(rows) > height:
            del rows[index]
    return rows[: max(height, len(rows) - len(entries) + 1)]


def plan_of(state: AppState) -> Plan | None:
    """Return the if-then plan that is shown now, if any."""
    return current_plan(*_planned(state))


def _planned(state: AppState) -> tuple[Sequence[Reflection], Sequence[Goal], date, Collection[str]]:
    """Return the sources of plans: recent reflections, active goals, the day, and dismissed hints."""
    return state.recent, active_goals(state.records), state.today, dismissed(state.records)


class _Page:
    """The parts of the page, with their labels in one column."""

    def __init__(self, state: AppState, width: int, *, whole: bool = True) -> None:
        self.state, self.words, self.records = state, state.words, state.records
        _ = self.words
        self.labels = {
            "inbox": _("Inbox"),
            "draft": _("Unfinished"),
            "check": _("3-minute check"),
            "review": template_name(WEEK, _),
            "nudge": _("Worth a look"),
            "milestone": _("Milestone?"),
            "intention": _("If …, then …"),
            "offers": _("And now?"),
            "goals": _("Learning goals"),
            "conversation": _("Next conversation"),
            "this_day": _("On this day"),
            "entries": _("Last written"),
        }
        self.narrow = width < _NARROW
        self.whole = whole and self.narrow
        if self.narrow:
            short = {"check": _("Check"), "review": _("Week"), "goals": _("Goals"), "conversation": _("Conversation")}
            self.labels |= short
        self.column = min(max(map(len, self.labels.values())) + 2, max(width // 3, 1))
        self.room = max(width - self.column, 10)
        self.width = width

    def row(self, label: str, words: Line, key: str = "", right: Line = EMPTY) -> Row:
        """Return a row with its label."""
        shown = self.labels.get(label, "")
        named = Span(cut(shown, self.column - 1).ljust(self.column), "muted")
        return Row(key, (named, *words), right)

    def texts(
        self, label: str, text: str, role: str = "text", key: str = "", right: Line = EMPTY, most: int = 2
    ) -> Iterator[Row]:
        """Yield a text as at most `most` rows; label and `key` belong to the first row, `right` to the last."""
        room = min(self.room - (2 if self.narrow else 1), PAGE)  # a sentence below may cause a scroll bar
        wrapped = wrap_at_most(text, room, most)
        if right and width_of((Span(wrapped[-1]),)) + GAP + width_of(right) > room:
            wrapped.append("")
        for n, line in enumerate(wrapped):
            last = n == len(wrapped) - 1
            yield self.row(label if n == 0 else "", (Span(line, role),), "" if n else key, right if last else EMPTY)

    def _due(self, day: date | None) -> Sequence[Line]:
        """Return a due day in words, the longest first; a past day in another colour."""
        if day is None:
            return (EMPTY,)
        _, short = self.words, _day_month(day, self.state.today, self.words)
        if day < self.state.today:
            return ((Span(_("{day} has passed").format(day=short), "warning"),), (Span(short, "warning"),))
        return ((Span(_("by {day}").format(day=short), "muted"),), (Span(short, "muted"),))

    def beside(self, record: Record, options: Sequence[Line] = (EMPTY,)) -> Line:
        """Return the right side of a row: the first of the `options` that leaves room for the text."""
        return that_fits([beside(record, self.words, words) for words in options], self.room)

    def notices(self) -> Iterator[Row]:
        """Yield notices about the file, then the drafts; the check of today is in its own row."""
        _ = self.words
        for notice in self.state.notices:
            for line in wrap(clean_line(notice.sentence(_)), min(self.width, PAGE)):
                yield Row(left=(Span(line, "warning"),))
        if self.state.inbox and self.can_write:
            waiting = _.plural("{n} note from your phone", "{n} notes from your phone", self.state.inbox)
            take = Span(" · " + _("add them, private"), "muted")
            yield self.row("inbox", (Span(waiting, "accent"), take), INBOX)
        for kept in self.state.unfinished:
            if kept is not self._begun:
                about = called(kept.entry, self.records, _)
                words = (Span(f"{entry.name_of(kept.entry, _)} · ", "muted"), Span(about))
                day = Span(_day_month(kept.entry.day, self.state.today, _), "muted")
                yield self.row("draft", words, f"{DRAFT}{kept.name}", (day, Span("  ")))

    @property
    def can_write(self) -> bool:
        """Whether a new text can be written now."""
        return self.state.alone and self.state.writable

    @property
    def _begun(self) -> Unfinished | None:
        """The draft of today's evening check, if there is one."""
        check = (k for k in self.state.unfinished if k.entry.template == EVENING and not k.entry.record)
        return next((kept for kept in check if kept.entry.day == self.state.today), None)

    def check(self) -> Iterator[Row]:
        """Yield the evening check of today: its first question, where its draft was left, or that it is done."""
        _ = self.words
        done = next((r for r in self.state.recent if r.template == EVENING and r.date == self.state.today), None)
        begun = self._begun
        words: Line
        if begun is not None:
            words = (Span(_("go on"), "accent"), Span(" · ", "muted"), Span(entry.first_words(begun.entry)))
            yield self.row("check", words, f"{DRAFT}{begun.name}")
        elif done is not None:
            words = (Span(_("done today"), "good"), Span(" · "), Span(heading(done, self.records, _)))
            yield self.row("check", words, done.id, self.beside(done))
        elif self.can_write:
            yield from self.texts("check", prompt_question(EVENING, "progress", _), key=CHECK, most=3)

    def review(self) -> Iterator[Row]:
        """Yield the weekly review while it is due."""
        if self.can_write and week_is_due(self.state.recent, self.records, self.state.today):
            yield from self.texts("review", prompt_question(WEEK, "highlight", self.words), key=REVIEW, most=3)

    def hint(self) -> Iterator[Row]:
        """Yield the hint, if there is one."""
        found = hint_row(self.state)
        if found is not None:
            if self.narrow:
                yield from self.texts(found.label, found.words[0].text, key=found.key)
            else:
                yield self.row(found.label, found.words, found.key)

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
            right = (Span(words, "muted"),) if more > 0 and self.width >= _ROOMY else EMPTY
        text = " ".join(clean_line(plan.text).split())
        key = PLAN if self.can_write else ""
        yield from self.texts("intention", text, key=key, right=right, most=3 if self.whole else 2)

    @property
    def is_new(self) -> bool:
        """Whether something was written but no goal or conversation was made yet: Today then offers what comes next."""
        begun = self.can_write and bool(self.state.recent)
        return begun and not self.records.of(Goal) and not self.records.of(Conversation)

    def offers(self) -> list[Row]:
        """Return what can be done next in a new portfolio."""
        _ = self.words
        offered = (
            _("Write something more"),
            _("Make a learning goal"),
            _("Plan a conversation"),
            _("Look around in an example"),
        )
        rows = zip(OFFERS, offered, strict=True)
        return [self.row("" if n else "offers", (Span(words),), f"{OFFER}{key}") for n, (key, words) in enumerate(rows)]

    def goals(self) -> Iterator[Row]:
        """Yield up to three active goals, each with its next step."""
        _ = self.words
        active = active_goals(self.records)[:_GOALS]
        if not active and self.state.alone:  # otherwise there may be goals that must stay hidden
            some = bool(self.records.of(Goal))
            sentence = _("None under way now. Press {go_goals} to see them all.")
            sentence = sentence if some else _("None yet. Press {go_goals}, then {new}.")
            yield from self.texts("goals", sentence.format(**self.state.keys), "muted", key=f"{PLACE}goals")
        for n, goal in enumerate(active):
            title = Span(" ".join(clean_line(goal.title).split()))
            past = goal.due is not None and goal.due < self.state.today
            yield self.row(
                "goals" if n == 0 else "", (title,), goal.id, self.beside(goal, self._due(goal.due if past else None))
            )
            yield from self._next_step(goal)

    def _next_step(self, goal: Goal) -> Iterator[Row]:
        step = next_step(goal, self.records)
        text = " ".join(clean_line((step.text if step else goal.first_step) or "").split())
        words = (Span("→ ", "accent"), Span(text, "muted"))
        if step is not None and self.whole:
            yield from self.texts("", f"→ {text}", "muted", step.id, self.beside(step, self._due(step.due)))
        elif step is not None:
            yield self.row("", words, step.id, self.beside(step, self._due(step.due)))
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
            off = (Span(until(planned.date, self.state.today, _), "muted"),)
            yield self.row("conversation", words, planned.id, self.beside(planned, (off, EMPTY)))
            yield from self._what_fits_now()
        elif self.state.alone:  # otherwise there may be one to keep hidden
            sentence = _("None planned. Press {go_conversation}, then {new}.").format(**self.state.keys)
            yield from self.texts("conversation", sentence, "muted", key=f"{PLACE}conversation")

    def _what_fits_now(self) -> Iterator[Row]:
        """Yield the next step of preparation; only when alone, since it shows the user's progress."""
        now = prepared(self.state)
        if now is not None and now.now is not None and now.days <= _PREPARES:
            words = (Span("→ ", "accent"), Span(now_line(now.now, self.words), "muted"))
            yield self.row("", words, f"{PLACE}conversation")

    def this_day(self) -> Iterator[Row]:
        """Yield a text written on this day in an earlier year."""
        _ = self.words
        for found in self.state.this_day[:1]:
            years = self.state.today.year - found.date.year
            ago = _.plural("{n} year ago", "{n} years ago", years)
            words = (Span(f"{ago}  ", "muted"), Span(heading(found, self.records, _)))
            yield self.row("this_day", words, found.id, self.beside(found))

    def entries(self, most: int) -> Iterator[Row]:
        """Yield the latest reflections, at most `most`."""
        _ = self.words
        newest: Sequence[Reflection] = self.state.recent[:most]
        if not newest:
            sentence = _("Nothing yet. Press enter for a few short questions, or {new} for a note.")
            sentence = sentence if self.state.alone else _("Nothing here is shareable yet.")
            yield from self.texts("entries", sentence.format(**self.state.keys), "muted")
        dates = [_weekday_and_day(r.date, self.state.today, _) for r in newest]
        wide = widest(dates)
        for n, (record, day) in enumerate(zip(newest, dates, strict=True)):
            words = (Span(f"{pad(day, wide)}  ", "muted"), Span(heading(record, self.records, _)))
            yield self.row("entries" if n == 0 else "", words, record.id, self.beside(record))


def _weekday_and_day(day: date, today: date, _: Words) -> str:
    """Return a day with its weekday; the days of the month stand below each other."""
    words = _day_month(day, today, _)
    return f"{weekday_short(day.isoweekday(), _)} {' ' * (day.day < 10)}{words}"


def _day_month(day: date, today: date, _: Words) -> str:
    """Return a day, with its year when it is another year and far away."""
    if day.year != today.year and abs((day - today).days) > 200:
        return day_short(day, _)
    return _("{day} {month}").format(day=day.day, month=month_short(day.month, _))
