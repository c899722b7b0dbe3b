"""Signs of one cell that stand for the characters no terminal may get, in a text that is being written.

The box of a text counts its columns in what it holds, and an unsafe character takes no cell or acts as a line end.
So the box holds a stand-in for each, one for one; what is read from it is what was put in.
"""

from __future__ import annotations

import re
from typing import Final

from portfolio.sanitise import SIGNS

_FIRST: Final = 0x100000
_LAST: Final = 0x10FFFD
"""The second supplementary private use area, which no text uses; if one does, its characters get stand-ins too."""
_KEPT: Final = frozenset({0x09, 0x0A})
_STOOD_FOR: Final = re.compile(
    "[" + "".join(re.escape(chr(code)) for code in SIGNS if code not in _KEPT) + f"{chr(_FIRST)}-{chr(_LAST)}]"
)


class StandIns:
    """The stand-ins of one text."""

    def __init__(self) -> None:
        """None yet."""
        self._of: dict[str, str] = {}
        self._meant: dict[int, str] = {}
        self._drawn: dict[int, str] = {}

    def put(self, text: str) -> str:
        """The text as the box can hold it."""
        return text if text.isprintable() else _STOOD_FOR.sub(self._stand_in, text)

    def _stand_in(self, found: re.Match[str]) -> str:
        character = found[0]
        if character not in self._of:
            code = _FIRST + len(self._of)
            self._of[character] = chr(code)
            self._meant[code] = character
            self._drawn[code] = SIGNS.get(ord(character), "\ufffd")
        return self._of[character]

    def meant(self, held: str) -> str:
        """The text that was put in."""
        return held.translate(self._meant) if self._meant else held

    def drawn(self, held: str) -> str:
        """The text to look at, a sign for each character: as many as the box holds."""
        return held.translate(self._drawn) if self._drawn else held
