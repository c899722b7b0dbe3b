"""My learning journey: the picture, and the same moments as a list."""

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
"""A list of more moments is no longer read; then the levels that others gave go first."""
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


def my_journey(telling: SectionContext) -> Section:
    """Milestones, levels, certificates, stories and conversations, and goals as they began and ended."""
    records, period, today = telling.records_to_draw(), telling.shared.period, telling.today
    moments = [moment for month in timeline(records, period, today).months for moment in month.moments]
    if not moments:
        return Section("journey")
    picture = lanes_picture(lanes(records, period, today), telling.words)
    blocks: list[Block] = [Paragraph((picture.sentence,))] if picture.sentence else []
    blocks += picture.blocks
    lines = [(moment, _also(moment, moments)) for moment in _most_telling(moments)]
    blocks += bullets((Paragraph(_line(telling, moment, also)),) for moment, also in lines)
    return Section("journey", tuple(blocks), tuple(moment.id for moment in moments))


def _most_telling(moments: list[Moment]) -> list[Moment]:
    restated = {id(also) for moment in moments for also in _also(moment, moments)}
    kept = [moment for moment in moments if id(moment) not in restated]
    for kind in _LEAST:
        if len(kept) > _KEPT:
            kept = [moment for moment in kept if moment.kind != kind]
    return kept


def _also(moment: Moment, moments: list[Moment]) -> list[Moment]:
    """What a milestone says as well: a goal, a level or a certificate of that day that shares a word with it."""
    if moment.kind != "milestone":
        return []
    return [m for m in moments if m.date == moment.date and m.kind in _RESTATED and _key(m.text) & _key(moment.text)]


def _key(text: str) -> set[str]:
    """The words that carry the meaning, roughly: the longer ones."""
    return {word for word in re.findall(r"\w+", caseless(text)) if len(word) >= _LONG}


def _line(telling: SectionContext, moment: Moment, also: list[Moment]) -> Line:
    records = (telling.shared.records.get(each.id) for each in (moment, *also))
    evidence = [identity for record in records for identity in _evidence(record)]
    return (f"{telling.day(moment.date)} · {_words(telling, moment)}", *telling.refs(evidence))


def _words(telling: SectionContext, moment: Moment) -> str:
    _ = telling.words
    text = brief(moment.text)
    if moment.kind in _OF_GOALS:
        return _(_OF_GOALS[moment.kind]).format(goal=text)
    match moment.kind:
        case "story":
            return _("Success story: {title}").format(title=text)
        case "certificate":
            says_so = caseless(_("Certificate")) in caseless(text)
            return text if says_so else _("Certificate: {title}").format(title=text)
        case "shared_knowledge":
            return _("Knowledge shared: {title}").format(title=text)
        case "conversation":
            who = telling.who(moment.who.id) if moment.who else ""
            sort = capital(choice_label("sort", moment.sort, _, kind="conversation"))
            return (
                _("{conversation} with {person}").format(conversation=sort, person=with_whom(who, _)) if who else sort
            )
        case "milestone":
            return _("Milestone: {text}").format(text=one_line(moment.text))  # it stands nowhere else
        case _other:
            return _level(telling, moment, text)


def _level(telling: SectionContext, moment: Moment, skill: str) -> str:
    _ = telling.words
    now = level_label(moment.level, _, moment.scale)
    if moment.kind == "level_other":
        who = telling.who(moment.who.id) if moment.who else ""
        return _("{skill}: {level} according to {person}").format(skill=skill, level=now, person=who)
    if moment.before is None:
        return _("{skill}: {level} at the start").format(skill=skill, level=now)
    before = level_label(moment.before, _, moment.scale)
    return _("{skill}: from {first} to {now}").format(skill=skill, first=before, now=now)


def _evidence(record: Record | None) -> tuple[str, ...]:
    """The evidence that a record is or names, apart from that of levels: those stand where I stand."""
    if isinstance(record, Evidence):
        return (record.id,)
    return record.evidence if isinstance(record, Reflection) else ()
