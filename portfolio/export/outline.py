"""The documents: their sections, the order of these, and the closing line of each document.

`portfolio` is the whole; `page` fits on one page, `pdp` looks ahead and `evc` lists evidence. None of them knows how
many records exist beside the shared ones, so none can reveal how many were left out. Within its sort a document has the
sections, the order and the headings that the user chose.
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
from portfolio.export.sections.front import footer, front
from portfolio.export.sections.glance import GlanceText, at_a_glance, proposals, shown_lines
from portfolio.export.sections.goals import goals_as_plan, looking_ahead, looking_ahead_in_short, my_goals
from portfolio.export.sections.journey import my_journey
from portfolio.export.sections.levels import where_i_stand, where_i_stand_in_short
from portfolio.journey.sharing.share import Shared
from portfolio.wording import Words
from portfolio.wording.outline import closing_line, no_certificate

SectionMaker = Callable[[SectionContext], Section]

_MAKERS: Final[Mapping[str, SectionMaker]] = {
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
_IN_SHORT: Final[Mapping[str, SectionMaker]] = {
    **_MAKERS,
    "where_i_stand": where_i_stand_in_short,
    "looking_ahead": looking_ahead_in_short,
}
_AS_PLAN: Final[Mapping[str, SectionMaker]] = {
    **_MAKERS,
    "where_i_stand": where_i_stand_in_short,
    "goals": goals_as_plan,
}
_AS_LIST: Final[Mapping[str, SectionMaker]] = {**_MAKERS, "evidence": appendices.evidence_with_places}


class _Sort(NamedTuple):
    usual: frozenset[str]
    """The sections that it has by default."""
    makers: Mapping[str, SectionMaker]


_SORTS: Final[Mapping[str, _Sort]] = {
    "portfolio": _Sort(frozenset(SECTIONS) - ON_REQUEST, _MAKERS),
    "page": _Sort(ON_A_PAGE, _IN_SHORT),
    "pdp": _Sort(IN_A_PLAN, _AS_PLAN),
    "evc": _Sort(IN_A_LIST, _AS_LIST),
}
_NO_OPTIONS: Final = Options()


class Contents(NamedTuple):
    """What the user can choose in a document."""

    shown: frozenset[str]
    """The sections that it has, also the empty ones."""
    filled: frozenset[str]
    """The sections that have content, whether they are shown or not."""
    proposed: Mapping[str, tuple[GlanceText, ...]]
    """Part of "At a glance" -> the possible lines."""
    lines: Mapping[str, tuple[GlanceText, ...]]
    """Part of "At a glance" -> the lines shown."""


def portfolio(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The development portfolio. Raises UsageError for an unknown section."""
    return _document(shared, today, _, options, "portfolio")


def page(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The one-page version: levels, coming goals, needs and points to discuss."""
    return _document(shared, today, _, options, "page")


def pdp(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The personal development plan (in Dutch: POP): current and coming goals, and what they ask of both sides."""
    return _document(shared, today, _, options, "pdp")


def evc(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The list of evidence for the recognition of prior learning; it says that it is not a certificate."""
    made = _document(shared, today, _, options, "evc")
    return replace(made, blocks=(*made.blocks[:-1], Paragraph((no_certificate(_),)), made.blocks[-1]))


def contents(sort: str, shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Contents:
    """The choices in a document of this sort; a section that it does not have is made too, to see if it has content."""
    context, makers = _context(shared, today, _, options, sort), _SORTS[sort].makers
    filled: set[str] = set()
    for key in SECTIONS:
        tried = context
        if key not in context.shown:
            section, gone = {*options.section, key}, {*options.no_section} - {key}
            tried = _context(shared, today, _, replace(options, section=section, no_section=gone), sort)
        if makers[key](tried).blocks:
            filled.add(key)
    return Contents(context.shown, frozenset(filled), proposals(context), shown_lines(context))


def _context(shared: Shared, today: date, _: Words, options: Options, sort: str) -> SectionContext:
    shown = sections_shown(_SORTS[sort].usual, options)
    gone = frozenset(options.no_section)
    today = min(today, shared.period.until)  # what came after the period is not known in the document
    return SectionContext(shared, today, _, shown, gone, routes(shared, shown), sort, options.glance)


def _document(shared: Shared, today: date, _: Words, options: Options, sort: str) -> Document:
    context, makers = _context(shared, today, _, options, sort), _SORTS[sort].makers
    sections = [front(context), *(makers[key](context) for key in in_order(options.order) if key in context.shown)]
    there = [section for section in sections if section.blocks]
    blocks: list[Block] = []
    for section in there:
        blocks += [Heading(2, (options.heading(section.key, _, context.sort),))] if section.key else []
        blocks += section.blocks
    blocks.append(Paragraph((closing_line(_, context.sort),)))
    return Document(
        _.language,
        tuple(blocks),
        _once(identity for section in there for identity in section.items),
        tuple(section.key for section in there if section.key),
        footer(context),
        options.pictures,
    )


def _once(identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))
