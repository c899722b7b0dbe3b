"""Rows of the Goals place: active goals first, each with its steps and its due day. Never a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.present.groups import goal_groups
from portfolio.present.titles import heading
from portfolio.records.goals import Goal, Step
from portfolio.records.record import Record
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import privacy
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording.dates import day_short
from portfolio.wording.quantities import steps_done

_WITH_DAY: Final = 64
"""Cells from which a row shows the due day of its goal."""


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the goals by state."""
    return sections(goal_groups(showing.of(state.records.of(Goal), state.today), state.words))


def row_maker(state: AppState) -> RowOf:  # noqa: ARG001 - the list of skills needs it
    """Return the function that makes the rows of this list."""
    return row_of


def row_of(record: Record, state: AppState, width: int) -> Row:
    """Return the row of one goal: how many steps are done, and its due day."""
    _ = state.words
    steps = [s for s in state.records.of(Step) if s.goal == record.id]
    done = sum(s.done_on is not None for s in steps)
    right: Line = privacy(record, _)
    details = [steps_done(done, len(steps), _)] if steps else []
    due = getattr(record, "due", None)
    if due and width >= _WITH_DAY and getattr(record, "state", "") in ("active", "paused"):
        details.append(_("by {day}").format(day=day_short(due, _)))
    beside = f"{' · '.join(details)} · " if details else ""
    return Row(record.id, (Span(heading(record, state.records, _)),), (Span(beside, "muted"), *right))
