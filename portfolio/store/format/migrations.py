"""Bring a state that an older Leerreis wrote to the current schema.

A file is brought up as it is read, and written in the new form with the first change: reading alone does not lock out
computers with an older Leerreis. A step is a function of the records alone and keeps their version ids, so two machines
that were updated apart write the same bytes, and a copy in the old form can still be joined. A newer file is never
brought down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from portfolio.store.format.canonical import SCHEMA, State

Step = Callable[[State], State]

STEPS: Final[Mapping[int, Step]] = {}
"""Schema -> the step from it to the next one. The tests of each step have a file from before and one from after it."""


def migrated(state: State) -> State:
    """The state at the current schema; a current, a newer and a foreign state are returned unchanged."""
    schema = schema_of(state)
    while schema in STEPS and schema < SCHEMA:
        state = STEPS[schema](state).at_schema(schema + 1)
        schema += 1
    return state


def schema_of(state: State) -> int:
    """The schema of a state; 0 when the header does not say."""
    schema = state.header.get("schema")
    return schema if isinstance(schema, int) and not isinstance(schema, bool) and schema >= 1 else 0
