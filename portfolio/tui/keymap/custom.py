"""The user's own keys: which key an action can have, which action has it already, and what the settings say about it.

Enter, escape, the arrows and the number keys are fixed, so that nobody gets lost. Actions used while writing can only
have keys that type nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.pictures import KEYS
from portfolio.tui.keymap.table import ACTIONS, EVERYWHERE
from portfolio.wording import N_

OwnKeys: TypeAlias = Mapping[str, str]
"""Keys that differ from the table of actions, by the id of the action."""

SAME_EVERYWHERE: Final = N_("Enter, esc, the arrows and the number keys are the same everywhere.")
SHOWS: Final = N_("On the journey this letter shows a picture; take another one.")
NO_KEY: Final = N_("Not every terminal passes this key on; take a letter, a sign, f1 to f12, or ctrl with a letter.")
WRITES: Final = N_("You need this key while you write; take f1 to f12, or ctrl with a letter.")

_FIXED: Final = frozenset(
    {"enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "insert"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
)
_TERMINAL_KEYS: Final = frozenset(f"ctrl+{letter}" for letter in "cqzhijm")
"""Interrupt, quit, suspend, and what terminals send for backspace, tab and enter."""
_TEXT_KEYS: Final = frozenset(f"ctrl+{letter}" for letter in "abdefknuvwxyz")
"""Keys that text boxes use: move, delete, paste, undo."""
_FUNCTIONS: Final = frozenset(f"f{n}" for n in range(1, 13))


def changeable() -> tuple[Action, ...]:
    """Return the actions whose key can be changed, each once, in the order of the table."""
    once = {a.id: a for a in reversed(ACTIONS)}
    return tuple(once[i] for i in dict.fromkeys(a.id for a in ACTIONS) if once[i].key not in {*_FIXED, "ctrl+j"})


def key_of(action: str, own: OwnKeys) -> str:
    """Return the current key of an action."""
    return own.get(action) or next(a.key for a in ACTIONS if a.id == action)


def refusal(action: str, key: str) -> str:
    """Return why an action cannot have this key, as a message id in English; empty when it can.

    An action can always have its own key from the table.
    """
    if key in _keys(action, {}):
        return ""
    if key in _FIXED or key.isdigit():
        return SAME_EVERYWHERE
    if key in KEYS and "journey" in places_of(action):
        return SHOWS
    letter = len(named(key)) == 1
    if key in _TERMINAL_KEYS or not (letter or key in _FUNCTIONS or _is_ctrl_letter(key)):
        return NO_KEY
    return WRITES if _while_writing(action) and (letter or key in _TEXT_KEYS) else ""


def holder(action: str, key: str, own: OwnKeys) -> str:
    """Return the id of another action with this key in a place they share; empty when the key is free."""
    here = places_of(action)
    others = dict.fromkeys(a.id for a in ACTIONS if a.id != action)
    return next((o for o in others if key in _keys(o, own) and here & places_of(o)), "")


def with_key(own: OwnKeys, action: str, key: str) -> OwnKeys:
    """Return the keys after giving `key` to this action; a key from the table needs no entry."""
    rest = {i: k for i, k in own.items() if i != action}
    return rest if key == key_of(action, {}) else {**rest, action: key}


def swapped(own: OwnKeys, action: str, key: str, other: str) -> OwnKeys | None:
    """Return the keys after two actions swap theirs; None when the other cannot have this one's key."""
    freed = key_of(action, own)
    after = with_key(with_key(own, other, freed), action, key)
    return None if refusal(other, freed) or holder(other, freed, after) else after


def _keys(action: str, own: OwnKeys) -> frozenset[str]:
    """Return every key that an action has anywhere."""
    mine = own.get(action)
    return frozenset(mine.split(",") if mine else (a.key for a in ACTIONS if a.id == action))


def _is_ctrl_letter(key: str) -> bool:
    return key.startswith("ctrl+") and len(key) == len("ctrl+x") and key[-1].isalpha()


def places_of(action: str) -> frozenset[str]:
    """Return every place and small screen where an action exists."""
    return frozenset().union(*(a.where or EVERYWHERE for a in ACTIONS if a.id == action))


def _while_writing(action: str) -> bool:
    """Return whether the action exists in a small screen, where text is written."""
    return not places_of(action) <= EVERYWHERE
