"""What is shown beside the list of Today on a very wide terminal: for every row a record that goes with it."""

from __future__ import annotations

from portfolio.records.record import Record
from portfolio.tui.render.record import reading
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.today.day import PLAN
from portfolio.tui.today.rows import plan_of


def beside(key: str, state: AppState, width: int) -> list[Line]:
    """Return the record of a row, or of its plan; for a row without one, what was written last, under a heading."""
    record = record_of(key, state)
    if record is not None:
        return reading(record, state, width)
    last = last_written(state)
    if last is None:
        return [EMPTY]
    return [(Span(state.words("Last written"), "muted"),), EMPTY, *reading(last, state, width)]


def record_of(key: str, state: AppState) -> Record | None:
    """Return the record that a row shows or quotes; None for a row that starts something."""
    plan = plan_of(state) if key == PLAN else None
    return state.records.get(plan.source if plan is not None else key)


def last_written(state: AppState) -> Record | None:
    """Return the newest reflection; None when there is none yet."""
    return max(state.recent, key=lambda each: (each.date, each.id), default=None)
