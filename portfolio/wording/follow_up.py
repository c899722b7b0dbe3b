"""The one question that may follow a longer look back. It asks, and never judges."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

QUESTIONS: Final[dict[str, str]] = {
    "cause": N_("What do you think made it go this way?"),
    "part": N_("What was your part in it?"),
    "others": N_("How would a colleague tell this?"),
    "next": N_("If this happens again, then …?"),
}
"""What is missing -> its English question."""


def deepening_question(aspect: str, _: Words) -> str:
    """The question about what is missing."""
    return _(QUESTIONS[aspect])
