"""The sections of a development plan: a row for each goal, and room for the manager and both signatures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from portfolio.export.document import (
    Block,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Signatures,
    Table,
    without_empty_columns,
)
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, in_short
from portfolio.export.sections.goals import next_step, status
from portfolio.export.sections.questions import LINE
from portfolio.records.goals import Goal
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label

_ENDED: Final = ("achieved", "dropped")
_WORDS: Final = 18
"""Words of a cell: a few lines of a narrow column."""
_VIEW: Final = 6
"""Lines to write on for the manager."""
_ROOM: Final = "…………"
"""Room to fill in what only both together can say: who helps, and what it takes."""


def goals_as_plan(context: SectionContext) -> Section:
    """The goals that go on."""
    return _plan("goals", context, (goal for goal in context.routes.goals if goal.state not in _ENDED))


def coming_as_plan(context: SectionContext) -> Section:
    """The coming goals, ideas first."""
    return _plan("looking_ahead", context, sorted(context.routes.ahead, key=lambda goal: goal.state != "idea"))


def _plan(key: str, context: SectionContext, goals: Iterable[Goal]) -> Section:
    _ = context.words
    items: list[str] = []
    rows = []
    for goal in goals:
        rows.append(_row(context, goal, items))
        items.append(goal.id)
    if not rows:
        return Section(key)
    header = (
        _("Goal, and why"),
        _("What I do"),
        _("Who helps; time and money"),
        own_label("sign", _, kind="goal"),
        field_label("state", _),
    )
    table = without_empty_columns(Table(tuple((words,) for words in header), tuple(rows)))
    return Section(key, (table,), tuple(items))


def _row(context: SectionContext, goal: Goal, items: list[str]) -> tuple[Line, ...]:
    """The goal with its reasons, the next step with the way of learning, and how and when it is looked at."""
    _ = context.words
    why = [in_short(text, _WORDS) for text in (goal.why or "", goal.contributes_to or "") if text.strip()]
    forms = ", ".join(choice_label("forms", form, _).lower() for form in goal.forms)
    does = next_step(context, goal, items)
    activity = f"{does.rstrip('.')}; {forms}" if does and forms else does or forms
    return (
        (". ".join(part.rstrip(".") for part in (one_line(goal.title), *why)) + ".",),
        (activity,),
        (_ROOM,),
        (in_short(goal.sign or "", _WORDS),),
        (status(context, goal),),
    )


def for_both(context: SectionContext) -> tuple[Block, ...]:
    """Room for what the manager says, the day of the next evaluation, and two signatures."""
    _ = context.words
    lines = tuple(Paragraph((LINE,)) for _n in range(_VIEW))
    rows = (
        Fact(_("What the manager says about it"), lines),
        Fact(_("Next evaluation on"), (Paragraph((_ROOM,)),)),
    )
    names = Signatures((_("Employee, for agreement: date and signature"), _("Manager, seen: date and signature")))
    return (Heading(2, (_("To agree on together"),)), Facts(rows), names)
