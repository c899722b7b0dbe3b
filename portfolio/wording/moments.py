"""The words in which someone says how much time there is, and what kind of moment it was."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

MOMENTS: Final[dict[str, str]] = {
    "day": N_("just a day"),
    "well": N_("something went well"),
    "differently": N_("something went differently than planned"),
    "feedback": N_("I got feedback"),
    "finished": N_("a project or training is done"),
    "again": N_("something keeps coming back, or was hard between people"),
}
"""Kind of moment -> its English words."""


def moment_words(moment: str, _: Words) -> str:
    """What kind of moment it was, as one answers."""
    return _(MOMENTS[moment])


def time_words(minutes: int, _: Words) -> str:
    """So much time: "10 minutes"."""
    return _.plural("{n} minute", "{n} minutes", minutes)
