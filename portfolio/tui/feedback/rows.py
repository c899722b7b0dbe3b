"""The list of feedback: what was asked and not answered yet first, then what was said, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
from portfolio.wording.names import capital, choice_label, kind_name

_SIGNS: Final = {"top": ("+ ", "top"), "tip": ("→ ", "tip"), "both": ("‡ ", "both")}
"""The signs that feedback has in the pictures too, with their roles."""
_WHO: Final = 14
_WITH_WHO: Final = 56


def listed(look: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Open requests, feedback, and requests that were closed."""
    _ = look.words
    requests = showing.of(look.records.of(Request), look.today)
    return sections(
        [
            (_("Asked, not answered yet"), [r for r in requests if r.state == "open"]),
            (capital(kind_name("feedback", _)), showing.of(look.records.of(Feedback), look.today)),
            (_("Asked before"), [r for r in requests if r.state != "open"]),
        ]
    )


def row_maker(look: AppState) -> RowOf:  # noqa: ARG001 - the list of skills works out their courses
    """How a record of this list is shown."""
    return row_of


def row_of(record: Record, look: AppState, width: int) -> Row:
    """One piece of feedback, or one request."""
    _ = look.words
    who = look.records.find(Person, getattr(record, "from_", None) or getattr(record, "person", None))
    name = clean_line(person_word(who, _)) if who else ""
    sign, role = _SIGNS.get(str(getattr(record, "sort", "")), ("· ", "muted"))
    day = Span(f"{pad(day_short(record.date, _), 12)} ", "muted")
    from_whom = (Span(f"{pad(name, _WHO)}  ", "muted"),) if width >= _WITH_WHO else ()
    right = privacy(record, _)
    if isinstance(record, Request):
        state = choice_label("state", record.state, _, "request")
        right = (Span(f"{state} · ", "muted"), *right)
    return Row(record.id, (day, Span(sign, role), *from_whom, Span(heading(record, look.records, _))), right)
