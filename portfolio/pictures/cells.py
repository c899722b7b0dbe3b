"""How many cells a text takes in a terminal, and cutting, padding and wrapping by that measure.

Widths follow Unicode's East Asian Width (UAX #11): wide and fullwidth characters take two cells, combining and
invisible ones none. An emoji presentation selector makes a narrow character wide, and what a zero-width joiner joins
adds nothing. Limits: characters of ambiguous width count as one cell, as in Western terminals; a terminal that does
not join emoji draws such a sequence wider than is measured here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

_JOINER: Final = "\u200d"
_AS_EMOJI: Final = "\ufe0f"
_SOFT_HYPHEN: Final = "\u00ad"
_INFORMATION: Final = "\u2139"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


def cells(text: str) -> int:
    """How many cells `text` takes; it must be one line."""
    if text.isascii():
        return len(text)
    if len(text) == 1:
        return _width(text)
    if _JOINER not in text and _AS_EMOJI not in text:
        return sum(map(_width, text))
    return sum(width for _cluster, width in clusters(text))


def even(text: str) -> bool:
    """Whether every character of `text` takes one cell."""
    return text.isascii() or set(map(_width, text)) == {1}


def clusters(text: str) -> list[tuple[str, int]]:
    """`text` in pieces that a terminal draws as one, each with its cells; a piece of no cells only at the start."""
    found: list[tuple[str, int]] = []
    joined = False
    for char in text:
        width = _width(char)
        if found and (joined or width == 0):
            before, cells_before = found[-1]
            wide = char == _AS_EMOJI and cells_before == 1 and _may_widen(before[0])
            found[-1] = (before + char, 2 if wide else cells_before)
        else:
            found.append((char, width))
        joined = char == _JOINER
    return found


def _may_widen(char: str) -> bool:
    """Whether the emoji selector makes this narrow character wide: signs and digits, not letters."""
    return not (char.isalpha() or char.isspace()) or char == _INFORMATION


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if char == _SOFT_HYPHEN:
        return 1
    if category(char) in ("Mn", "Me", "Cf", "Cc") or "\u1160" <= char <= "\u11ff" or ord(char) in _SKIN_TONES:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, more: str = "…") -> str:
    """`text` in at most `width` cells; what does not fit is replaced by `more`."""
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text
    room = width - cells(more)
    if room < 0:
        return ""
    return _head(text, room).rstrip() + more


def _head(text: str, room: int) -> str:
    """The longest beginning that takes at most `room` cells."""
    if text.isascii():
        return text[:room]
    used, end = 0, 0
    for cluster, width in clusters(text[: room * 8 + 64]):
        if used + width > room:
            break
        used, end = used + width, end + len(cluster)
    return text[:end]


def pad(text: str, width: int, more: str = "…") -> str:
    """`text` in exactly `width` cells, cut or filled with spaces on the right."""
    fitted = cut(text, width, more)
    return fitted + " " * (width - cells(fitted))


def pad_left(text: str, width: int, more: str = "…") -> str:
    """`text` in exactly `width` cells, with the spaces on the left."""
    fitted = cut(text, width, more)
    return " " * (width - cells(fitted)) + fitted


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """`text` in lines of at most `width` cells, the later ones indented; a word that is too long is broken."""
    words = text.split()
    whole = " ".join(words)
    if cells(whole) <= width:
        return [whole]
    lines: list[str] = []
    line, room = "", width
    for word in words:
        joined = f"{line} {word}" if line else word
        if cells(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
            room = width - indent
        while cells(word) > room:
            head = _head(word, room) or word[:1]
            lines.append(head)
            word, room = word[len(head) :], width - indent  # noqa: PLW2901 - the rest of the word goes on
        line = word
    if line or not lines:
        lines.append(line)
    return [lines[0], *(" " * indent + line for line in lines[1:])]
