"""Find the id that a typed link means.

A link is typed as an id, as the last six or more characters of one, or as an exact title (of a goal, a skill, evidence)
or name (of a person, a measure), however its accents are stored. Where nothing has exactly that title or name, capitals
and accents do not count. An ambiguous link is refused with its candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from portfolio.journey.fold import fold
from portfolio.records.collection import Records
from portfolio.records.equivalence import canonical
from portfolio.records.identity import is_id, looks_like_part
from portfolio.records.kinds import HEADINGS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.sanitise import with_line_ends
from portfolio.wording import N_

UNKNOWN: Final = N_("There is nothing called “{name}” to link to.")
_CLOSE: Final = 0.7
"""How alike a title must be to be offered for a mistyped one: from 0 to 1."""
AMBIGUOUS: Final = N_("“{name}” can mean more than one record: {candidates}. Use the last characters of the id.")


class Names:
    """The records that a link can point to: existing ones, and those being made in the same batch."""

    def __init__(self, records: Records) -> None:
        """Start with the existing records."""
        self._records = records
        self._pending: dict[str, tuple[str, Mapping[str, Any]]] = {}

    def add(self, identity: str, kind: str, values: Mapping[str, Any]) -> None:
        """Add a record that is being made, so that later links can point to it."""
        self._pending[identity] = (kind, values)

    def values(self, identity: str) -> tuple[str, Mapping[str, Any]] | None:
        """Kind and values of a record that is being made; None when there is none."""
        return self._pending.get(identity)

    def find(self, kinds: Iterable[str], words: str) -> str | Problem | None:
        """The id that `words` mean among these kinds (none: every kind); None when nothing has that name.

        When several records match, the answer is a Problem with the candidates.
        """
        wanted = tuple(kinds) or tuple(TABLES)
        candidates = dict(self._candidates(wanted))
        if is_id(words):
            return words.lower() if words.lower() in candidates else None
        same = canonical(with_line_ends(words))
        named = [i for i, heading in candidates.items() if canonical(with_line_ends(heading)) == same]
        if len(named) == 1:
            return named[0]
        parts = [i for i in candidates if looks_like_part(words) and i.endswith(words.lower())]
        found = named or list(dict.fromkeys([*parts, *_loosely(candidates, words)]))
        if len(found) > 1:
            listed = ", ".join(f"{i[-8:]} ({brief(candidates[i] or '-')})" for i in found[:5])
            return Problem("", AMBIGUOUS, {"name": words, "candidates": Listed(listed)})
        return found[0] if found else None

    def near(self, kinds: Iterable[str], words: str) -> list[str]:
        """The titles and names that were most likely meant by words that nothing is called; at most three."""
        import difflib

        wanted = tuple(kind for kind in tuple(kinds) or tuple(TABLES) if kind in HEADINGS)
        titles = {fold(heading).strip(): heading for _id, heading in self._candidates(wanted) if heading.strip()}
        typed = fold(words).split()
        having = [title for title in titles if typed and all(word in title for word in typed)]
        found = [*having, *difflib.get_close_matches(" ".join(typed), titles, cutoff=_CLOSE)]
        return [titles[title] for title in dict.fromkeys(found)][:3]

    def _candidates(self, kinds: tuple[str, ...]) -> Iterable[tuple[str, str]]:
        for kind in kinds:
            heading = HEADINGS.get(kind)
            for record in self._records.of_kind(kind):
                yield record.id, record.heading if heading else ""
        for identity, (kind, values) in self._pending.items():
            if kind in kinds:
                yield identity, str(values.get(HEADINGS.get(kind, ""), ""))


def _loosely(candidates: Mapping[str, str], words: str) -> list[str]:
    """The ids of what is called so when capitals and accents do not count: "beta" is the goal "Bèta"."""
    same = fold(with_line_ends(words)).strip()
    return [i for i, heading in candidates.items() if same and fold(with_line_ends(heading)).strip() == same]


class Listed:
    """Candidates in a sentence: already safe to show, and not cut as typed text is."""

    def __init__(self, words: str) -> None:
        """`words` must be safe to show."""
        self._words = words

    def __str__(self) -> str:
        """The text."""
        return self._words

    def __format__(self, spec: str) -> str:
        """The text, formatted in a sentence."""
        return format(self._words, spec)
