"""Make stored text safe to show.

Terminals obey what they are sent: an escape sequence in a note could clear the screen, write the clipboard or rename
the window, and a bidirectional control could make a line read differently from what is stored. Each such character is
made visible, one by one; whole sequences are never removed, since that would remove ordinary text too. The stored text
stays as it was typed, except for its line ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

# Unicode "Control Pictures" U+2400..U+2421 show a control character by its name.
_PICTURES: Final = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_REPLACED: Final = dict.fromkeys(
    (
        *range(0x80, 0xA0),  # C1 controls, a second way to start an escape sequence
        *range(0x202A, 0x202F),  # bidirectional embeddings and overrides (UAX #9)
        *range(0x2066, 0x206A),  # bidirectional isolates
        0x061C,
        0x200E,
        0x200F,
        0x2028,
        0x2029,
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),  # tag characters: invisible text
        *range(0xD800, 0xE000),  # lone surrogates cannot be written as UTF-8
    ),
    "\ufffd",
)
SIGNS: Final = {**_PICTURES, **_REPLACED}
"""Every character that must not reach a terminal, and its visible replacement; line end and tab are among them.

Python counts each of them as unprintable (`str.isprintable`), so printable text is safe without replacement.
"""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""The line ends of other systems and the separators: the newline functions of Unicode (section 5.8)."""


@cache
def _signs(line_end: str | None, tab: str | None) -> Mapping[int, str]:
    """`SIGNS` with these for a line end and a tab; None leaves both, and a carriage return, unchanged.

    Made when a text first needs it: most have none of these characters.
    """
    if line_end is None or tab is None:
        return {code: sign for code, sign in SIGNS.items() if code not in (0x09, 0x0A, 0x0D)}
    return {**SIGNS, 0x0A: line_end, 0x09: tab}


@cache
def _escapes() -> Mapping[int, str]:
    return {
        code: f"\\u{code:04x}" if code < 0x10000 else f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
        for code in SIGNS
        if code != 0x0A
    }


def with_line_ends(text: str) -> str:
    """The text with a line feed for every line end and separator; nothing else changes."""
    return text if text.isprintable() else _LINE_ENDS.sub("\n", text)


def clean(text: str) -> str:
    """Text of several lines, safe for a terminal: line ends stay, tabs become four spaces."""
    return text if text.isprintable() else with_line_ends(text).translate(_signs("\n", "    "))


def clean_line(text: str) -> str:
    """Text on one line, safe for a terminal: line ends and tabs become a space."""
    return text if text.isprintable() else with_line_ends(text).translate(_signs(" ", " "))


def on_one_line(text: str) -> str:
    """The stored text with a space for every line end, for a field with one text per line."""
    return with_line_ends(text).replace("\n", " ")


def clean_document(document: str) -> str:
    """A document, safe for a terminal: its own line ends and tabs stay."""
    return document if document.isprintable() else document.translate(_signs(None, None))


def clean_json(encoded: str) -> str:
    """JSON that is safe for a terminal and has the same meaning: control characters are escaped (RFC 8259, 7)."""
    return encoded if encoded.isprintable() else encoded.translate(_escapes())
