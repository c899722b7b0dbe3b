"""Where a word was found: the words around it, on one line that is safe to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.search.search import place, words_of
from portfolio.records.record import Record
from portfolio.sanitise import clean_line

ELLIPSIS: Final = "…"


class Snippet(NamedTuple):
    """A piece of a line, with what was found in the middle; safe for a terminal."""

    before: str
    found: str
    after: str


def snippet(record: Record, words: Iterable[str], width: int) -> Snippet | None:
    """The line of a record in which the first of these folded words stands that it holds, cut to `width` characters."""
    texts = [text for text in words_of(record) if text != record.date.isoformat()]
    for word in words:
        for text in texts:
            if place(fold(text), word) >= 0:
                return next(around(line, word, width) for line in text.split("\n") if place(fold(line), word) >= 0)
    return None


def around(line: str, word: str, width: int) -> Snippet:
    """What stands around the first place in this line where a word begins with `word`; else how it begins."""
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
        after = (whole or after[:-1]) + ELLIPSIS
    return Snippet(clean_line(before).lstrip(), clean_line(found), clean_line(after).rstrip())


def stretch(line: str, word: str) -> tuple[int, int] | None:
    """From where to where a word of this line, as it was typed, has the folded `word`; None when none begins so."""
    at = place(fold(line), word)
    if at < 0:
        return None
    start, end = at, at + len(word)
    if len(fold(line[:start])) != start or len(fold(line[:end])) != end:
        start, end = _unfolded(line, start, end)
    while end < len(line) and not fold(line[end]):  # an accent that stands apart belongs to its letter
        end += 1
    return start, end


def _unfolded(line: str, at: int, until: int) -> tuple[int, int]:
    """Where these places of the folded line lie in the line itself: some letters fold to two, some to none."""
    folded, start, end = 0, 0, len(line)
    for index, char in enumerate(line):
        if folded <= at:
            start = index
        if folded >= until:
            end = index
            break
        folded += len(fold(char))
    return start, end
