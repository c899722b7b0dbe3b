"""Which template fits: by the time that someone has and the kind of moment it was, never by a theorist's name.

How long each takes, and what it is good for, follows the fields that its authors gave it (see `templates`): a review
after the action for what went differently (Tannenbaum and Cerasoli 2013), STARR for what went well, Gibbs for what
stirs, Korthagen for what keeps coming back between people, the four L's for a project or a training.
"""

from __future__ import annotations

from typing import Final

from portfolio.records.templates import EVENING

TIMES: Final = (3, 10, 20)
"""Minutes to choose from."""
MOMENTS: Final = ("day", "well", "differently", "feedback", "finished", "again")
"""Kinds of moment to choose from when there is more time than a few minutes."""
FEEDBACK: Final = "feedback"
"""What is no template but a kind of record of its own."""

_TEN: Final[dict[str, str]] = {
    "day": "what_so_what",
    "well": "starr",
    "differently": "after_action",
    "feedback": FEEDBACK,
    "finished": "four_l",
    "again": "start_stop_continue",
}
_TWENTY: Final[dict[str, str]] = {
    "day": "kolb",
    "well": "starr",
    "differently": "gibbs",
    "feedback": FEEDBACK,
    "finished": "four_l",
    "again": "korthagen",
}


def template_for(minutes: int, moment: str = "day") -> str:
    """The template for so many minutes and this kind of moment; in three minutes it is always the evening check."""
    if minutes <= TIMES[0]:
        return EVENING
    return (_TEN if minutes <= TIMES[1] else _TWENTY)[moment]
