"""The sections of a document, their order and headings: the defaults, and what the user chose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeAlias

from portfolio.errors import UsageError
from portfolio.export.profile import Profile, in_language, shipped
from portfolio.export.prose import one_line
from portfolio.wording import N_, Words
from portfolio.wording.outline import GLANCE_LABELS, HEADINGS, heading

SECTIONS: Final = tuple(HEADINGS)
"""Every section, in the order of the document."""
_OF_ONE_SORT: Final[Mapping[str, str]] = {"hours": "hours"}
"""Section -> the only sort of document that can have it."""
GLANCE: Final[Mapping[str, int]] = {part: 3 if part == "learned" else 1 for part in GLANCE_LABELS}
"""Part of "At a glance" -> the most lines it has."""
_ELSEWHERE: Final[Mapping[str, str]] = {"work_on": "looking_ahead", "need": "needs"}
"""Part -> the section in which its line comes first, when the document has that section."""
LEAD_WORDS: Final = 45
"""The most words of the lead: what a reader takes in before looking at the rest of the page."""


class Proposed(NamedTuple):
    """The line that a rule proposes for this record; it is left out with the record."""

    id: str
    of: tuple[str, ...] = ()
    """The records that the lead was made of when it was confirmed; empty for whatever is proposed."""


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
    """The lines of a part of "At a glance"; an empty or missing part is left out."""
    pictures: bool = False
    """Whether the whole journey is in it as a picture too."""
    proposed: bool = False
    """Whether the parts without lines have the proposed ones: the user confirmed them all."""
    careful: bool = False
    """Whether dropped goals and what was learned on the way stay out, so that only facts and results are in it."""
    profile: Profile | None = None
    """The profile that the user chose; None: the one of the sort of document."""

    def profile_of(self, sort: str) -> Profile:
        """The profile of a document of this sort."""
        return self.profile or shipped(sort)

    def heading(self, section: str, _: Words, sort: str = "portfolio") -> str:
        """The heading of a section in a document of this sort, as plain text on one line."""
        own = self._own_heading(section, _.language)
        return own if is_visible(own) else heading(section, _, sort)

    def has_own_heading(self, section: str, language: str) -> bool:
        """Whether the user chose a heading for a section, here or in the profile."""
        return is_visible(self._own_heading(section, language))

    def _own_heading(self, section: str, language: str) -> str:
        typed = one_line(self.headings.get(section, ""))
        if is_visible(typed) or self.profile is None:
            return typed
        return one_line(in_language(self.profile.headings.get(section, ""), language))

    def own_words(self, sections: Collection[str]) -> Iterator[str]:
        """The texts that were typed for this document, limited to these sections."""
        yield from (one_line(text) for key, text in self.headings.items() if key in sections)
        if self.profile is not None:
            yield from (one_line(text) for text in self.profile.own_words)
        for part, lines in self.glance.items():
            if has_place(part, sections):
                yield from (one_line(each) for each in lines if isinstance(each, str))

    def with_words(self, other: Callable[[str], str]) -> Options:
        """The options with `other` applied to every text of the user."""
        headings = {key: other(one_line(text)) for key, text in self.headings.items()}
        glance = {
            part: tuple(other(one_line(each)) if isinstance(each, str) else each for each in lines)
            for part, lines in self.glance.items()
        }
        profile = self.profile.with_words(lambda text: other(one_line(text))) if self.profile is not None else None
        return replace(self, headings=headings, glance=glance, profile=profile)


def has_place(part: str, sections: Collection[str]) -> bool:
    """Whether a part of "At a glance" can be in a document with these sections."""
    return "at_a_glance" in sections or _ELSEWHERE.get(part) in sections


def is_visible(text: str) -> bool:
    """Whether any character of a text is visible."""
    return any(char.isprintable() and not char.isspace() for char in text)


def in_order(order: Iterable[str], begins: Iterable[str] = ()) -> tuple[str, ...]:
    """Every section once: the named ones first, then those with which it begins, then the others by default."""
    return tuple(dict.fromkeys((*order, *begins, *SECTIONS)))


def sections_of(sort: str) -> tuple[str, ...]:
    """The sections that a document of this sort can have, in the usual order."""
    return tuple(section for section in SECTIONS if _OF_ONE_SORT.get(section, sort) == sort)


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
    for each in glance.get("lead", ()):
        words = too_many_words(each) if isinstance(each, str) else 0
        if words:
            raise UsageError(
                N_("The lead of a document has at most {most} words, and this one has {found}. Make it shorter."),
                most=LEAD_WORDS,
                found=words,
            )


def too_many_words(lead: str) -> int:
    """The number of words of a lead that is too long; 0 when it is not."""
    found = len(one_line(lead).split())
    return found if found > LEAD_WORDS else 0
