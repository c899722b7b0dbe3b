"""The conversation that the user prepares, with the steps that are done, also those of this session."""

from __future__ import annotations

from portfolio.journey.prompts.preparation import Preparation, SessionSteps, preparation
from portfolio.tui.services.state import AppState


def prepared(state: AppState) -> Preparation | None:
    """Return the conversation that asks for attention; None without any, and in Over the shoulder."""
    if not state.alone:
        return None
    chosen, opened, read, confirmed = (
        {taken.conversation for taken in state.taken if taken.step == step}
        for step in ("choose", "open", "read", "confirm")
    )
    session = SessionSteps(chosen, opened, read, state.talked_about, confirmed)
    return preparation(state.records, state.today, session)
