"""Rows of everything that can be shared, by place: a tick for what is shareable."""

from __future__ import annotations

from typing import Final

from portfolio.journey.sharing.candidates import can_be_shared
from portfolio.present.titles import heading
from portfolio.records.record import Record
from portfolio.text import wrap
from portfolio.tui.keymap.places import BY_ID
from portfolio.tui.render.record_rows import Listed, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_short
from portfolio.wording.names import capital, kind_name

WRITE: Final = "write"
"""Key of the row that leads to Today, when nothing is written yet."""
_PLACES: Final = (
    ("goals", ("goal",)),
    ("reflections", ("reflection",)),
    ("feedback", ("feedback",)),
    ("skills", ("skill", "evidence")),
    ("journey", ("milestone",)),
    ("conversation", ("agreement", "need")),
)
"""Places with the kinds that can be shared from there."""
_ROOMY: Final = 50
"""Cells from which a row shows its day."""
_MIXED: Final = frozenset(kind for _place, kinds in _PLACES if len(kinds) > 1 for kind in kinds)
"""The kinds that are listed among others, so that a row names its kind."""


def choosing_rows(state: AppState, width: int) -> list[Listed]:
    """Return every record that can be shared, under the name of its place; without any, the way to write one."""
    _ = state.words
    groups: list[tuple[str, list[Record]]] = []
    for place, kinds in _PLACES:
        found = [record for kind in kinds for record in can_be_shared(state.records, kind)]
        shared = sum(record.shareable for record in found)
        counted = _("{n} of {all} shareable").format(n=shared, all=len(found))
        groups.append((f"{_(BY_ID[place].label)} · {counted}", found))
    rows = list(sections(groups))
    return rows or _nothing_written(state, width)


def _nothing_written(state: AppState, width: int) -> list[Listed]:
    _ = state.words
    sentence = _("There is nothing to share yet. Press enter to write your first note on Today.")
    first, *rest = wrap(sentence, max(width, 20))
    return [Row(), Row(WRITE, (Span(first, "muted"),)), *(Row(left=(Span(line, "muted"),)) for line in rest)]


def choosing_row(record: Record, state: AppState, width: int) -> Row:
    """Return the row of one record."""
    _ = state.words
    sign = Span("✓ " if record.shareable else "○ ", "good" if record.shareable else "muted")
    kind = f"{capital(kind_name(record.kind, _))} · " if record.kind in _MIXED else ""
    right: Line = (Span(f"{kind}{day_short(record.date, _)}", "muted"),) if width >= _ROOMY else EMPTY
    return Row(record.id, (sign, Span(heading(record, state.records, _))), right)
