"""The questions of SMART that a learning goal does not answer yet (Doran 1981), asked a week after it was made.

Specific goals help when the task is known; for something new the learning itself should be the goal (Locke and Latham
2002; Latham, Seijts and Crim 2008). So nothing here is required, nothing is a mark, and a new goal is left alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from portfolio.records.goals import Goal

LEFT_ALONE: Final = timedelta(days=7)
"""Time in which a new goal gets no questions."""
_RUNS: Final = frozenset({"idea", "active", "paused"})


def is_new(goal: Goal, today: date) -> bool:
    """Whether the goal was made less than a week ago."""
    return today - goal.date < LEFT_ALONE


def open_questions(goal: Goal, today: date) -> tuple[str, ...]:
    """Return the fields that specific, measurable, acceptable, realistic and time-bound would fill, in this order.

    Empty for a new goal and for a goal that has ended.
    """
    if goal.state not in _RUNS or is_new(goal, today):
        return ()
    how = bool(goal.forms) or _has(goal.first_step) or _has(goal.obstacle)
    filled = {
        "different": _has(goal.different),
        "sign": _has(goal.sign),
        "why": _has(goal.why),
        "first_step": how,
        "due": goal.due is not None,
    }
    return tuple(field for field, has in filled.items() if not has)


def _has(text: str | None) -> bool:
    return bool((text or "").strip())
