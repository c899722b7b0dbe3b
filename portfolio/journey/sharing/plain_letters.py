"""A text in plain letters, each with its place in the text as typed.

Folding changes lengths ("ß" becomes "ss", a combining mark disappears), so each plain letter keeps the index of the
character it comes from. Searching is done in plain letters; hits are shown as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.sharing.known_words import MONTHS, TIME_BEFORE

_SIGNS: Final = {
    **dict.fromkeys("‐‑‒–—―−﹣－\u00ad", "-"),
    **dict.fromkeys("’‘‛ʼ′`´＇", "'"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", ""),
    "\u00ad": "",
}
"""Replacements of dashes, apostrophes and invisible characters."""
_WORD: Final = re.compile(r"[^\W_]+")
_OPENING: Final = frozenset(" \t\r\"'“”„«»‹›([{*_#>•·~")
_ENDING: Final = frozenset(".!?:…\n\u2028\u2029\u0085")
_DASHES: Final = frozenset("-–—‒")
_ABBREVIATIONS: Final = frozenset(
    ("dhr", "mw", "mevr", "dr", "drs", "ir", "ing", "prof", "mr", "mrs", "ms", "fam", "st", "bijv", "bv", "o.a", "nr")
)


class Word(NamedTuple):
    """A run of letters and digits, and its place in the plain letters."""

    plain: str
    start: int
    end: int


class PlainLetters:
    """The plain letters of a text, with the mapping back to the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters: str
        self._places: Sequence[int]
        if text.isascii():
            self.letters, self._places = text.lower(), range(len(text) + 1)
            return
        each = [_plain(character) for character in text]
        self.letters = "".join(each)
        if len(self.letters) == len(text) and all(map(len, each)):
            self._places = range(len(text) + 1)
        else:
            self._places = [n for n, plain in enumerate(each) for _ in plain] + [len(text)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as typed, including the combining marks of the last letter."""
        first, last = self._places[start], self._places[end - 1] + 1
        while last < self._places[end] and unicodedata.combining(self.text[last]):
            last += 1
        return first, last

    def typed(self, word: Word) -> str:
        """Return a word as typed, composed (NFC)."""
        first, last = self.span(word.start, word.end)
        return unicodedata.normalize("NFC", self.text[first:last])

    def capital(self, word: Word) -> bool:
        """Return whether a word begins with a capital, or with a letter of a script without capitals."""
        first = self.text[self._places[word[1]]]
        return not first.islower() and first.isalpha()

    def words(self) -> list[Word]:
        """Return its words, in order."""
        return [Word(found[0], found.start(), found.end()) for found in _WORD.finditer(self.letters)]

    def each_word(self) -> list[str]:
        """Return its words in plain letters, without their places."""
        return _WORD.findall(self.letters)

    def begins_sentence(self, before: Word | None, word: Word) -> bool:
        """Return whether a word begins a sentence, a line or a quotation; `before` is the word before it."""
        start = before.end if before is not None else 0
        between = self.text[self._places[start - 1] + 1 if start else 0 : self._places[word.start]]
        if before is None or any(each in _ENDING and each != "." for each in between):
            return True
        if "." in between:
            return before.plain not in _ABBREVIATIONS and (len(before.plain) > 1 or before.plain.isdigit())
        return any(each in '"“”„«‹([' for each in between) or bool(between[1:-1] and set(between) & _DASHES)


def is_month(before: Word | None, word: Word, after: Word | None) -> bool:
    """Return whether a word that can be a name is a month here: "in May", "Jan 2026"."""
    beside = [each.plain for each in (before, after) if each is not None]
    timed = before is not None and before.plain in TIME_BEFORE
    return word.plain in MONTHS and (timed or any(plain.isdigit() for plain in beside))


def spans(plain: PlainLetters, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of these matches in the text as typed."""
    return (plain.span(*each.span()) for each in found)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    return _SIGNS[character] if character in _SIGNS else fold(character)
