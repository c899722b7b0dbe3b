"""Escape plain text for Markdown, and keep its source readable.

A character is escaped where it could have a meaning, and left alone where it cannot: CommonMark 0.31.2 (backslash
escapes, section 2.4) with the tables, strikethrough and bare links of GitHub's dialect (GFM 0.29).
"""

from __future__ import annotations

import re
from typing import Final

_PUNCTUATION: Final = r"!-/:-@\[-`{-~"
# Endings that make some renderers turn a bare word with a dot into a link: two letters, or an old longer one.
_DOMAIN: Final = (
    r"(?:[a-z]{2}|com|edu|gov|net|org|biz|pro|web|xxx|aero|asia|coop|info|museum|name|shop|xn--[a-z0-9-]+|рф)"
)

_SPECIAL: Final = re.compile(
    rf"""
      \\(?=[{_PUNCTUATION}]|$)            # a backslash that would escape, or end a line hard
    | [`\[|]                              # code, links and images, cells
    | (?<!\ )\* | \*(?!\ )                # emphasis, not the star in 3 * 4
    | (?<![^\W_])_ | _(?![^\W_])          # emphasis, not snake_case
    | (?<=\S)~ | ~(?=~)                   # strikethrough, not ~20
    | <(?!\s)                            # HTML, comments, links in angle brackets
    | &(?=\#|[A-Za-z][A-Za-z0-9]*;)       # entities
    | /(?=/) | (?<=mailto):(?=\S) | (?<=xmpp):(?=\S) | (?<=www)\.(?=\S) | (?<=\S)@(?=\S)
    | (?<=\S)\.(?={_DOMAIN}(?![^\W_]))   # bare links of readers that guess
    """,
    re.VERBOSE | re.IGNORECASE,
)
_START: Final = re.compile(
    r"""
      (?P<mark>\#{1,6})(?=\s|$)                    # heading
    | >                                            # quotation
    | [-+](?=\s|$) | -(?=[-\s]*$) | -(?=[-:|\s]+$) # list, thematic break, underline, row of a table
    | :(?=[-:|\s]+$)                               # row of a table
    | =(?==*\s*$)                                  # underline
    | [0-9]{1,9}(?P<dot>[.)])(?=\s|$)              # numbered list
    """,
    re.VERBOSE,
)


def escape(text: str, *, at_start: bool = True) -> str:
    """Escape plain text of several lines.

    `at_start` says whether the first line begins a line of the document. Lines must have no space at either end and
    none may be empty (`prose` gives such lines).
    """
    lines = text.split("\n")
    return "\n".join(_line(line, at_start or n > 0) for n, line in enumerate(lines))


def escape_line(text: str) -> str:
    """Escape plain text within a line; its own line ends become spaces."""
    return escape(" ".join(text.split()), at_start=False)


def escape_heading(text: str) -> str:
    """Escape plain text for a heading: a closing run of number signs would be removed."""
    line = escape_line(text)
    return f"{line[:-1]}\\#" if line.endswith("#") else line


def fence(text: str) -> str:
    """Text as a fenced block; the fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}text\n{text}\n{ticks}"


def _line(line: str, at_start: bool) -> str:
    words = _SPECIAL.sub(lambda found: f"\\{found[0]}", line)
    if not at_start:
        return words
    found = _START.match(words)
    if not found:
        return words
    at = found.start("dot") if found["dot"] else 0
    return f"{words[:at]}\\{words[at:]}"
