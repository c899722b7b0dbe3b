"""The text around a search hit, on one line that is safe to show in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.search.search import best_place, words_of
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.text import ELLIPSIS, ended


class Snippet(NamedTuple):
    """A piece of a line with the hit in the middle; safe for a terminal."""

    before: str
    found: str
    after: str


def snippet(record: Record, words: Iterable[str], width: int) -> Snippet | None:
    """Return the first line of a record with the first of these folded words that occurs, cut to `width` characters.

    None when no word occurs; a word that matches only the record's own date is ignored.
    """
    texts = [text for text in words_of(record) if text != record.date.isoformat()]
    for word in words:
        for text in texts:
            if best_place(fold(text), word) >= 0:
                return next(around(line, word, width) for line in text.split("\n") if best_place(fold(line), word) >= 0)
    return None


def around(line: str, word: str, width: int) -> Snippet:
    """Return the text around the best match of `word` in this line, else the start of the line."""
    start, end = stretch(line, word) or (0, 0)
    width = max(width, 1)
    first = 0 if len(line) <= width or end <= width // 2 else max(start - width // 3, 0)
    last = first + width
    before, found, after = line[first:start], line[start:end], line[end:last]
    if first > 0:
        _half, _space, whole = before.partition(" ")
        before = ELLIPSIS + (whole or before[1:])
    if last < len(line):
        whole, _space, _half = after.rpartition(" ")
        after = ended(whole or after[:-1])
    return Snippet(clean_line(before).lstrip(), clean_line(found), clean_line(after).rstrip())


def stretch(line: str, word: str) -> tuple[int, int] | None:
    """Return start and end, in the line as typed, of the best match of the folded `word`; None without a match."""
    at = best_place(fold(line), word)
    if at < 0:
        return None
    start, end = at, at + len(word)
    if len(fold(line[:start])) != start or len(fold(line[:end])) != end:
        start, end = _unfolded(line, start, end)
    while end < len(line) and not fold(line[end]):  # a combining accent belongs to its letter
        end += 1
    return start, end


def _unfolded(line: str, at: int, until: int) -> tuple[int, int]:
    """Map two places of the folded line to places of the line itself: some letters fold to two, some to none."""
    folded, start, end = 0, 0, len(line)
    for index, char in enumerate(line):
        if folded <= at:
            start = index
        if folded >= until:
            end = index
            break
        folded += len(fold(char))
    return start, end
