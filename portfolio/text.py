"""Measure how many cells a text takes in a terminal, and cut, pad and wrap it by that measure.

Widths follow Unicode: wide and fullwidth characters (UAX #11) take two cells, combining and invisible ones none. An
emoji presentation selector makes a narrow symbol of UTS #51 wide, and characters joined by a zero-width joiner add
nothing. The widths equal those of Rich, which draws the app; a test compares the two. Limits: characters of ambiguous
width count as one cell, as in Western terminals; a terminal that does not join emoji draws such a sequence wider than
is measured here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

ELLIPSIS: Final = "…"
_JOINER: Final = "\u200d"
_AS_EMOJI: Final = "\ufe0f"
_WIDENED: Final = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢"
    "☣☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴"
    "❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁"
    "📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)
"""Narrow symbols that the emoji selector makes wide: emoji-variation-sequences.txt of UTS #51."""
_NEW_EMOJI_AND_HAN: Final = range(0x1F000, 0x40000)
"""The range in which characters that this Python does not know are wide."""
_INVISIBLE: Final = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"})
_NOT_AS_THEIR_CATEGORY: Final = (
    ((0xAD, 0xAD), 1),  # the soft hyphen
    ((0x600, 0x605), 1),  # signs that surround Arabic, Syriac and Kaithi numbers
    ((0x6DD, 0x6DD), 1),
    ((0x70F, 0x70F), 1),
    ((0x890, 0x891), 1),
    ((0x8E2, 0x8E2), 1),
    ((0x110BD, 0x110BD), 1),
    ((0x110CD, 0x110CD), 1),
    ((0x1160, 0x11FF), 0),  # Korean vowels and final consonants join what precedes them
    ((0xD7B0, 0xD7FB), 0),
    ((0x3164, 0x3164), 0),  # Korean fillers
    ((0xFFA0, 0xFFA0), 0),
    ((0x2630, 0x2637), 2),  # trigrams, hexagrams and counting rods: wide since Unicode 16
    ((0x268A, 0x268F), 2),
    ((0x4DC0, 0x4DFF), 2),
    ((0x1D300, 0x1D376), 2),
    ((0x1F3FB, 0x1F3FF), 0),  # skin tones
)
_CHARACTERS_PER_CELL: Final = 12
"""The characters per cell at which measuring stops: far more than real text has, so a huge text is cut quickly."""
_SIGNS: Final = ".,;:!?…·–—-(“‘"
_BEFORE_MORE: Final = f" \t\n{_SIGNS}"
"""The characters that are dropped before an ellipsis, so that no two signs follow each other."""
_BETWEEN_PARTS: Final = " · "
_LONGEST_SIGN: Final = 8
"""The characters after a cut in which the end of a word is looked for."""


def cells(text: str) -> int:
    """Return the width of `text` in cells; it must be one line."""
    if text.isascii():
        return len(text)
    return _cells(text) if len(text) < 512 else _measure(text)


def _measure(text: str) -> int:
    if _JOINER not in text and _AS_EMOJI not in text:
        return sum(map(_width, text))
    return sum([width for _cluster, width in clusters(text)])


_cells = lru_cache(maxsize=4096)(_measure)


def even(text: str) -> bool:
    """Return whether every character of `text` takes one cell."""
    return text.isascii() or set(map(_width, text)) == {1}


def clusters(text: str) -> list[tuple[str, int]]:
    """Split `text` into pieces drawn as one, each with its width in cells; only the first can have width 0."""
    found: list[tuple[str, int]] = []
    joined = False
    for char in text:
        width = _width(char)
        if found and (joined or width == 0):
            before, cells_before = found[-1]
            wide = char == _AS_EMOJI and not joined and cells_before == 1 and before[0] in _WIDENED
            found[-1] = (before + char, 2 if wide else cells_before)
        else:
            found.append((char, width))
        joined = char == _JOINER and not joined
    return found


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    code = ord(char)
    for (first, last), width in _NOT_AS_THEIR_CATEGORY:
        if first <= code <= last:
            return width
    sort = category(char)
    if sort in _INVISIBLE:
        return 0
    if sort == "Cn" and code not in _NEW_EMOJI_AND_HAN:  # Python calls these fullwidth
        return 1
    return 2 if east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, more: str = ELLIPSIS) -> str:
    """Cut `text` to at most `width` cells; `more` replaces what does not fit, and the punctuation before it."""
    if width <= 0:
        return ""
    head = text[: width * _CHARACTERS_PER_CELL + 256]
    if cells(head) <= width and len(head) == len(text):
        return text
    room = width - cells(more)
    return ended(_head(head, room), more) if room >= 0 else ""


def ended(head: str, more: str = ELLIPSIS) -> str:
    """Return the beginning of a text with `more` behind it, instead of spaces and punctuation at its end."""
    kept = head.rstrip()
    return (kept.rstrip(_BEFORE_MORE) or kept) + more if more else kept


def cut_at_word(text: str, width: int, more: str = ELLIPSIS) -> str:
    """Cut like `cut`, but after a whole word if the words kept fill at least half of the width."""
    shown = cut(text, width, more)
    if shown == text or not shown.endswith(more) or not more:
        return shown
    head = shown[: -len(more)]
    after = text[len(head) : len(head) + _LONGEST_SIGN].lstrip(_SIGNS)
    whole = after[:1].isspace()
    words = ended(head if whole else head.rpartition(" ")[0], more)
    return words if cells(words[: -len(more)]) * 2 >= width else shown


def _head(text: str, room: int) -> str:
    """Return the longest beginning of at most `room` cells."""
    if text.isascii():
        return text[:room]
    used, end = 0, 0
    for cluster, width in clusters(text):
        if used + width > room:
            break
        used, end = used + width, end + len(cluster)
    return text[:end]


def pad(text: str, width: int, more: str = ELLIPSIS) -> str:
    """Return `text` in exactly `width` cells, cut or padded with spaces on the right."""
    fitted = cut(text, width, more)
    return fitted + " " * (width - cells(fitted))


def pad_left(text: str, width: int, more: str = ELLIPSIS) -> str:
    """Return `text` in exactly `width` cells, cut or padded with spaces on the left."""
    fitted = cut(text, width, more)
    return " " * (width - cells(fitted)) + fitted


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """Wrap `text` to lines of at most `width` cells, between words where possible; returns at least one line.

    Later lines of a paragraph are indented; a word that is wider than a line is broken. Spaces at a break are dropped,
    all other characters are kept.
    """
    width = max(width, 1)
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, width, " " * indent)]


def wrap_parts(text: str, width: int) -> list[str]:
    """Wrap a line of parts with dots between them, as keys with what they do, between the parts where possible."""
    lines: list[str] = []
    for part in text.split(_BETWEEN_PARTS):
        longer = f"{lines[-1]}{_BETWEEN_PARTS}{part}" if lines else part
        if lines and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines += wrap(part, width)
    return lines


def wrap_at_most(text: str, width: int, most: int, indent: int = 0) -> list[str]:
    """Wrap like `wrap`, to at most `most` lines: the last one is cut at a word when more would follow."""
    lines = wrap(text, width, indent)
    if len(lines) <= most:
        return lines
    room = max(width, 1)
    last = cut_at_word(f"{lines[most - 1]} {lines[most].lstrip()}", room)
    if not last.endswith(ELLIPSIS):  # the next line is short: of another paragraph
        last = ended(cut(last, room - 1, ""))
    return [*lines[: most - 1], last]


def _paragraph(paragraph: str, width: int, indent: str) -> Iterator[str]:
    if len(paragraph) <= width and cells(paragraph) <= width:
        yield paragraph
        return
    lead, line, room = "", "", width
    for word in paragraph.split(" "):
        size = cells(word) if len(word) <= width * _CHARACTERS_PER_CELL else width + 1
        if size + bool(line) <= room:
            line = f"{line} {word}" if line else word
        else:
            if line:
                yield lead + line
                lead = indent
            first, later = max(width - len(lead), 1), max(width - len(indent), 1)
            *whole, line = _pieces(word, first, later) if size > first else [word]
            for piece in whole:
                yield lead + piece
                lead = indent
        # A joiner at the edge of a word also joins the space, so the line is measured as a whole.
        room = width - len(lead) - cells(line)
    yield lead + line


def _pieces(word: str, first: int, later: int) -> list[str]:
    """Split a word that is too wide into pieces of at most `first`, then `later` cells; at least one cluster each."""
    if word.isascii():
        return [word[:first], *(word[at : at + later] for at in range(first, len(word), later))]
    pieces, used, room = [""], 0, first
    for cluster, width in clusters(word):
        if pieces[-1] and used + width > room:
            pieces.append("")
            used, room = 0, later
        pieces[-1] += cluster
        used += width
    return pieces
