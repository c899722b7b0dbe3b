"""Text without case and accents, so that "reunie" finds "Réunie".

`fold` is the rule; `fold_encoded` does the same for megabytes of UTF-8 at once, with a short cut for the letters that
Western European text is made of.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NOT_ASCII: Final = re.compile("[^\x00-\x7f]+")
_NOT_ASCII_BYTES: Final = re.compile(rb"[\x80-\xff]+")
_WITHOUT_MARK: Final = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})
"""Letters that Unicode does not decompose, with the plain letters that people type for them."""
_COMBINING: Final = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return the text in lower case, decomposed (NFKD, UAX #15) and without combining marks."""
    if text.isascii():
        return text.lower()
    try:
        encoded = text.encode(_WESTERN)
    except UnicodeEncodeError:
        return _fold_any(text)
    return _fold_any(text) if encoded.translate(None, _FOLDABLE) else encoded.translate(_FOLDED).decode(_WESTERN)


def _fold_any(text: str) -> str:
    return _NOT_ASCII.sub(lambda run: _fold_letters(run[0]), text.casefold())


@lru_cache(maxsize=4096)
def _fold_letters(letters: str) -> str:
    """Fold one run of non-ASCII letters; cached, since a text has many letters and few different accents."""
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", letters.casefold()))
    return plain.casefold().translate(_WITHOUT_MARK)


_WESTERN: Final = "cp1252"
"""The code page of most Western European text, one byte a character: letters, quotes, dashes and the euro."""


def _folded_bytes() -> dict[int, int]:
    """Map each byte of the code page to its folded byte, for the characters that fold to exactly one of the page."""
    folded = {byte: _fold_any(bytes([byte]).decode(_WESTERN, "replace")) for byte in range(0x80, 0x100)}
    each = {byte: text.encode(_WESTERN, "ignore") for byte, text in folded.items() if len(text) == 1}
    ascii_ones = dict(enumerate(bytes(range(0x80)).lower()))
    return ascii_ones | {byte: one[0] for byte, one in each.items() if one}


_FOLDED_BYTES: Final = _folded_bytes()
_FOLDED: Final = bytes(_FOLDED_BYTES.get(byte, byte) for byte in range(256))
_FOLDABLE: Final = bytes(_FOLDED_BYTES)
"""The characters that fold to one byte. `_FOLDED` folds a text that has no other characters in one pass."""


def fold_encoded(encoded: bytes, word: str) -> bytes:
    """Fold UTF-8 text and keep its lines, exactly enough to look for `word`, which is folded already."""
    if word.isascii() and word.isalnum() and _has_common_letters_only(encoded):
        return encoded.translate(_SHORT_CUT, b"\xc3")
    return _NOT_ASCII_BYTES.sub(lambda run: _fold_letters(run[0].decode()).encode(), encoded.lower())


# In UTF-8 the letters À to ÿ are the byte C3 and one of 80 to BF. Without the C3, a table of 256 bytes folds them all.
_SHORT_CUT: Final = bytes(
    [
        *bytes(range(0x80)).lower(),
        *((fold(chr(0x40 + byte)).encode() or b"?")[0] for byte in range(0x80, 0xC0)),
        *range(0xC0, 0x100),
    ]
)
_COMMON: Final = bytes([*range(0xC0), 0xC2, 0xC3, 0xE2, 0xF0])
"""ASCII, and the bytes of À to ÿ, of a few symbols, of typographic marks and of emoji."""
_SIGNS: Final = {
    b"\xc2": (b"\xc2\xa0", b"\xc2\xab", b"\xc2\xb0", b"\xc2\xb7", b"\xc2\xbb"),  # no-break space « ° · »
    b"\xe2": (b"\xe2\x80", b"\xe2\x82\xac"),  # dashes, quotes, €; not the digits of CO₂
    b"\xf0": (b"\xf0\x9f",),  # emoji
}
"""The sequences allowed after these first bytes; others fold to letters or digits, which the short cut would miss."""
_ENCLOSED: Final = tuple(b"\xf0\x9f%c" % third for third in (0x84, 0x85, 0x86, 0x88, 0x89, 0xAF))
"""Letters and digits among the emoji: 🄰, 🆐 and the like."""


_TWO_LETTERS: Final = tuple(letter.encode() for letter in "ßæÆ")
"""Letters in the table that fold to two; the second byte alone is looked for first, which is faster."""


def _has_common_letters_only(encoded: bytes) -> bool:
    """Return whether the short cut folds all of this text: no letter folds to two, and none is outside its table."""
    if any(pair[1:] in encoded and pair in encoded for pair in _TWO_LETTERS) or encoded.translate(None, _COMMON):
        return False
    present = [first for first in _SIGNS if first in encoded]
    if b"\xf0" in present and any(sign in encoded for sign in _ENCLOSED):
        return False
    return all(encoded.count(first) == sum(map(encoded.count, _SIGNS[first])) for first in present)
