"""The follow-up question after a longer reflection. It asks and never judges."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

QUESTIONS: Final[dict[str, str]] = {
    "cause": N_("What do you think made it go this way?"),
    "part": N_("What was your part in it?"),
    "others": N_("How would a colleague tell this?"),
    "next": N_("If this happens again, then …?"),
}
"""Missing aspect -> the message id of its question in English."""


def deepening_question(aspect: str, _: Words) -> str:
    """Return the question about the missing aspect."""
    return _(QUESTIONS[aspect])
