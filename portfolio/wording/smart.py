"""The letters of SMART, as a check on a learning goal afterwards. In Dutch the A is usually "acceptabel"."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

LETTERS: Final[dict[str, str]] = {
    "specific": N_("specific"),
    "measurable": N_("measurable"),
    "acceptable": N_("acceptable"),
    "realistic": N_("realistic"),
    "timed": N_("time-bound"),
}
"""Letter -> its message id in English."""


def smart_letter(letter: str, _: Words) -> str:
    """Return the word for a letter."""
    return _(LETTERS[letter])
