"""Which sections a document has: what each sort shows unless asked, and what was asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from portfolio.errors import UsageError
from portfolio.wording import N_
from portfolio.wording.outline import HEADINGS

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


@dataclass(frozen=True, slots=True)
class Options:
    """Sections to show or to leave out, by key, on top of those that the sort of document has."""

    section: Collection[str] = ()
    no_section: Collection[str] = ()


def careful() -> Options:
    """A portfolio of those sections alone."""
    return Options(no_section=frozenset(SECTIONS) - CAREFUL)


def sections_shown(usual: Collection[str], options: Options) -> frozenset[str]:
    """The sections of this document; leaving out wins. UsageError names the keys when one is not known."""
    _check(options.section)
    _check(options.no_section)
    return (frozenset(usual) | frozenset(options.section)) - frozenset(options.no_section)


def _check(keys: Collection[str]) -> None:
    unknown: Sequence[str] = [key for key in keys if key not in HEADINGS]
    if unknown:
        raise UsageError(
            N_("“{section}” is not a section; choose from: {sections}."),
            section=unknown[0],
            sections=", ".join(SECTIONS),
        )
