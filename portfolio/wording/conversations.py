"""What fits now for a conversation, in a line. Calm: nothing is late, and nothing is counted against anyone."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

_STEPS: Final[dict[str, str]] = {
    "choose": N_("Now: choose what you take along."),
    "send": N_("Now: read through what you hand over, and send it."),
    "read_sheet": N_("Now: read your own sheet."),
    "today": N_("Today: your sheet before it; afterwards what was agreed."),
    "write_down": N_("Write down what was agreed, while you remember it."),
}
"""Step of the countdown -> its line."""


def step_line(step: str, _: Words) -> str:
    """What fits now."""
    return _(_STEPS[step])
