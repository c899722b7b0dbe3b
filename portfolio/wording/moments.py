"""The answers to how much time there is and what kind of moment it was, when a template is chosen."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

MOMENTS: Final[dict[str, str]] = {
    "day": N_("just a day"),
    "well": N_("something went well"),
    "differently": N_("something didn't go as planned"),
    "feedback": N_("I got feedback"),
    "finished": N_("a project or training is done"),
    "again": N_("something keeps coming back, or was difficult between people"),
}
"""Kind of moment -> its message id in English."""


def moment_words(moment: str, _: Words) -> str:
    """Return the kind of moment, as an answer."""
    return _(MOMENTS[moment])


def hours_words(minutes: int, _: Words) -> str:
    """Return an amount of time in hours and minutes, "1 h 30", in one piece."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        words = _("{n} min").format(n=rest)
    elif rest:
        words = _("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
    else:
        words = _("{n} h").format(n=hours)
    return words.replace(" ", "\u00a0")


def time_words(minutes: int, _: Words) -> str:
    """Return an amount of time: "10 minutes"."""
    return _.plural("{n} minute", "{n} minutes", minutes)
