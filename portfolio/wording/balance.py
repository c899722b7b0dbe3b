"""The decisions about a goal in the quarterly balance, as answers."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

DECISIONS: Final[dict[str, str]] = {
    "continue": N_("Continue"),
    "adjust": N_("Adjust"),
    "pause": N_("Pause"),
    "drop": N_("Drop"),
    "achieve": N_("Achieved"),
}
"""Decision -> its message id in English."""


def decision_words(decision: str, _: Words) -> str:
    """Return the words for a decision."""
    return _(DECISIONS[decision])
