"""Which sections a document has, in which order and under which headings: what is usual, and what was asked."""

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
"""Sections that a portfolio shows only when asked for by name."""
ON_A_PAGE: Final = frozenset({"at_a_glance", "where_i_stand", "looking_ahead", "needs", "discuss"})
"""The sections of the one-page version."""

IN_A_PLAN: Final = frozenset({"strengths", "where_i_stand", "goals", "looking_ahead", "needs", "agreements"})
"""The sections of a personal development plan: where I am, where I go, what that asks, and what was agreed."""
IN_A_LIST: Final = frozenset({"where_i_stand", "evidence", "activities"})
"""The sections of a list of evidence for assessors."""

CAREFUL: Final = frozenset({"at_a_glance", "goals", "stories"})
"""The sections for a conversation that may touch pay or contract: facts and results, no levels and no setbacks."""


GLANCE: Final[Mapping[str, int]] = {part: 3 if part == "learned" else 1 for part in GLANCE_LABELS}
"""Part of "At a glance" -> how many lines it has at most."""


class Proposed(NamedTuple):
    """The line that a rule proposes of this record; while the record stays behind, so does the line."""

    id: str


GlanceLine: TypeAlias = str | Proposed
"""A line of "At a glance": one's own words, or what is proposed of a record."""


@dataclass(frozen=True, slots=True)
class Options:
    """What differs from the usual document of its sort, by the key of a section."""

    section: Collection[str] = ()
    no_section: Collection[str] = ()
    order: tuple[str, ...] = ()
    """Sections that come first, in this order; the others follow as usual."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Headings in one's own words; without words it is the usual one."""
    glance: Mapping[str, tuple[GlanceLine, ...]] = field(default_factory=dict)
    """The lines of a part of "At a glance"; a part without words is left out, one that is not named is proposed."""

    def heading(self, section: str, _: Words) -> str:
        """The heading of a section, as plain words in one line."""
        own = one_line(self.headings.get(section, ""))
        return own if has_something_to_see(own) else heading(section, _)

    def own_words(self, sections: Collection[str]) -> Iterator[str]:
        """Everything in a document of these sections that was typed for it alone."""
        yield from (one_line(text) for key, text in self.headings.items() if key in sections)
        if "at_a_glance" in sections:
            yield from (one_line(each) for lines in self.glance.values() for each in lines if isinstance(each, str))

    def with_words(self, other: Callable[[str], str]) -> Options:
        """The same with other words wherever someone's own words stand."""
        headings = {key: other(one_line(text)) for key, text in self.headings.items()}
        glance = {
            part: tuple(other(one_line(each)) if isinstance(each, str) else each for each in lines)
            for part, lines in self.glance.items()
        }
        return replace(self, headings=headings, glance=glance)


def has_something_to_see(text: str) -> bool:
    """Whether a reader would see any of it: spaces and signs without a shape are nothing."""
    return any(char.isprintable() and not char.isspace() for char in text)


def careful() -> Options:
    """A portfolio of those sections alone."""
    return Options(no_section=frozenset(SECTIONS) - CAREFUL)


def in_order(order: Iterable[str]) -> tuple[str, ...]:
    """Every section once: those that were named first, then the others as usual."""
    return tuple(dict.fromkeys((*order, *SECTIONS)))


def sections_shown(usual: Collection[str], options: Options) -> frozenset[str]:
    """The sections of this document; leaving out wins. UsageError names the keys when one is not known."""
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
