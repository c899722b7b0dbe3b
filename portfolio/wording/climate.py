"""The learning-climate check: ten statements about work, each answered with no, sometimes or yes.

A personal version of the quick scans that trainers use for whole organisations. There is no score; the statements with
the lowest answers can be turned into needs.
"""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

STATEMENTS: Final[tuple[str, ...]] = (
    N_("I know what is expected of me at work."),
    N_("I have time to learn during work."),
    N_("I can ask for help without it feeling awkward."),
    N_("A mistake is fine if I learn from it."),
    N_("I hear often enough how I am doing."),
    N_("I quickly find the information I need."),
    N_("I sometimes get tasks just beyond what I can do."),
    N_("I am allowed to try something new."),
    N_("My manager asks what I am learning."),
    N_("I can really use what I learn."),
)
"""Message ids in English, in the order in which they are asked."""
ANSWERS: Final[dict[str, str]] = {"1": N_("no"), "2": N_("sometimes"), "3": N_("yes")}
"""Answer -> its message id in English."""


def statement(n: int, _: Words) -> str:
    """Return statement `n`, counted from 0."""
    return _(STATEMENTS[n])


def climate_answer(answer: str, _: Words) -> str:
    """Return the word for an answer."""
    return _(ANSWERS[answer])
