"""My learning goals, looking back; and the goals to come, with a first step and a sign that it worked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, has_words, labelled, led
from portfolio.export.sections.reflection import told
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


def my_goals(telling: SectionContext) -> Section:
    """Per goal what, why, how it stands, what I did, what changed, the evidence and the next step."""
    return _section("goals", telling, telling.routes.goals)


def goals_as_plan(telling: SectionContext) -> Section:
    """The goals that run, as a plan: why, what will be different, the next steps, how one will know."""
    running = (goal for goal in telling.routes.goals if goal.state not in _ENDED)
    return _section("goals", telling, running, in_short=True)


def looking_ahead(telling: SectionContext) -> Section:
    """The goals to come."""
    return _section("looking_ahead", telling, telling.routes.ahead)


def looking_ahead_in_short(telling: SectionContext) -> Section:
    """Three goals at most, ideas first: why, the next step and how we will notice."""
    ideas_first = sorted(telling.routes.ahead, key=lambda goal: goal.state != "idea")
    return _section("looking_ahead", telling, ideas_first[:_ON_A_PAGE], in_short=True)


def _section(key: str, telling: SectionContext, goals: Iterable[Goal], *, in_short: bool = False) -> Section:
    blocks: list[Block] = []
    items: list[str] = []
    for goal in goals:
        points = [*_plan(telling, goal, in_short=in_short)]
        if not in_short:
            points += [*_done(telling, goal, items), *_changed(telling, goal, items), *_evidence(telling, goal)]
        points += _next(telling, goal, items)
        blocks += [Heading(3, (one_line(goal.title),)), *bullets(points)]
        items.append(goal.id)
    return Section(key, tuple(blocks), tuple(items))


def _plan(telling: SectionContext, goal: Goal, *, in_short: bool) -> Iterator[tuple[Block, ...]]:
    """What someone set out to do, and how it stands."""
    _ = telling.words
    for field in ("why", "sign") if in_short else ("why", "different", "sign", "contributes_to"):
        text = getattr(goal, field)
        if has_words(text):
            yield labelled(_label(telling, goal, field), text)
    if goal.forms and goal.state == "idea" and not in_short:
        forms = ", ".join(choice_label("forms", form, _).lower() for form in goal.forms)
        yield labelled(field_label("forms", _), forms)
    yield labelled(field_label("state", _), _status(telling, goal))


def _label(telling: SectionContext, goal: Goal, field: str) -> str:
    """What stands before a plan, or before the same words once the goal has been achieved."""
    _ = telling.words
    if goal.state == "achieved":
        past = {"different": _("What I do differently now"), "sign": _("How I could tell")}
        return past.get(field) or own_label(field, _, kind="goal")
    return own_label(field, _, kind="goal")


def _status(telling: SectionContext, goal: Goal) -> str:
    """The state with its day, as far as that is known, the first day, and the day to look at it again."""
    _ = telling.words
    parts = [choice_label("state", goal.state, _, kind="goal")]
    on, to_come = state_since(goal), goal.start is not None and goal.start > telling.shared.period.until
    if on is not None and goal.state in _SINCE:
        parts[0] = _(_SINCE[goal.state]).format(day=telling.day(on))
    elif to_come and goal.state == "active":
        parts[0] = _("planned")
    if goal.start:
        began = _("starts on {day}") if to_come else _("started on {day}")
        parts.append(began.format(day=telling.day(goal.start)))
    if goal.due and goal.state not in _ENDED:
        parts.append(_("check date {day}").format(day=telling.day(goal.due)))
    return ", ".join(parts)


def _done(telling: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """Steps taken and what was written down about the goal, in the order of their days."""
    found: list[tuple[date, tuple[Block, ...]]] = []
    for step in telling.shared.records.of(Step):
        if step.goal == goal.id and step.done_on:
            found.append((step.done_on, _step(telling, step)))
            items.append(step.id)
    for reflection in telling.routes.under_goal.get(goal.id, ()):
        found.append((reflection.date, told(telling, reflection)))
        items.append(reflection.id)
    if found:
        inner = bullets(blocks for _day, blocks in sorted(found, key=lambda entry: entry[0]))
        label = telling.words("What I did")
        yield (Paragraph((Strong(f"{label}:"),)), *inner)


def _step(telling: SectionContext, step: Step) -> tuple[Block, ...]:
    text = one_line(step.text)
    done = telling.day(step.done_on) if step.done_on else ""
    if has_words(step.result):
        return led((f"{done} · {text}: ",), step.result)
    return (Paragraph((f"{done} · {text}",)),)


def _changed(telling: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """What the measures of the goal said, reading by reading."""
    records = telling.shared.records
    for measure in records.of(Measure):
        if measure.goal != goal.id:
            continue
        readings = [r for r in records.of(Reading) if r.measure == measure.id]
        items += [measure.id, *(r.id for r in readings)]
        yield labelled(telling.words("What changed"), _measured(telling, measure, readings))


def _measured(telling: SectionContext, measure: Measure, readings: list[Reading]) -> str:
    _ = telling.words
    unit = one_line(measure.unit) if measure.unit else ""
    parts = [f"{telling.day(r.date)}: {number(r.value, _)}" for r in readings]
    if measure.start is not None and not (readings and readings[0].value == measure.start):
        parts.insert(0, _("at the start {value}").format(value=number(measure.start, _)))
    if measure.target is not None:
        wanted = with_unit(number(measure.target, _), unit, one=measure.target == 1)
        parts.append(_("target {value}").format(value=wanted))
    elif readings:
        last = readings[-1]
        parts[-1] = f"{telling.day(last.date)}: {with_unit(number(last.value, _), unit, one=last.value == 1)}"
    elif measure.start is not None:
        first = with_unit(number(measure.start, _), unit, one=measure.start == 1)
        parts[-1] = _("at the start {value}").format(value=first)
    name = one_line(measure.name)
    return f"{name} – {'; '.join(parts)}" if parts else name


def _evidence(telling: SectionContext, goal: Goal) -> Iterator[tuple[Block, ...]]:
    refs = telling.refs(e.id for e in telling.shared.records.of(Evidence) if goal.id in e.goals)
    if refs:
        yield (Paragraph((Strong(f"{field_label('evidence', telling.words)}:"), *refs)),)


def _next(telling: SectionContext, goal: Goal, items: list[str]) -> Iterator[tuple[Block, ...]]:
    """The plan for when it gets hard, and the steps that are open; the first step as long as there are no others.

    A goal that was dropped has none.
    """
    if goal.state == "dropped":
        return
    _ = telling.words
    steps = [step for step in telling.shared.records.of(Step) if step.goal == goal.id]
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
