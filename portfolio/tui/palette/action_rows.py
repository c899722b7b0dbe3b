"""What undo and redo would do now, in words: “Undo: learning goal “Meten” paused”."""

from __future__ import annotations

from portfolio.notebook.change_names import in_words
from portfolio.tui.keymap.action import Action
from portfolio.tui.services.state import AppState
from portfolio.wording.names import capital

_ROOM = 40
"""Characters that a name may have in the list, after the word undo or redo."""


def named_action(action: Action, look: AppState) -> str:
    """The name of an action in a list of all that can be done; undo and redo say what they are about."""
    _ = look.words
    label = capital(_.context(*action.label))
    about = {"undo": look.next_acts.undo, "redo": look.next_acts.redo}.get(action.id)
    if about is None:
        return label
    return f"{label}: {in_words(about, _, _ROOM - len(label))}"
