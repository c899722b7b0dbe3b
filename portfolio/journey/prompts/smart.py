"""Compare a learning goal with SMART, as a check afterwards and not a form to fill in (Doran 1981).

Specific goals help when the task is known; for something new the learning itself should be the goal (Locke and Latham
2002; Latham, Seijts and Crim 2008). So nothing here is required, and nothing is a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from portfolio.records.goals import Goal

LETTERS: Final = ("specific", "measurable", "acceptable", "realistic", "timed")
"""The letters, in the order of the word."""


@dataclass(frozen=True, slots=True)
class Smart:
    """One letter: whether the goal covers it, and the field that would."""

    letter: str
    covered: bool
    field: str


def smart(goal: Goal) -> tuple[Smart, ...]:
    """Return the five letters for a goal."""
    return (
        Smart("specific", _has(goal.different), "different"),
        Smart("measurable", _has(goal.sign), "sign"),
        Smart("acceptable", _has(goal.why), "why"),
        Smart("realistic", bool(goal.forms) or _has(goal.first_step) or _has(goal.obstacle), "first_step"),
        Smart("timed", goal.due is not None, "due"),
    )


def _has(text: str | None) -> bool:
    return bool((text or "").strip())
