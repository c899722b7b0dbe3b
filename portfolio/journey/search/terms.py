"""The terms of a search, in English and Dutch: tag:meten, person:"Erik de Vries", since:2025-03, shareable:."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from portfolio.journey.fold import fold

TermName = Literal["tag", "person", "goal", "skill", "kind", "since", "until", "shareable"]
NAMES: Final[dict[str, TermName]] = {
    "tag": "tag",
    "label": "tag",
    "person": "person",
    "persoon": "person",
    "goal": "goal",
    "doel": "goal",
    "skill": "skill",
    "vaardigheid": "skill",
    "kind": "kind",
    "soort": "kind",
    "since": "since",
    "vanaf": "since",
    "until": "until",
    "tot": "until",
    "shareable": "shareable",
    "deelbaar": "shareable",
}
"""What a term can be called; `tot` includes its last day, as the option --until does."""
_TERM: Final = re.compile(rf'(?<!\S)(-?)({"|".join(NAMES)}):(?:"([^"]*)"?|(\S*))')


class Term(NamedTuple):
    """One term."""

    name: TermName
    value: str
    """What comes after the colon, folded, without quotes; it can be empty."""
    without: bool = False
    """Whether a minus comes before it: it must not be true of a record."""


def split_terms(words: str) -> tuple[str, tuple[Term, ...]]:
    """Return the words of a search without its terms, folded, and its terms in the order typed."""
    folded = fold(words)
    found = _TERM.finditer(folded)
    terms = (Term(NAMES[m[2]], " ".join((m[3] or m[4] or "").split()), bool(m[1])) for m in found)
    return _TERM.sub(" ", folded), tuple(dict.fromkeys(terms))
