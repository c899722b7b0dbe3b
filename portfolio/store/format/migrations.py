"""What an older Leerreis wrote, in the form of today.

A file is brought up as it is read, and written in its new form with the first change that somebody makes: to look at a
file locks out nobody. A step is a function of the records alone and keeps their version ids, so two machines that were
updated apart write the same bytes, and a copy in the old form still joins. A newer file is never brought down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from portfolio.store.format.canonical import SCHEMA, State

Step = Callable[[State], State]

STEPS: Final[Mapping[int, Step]] = {}
"""Schema -> the step from it to the next one. Each has a file from before and one from after beside its tests."""


def brought_up(state: State) -> State:
    """The state in the form of today; what is of today already, newer or no portfolio is left alone."""
    schema = schema_of(state)
    while schema in STEPS and schema < SCHEMA:
        state = STEPS[schema](state).at_schema(schema + 1)
        schema += 1
    return state


def schema_of(state: State) -> int:
    """Which form it has; 0 when the header does not say."""
    schema = state.header.get("schema")
    return schema if isinstance(schema, int) and not isinstance(schema, bool) and schema >= 1 else 0
