"""Compare two versions of a text word by word, to show a conflict and to start a merged text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]+")
_MANY: Final = 4_000
"""The number of words above which lines are compared instead: comparing takes quadratic time."""


class Piece(NamedTuple):
    """A stretch of both versions: the same words, or the differing words of each."""

    one: str
    other: str

    @property
    def same(self) -> bool:
        """Whether both versions are equal here."""
        return self.one == self.other


def differences(one: str, other: str) -> tuple[Piece, ...]:
    """Split both versions into pieces. Joining the `one` or `other` parts gives back that version exactly."""
    ours, theirs = _WORD.findall(one), _WORD.findall(other)
    if len(ours) + len(theirs) > _MANY:
        ours, theirs = one.splitlines(keepends=True), other.splitlines(keepends=True)
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    pieces = [Piece("".join(ours[a:b]), "".join(theirs[c:d])) for _tag, a, b, c, d in found]
    return tuple(_without_islands(pieces))


def both_in_one(one: str, other: str) -> str:
    """Return a text to start a merge from: common lines once, and at each difference the lines of both."""
    ours, theirs = one.split("\n"), other.split("\n")
    lines: list[str] = []
    for _tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        lines += ours[a:b]
        lines += [] if _tag == "equal" else theirs[c:d]
    return "\n".join(lines)


def _without_islands(pieces: list[Piece]) -> list[Piece]:
    """Merge white space between two differences into them, so that adjacent words show as one change."""
    joined: list[Piece] = []
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1 and not pieces[index + 1].same
        island = piece.same and between and joined and not joined[-1].same and piece.one.strip() == ""
        if joined and not joined[-1].same and (island or not piece.same):
            last = joined[-1]
            joined[-1] = Piece(last.one + piece.one, last.other + piece.other)
        else:
            joined.append(piece)
    return joined
