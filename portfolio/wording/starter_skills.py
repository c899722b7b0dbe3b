"""Skills to start with, for users who do not know what to call theirs. Optional."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_

STARTERS: Final[tuple[str, ...]] = (
    N_("Listening and summarising"),
    N_("Asking for and giving feedback"),
    N_("Working together"),
    N_("Planning work"),
    N_("Difficult conversations"),
    N_("Presenting"),
    N_("Clear writing"),
    N_("Problem solving"),
    N_("Reflecting and learning"),
    N_("Guiding someone"),
    N_("Working safely"),
    N_("Digital skills"),
)
"""Message ids in English. The last two are professional skills, the others personal and social ones."""
PROFESSIONAL: Final = frozenset(STARTERS[-2:])
