"""The text of hints and of proposed milestones. Calm, and without counts."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

NUDGES: Final[dict[str, str]] = {
    "past": N_("This agreement was due. What is its status?"),
    "expires": N_("This is valid for a short while only. Do you want to renew it?"),
    "expired": N_("This is not valid any more. Do you want to renew it?"),
    "remind": N_("No answer yet. Ask again?"),
    "sign": N_("How will you know that this goal worked?"),
    "pause": N_("Pause a goal?"),
    "use": N_("Have you used it at work yet?"),
    "result": N_("Is the result of this story known by now?"),
    "lesson": N_("What did you learn from this story?"),
    "seen": N_("Who has seen you do this?"),
    "raise": N_("Want to raise this with someone?"),
    "quiet": N_("This goal has been quiet for a while. What is its status?"),
}
"""Sort of hint -> its line."""

_MILESTONES: Final[dict[str, str]] = {
    "goal": N_("Goal achieved: {title}"),
    "level": N_("Independent: {title}"),
}


def nudge_line(sort: str, _: Words) -> str:
    """Return the line of a hint."""
    return _(NUDGES[sort])


def milestone_text(source: str, title: str, _: Words) -> str:
    """Return the text of a proposed milestone; for a certificate its title alone."""
    known = _MILESTONES.get(source)
    return _(known).format(title=title) if known else title
