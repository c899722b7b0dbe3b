"""The sections of a document, their order and headings: the defaults, and what the user chose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeAlias

from portfolio.errors import UsageError
from portfolio.export.prose import one_line
from portfolio.wording import N_, Words
from portfolio.wording.outline import GLANCE_LABELS, HEADINGS, heading

SECTIONS: Final = tuple(HEADINGS)
"""Every section, in the order of the document."""
ON_REQUEST: Final = frozenset({"setbacks"})
"""Sections that a portfolio has only when they are asked for by name."""
ON_A_PAGE: Final = frozenset({"at_a_glance", "where_i_stand", "looking_ahead", "needs", "discuss"})
"""The sections of the one-page version."""

IN_A_PLAN: Final = frozenset({"strengths", "where_i_stand", "goals", "looking_ahead", "needs", "agreements"})
"""The sections of a personal development plan: present, goals, needs and agreements."""
IN_A_LIST: Final = frozenset({"where_i_stand", "evidence", "activities"})
"""The sections of a list of evidence for assessors."""

CAREFUL: Final = frozenset({"at_a_glance", "goals", "stories"})
"""The sections for a conversation that can affect pay or contract: facts and results, no levels and no setbacks."""


GLANCE: Final[Mapping[str, int]] = {part: 3 if part == "learned" else 1 for part in GLANCE_LABELS}
"""Part of "At a glance" -> the most lines it has."""


class Proposed(NamedTuple):
    """The line that a rule proposes for this record; it is left out with the record."""

    id: str


GlanceLine: TypeAlias = str | Proposed
"""A line of "At a glance": the user's own words, or the proposal for a record."""


@dataclass(frozen=True, slots=True)
class Options:
    """The differences from the default document of its sort, by the key of a section."""

    section: Collection[str] = ()
    no_section: Collection[str] = ()
    order: tuple[str, ...] = ()
    """Sections that come first, in this order; the others follow in the default order."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The user's own headings; an empty one means the default."""
    glance: Mapping[str, tuple[GlanceLine, ...]] = field(default_factory=dict)
    """The lines of a part of "At a glance"; an empty part is left out, a missing one is proposed."""
    pictures: bool = False
    """Whether Markdown and plain text have the drawings too; the other formats always have them."""

    def heading(self, section: str, _: Words, sort: str = "portfolio") -> str:
        """The heading of a section in a document of this sort, as plain text on one line."""
        own = one_line(self.headings.get(section, ""))
        return own if is_visible(own) else heading(section, _, sort)

    def own_words(self, sections: Collection[str]) -> Iterator[str]:
        """The texts that were typed for this document, limited to these sections."""
        yield from (one_line(text) for key, text in self.headings.items() if key in sections)
        if "at_a_glance" in sections:
            yield from (one_line(each) for lines in self.glance.values() for each in lines if isinstance(each, str))

    def with_words(self, other: Callable[[str], str]) -> Options:
        """The options with `other` applied to every text of the user."""
        headings = {key: other(one_line(text)) for key, text in self.headings.items()}
        glance = {
            part: tuple(other(one_line(each)) if isinstance(each, str) else each for each in lines)
            for part, lines in self.glance.items()
        }
        return replace(self, headings=headings, glance=glance)


def is_visible(text: str) -> bool:
    """Whether any character of a text is visible."""
    return any(char.isprintable() and not char.isspace() for char in text)


def careful() -> Options:
    """The options for a portfolio with only the careful sections."""
    return Options(no_section=frozenset(SECTIONS) - CAREFUL)


def in_order(order: Iterable[str]) -> tuple[str, ...]:
    """Every section once: the named ones first, then the others in the default order."""
    return tuple(dict.fromkeys((*order, *SECTIONS)))


def sections_shown(usual: Collection[str], options: Options) -> frozenset[str]:
    """The sections of this document; leaving out wins. Raises UsageError when a key is unknown."""
    for keys in (options.section, options.no_section, options.order, options.headings):
        _check(keys)
    _check_glance(options.glance)
    return (frozenset(usual) | frozenset(options.section)) - frozenset(options.no_section)


def _check(keys: Collection[str]) -> None:
    for key in keys:
        if key not in HEADINGS:
            raise UsageError(
                N_("“{section}” is not a section; choose from: {sections}."),
                section=key,
                sections=", ".join(SECTIONS),
            )


def _check_glance(glance: Mapping[str, tuple[GlanceLine, ...]]) -> None:
    for part, lines in glance.items():
        if part not in GLANCE:
            raise UsageError(
                N_("“{part}” is no part of “At a glance”; choose from: {parts}."), part=part, parts=", ".join(GLANCE)
            )
        if len(lines) > GLANCE[part]:
            raise UsageError(
                N_("“At a glance” can show at most {most} of “{part}”, and there are {found}."),
                part=part,
                most=GLANCE[part],
                found=len(lines),
            )
