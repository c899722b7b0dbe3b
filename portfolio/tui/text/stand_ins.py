"""One-cell stand-ins for characters that must not reach a terminal, in a text that is being edited.

The text box measures the text it holds, and an unsafe character takes no cell or acts as a line end. So the box holds a
stand-in for each such character, one for one, and the original is restored when the text is read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from portfolio.sanitise import SIGNS

_FIRST: Final = 0x100000
_LAST: Final = 0x10FFFD
"""The second supplementary private use area, which texts do not use; such characters in a text get stand-ins too."""
_KEPT: Final = frozenset({0x09, 0x0A})


@cache
def _replaced() -> re.Pattern[str]:
    """The characters that get a stand-in; made when the first one comes, not at the start."""
    signs = "".join(re.escape(chr(code)) for code in SIGNS if code not in _KEPT)
    return re.compile(f"[{signs}{chr(_FIRST)}-{chr(_LAST)}]")


class StandIns:
    """The stand-ins of one text."""

    def __init__(self) -> None:
        """Start without stand-ins."""
        self._of: dict[str, str] = {}
        self._meant: dict[int, str] = {}
        self._drawn: dict[int, str] = {}

    def put(self, text: str) -> str:
        """Return the text as the box can hold it."""
        return text if text.isprintable() else _replaced().sub(self._stand_in, text)

    def _stand_in(self, found: re.Match[str]) -> str:
        character = found[0]
        if character not in self._of:
            code = _FIRST + len(self._of)
            self._of[character] = chr(code)
            self._meant[code] = character
            self._drawn[code] = SIGNS.get(ord(character), "\ufffd")
        return self._of[character]

    def meant(self, held: str) -> str:
        """Return the original of a text held by the box."""
        return held.translate(self._meant) if self._meant else held

    def drawn(self, held: str) -> str:
        """Return the text to draw: for each character held by the box one visible character."""
        return held.translate(self._drawn) if self._drawn else held
