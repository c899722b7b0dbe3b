"""Changing how something stands in one key: the states of a kind, and what goes with each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from portfolio.records.goals import Step
from portfolio.records.kinds import fields
from portfolio.records.record import Record
from portfolio.tui.views.options import Option
from portfolio.wording import Words
from portfolio.wording.names import choice_label

KINDS: Final = frozenset({"goal", "step", "agreement", "request", "conversation"})
"""The kinds that have a state."""


def states(record: Record, _: Words) -> list[Option]:
    """The states to choose from; none for a step, which is done or not."""
    if isinstance(record, Step) or record.kind not in KINDS:
        return []
    return [Option(v, choice_label("state", v, _, record.kind)) for v in fields(record.kind)["state"].choices]


def with_state(record: Record, state: str, today: date) -> Mapping[str, str]:
    """The fields that a state sets: a goal that was achieved has its day too, and one that runs again has none."""
    texts = {"state": state}
    if record.kind == "goal":
        if state == "achieved":
            texts["achieved_on"] = today.isoformat()
        elif getattr(record, "achieved_on", None):
            texts["achieved_on"] = ""
    return texts


def checked_off(step: Step, today: date) -> Mapping[str, str]:
    """A step done today, or not done after all."""
    return {"done_on": "" if step.done_on else today.isoformat()}
