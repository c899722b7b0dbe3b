"""The one edge where stored text becomes text to show.

Terminals obey what they are sent: an escape sequence in a note could clear the screen, write the clipboard or rename
the window, and a bidirectional control could make a line read otherwise than it is stored. Each such character is made
visible, one by one; whole sequences are never stripped, since that swallows ordinary text. What is stored stays as it
was typed.
"""

from __future__ import annotations

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

_TEXT: Final = {**_PICTURES, **_REPLACED, 0x0A: "\n", 0x09: "    ", 0x0D: ""}
_LINE: Final = {**_PICTURES, **_REPLACED, 0x0A: " ", 0x09: " ", 0x0D: ""}


def clean(text: str) -> str:
    """Many-line text, safe for a terminal: line ends stay, tabs become four spaces."""
    return text.translate(_TEXT)


def clean_line(text: str) -> str:
    """One line of text, safe for a terminal: line ends and tabs become a space."""
    return text.translate(_LINE)
