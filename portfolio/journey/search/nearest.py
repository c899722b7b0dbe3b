"""The nearest words that do occur, for a search that finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Final, Protocol

from portfolio.journey.fold import fold
from portfolio.journey.search.search import Query, best_place, words_of
from portfolio.records.record import Record

_WORD: Final = re.compile(r"[^\W_]{3,}")
_MOST: Final = 3
_CLOSE: Final = 0.7
"""The smallest likeness of two words, from 0 to 1, as `difflib` measures it."""


class SearchedPage(Protocol):
    """A record that can be searched and read."""

    @property
    def text(self) -> str:
        """Everything that can be searched, folded."""

    def read(self) -> Record | None:
        """Read the record; None when it was deleted."""


def nearest(query: Query, pages: Sequence[SearchedPage], wanted: Callable[[], bool]) -> tuple[str, ...]:
    """Return at most three queries with other words instead of those that occur nowhere, the nearest first.

    None for a query with a phrase, a term or words that must not occur. Each of them finds something. `wanted` is asked
    before each record; when it returns False there is no answer.
    """
    if query.without or query.terms or any(" " in word for word in query.words):
        return ()
    missing = set(query.words)
    known: set[str] = set()
    for page in pages:
        if not wanted():
            return ()
        missing -= {word for word in missing if best_place(page.text, word) >= 0}
        known.update(_WORD.findall(page.text))
    if not missing:
        return ()
    words = [word for word in known if not word.isdigit()]
    near = {word: get_close_matches(word, words, n=_MOST, cutoff=_CLOSE) for word in sorted(missing)}
    found = []
    for number in range(min(map(len, near.values()))):
        instead = [near[word][number] if word in near else word for word in query.words]
        if _together(instead, pages):
            found.append(" ".join(_as_written(word, pages) if word in known else word for word in instead))
    return tuple(found)


def _together(words: Iterable[str], pages: Sequence[SearchedPage]) -> bool:
    """Return whether one record holds all of these words."""
    query = Query(" ".join(words))
    return any(query.rank(page.text) is not None for page in pages)


def _as_written(word: str, pages: Sequence[SearchedPage]) -> str:
    """Return a folded word with its accents and capitals, as in the first record that has it."""
    for page in pages:
        record = page.read() if word in page.text else None
        for text in words_of(record) if record is not None else ():
            for written in _WORD.finditer(text):
                if fold(written[0]) == word:
                    return written[0]
    return word
