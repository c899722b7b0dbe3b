"""Names of actions; undo and redo include what they change: “Undo: learning goal “Meten” paused”."""

from __future__ import annotations

from portfolio.notebook.change_names import in_words
from portfolio.tui.keymap.action import Action
from portfolio.tui.services.state import AppState
from portfolio.wording.names import capital

_ROOM = 40
"""Largest length of the name after undo or redo, in characters."""


def named_action(action: Action, state: AppState) -> str:
    """Return the name of an action; undo and redo include what they change."""
    _ = state.words
    label = capital(_.context(*action.label))
    about = {"undo": state.next_acts.undo, "redo": state.next_acts.redo}.get(action.id)
    if about is None:
        return label
    return f"{label}: {in_words(about, _, _ROOM - len(label))}"
