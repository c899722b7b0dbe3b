"""Find records by words: every word must occur, in any field; case and accents do not matter.

Words between double quotes must stand together; a word after a minus must not occur. Terms such as tag:meten are no
words: see `terms`.

A word matches the beginning of a word of the text: "warm" finds "Warmtepomp". From three characters it matches inside a
word too, which counts for less: "pomp" finds "pomp" and "pompen" first, then "Warmtepomp".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from portfolio.journey.fold import fold, fold_encoded
from portfolio.journey.search.terms import split_terms
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name

_SEARCHED: Final = frozenset({"text", "texts", "keyed", "day", "number", "whole", "level"})
BEGINS: Final = 0
"""The rank of a text in which every word begins a word."""
INSIDE: Final = 1
"""The rank of a text in which a word occurs only inside a longer word."""
_SHORTEST_INSIDE: Final = 3
"""Number of characters from which a word is looked for inside words too."""
_PART: Final = re.compile(r'(-?)(?:"([^"]+)"?|(\S+))')
"""A minus, then a phrase between quotes (of which the last may still be typed) or a word."""
_ESCAPED: Final = re.compile(r'[\x00-\x1f"\\]')


class Query:
    """The words to look for."""

    def __init__(self, words: str) -> None:
        """Split `words` at white space, except between double quotes; a word after a minus must not be found."""
        wanted: dict[str, None] = {}
        unwanted: dict[str, None] = {}
        folded, self.terms = split_terms(words)
        for minus, phrase, word in _PART.findall(folded):
            part = " ".join((phrase or word).split())
            if part:
                (unwanted if minus else wanted)[part] = None
        self.words: Final = tuple(wanted)
        """Each word or phrase that must be found once, folded."""
        self.without: Final = tuple(unwanted)
        """Each word or phrase that must not be found."""
        self.asks: Final = (self.words, self.without, self.terms)
        """Everything that was asked, to compare two queries."""
        self._plain = tuple(w for w in self.words if not _ESCAPED.search(w))

    def __bool__(self) -> bool:
        """Return whether there is a word or a term to look for."""
        return bool(self.words or self.terms)

    def lines(self, encoded: bytes) -> Iterator[bytes]:
        """Yield the lines of `encoded` (records, each a line of JSON in UTF-8) that can match: a cheap first selection.

        All lines are folded in one pass, which keeps their line ends, and searched for the longest word.
        """
        word = max(self._plain, key=len, default="")
        if not word:
            yield from encoded.split(b"\n")
            return
        folded, wanted = fold_encoded(encoded, word), word.encode("utf-8", "backslashreplace")
        origin = start = at = 0
        while (at := folded.find(wanted, at)) >= 0:
            for _line in range(folded.count(b"\n", start, at)):
                origin = encoded.find(b"\n", origin) + 1
            end = encoded.find(b"\n", origin)
            yield encoded[origin : end if end >= 0 else len(encoded)]
            start, at = at, folded.find(b"\n", at)
            if at < 0:
                return

    def matches(self, record: Record) -> bool:
        """Return whether every word occurs in this record."""
        return self.rank(folded_words(record)) is not None

    def begins_in(self, folded: str) -> bool:
        """Return whether every word begins a word of this text, which is folded already."""
        return self.rank(folded) == BEGINS

    def rank(self, folded: str) -> int | None:
        """Return how well this text, which is folded already, matches: `BEGINS` or `INSIDE`; None when it does not.

        A text with a word that must not be found does not match.
        """
        rank = BEGINS
        for word in self.words:
            if place(folded, word) < 0:
                if inside(folded, word) < 0:
                    return None
                rank = INSIDE
        return None if any(best_place(folded, word) >= 0 for word in self.without) else rank


def place(folded: str, word: str) -> int:
    """Return the first place in the folded text where a word begins with `word`; -1 when none does."""
    at = folded.find(word)
    while at > 0 and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        at = folded.find(word, at + 1)
    return at


def inside(folded: str, word: str) -> int:
    """Return the first place of the word anywhere in the folded text; -1 when it is too short or does not occur."""
    return folded.find(word) if len(word) >= _SHORTEST_INSIDE else -1


def best_place(folded: str, word: str) -> int:
    """Return the place where a word begins with `word`, else where it is inside a word; -1 when it does not match."""
    at = place(folded, word)
    return at if at >= 0 else inside(folded, word)


def folded_words(record: Record) -> str:
    """Return all searchable text of a record, folded."""
    return fold("\n".join(words_of(record)))


def words_of(record: Record) -> Iterator[str]:
    """Yield everything in a record that can be searched: texts, answers, tags and days."""
    searched = _searched(record.kind)
    for name, value in vars(record).items():
        if name not in searched:
            continue
        if isinstance(value, Mapping):
            yield from value.values()
        elif isinstance(value, tuple):
            yield from map(str, value)
        elif value is not None:
            yield str(value)


@cache
def _searched(kind: str) -> frozenset[str]:
    return frozenset(attribute_name(name) for name, field in fields(kind).items() if field.sort in _SEARCHED)


def newest_first(records: Iterable[Record]) -> Sequence[Record]:
    """Return the records in the order of search results: by date, then moment of writing, latest first."""
    return sorted(records, key=lambda r: (r.date, r.id), reverse=True)
