"""Rows of the Feedback place: open requests first, then feedback, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.present.groups import feedback_groups
from portfolio.present.titles import heading, person_word
from portfolio.records.feedback import Feedback, Request
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.tui.render.columns import GAP, TITLE, DayColumn, widest
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Span, width_of
from portfolio.tui.widgets.rows import Row
from portfolio.wording.names import choice_label

_SIGNS: Final = {"top": ("+ ", "top"), "tip": ("→ ", "tip"), "both": ("‡ ", "both")}
"""Symbol and role of each sort of feedback, as in the pictures."""
_WHO: Final = 16
"""Largest width in cells of a name."""


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield open requests, feedback, and closed requests."""
    requests = showing.of(state.records.of(Request), state.today)
    return sections(feedback_groups(requests, showing.of(state.records.of(Feedback), state.today), state.words))


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
    """Return the function that makes the rows of this list."""
    return FeedbackRow(state, [each for each in listed if isinstance(each, Record)])


class FeedbackRow:
    """Makes the rows: day, sort, who and what; a closed request also shows how it ended."""

    def __init__(self, state: AppState, records: Sequence[Record]) -> None:
        """Measure the columns of these records."""
        self._days = DayColumn((each.date for each in records), state.today, state.words)
        self._who = {identity: _name(identity, state) for identity in set(map(_from, records))}
        self._wide = widest(self._who.values(), _WHO)

    def __call__(self, record: Record, state: AppState, width: int) -> Row:
        """Return the row of one piece of feedback or one request."""
        _ = state.words
        sign, role = _SIGNS.get(str(getattr(record, "sort", "")), ("· ", "muted"))
        before = (Span(self._days.of(record.date), "muted"), Span(sign, role))
        closed = isinstance(record, Request) and record.state != "open"
        status = choice_label("state", record.state, _, "request") if isinstance(record, Request) and closed else ""
        right = beside(record, _, (Span(status, "muted"),) if status else EMPTY)
        name = Span(pad(self._who.get(_from(record), ""), self._wide + GAP), "muted")
        room = width - width_of((*before, *right))
        left = (*before, name) if self._wide and room - width_of((name,)) - GAP >= TITLE else before
        return Row(record.id, (*left, Span(heading(record, state.records, _))), right)


def _from(record: Record) -> str | None:
    """Return the id of who gave the feedback, or was asked for it."""
    who: str | None = getattr(record, "from_", None) or getattr(record, "person", None)
    return who


def _name(identity: str | None, state: AppState) -> str:
    who = state.records.find(Person, identity)
    return clean_line(person_word(who, state.words)) if who else ""
