"""The typeface of the documents: which characters it has, and what to say about those that it lacks.

It is bundled, so that the same document looks the same and has the same bytes on every machine. A character that it
lacks is shown by a visible sign, and said before a document is handed over.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from portfolio.export.document import Document
from portfolio.export.document_lines import lines_of, plain_words
from portfolio.sanitise import clean
from portfolio.wording import Words

FAMILY: Final = "Inter"
FOLDER: Final = Path(__file__).parent / "fonts"
LACKED: Final = "\u25a1"
"""The sign for a character that the typeface lacks: an empty square."""
_REGULAR: Final = FOLDER / "Inter-Regular.otf"
_MOST: Final = 10
"""Characters that a sentence about them names."""
_UNSEEN: Final = ("Cf", "Cc", "Cs", "Mn", "Me", "Sk")
"""Categories that change or join the character before them: alone they need no sign of their own."""
_SPACES: Final = {"\n": "\n", "\t": " ", "\r": " "}


@cache
def characters() -> frozenset[int]:
    """The code points that the typeface has (OpenType 1.9, "cmap", subtable format 4)."""
    data = _REGULAR.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(tables))
    cmap = next(offset for tag, _sum, offset, _length in entries if tag == b"cmap")
    (first,) = struct.unpack_from(">L", data, cmap + 8)
    at = cmap + first
    (twice,) = struct.unpack_from(">H", data, at + 6)
    ends, starts = at + 14, at + 16 + twice
    found: set[int] = set()
    for n in range(0, twice, 2):
        (end,) = struct.unpack_from(">H", data, ends + n)
        (start,) = struct.unpack_from(">H", data, starts + n)
        found.update(range(start, end + 1))
    return frozenset(found - {0xFFFF})


def shown(text: str) -> str:
    """The text with a visible sign for each character that the typeface lacks."""
    composed = unicodedata.normalize("NFC", clean(text))
    return "".join(_sign(char) for char in composed)


def _sign(char: str) -> str:
    if char in _SPACES:
        return _SPACES[char]
    if ord(char) in characters():
        return char
    return "" if unicodedata.category(char) in _UNSEEN else " " if char.isspace() else LACKED


def lacking(document: Document) -> str:
    """The characters of a document that its typeface lacks, each once, in their order."""
    text = "".join(plain_words(line) for line in lines_of(document.blocks)) + document.footer
    composed = unicodedata.normalize("NFC", clean(text))
    return "".join(dict.fromkeys(char for char in composed if _sign(char) == LACKED and char != LACKED))


def lacking_sentence(document: Document, _: Words) -> str:
    """What happens in a PDF with the characters that its typeface lacks; empty when it has all of them."""
    found = lacking(document)
    if not found:
        return ""
    named = " ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")
    text = _("The PDF shows {sign} for what its typeface lacks: {signs}. The other formats show them as they are.")
    return text.format(sign=LACKED, signs=named)
