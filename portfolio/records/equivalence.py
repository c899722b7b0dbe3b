"""Compare texts that look the same but are stored differently.

A keyboard gives "é" as one character, a Mac's file dialog as "e" and an accent. The two are canonically equivalent (UAX
15) and look alike. A text is stored as it was typed; it is normalised only to compare it.
"""

from __future__ import annotations

import unicodedata


def canonical(text: str) -> str:
    """The canonical form (NFC), equal for all texts that are canonically equivalent."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def caseless(text: str) -> str:
    """The form without capitals, equal for texts that differ only in them (Unicode 3.13, D145)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
