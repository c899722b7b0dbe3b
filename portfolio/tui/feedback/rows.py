"""Rows of the Feedback place: open requests first, then feedback, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.present.groups import feedback_groups
from portfolio.present.titles import heading, person_word
from portfolio.records.feedback import Feedback, Request
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_short
from portfolio.wording.names import choice_label

_SIGNS: Final = {"top": ("+ ", "top"), "tip": ("→ ", "tip"), "both": ("‡ ", "both")}
"""Symbol and role of each sort of feedback, as in the pictures."""
_WHO: Final = 14
_WITH_WHO: Final = 56


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield open requests, feedback, and closed requests."""
    requests = showing.of(state.records.of(Request), state.today)
    return sections(feedback_groups(requests, showing.of(state.records.of(Feedback), state.today), state.words))


def row_maker(state: AppState) -> RowOf:  # noqa: ARG001 - the list of skills needs it
    """Return the function that makes the rows of this list."""
    return row_of


def row_of(record: Record, state: AppState, width: int) -> Row:
    """Return the row of one piece of feedback or one request."""
    _ = state.words
    who = state.records.find(Person, getattr(record, "from_", None) or getattr(record, "person", None))
    name = clean_line(person_word(who, _)) if who else ""
    sign, role = _SIGNS.get(str(getattr(record, "sort", "")), ("· ", "muted"))
    day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
    from_whom = (Span(f"{pad(name, _WHO)}  ", "muted"),) if width >= _WITH_WHO else ()
    right = privacy(record, _)
    if isinstance(record, Request):
        status = choice_label("state", record.state, _, "request")
        right = (Span(f"{status} · ", "muted"), *right)
    return Row(record.id, (day, Span(sign, role), *from_whom, Span(heading(record, state.records, _))), right)
