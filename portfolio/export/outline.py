"""The documents: which sections they have, in which order, and the last line that every one of them ends with.

`portfolio` is the whole of it; `page` says the same on one page, `pdp` looks ahead and `evc` lists evidence. None
knows how much there is beside what may be told, so none can say how much was left out. Within its sort a document has
the sections, the order and the headings that its writer wants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from portfolio.export.document import Block, Document, Heading, Paragraph
from portfolio.export.options import (
    IN_A_LIST,
    IN_A_PLAN,
    ON_A_PAGE,
    ON_REQUEST,
    SECTIONS,
    Options,
    in_order,
    sections_shown,
)
from portfolio.export.placement import routes
from portfolio.export.section_context import Section, SectionContext
from portfolio.export.sections import appendices, others, reflection
from portfolio.export.sections.front import front
from portfolio.export.sections.glance import Told, at_a_glance, proposals, told
from portfolio.export.sections.goals import goals_as_plan, looking_ahead, looking_ahead_in_short, my_goals
from portfolio.export.sections.journey import my_journey
from portfolio.export.sections.levels import where_i_stand, where_i_stand_in_short
from portfolio.journey.sharing import Shared
from portfolio.wording import Words
from portfolio.wording.outline import closing_line, no_certificate

Teller = Callable[[SectionContext], Section]

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


class _Sort(NamedTuple):
    usual: frozenset[str]
    """The sections that it has unless others are asked for."""
    tellers: Mapping[str, Teller]


_SORTS: Final[Mapping[str, _Sort]] = {
    "portfolio": _Sort(frozenset(SECTIONS) - ON_REQUEST, _TELLERS),
    "page": _Sort(ON_A_PAGE, _IN_SHORT),
    "pdp": _Sort(IN_A_PLAN, _AS_PLAN),
    "evc": _Sort(IN_A_LIST, _AS_LIST),
}
_NO_OPTIONS: Final = Options()


class Contents(NamedTuple):
    """What there is to choose in a document."""

    shown: frozenset[str]
    """The sections that it has, also where there is nothing for them."""
    filled: frozenset[str]
    """The sections that there is something for, whether it has them or not."""
    proposed: Mapping[str, tuple[Told, ...]]
    """Part of "At a glance" -> what could stand there."""
    told: Mapping[str, tuple[Told, ...]]
    """Part of "At a glance" -> what stands there."""


def portfolio(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The development portfolio. UsageError for a section that does not exist."""
    return _document(shared, today, _, options, "portfolio")


def page(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The one-page version: where I stand, what comes next, what I need and what to talk about."""
    return _document(shared, today, _, options, "page")


def pdp(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The personal development plan (in Dutch: POP): goals that run and that come, and what they ask of both sides."""
    return _document(shared, today, _, options, "pdp")


def evc(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The list of evidence for the recognition of prior learning; it says that it certifies nothing."""
    made = _document(shared, today, _, options, "evc")
    return replace(made, blocks=(*made.blocks[:-1], Paragraph((no_certificate(_),)), made.blocks[-1]))


def contents(sort: str, shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Contents:
    """What can be chosen in a document of this sort; a section that it does not have is tried as if it had it."""
    telling, tellers = _telling(shared, today, _, options, sort), _SORTS[sort].tellers
    filled: set[str] = set()
    for key in SECTIONS:
        tried = telling
        if key not in telling.shown:
            section, gone = {*options.section, key}, {*options.no_section} - {key}
            tried = _telling(shared, today, _, replace(options, section=section, no_section=gone), sort)
        if tellers[key](tried).blocks:
            filled.add(key)
    return Contents(telling.shown, frozenset(filled), proposals(telling), told(telling))


def _telling(shared: Shared, today: date, _: Words, options: Options, sort: str) -> SectionContext:
    shown = sections_shown(_SORTS[sort].usual, options)
    gone = frozenset(options.no_section)
    today = min(today, shared.period.until)  # what came after the period is not known yet
    return SectionContext(shared, today, _, shown, gone, routes(shared, shown), sort, options.glance)


def _document(shared: Shared, today: date, _: Words, options: Options, sort: str) -> Document:
    telling, tellers = _telling(shared, today, _, options, sort), _SORTS[sort].tellers
    sections = [front(telling), *(tellers[key](telling) for key in in_order(options.order) if key in telling.shown)]
    there = [section for section in sections if section.blocks]
    blocks: list[Block] = []
    for section in there:
        blocks += [Heading(2, (options.heading(section.key, _),))] if section.key else []
        blocks += section.blocks
    blocks.append(Paragraph((closing_line(_, telling.sort),)))
    return Document(
        _.language,
        tuple(blocks),
        _once(identity for section in there for identity in section.items),
        tuple(section.key for section in there if section.key),
    )


def _once(identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))
