"""Rows of the Goals place: active goals first, each with its steps and its due day. Never a percentage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from portfolio.present.groups import goal_groups
from portfolio.present.titles import heading
from portfolio.records.goals import Goal, Step
from portfolio.records.record import Record
from portfolio.text import pad_left
from portfolio.tui.render.columns import GAP, DayColumn, that_fits, widest
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.privacy import beside
from portfolio.tui.render.record_rows import Listed, RowOf, sections
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.rows import Row

_RUNS: Final = frozenset({"active", "paused"})


def listed(state: AppState, showing: ListFilter) -> Iterator[Listed]:
    """Yield the goals by state."""
    return sections(goal_groups(showing.of(state.records.of(Goal), state.today), state.words))


def row_maker(state: AppState, listed: Sequence[Listed]) -> RowOf:
    """Return the function that makes the rows of this list."""
    return GoalRow(state, [each for each in listed if isinstance(each, Goal)])


class GoalRow:
    """Makes the rows: how many steps are done, and the due day of a goal that runs."""

    def __init__(self, state: AppState, goals: Sequence[Goal]) -> None:
        """Measure the columns of these goals."""
        self._steps: dict[str, str] = {}
        counted: dict[str, tuple[int, int]] = {}
        for step in state.records.of(Step):
            done, all_ = counted.get(step.goal, (0, 0))
            counted[step.goal] = done + (step.done_on is not None), all_ + 1
        self._steps = {goal.id: "/".join(map(str, counted[goal.id])) for goal in goals if goal.id in counted}
        self._wide = widest(self._steps.values())
        self._days = DayColumn((g.due for g in goals if g.state in _RUNS), state.today, state.words)

    def __call__(self, record: Record, state: AppState, width: int) -> Row:
        """Return the row of one goal."""
        assert isinstance(record, Goal)  # noqa: S101 - this place lists nothing else
        _ = state.words
        steps = Span(pad_left(self._steps.get(record.id, ""), self._wide), "muted")
        due = record.due if record.state in _RUNS else None
        past = due is not None and due < state.today
        day = Span(" " * GAP + self._days.of(due).removesuffix(" " * GAP), "warning" if past else "muted")
        columns: Line = (*((steps,) if self._wide else EMPTY), *((day,) if self._days.width else EMPTY))
        options = [beside(record, _, columns[:n]) for n in range(len(columns), -1, -1)]  # the day makes room first
        right = that_fits(options, width)
        return Row(record.id, (Span(heading(record, state.records, _)),), right)
