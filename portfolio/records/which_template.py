"""Suggest a template by the time available and the kind of moment; users need not know the names of theorists.

How long each takes, and what it is good for, follows its authors (see `templates`): a review after the action for what
went differently (Tannenbaum and Cerasoli 2013), STARR for what went well, Gibbs for strong feelings, Korthagen for what
keeps recurring between people, the four L's for a project or a training.
"""

from __future__ import annotations

from typing import Final

from portfolio.records.templates import EVENING

TIMES: Final = (3, 10, 20)
"""Minutes to choose from."""
MOMENTS: Final = ("day", "well", "differently", "feedback", "finished", "again")
"""Kinds of moment to choose from when there is more time than a few minutes."""
FEEDBACK: Final = "feedback"
"""Not a template: a record of feedback."""

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
    """The template for this many minutes and this kind of moment; with three minutes always the daily check."""
    if minutes <= TIMES[0]:
        return EVENING
    return (_TEN if minutes <= TIMES[1] else _TWENTY)[moment]
