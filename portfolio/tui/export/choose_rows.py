"""Rows of everything that can be shared, by place: a tick for what is shareable."""

from __future__ import annotations

from typing import Final

from portfolio.journey.sharing.candidates import can_be_shared, waits_for_a_yes
from portfolio.notebook.export_request import ExportDraft
from portfolio.present.shareable import shareable_word
from portfolio.present.titles import heading
from portfolio.records.record import Record
from portfolio.text import wrap
from portfolio.tui.keymap.places import BY_ID
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_short
from portfolio.wording.names import capital, kind_name

WRITE: Final = "write"
"""Key of the row that leads to Today, when nothing is written yet."""
DONE: Final = "done"
"""Key of the row that leads to the document."""
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
    """Return every record that can be shared, by place, and the row that ends choosing.

    With nothing to share, the way to write something.
    """
    _ = state.words
    groups: list[tuple[str, list[Record]]] = []
    for place, kinds in _PLACES:
        found = [record for kind in kinds for record in can_be_shared(state.records, kind)]
        shared = sum(record.shareable and not waits_for_a_yes(record) for record in found)
        counted = _("{n} of {all} shareable").format(n=shared, all=len(found))
        groups.append((f"{_(BY_ID[place].label)} · {counted}", found))
    rows = list(sections(groups))
    if not rows:
        return _nothing_written(state, width)
    done = Row(DONE, (Span(_("Done choosing"), bold=True), Span(" · " + _("on to the document"), "muted")))
    return [*rows, "", done]


def _nothing_written(state: AppState, width: int) -> list[Listed]:
    _ = state.words
    sentence = _("There is nothing to share yet. Press enter to write your first note on Today.")
    first, *rest = wrap(sentence, max(width, 20))
    return [Row(), Row(WRITE, (Span(first, "muted"),)), *(Row(left=(Span(line, "muted"),)) for line in rest)]


def choosing_row(draft: ExportDraft) -> RowOf:
    """Return the function that makes the row of one record: its tick, and why it is left out all the same."""

    def row(record: Record, state: AppState, width: int) -> Row:
        _ = state.words
        waits = waits_for_a_yes(record)
        kind = f"{capital(kind_name(record.kind, _))} · " if record.kind in _MIXED else ""
        right: Line = (Span(f"{kind}{day_short(record.date, _)}", "muted"),) if width >= _ROOMY else EMPTY
        reason = draft.reason(record.id) if record.shareable and draft.knows(record.id) else ""
        sign = Span("○ ", "muted")
        if record.shareable and not waits:
            sign = Span("– ", "muted") if reason else Span("✓ ", "good")
        if record.shareable and waits:
            right = (Span(shareable_word(record, _), "muted"),)
        elif reason:
            right = (Span(_(reason), "warning"),)
        return Row(record.id, (sign, Span(heading(record, state.records, _))), right)

    return row
