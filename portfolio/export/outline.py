"""The documents: which sections they have, in which order, and the last line that every one of them ends with.

`portfolio` is the whole of it; `page` says the same on one page, `pdp` looks ahead and `evc` lists evidence. None
knows how much there is beside what may be told, so none can say how much was left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from portfolio.export.document import Block, Document, Heading, Paragraph
from portfolio.export.options import IN_A_LIST, IN_A_PLAN, ON_A_PAGE, ON_REQUEST, SECTIONS, Options, sections_shown
from portfolio.export.routes import routes
from portfolio.export.sections import appendices, others, reflection
from portfolio.export.sections.front import front
from portfolio.export.sections.glance import at_a_glance
from portfolio.export.sections.goals import goals_as_plan, looking_ahead, looking_ahead_in_short, my_goals
from portfolio.export.sections.journey import my_journey
from portfolio.export.sections.standing import where_i_stand, where_i_stand_in_short
from portfolio.export.telling import Section, Telling
from portfolio.journey.sharing import Shared
from portfolio.wording import Words
from portfolio.wording.outline import closing_line, heading, no_certificate

Teller = Callable[[Telling], Section]

_TELLERS: Final[Mapping[str, Teller]] = {
    "at_a_glance": at_a_glance,
    "where_i_stand": where_i_stand,
    "goals": my_goals,
    "journey": my_journey,
    "stories": reflection.results_and_stories,
    "feedback": others.feedback_received,
    "setbacks": reflection.setbacks,
    "shared_knowledge": reflection.shared_knowledge,
    "strengths": others.strengths_and_motivation,
    "looking_ahead": looking_ahead,
    "needs": others.what_i_need,
    "agreements": others.agreements,
    "discuss": reflection.points_to_discuss,
    "evidence": appendices.evidence_list,
    "activities": appendices.activities,
}
_IN_SHORT: Final[Mapping[str, Teller]] = {
    **_TELLERS,
    "where_i_stand": where_i_stand_in_short,
    "looking_ahead": looking_ahead_in_short,
}
_AS_PLAN: Final[Mapping[str, Teller]] = {
    **_TELLERS,
    "where_i_stand": where_i_stand_in_short,
    "goals": goals_as_plan,
}
_AS_LIST: Final[Mapping[str, Teller]] = {**_TELLERS, "evidence": appendices.evidence_with_places}
_NO_OPTIONS: Final = Options()


def portfolio(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The development portfolio. UsageError for a section that does not exist."""
    return _document(shared, today, _, options, frozenset(SECTIONS) - ON_REQUEST, _TELLERS)


def page(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The one-page version: where I stand, what comes next, what I need and what to talk about."""
    return _document(shared, today, _, options, ON_A_PAGE, _IN_SHORT)


def pdp(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The personal development plan (in Dutch: POP): goals that run and that come, and what they ask of both sides."""
    return _document(shared, today, _, options, IN_A_PLAN, _AS_PLAN, "pdp")


def evc(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The list of evidence for the recognition of prior learning; it says that it certifies nothing."""
    made = _document(shared, today, _, options, IN_A_LIST, _AS_LIST, "evc")
    return replace(made, blocks=(*made.blocks[:-1], Paragraph((no_certificate(_),)), made.blocks[-1]))


def _document(
    shared: Shared,
    today: date,
    _: Words,
    options: Options,
    usual: Collection[str],
    tellers: Mapping[str, Teller],
    sort: str = "portfolio",
) -> Document:
    shown = sections_shown(usual, options)
    telling = Telling(shared, today, _, shown, frozenset(options.no_section), routes(shared, shown), sort)
    sections = [front(telling), *(tellers[key](telling) for key in SECTIONS if key in shown)]
    told = [section for section in sections if section.blocks]
    blocks: list[Block] = []
    for section in told:
        blocks += [Heading(2, (heading(section.key, _),))] if section.key else []
        blocks += section.blocks
    blocks.append(Paragraph((closing_line(_),)))
    return Document(_.language, tuple(blocks), _once(identity for section in told for identity in section.items))


def _once(identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))
