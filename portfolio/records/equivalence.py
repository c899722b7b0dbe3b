"""When two texts are the same, though their letters are stored in another way.

A keyboard gives "é" as one character, a Mac's file dialog as "e" and an accent. They are canonically equivalent
(UAX 15) and look alike, so nobody can tell which one a tag has. A text is stored as it was typed; it is compared here.
"""

from __future__ import annotations

import unicodedata


def canonical(text: str) -> str:
    """One form for all texts that are canonically equivalent (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def caseless(text: str) -> str:
    """One form for all texts that differ in their capitals at most (Unicode 3.13, D145)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
