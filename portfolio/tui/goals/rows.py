"""The list of goals: those that run first, each with its steps and the day to check. Never a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
from portfolio.wording.names import capital, choice_label

_STATES: Final = ("active", "paused", "idea", "achieved", "dropped")
_WITH_DAY: Final = 64
"""From so many cells on a row says when the goal will be checked."""


def listed(look: AppState, showing: ListFilter) -> Iterator[Listed]:
    """The goals to show, under their states."""
    found = showing.of(look.records.of(Goal), look.today)
    _ = look.words
    return sections(
        (capital(choice_label("state", state, _, "goal")), [goal for goal in found if goal.state == state])
        for state in _STATES
    )


def row_maker(look: AppState) -> RowOf:  # noqa: ARG001 - the list of skills works out their courses
    """How a record of this list is shown."""
    return row_of


def row_of(record: Record, look: AppState, width: int) -> Row:
    """One goal: how many steps are done, and when someone will check."""
    _ = look.words
    steps = [s for s in look.records.of(Step) if s.goal == record.id]
    done = sum(s.done_on is not None for s in steps)
    right: Line = privacy(record, _)
    details = [_("{n} of {all} steps").format(n=done, all=len(steps))] if steps else []
    due = getattr(record, "due", None)
    if due and width >= _WITH_DAY and getattr(record, "state", "") in ("active", "paused"):
        details.append(_("by {day}").format(day=day_short(due, _)))
    beside = f"{' · '.join(details)} · " if details else ""
    return Row(record.id, (Span(heading(record, look.records, _)),), (Span(beside, "muted"), *right))
