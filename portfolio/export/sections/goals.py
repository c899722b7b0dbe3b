"""The section on goals: a card for each, with its status, what was measured, a few moments, and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portfolio.export.document import Block, Bullets, Fact, Facts, Heading, Line, Paragraph
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, has_words, in_short
from portfolio.export.sections.reflection import done_and_learned
from portfolio.journey.facts.goal_spans import state_since
from portfolio.present.titles import number
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.wording import N_, Words
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.quantities import with_unit

_ENDED = ("achieved", "dropped")
_SINCE: Final = {
    "achieved": N_("achieved on {day}"),
    "dropped": N_("dropped on {day}"),
    "paused": N_("paused since {day}"),
}
_WANTED: Final = 3
"""Goals in the line at the top."""
_TITLE: Final = 10
"""Words of a goal in that line."""
_MOMENTS: Final = 4
"""Moments on a card, those that gave a result before the others."""
_WORDS: Final = 24
"""Words of a line on a card."""


def my_goals(context: SectionContext) -> Section:
    """A card for each goal, of many those that began last."""
    blocks: list[Block] = []
    items: list[str] = []
    for goal in context.newest("goals", context.routes.goals):
        facts = tuple(_card(context, goal, items))
        blocks += [Heading(3, (one_line(goal.title),)), Facts(facts)]
        items.append(goal.id)
    return Section("goals", tuple(blocks), tuple(items))


def wanted_to_learn(context: SectionContext) -> tuple[str, tuple[str, ...]]:
    """What the period was about, in one line with the ids of its goals: those that began last, and which ended how."""
    _, until = context.words, context.shared.period.until
    begun = (g for g in context.shared.records.of(Goal) if g.state != "idea" and not (g.start and g.start > until))
    found = [*context.newest("goals", [*begun])][-_WANTED:] if "goals" not in context.left_out else []
    named = " · ".join(_named(goal, _) for goal in found)
    said = _("What I wanted to learn: {goals}").format(goals=named) if named else ""
    return said, tuple(goal.id for goal in found)


def _named(goal: Goal, _: Words) -> str:
    title = in_short(goal.title, _TITLE)
    return f"{title} ({choice_label('state', goal.state, _, kind='goal')})" if goal.state in _ENDED else title


def _card(context: SectionContext, goal: Goal, items: list[str]) -> Iterator[Fact]:
    """The lines of a card."""
    _ = context.words
    yield _fact(field_label("state", _), (status(context, goal),))
    if has_words(goal.why):
        yield _fact(field_label("why", _), (in_short(goal.why, _WORDS),))
    records = context.shared.records
    for measure in records.of(Measure):
        if measure.goal == goal.id:
            readings = [r for r in records.of(Reading) if r.measure == measure.id]
            items += [measure.id, *(r.id for r in readings)]
            yield _fact(_("What changed"), (_measured(context, measure, readings),))
    moments = _moments(context, goal, items)
    if moments:
        yield Fact(_("What I did"), (Bullets(tuple((Paragraph((words,)),) for words in moments)),))
    refs = context.refs(e.id for e in records.of(Evidence) if goal.id in e.goals)
    if refs:
        yield _fact(field_label("evidence", _), refs[1:])
    following = next_step(context, goal, items)
    if following:
        yield _fact(_("Next step"), (following,))


def _fact(label: str, line: Line) -> Fact:
    return Fact(label, (Paragraph(line),))


def status(context: SectionContext, goal: Goal) -> str:
    """The state with its day if known, the first day, and the review date."""
    _ = context.words
    parts = [choice_label("state", goal.state, _, kind="goal")]
    on, to_come = state_since(goal), goal.start is not None and goal.start > context.shared.period.until
    if on is not None and goal.state in _SINCE:
        parts[0] = _(_SINCE[goal.state]).format(day=context.day(on))
    elif to_come and goal.state == "active":
        parts[0] = _("planned")
    if goal.start:
        began = _("starts on {day}") if to_come else _("started on {day}")
        parts.append(began.format(day=context.day(goal.start)))
    if goal.due and goal.state not in _ENDED:
        parts.append(_("review date {day}").format(day=context.day(goal.due)))
    return ", ".join(parts)


def _moments(context: SectionContext, goal: Goal, items: list[str]) -> list[str]:
    """The steps taken and the reflections, by date: those with a result before the others, of these the last."""
    steps = (
        (has_words(step.result), step.done_on, step.id, _step(step))
        for step in context.shared.records.of(Step)
        if step.goal == goal.id and step.done_on
    )
    under = context.routes.under_goal.get(goal.id, ())
    reflections = ((True, r.date, r.id, done_and_learned(r, _WORDS)) for r in under)
    kept = sorted(sorted((*steps, *reflections))[-_MOMENTS:], key=lambda moment: moment[1:])
    items += [identity for _result, _day, identity, _words in kept]
    return [f"{context.day(day)} · {words}" for _result, day, _id, words in kept if words]


def _step(step: Step) -> str:
    text = in_short(step.text, _WORDS)
    return f"{text.rstrip('.')}: {in_short(step.result, _WORDS)}" if has_words(step.result) else text


def _measured(context: SectionContext, measure: Measure, readings: list[Reading]) -> str:
    _ = context.words
    unit = one_line(measure.unit) if measure.unit else ""
    unit_of_last = "" if measure.target is not None else unit

    def said(reading: Reading, unit: str = "") -> str:
        return f"{with_unit(number(reading.value, _), unit, one=reading.value == 1)} ({context.day(reading.date)})"

    parts = []
    if measure.start is not None and not (readings and readings[0].value == measure.start):
        first = with_unit(number(measure.start, _), "" if readings else unit_of_last, one=measure.start == 1)
        parts.append(_("at the start {value}").format(value=first))
    if len(readings) > 1:
        ends = {"first": said(readings[0]), "last": said(readings[-1], unit_of_last)}
        parts.append(_.context("measure", "from {first} to {last}").format(**ends))
    elif readings:
        parts.append(said(readings[0], unit_of_last))
    if measure.target is not None:
        wanted = with_unit(number(measure.target, _), unit, one=measure.target == 1)
        parts.append(_("target {value}").format(value=wanted))
    name = one_line(measure.name)
    return f"{name}: {'; '.join(parts)}" if parts else name


def next_step(context: SectionContext, goal: Goal, items: list[str]) -> str:
    """The first open step, else the first step of the plan; nothing for a goal that ended."""
    if goal.state in _ENDED:
        return ""
    steps = [step for step in context.shared.records.of(Step) if step.goal == goal.id and not step.done_on]
    items += [step.id for step in steps[:1]]
    return in_short(steps[0].text if steps else goal.first_step or goal.if_then or "", _WORDS)
