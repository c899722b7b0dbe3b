"""The section on what the user wants to learn next: a row for each goal, at most three."""

from __future__ import annotations

from typing import Final

from portfolio.export.document import Block, Line, Paragraph, Table, without_empty_columns
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, in_short
from portfolio.export.sections.glance import chosen_goals, first_chosen
from portfolio.records.goals import Goal, Step
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label

_WORDS: Final = 12
"""Words of a cell: a few lines of the narrow column."""


def wanted_next(context: SectionContext) -> Section:
    """The goals that the user chose, then ideas, coming goals, and those that go on."""
    goals = context.first("looking_ahead", _goals(context))
    own = [line.words for line in first_chosen(context, "work_on") if not line.id]
    blocks: list[Block] = [Paragraph((words,)) for words in own]
    items: list[str] = [goal.id for goal in goals]
    if goals:
        _ = context.words
        header = (field_label("goal", _), own_label("sign", _, kind="goal"), _("First step"), _("Review date"))
        rows = tuple(_row(context, goal, items) for goal in goals)
        blocks.append(without_empty_columns(Table(tuple((words,) for words in header), rows)))
    return Section("looking_ahead", tuple(blocks), tuple(items))


def _goals(context: SectionContext) -> list[Goal]:
    ahead = sorted(context.routes.ahead, key=lambda goal: goal.state != "idea")
    going = [g for g in context.routes.goals if g.state == "active"] if "goals" not in context.left_out else []
    return list({goal.id: goal for goal in (*chosen_goals(context), *ahead, *going)}.values())


def _row(context: SectionContext, goal: Goal, items: list[str]) -> tuple[Line, ...]:
    """The goal with its state, the sign of success, the first open step, and the review date."""
    to_come = goal.state == "active" and goal.start is not None and goal.start > context.shared.period.until
    planned = context.words("planned")
    state = planned if to_come else choice_label("state", goal.state, context.words, kind="goal")
    steps = [step for step in context.shared.records.of(Step) if step.goal == goal.id and not step.done_on]
    items += [step.id for step in steps[:1]]
    first = steps[0].text if steps else goal.first_step or ""
    return (
        (f"{one_line(goal.title)} ({state})",),
        (in_short(goal.sign or "", _WORDS),),
        (in_short(first, _WORDS),),
        (context.day(goal.due) if goal.due else "",),
    )
