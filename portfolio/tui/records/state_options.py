"""The states to choose from, and the fields that mark a step as done; `capture.states` has the fields of a state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from portfolio.records.goals import Step
from portfolio.records.kinds import fields
from portfolio.records.record import Record
from portfolio.tui.dialogs.options import Option
from portfolio.wording import Words
from portfolio.wording.names import choice_label

KINDS: Final = frozenset({"goal", "step", "agreement", "request", "conversation"})
"""The kinds that have a state."""


def states(record: Record, _: Words) -> list[Option]:
    """Return the states to choose from; none for a step, which is done or not."""
    if isinstance(record, Step) or record.kind not in KINDS:
        return []
    return [Option(v, choice_label("state", v, _, record.kind)) for v in fields(record.kind)["state"].choices]


def checked_off(step: Step, today: date) -> Mapping[str, str]:
    """Return the fields that mark a step as done today; those that undo it if it is done."""
    return {"done_on": "" if step.done_on else today.isoformat()}
