"""The documents: their sections, the order of these, and the closing line of each document.

A `portfolio` is a first page that says everything in short, and then what shows that it is true; a `page` is that
first page alone, `pdp` looks ahead and `evc` lists evidence. None of them knows how many records exist beside the
shared ones, so none can reveal how many were left out. Within its sort a document has the sections, the order and the
headings that the user chose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from portfolio.export.document import Block, Columns, Document, Heading, Paragraph, Part
from portfolio.export.options import SECTIONS, Options, in_order, sections_shown
from portfolio.export.page_height import FITS, height_of
from portfolio.export.placement import routes, with_evidence_listed, with_results_only
from portfolio.export.section_context import Section, SectionContext
from portfolio.export.sections import ahead, appendices, assessment, goals, hours, levels, others, plan, reflection
from portfolio.export.sections.front import footer, front
from portfolio.export.sections.glance import GlanceText, offered, proposals, proud, shown_lines, summary
from portfolio.export.sections.journey import my_journey, the_whole_journey
from portfolio.export.sections.questions import questions
from portfolio.journey.sharing.share import Shared
from portfolio.wording import Words
from portfolio.wording.outline import closing_line

SectionMaker = Callable[[SectionContext], Section]
_Makers = Mapping[str, tuple[SectionMaker, ...]]

_NO_MORE: Final[_Makers] = MappingProxyType({})
_LEFT: Final[tuple[SectionMaker, ...]] = (others.how_others_see_it, proud)
_RIGHT: Final[tuple[SectionMaker, ...]] = (others.what_i_ask, others.points_in_short, others.agreements_in_short)
"""What is side by side on a first page: what others say, and what is asked of the reader."""
_FIRST: Final[_Makers] = {
    "at_a_glance": (summary, proud),
    "where_i_stand": (levels.where_i_stand_in_short,),
    "journey": (my_journey,),
    "feedback": (others.how_others_see_it,),
    "needs": (others.what_i_ask,),
    "discuss": (others.points_in_short,),
    "agreements": (others.agreements_in_short,),
    "looking_ahead": (ahead.wanted_next,),
}
"""The parts of the first page, by the section to which each belongs."""
_REST: Final[_Makers] = {
    "where_i_stand": (levels.other_skills,),
    "goals": (goals.my_goals,),
    "stories": (reflection.results_and_stories,),
    "feedback": (others.more_feedback,),
    "setbacks": (reflection.setbacks,),
    "shared_knowledge": (reflection.shared_knowledge,),
    "strengths": (others.strengths_and_motivation,),
    "evidence": (appendices.evidence_by_skill,),
    "activities": (appendices.certificates_and_activities,),
    "journey": (the_whole_journey,),
}
"""What shows that the first page is true, in its order."""
_ONLY_REST: Final[_Makers] = {key: makers for key, makers in _REST.items() if key not in _FIRST}
_WHOLE: Final[_Makers] = {**_FIRST, **_ONLY_REST, "where_i_stand": (levels.where_i_stand,)}
_AS_PLAN: Final[_Makers] = {**_WHOLE, "goals": (plan.goals_as_plan,), "looking_ahead": (plan.coming_as_plan,)}
_AS_HOURS: Final[_Makers] = {**_WHOLE, "hours": (hours.hours_spent,), "activities": (appendices.certificate_table,)}
_AS_LIST: Final[_Makers] = {
    **_WHOLE,
    "where_i_stand": (assessment.skills_with_evidence,),
    "evidence": (assessment.pieces,),
    "activities": (appendices.certificate_table,),
}


def _nothing(_context: SectionContext) -> tuple[Block, ...]:
    return ()


class _Sort(NamedTuple):
    first: _Makers
    """The parts of its first page."""
    rest: _Makers = _NO_MORE
    after: Callable[[SectionContext], tuple[Block, ...]] = _nothing
    """What is below the sections."""

    def makers(self, key: str) -> tuple[SectionMaker, ...]:
        """All that a section consists of."""
        return (*self.first.get(key, ()), *self.rest.get(key, ()))


_SORTS: Final[Mapping[str, _Sort]] = {
    "portfolio": _Sort(_FIRST, _REST),
    "page": _Sort(_FIRST, _ONLY_REST),
    "pdp": _Sort(_AS_PLAN, after=plan.for_both),
    "evc": _Sort(_AS_LIST, after=assessment.own_work),
    "hours": _Sort(_AS_HOURS),
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
    """Part of "At a glance" -> the lines that were confirmed."""
    offered: Mapping[str, tuple[GlanceText, ...]]
    """Part of "At a glance" -> the proposed lines that the user did not confirm yet, so that they are not shown."""


def portfolio(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The development portfolio. Raises UsageError for an unknown section."""
    return _document(shared, today, _, options, "portfolio")


def page(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The first page of a portfolio, complete for the conversation."""
    return _document(shared, today, _, options, "page")


def pdp(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The personal development plan (in Dutch: POP): current and coming goals, and what they ask of both sides."""
    return _document(shared, today, _, options, "pdp")


def evc(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The list of evidence for the recognition of prior learning; it says that it is not a certificate."""
    return _document(shared, today, _, options, "evc")


def hours_of_learning(shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Document:
    """The hours of learning, for registers that ask for them."""
    return _document(shared, today, _, options, "hours")


def contents(sort: str, shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS) -> Contents:
    """The choices in a document of this sort; a section that it does not have is made too, to see if it has content."""
    context = _context(shared, today, _, options, sort)
    filled: set[str] = set()
    for key in SECTIONS:
        tried = context
        if key not in context.shown:
            section, gone = {*options.section, key}, {*options.no_section} - {key}
            tried = _context(shared, today, _, replace(options, section=section, no_section=gone), sort)
        if any(make(tried).blocks for make in _SORTS[sort].makers(key)):
            filled.add(key)
    return Contents(context.shown, frozenset(filled), proposals(context), shown_lines(context), _offered(context))


def unconfirmed(
    sort: str, shared: Shared, today: date, _: Words, options: Options = _NO_OPTIONS
) -> Mapping[str, tuple[GlanceText, ...]]:
    """The proposed lines of "At a glance" that are not in the document, since the user did not confirm them."""
    return _offered(_context(shared, today, _, options, sort))


def _offered(context: SectionContext) -> Mapping[str, tuple[GlanceText, ...]]:
    return offered(context) if "at_a_glance" in context.shown and not context.takes_proposed else {}


def _context(shared: Shared, today: date, _: Words, options: Options, sort: str) -> SectionContext:
    profile = options.profile_of(sort)
    shown = sections_shown(profile.sections, options)
    gone = frozenset(options.no_section)
    today = min(today, shared.period.until)  # what came after the period is not known in the document
    shared = with_results_only(shared) if options.careful else shared
    shared = with_evidence_listed(shared, profile.most("evidence"))
    return SectionContext(
        shared,
        today,
        _,
        shown,
        gone,
        routes(shared, shown),
        sort,
        options.glance,
        options.proposed,
        options.pictures,
        profile,
    )


def _document(shared: Shared, today: date, _: Words, options: Options, sort: str) -> Document:
    context, made = _context(shared, today, _, options, sort), _SORTS[sort]
    begins = context.profile.order
    if options.order or begins:
        parts, first = _Parts(context, options), 0
        order = in_order(options.order, begins)
        blocks = [block for key in order for block in parts.of(key, made.makers(key))]
    else:
        parts, blocks = _on_one_page(context, options, made)
        first = len(blocks)
        blocks += _following(parts, made)
    top = front(context, frozenset(parts.items))
    whole = (
        *top.blocks,
        *blocks,
        *questions(context),
        *made.after(context),
        Paragraph((closing_line(_, context.sort),)),
    )
    return Document(
        _.language,
        whole,
        tuple(dict.fromkeys((*top.items, *parts.items))),
        tuple(dict.fromkeys(part.key for part in parts.made)),
        footer(context),
        options.pictures,
        len(whole) if sort == "page" else first and len(top.blocks) + first,
        tuple(parts.made),
    )


_SHORTER: Final = (
    ("discuss", 3),
    ("agreements", 4),
    ("needs", 3),
    ("discuss", 2),
    ("agreements", 3),
    ("where_i_stand", 5),
    ("looking_ahead", 2),
    ("needs", 2),
    ("agreements", 2),
    ("where_i_stand", 4),
    ("discuss", 1),
    ("needs", 1),
    ("where_i_stand", 3),
    ("agreements", 1),
    ("looking_ahead", 1),
)
"""The limits by which a first page becomes shorter, one after the other: what can be said at the table first."""


class _Parts:
    """The parts of a document as they are made, in its order."""

    def __init__(self, context: SectionContext, options: Options) -> None:
        self._context = context
        self._options = options
        self.items: list[str] = []
        self.made: list[Part] = []

    def of(self, key: str, makers: Iterable[SectionMaker]) -> Iterator[Block]:
        """The blocks of a section that is in the document, with their headings."""
        if key in self._context.shown:
            for make in makers:
                yield from self._blocks(make(self._context))

    def side(self, makers: Iterable[SectionMaker]) -> tuple[Block, ...]:
        """The blocks of a column."""
        sections = (make(self._context) for make in makers)
        shown = self._context.shown
        return tuple(block for section in sections if section.key in shown for block in self._blocks(section))

    def _blocks(self, section: Section) -> tuple[Block, ...]:
        if not section.blocks:
            return ()
        title = self._heading(section)
        blocks = (Heading(2, (title,)), *section.blocks) if title else section.blocks
        self.items += section.items
        self.made.append(Part(section.key, blocks))
        return blocks

    def _heading(self, section: Section) -> str:
        """The heading that the user chose, else that of the part, else the usual one of the section.

        A section has the user's heading once: its other parts have their own.
        """
        usual = self._options.heading(section.key, self._context.words, self._context.sort)
        if section.title is None:
            return usual
        begun = any(part.key == section.key for part in self.made)
        own = self._options.has_own_heading(section.key, self._context.words.language)
        return usual if own and not begun else section.title


def _on_one_page(context: SectionContext, options: Options, made: _Sort) -> tuple[_Parts, list[Block]]:
    """The parts of a first page with no more in them than fits on one page."""
    parts = _Parts(context, options)
    blocks = [*_first_page(parts, made)]
    for section, most in _SHORTER:
        if height_of((*front(context, frozenset(parts.items)).blocks, *blocks)) <= FITS:
            break
        if (context.profile.most(section) or most + 1) > most:
            context = replace(context, profile=context.profile.with_limit(section, most))
            parts = _Parts(context, options)
            blocks = [*_first_page(parts, made)]
    return parts, blocks


def _first_page(parts: _Parts, made: _Sort) -> Iterator[Block]:
    """The parts of the first page, with two columns below the skills and the year."""
    for key in ("at_a_glance", "where_i_stand", "journey"):
        yield from parts.of(key, (make for make in made.first[key] if make not in _LEFT))
    left, right = parts.side(_LEFT), parts.side(_RIGHT)
    yield from (Columns(left, right),) if left and right else (*left, *right)
    yield from parts.of("looking_ahead", made.first["looking_ahead"])


def _following(parts: _Parts, made: _Sort) -> Iterator[Block]:
    for key, makers in made.rest.items():
        yield from parts.of(key, makers)
