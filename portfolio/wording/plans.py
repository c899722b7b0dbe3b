"""The answers to how an if-then plan went."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

OUTCOMES: Final[dict[str, str]] = {
    "not_yet": N_("It did not come up yet"),
    "worked": N_("It came up, and it worked"),
    "failed": N_("It came up, and it did not work yet"),
    "gone": N_("I don't need this plan any more"),
}
"""Answer -> its message id in English."""


def outcome_words(outcome: str, _: Words) -> str:
    """Return how a plan went, as an answer."""
    return _(OUTCOMES[outcome])
