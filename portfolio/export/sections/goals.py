"""The sections on goals: those that ran, and the coming ones with a first step and a sign of success."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, facts, has_words, labelled, led
from portfolio.export.sections.reflection import as_item
from portfolio.journey.facts.goal_spans import state_since
from portfolio.present.titles import number
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.wording import N_
from portfolio.wording.names import choice_label, field_label
from portfolio.wording.outline import own_label
from portfolio.wording.quantities import with_unit

_ENDED = ("achieved", "dropped")
_SINCE: Final = {
    "achieved": N_("achieved on {day}"),
    "dropped": N_("dropped on {day}"),
    "paused": N_("paused since {day}"),
}
_ON_A_PAGE = 3


def my_goals(context: SectionContext) -> Section:
    """Each goal: what, why, status, what was done, what changed, the evidence and the next step."""
    return _section("goals", context, context.routes.goals)


def goals_as_plan(context: SectionContext) -> Section:
    """The current goals as a plan: why, what will be different, the next steps, the sign of success."""
    running = (goal for goal in context.routes.goals if goal.state not in _ENDED)
    return _section("goals", context, running, in_short=True)


def looking_ahead(context: SectionContext) -> Section:
    """The coming goals."""
    return _section("looking_ahead", context, context.routes.ahead)


def looking_ahead_in_short(context: SectionContext) -> Section:
    """At most three coming goals, ideas first: why, the next step and the sign of success."""
    ideas_first = sorted(context.routes.ahead, key=lambda goal: goal.state != "idea")
    return _section("looking_ahead", context, ideas_first[:_ON_A_PAGE], in_short=True)


def _section(key: str, context: SectionContext, goals: Iterable[Goal], *, in_short: bool = False) -> Section:
    blocks: list[Block] = []
    items: list[str] = []
    for goal in goals:
        points = [*_plan(context, goal, in_short=in_short)]
        if not in_short:
            points += [*_done(context, goal, items), *_changed(context, goal, items), *_evidence(context, goal)]
        points += _next(context, goal, items)
        blocks += [Heading(3, (one_line(goal.title),)), *facts(points)]
        items.append(goal.id)
    return Section(key, tuple(blocks), tuple(items))


def _plan(context: SectionContext, goal: Goal, *, in_short: bool) -> Iterator[tuple[Block, ...]]:
    """The plan of a goal and its status."""
    _ = context.words
    for field in ("why", "sign") if in_short else ("why", "different", "sign", "contributes_to"):
        text = getattr(goal, field)
        if has_words(text):
            yield labelled(_label(context, goal, field), text)
    if goal.forms and goal.state == "idea" and not in_short:
        forms = ", ".join(choice_label("forms", form, _).lower() for form in goal.forms)
        yield labelled(own_label("forms", _, kind="goal"), forms)
    yield labelled(field_label("state", _), _status(context, goal))


def _label(context: SectionContext, goal: Goal, field: str) -> str:
    """The label of a field of the plan; in the past tense once the goal has been achieved."""
    _ = context.words
    if goal.state == "achieved":
        past = {"different": _("What I do differently now"), "sign": _("How I knew it worked")}
        return past.get(field) or own_label(field, _, kind="goal")
    return own_label(field, _, kind="goal")


def _status(context: SectionContext, goal: Goal) -> str:
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


def _done(context: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """Steps taken and reflections on the goal, by date."""
    found: list[tuple[date, tuple[Block, ...]]] = []
    for step in context.shared.records.of(Step):
        if step.goal == goal.id and step.done_on:
            found.append((step.done_on, _step(context, step)))
            items.append(step.id)
    for reflection in context.routes.under_goal.get(goal.id, ()):
        found.append((reflection.date, as_item(context, reflection)))
        items.append(reflection.id)
    if found:
        inner = bullets(blocks for _day, blocks in sorted(found, key=lambda entry: entry[0]))
        label = context.words("What I did")
        yield (Paragraph((Strong(f"{label}:"),)), *inner)


def _step(context: SectionContext, step: Step) -> tuple[Block, ...]:
    text = one_line(step.text)
    done = context.day(step.done_on) if step.done_on else ""
    if has_words(step.result):
        return led((f"{done} · {text}: ",), step.result)
    return (Paragraph((f"{done} · {text}",)),)


def _changed(context: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """The readings of the goal's measures."""
    records = context.shared.records
    for measure in records.of(Measure):
        if measure.goal != goal.id:
            continue
        readings = [r for r in records.of(Reading) if r.measure == measure.id]
        items += [measure.id, *(r.id for r in readings)]
        yield labelled(context.words("What changed"), _measured(context, measure, readings))


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


def _evidence(context: SectionContext, goal: Goal) -> Iterator[tuple[Block, ...]]:
    refs = context.refs(e.id for e in context.shared.records.of(Evidence) if goal.id in e.goals)
    if refs:
        yield (Paragraph((Strong(f"{field_label('evidence', context.words)}:"), *refs)),)


def _next(context: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """The if-then plan and the open steps; the first step when there are no others.

    A dropped goal has none.
    """
    if goal.state == "dropped":
        return
    _ = context.words
    steps = [step for step in context.shared.records.of(Step) if step.goal == goal.id]
    if has_words(goal.if_then) and goal.state not in _ENDED:
        yield labelled(_("My plan"), goal.if_then)
    if has_words(goal.first_step) and not steps:
        yield labelled(field_label("first_step", _), goal.first_step)
    still = [step for step in steps if not step.done_on]
    items += [step.id for step in still]
    if len(still) == 1:
        yield led((Strong(_("Next step") + ":"), " "), one_line(still[0].text))
    elif still:
        inner = bullets((Paragraph((one_line(step.text),)),) for step in still)
        yield (Paragraph((Strong(_("Next steps") + ":"),)), *inner)
