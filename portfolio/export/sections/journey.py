"""The section on the learning journey: one line with the few moments that tell the period."""

from __future__ import annotations

from typing import Final

from portfolio.export.document import YearLine, YearMoment
from portfolio.export.pictures import lanes_picture
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, brief
from portfolio.journey.facts.moments import Moment
from portfolio.journey.facts.year import moments_to_tell
from portfolio.journey.views.lanes import lanes
from portfolio.journey.views.timeline import timeline
from portfolio.records.evidence import Evidence
from portfolio.records.reflections import Reflection
from portfolio.wording import N_
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label

_WORDS: Final = 7
"""Words of a moment: two lines beside the others on the line."""
_FEWEST: Final = 3
"""Fewer moments than this make no line, when the page names them elsewhere."""
_ELSEWHERE: Final = frozenset({"goal_started", "goal_reached", "level_first", "level_up", "level_other"})
_REFS: Final = 1
"""References beside a moment."""
_OF_GOALS: Final[dict[str, str]] = {
    "goal_started": N_("Start: {goal}"),
    "goal_reached": N_("Achieved: {goal}"),
}


def my_journey(context: SectionContext) -> Section:
    """The moments of the period on a line, at most seven."""
    period, today = context.shared.period, context.today
    months = timeline(context.records_to_draw(), period, today).months
    found = moments_to_tell([moment for month in months for moment in month.moments], period)
    if not found or (len(found) < _FEWEST and all(moment.kind in _ELSEWHERE for moment in found)):
        return Section("journey")
    since = max(period.since, found[0].date.replace(day=1))
    until = max(min(period.until, today), found[-1].date)
    moments = tuple(YearMoment(each.date, _label(context, each), _refs(context, each)) for each in found)
    return Section("journey", (YearLine(since, until, moments),), tuple(moment.id for moment in found))


def the_whole_journey(context: SectionContext) -> Section:
    """The picture of all goals, levels and moments, where it was asked for."""
    if not context.pictures:
        return Section("journey")
    picture = lanes_picture(lanes(context.records_to_draw(), context.shared.period, context.today), context.words)
    return Section("journey", picture.blocks, title=context.words("My journey as a picture"))


def _label(context: SectionContext, moment: Moment) -> str:
    _ = context.words
    text = brief(moment.text, _WORDS)
    if moment.kind in _OF_GOALS:
        return _(_OF_GOALS[moment.kind]).format(goal=text)
    if moment.kind == "conversation":
        return capital(choice_label("sort", moment.sort, _, kind="conversation"))
    if moment.level is not None:
        return f"{one_line(text)}: {level_label(moment.level, _, moment.scale)}"
    return text


def _refs(context: SectionContext, moment: Moment) -> tuple[int, ...]:
    """The evidence of a moment, except that of levels: "Where I stand" has those."""
    record = context.shared.records.get(moment.id)
    if isinstance(record, Evidence):
        return context.numbers((record.id,))
    return context.numbers(record.evidence)[:_REFS] if isinstance(record, Reflection) else ()
