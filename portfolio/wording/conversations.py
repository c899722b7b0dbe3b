"""The step to take now for a conversation, in one calm line: nothing is called late or counted."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_STEPS: Final[dict[str, str]] = {
    "choose": N_("Now: choose what you share."),
    "send": N_("Now: read through what you share, and send it."),
    "read_sheet": N_("Now: read your own sheet."),
    "today": N_("Today: your sheet before it; afterwards write down what was agreed."),
    "write_down": N_("Write down what was agreed, while you remember it."),
}
"""Step of the countdown -> its line."""


def step_line(step: str, _: Words) -> str:
    """Return the line of a step."""
    return _(_STEPS[step])
