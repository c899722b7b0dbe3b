"""The section on the learning journey: the picture, and the same moments as a list."""

from __future__ import annotations

import re
from typing import Final

from portfolio.export.document import Block, Line, Paragraph
from portfolio.export.persons import with_whom
from portfolio.export.pictures import lanes_picture
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, brief, bullets
from portfolio.journey.facts.moments import Moment
from portfolio.journey.views.lanes import lanes
from portfolio.journey.views.timeline import timeline
from portfolio.records.equivalence import caseless
from portfolio.records.evidence import Evidence
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.wording import N_
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label

_KEPT = 15
"""The most moments that readers still read; above it, levels given by others are dropped first."""
_LEAST: tuple[str, ...] = ("level_other", "level_first", "shared_knowledge", "goal_started")
_RESTATED: tuple[str, ...] = ("goal_reached", "certificate", "level_up", "level_down", "level_changed", "level_first")
_OF_GOALS: Final[dict[str, str]] = {
    "goal_started": N_("Goal started: {goal}"),
    "goal_paused": N_("Goal paused: {goal}"),
    "goal_resumed": N_("Goal taken up again: {goal}"),
    "goal_reached": N_("Goal achieved: {goal}"),
    "goal_dropped": N_("Goal dropped: {goal}"),
}
_LONG = 5


def my_journey(context: SectionContext) -> Section:
    """Milestones, levels, certificates, stories and conversations, and goals as they began and ended."""
    records, period, today = context.records_to_draw(), context.shared.period, context.today
    moments = [moment for month in timeline(records, period, today).months for moment in month.moments]
    if not moments:
        return Section("journey")
    picture = lanes_picture(lanes(records, period, today), context.words)
    blocks: list[Block] = [Paragraph((picture.sentence,))] if picture.sentence else []
    blocks += picture.blocks
    lines = [(moment, _also(moment, moments)) for moment in _most_relevant(moments)]
    blocks += bullets((Paragraph(_line(context, moment, also)),) for moment, also in lines)
    return Section("journey", tuple(blocks), tuple(moment.id for moment in moments))


def _most_relevant(moments: list[Moment]) -> list[Moment]:
    restated = {id(also) for moment in moments for also in _also(moment, moments)}
    kept = [moment for moment in moments if id(moment) not in restated]
    for kind in _LEAST:
        if len(kept) > _KEPT:
            kept = [moment for moment in kept if moment.kind != kind]
    return kept


def _also(moment: Moment, moments: list[Moment]) -> list[Moment]:
    """Other moments that a milestone repeats: a goal, level or certificate of that day with a word in common."""
    if moment.kind != "milestone":
        return []
    return [m for m in moments if m.date == moment.date and m.kind in _RESTATED and _key(m.text) & _key(moment.text)]


def _key(text: str) -> set[str]:
    """The long words of a text, which roughly carry its meaning."""
    return {word for word in re.findall(r"\w+", caseless(text)) if len(word) >= _LONG}


def _line(context: SectionContext, moment: Moment, also: list[Moment]) -> Line:
    records = (context.shared.records.get(each.id) for each in (moment, *also))
    evidence = [identity for record in records for identity in _evidence(record)]
    return (f"{context.day(moment.date)} · {_words(context, moment)}", *context.refs(evidence))


def _words(context: SectionContext, moment: Moment) -> str:
    _ = context.words
    text = brief(moment.text)
    if moment.kind in _OF_GOALS:
        return _(_OF_GOALS[moment.kind]).format(goal=text)
    match moment.kind:
        case "story":
            return _("Success story: {title}").format(title=text)
        case "certificate":
            named = caseless(_("Certificate")) in caseless(text)
            return text if named else _("Certificate: {title}").format(title=text)
        case "shared_knowledge":
            return _("Knowledge shared: {title}").format(title=text)
        case "conversation":
            who = context.who(moment.who.id) if moment.who else ""
            sort = capital(choice_label("sort", moment.sort, _, kind="conversation"))
            return (
                _("{conversation} with {person}").format(conversation=sort, person=with_whom(who, _)) if who else sort
            )
        case "milestone":
            return _("Milestone: {text}").format(text=one_line(moment.text))  # it is in no other section
        case _other:
            return _level(context, moment, text)


def _level(context: SectionContext, moment: Moment, skill: str) -> str:
    _ = context.words
    now = level_label(moment.level, _, moment.scale)
    if moment.kind == "level_other":
        who = context.who(moment.who.id) if moment.who else ""
        return _("{skill}: {level} according to {person}").format(skill=skill, level=now, person=who)
    if moment.before is None:
        return _("{skill}: {level} at the start").format(skill=skill, level=now)
    before = level_label(moment.before, _, moment.scale)
    return _("{skill}: from {first} to {now}").format(skill=skill, first=before, now=now)


def _evidence(record: Record | None) -> tuple[str, ...]:
    """The evidence of a moment, except that of levels: "Where I stand" has those."""
    if isinstance(record, Evidence):
        return (record.id,)
    return record.evidence if isinstance(record, Reflection) else ()
