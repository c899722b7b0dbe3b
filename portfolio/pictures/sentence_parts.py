"""Parts that the sentences of several pictures share."""

from __future__ import annotations

from datetime import date
from typing import Final

from portfolio.pictures.canvas import safe_line
from portfolio.text import cut_at_word
from portfolio.wording import Words
from portfolio.wording.dates import month_name

_LONGEST: Final = 60
"""The most cells of the user's text that are quoted."""


def quoted(text: str) -> str:
    """Return the user's text on one line, as much as a sentence holds."""
    return cut_at_word(safe_line(text), _LONGEST)


def then(first: str, second: str) -> str:
    """Join two sentences."""
    return f"{first} {second}"


def joined(parts: list[str], _: Words) -> str:
    """Join parts as "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def month_of(day: date, _: Words) -> str:
    """Return a month with its year, since a period can hold two months of that name: "May 2025"."""
    return f"{month_name(day.month, _)} {day.year:04d}"
