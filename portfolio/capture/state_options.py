"""The states to choose from, and the fields that mark a step as done; `capture.states` has the fields of a state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from portfolio.capture.options import Option
from portfolio.journey.prompts.if_then_plans import active_goals
from portfolio.records.collection import Records
from portfolio.records.goals import Goal, Step
from portfolio.records.kinds import fields
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.names import choice_label

KINDS: Final = frozenset({"goal", "step", "agreement", "request", "conversation"})
"""The kinds that have a state."""
MOST_GOALS: Final = 3
"""Number of active goals from which another one needs a confirmation.

Two or more distant, hard goals at once cost more than they yield (Locke and Latham 2019).
"""
_WITH_A_REASON: Final = frozenset({"paused", "dropped"})


def states(record: Record, _: Words) -> list[Option]:
    """Return the states to choose from; none for a step, which is done or not."""
    if isinstance(record, Step) or record.kind not in KINDS:
        return []
    return [Option(v, choice_label("state", v, _, record.kind)) for v in fields(record.kind)["state"].choices]


def checked_off(step: Step, today: date) -> Mapping[str, str]:
    """Return the fields that mark a step as done today; those that undo it if it is done."""
    return {"done_on": "" if step.done_on else today.isoformat()}


def has_reason(record: Record, state: str) -> bool:
    """Return whether a reason is asked for before the record gets this state."""
    return state in _WITH_A_REASON and "state_reason" in record.fields


def goals_beside(record: Record, state: str, records: Records) -> Sequence[Goal]:
    """Return the other active goals, when there are too many to make this one active without a question."""
    if record.kind != "goal" or state != "active":
        return ()
    others = [goal for goal in active_goals(records) if goal.id != record.id]
    return others if len(others) >= MOST_GOALS else ()
