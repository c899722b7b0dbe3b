"""Keys of a person's own: which key an action may have, who has it already, and what the settings then say.

Enter, escape, the arrows and the number keys are the same everywhere, so that nobody can lose their way. What is done
while one writes keeps to keys that write nothing.
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

_STEADY: Final = frozenset(
    {"enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "insert"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
)
_OF_TERMINALS: Final = frozenset(f"ctrl+{letter}" for letter in "cqzhijm")
"""Interrupt, quit, suspend, and what terminals send for backspace, tab and enter."""
_OF_TEXTS: Final = frozenset(f"ctrl+{letter}" for letter in "abdefknuvwxyz")
"""What boxes do with text: move, delete, paste, undo."""
_FUNCTIONS: Final = frozenset(f"f{n}" for n in range(1, 13))


def changeable() -> tuple[Action, ...]:
    """The actions whose key can be chosen, each once, in the order of the table."""
    once = {a.id: a for a in reversed(ACTIONS)}
    return tuple(once[i] for i in dict.fromkeys(a.id for a in ACTIONS) if once[i].key not in {*_STEADY, "ctrl+j"})


def key_of(action: str, own: OwnKeys) -> str:
    """The key that an action has now."""
    return own.get(action) or next(a.key for a in ACTIONS if a.id == action)


def refusal(action: str, key: str) -> str:
    """Why an action cannot have this key, as an English message id; empty when it can, as it can have its own."""
    if key in _keys(action, {}):
        return ""
    if key in _STEADY or key.isdigit():
        return SAME_EVERYWHERE
    if key in KEYS and "journey" in places_of(action):
        return SHOWS
    letter = len(named(key)) == 1
    if key in _OF_TERMINALS or not (letter or key in _FUNCTIONS or _is_ctrl_letter(key)):
        return NO_KEY
    return WRITES if _while_writing(action) and (letter or key in _OF_TEXTS) else ""


def holder(action: str, key: str, own: OwnKeys) -> str:
    """The id of another action that has this key where this one is too; empty when the key is free."""
    here = places_of(action)
    others = dict.fromkeys(a.id for a in ACTIONS if a.id != action)
    return next((o for o in others if key in _keys(o, own) and here & places_of(o)), "")


def with_key(own: OwnKeys, action: str, key: str) -> OwnKeys:
    """The keys when this action has that one; the key of the table needs no line of its own."""
    rest = {i: k for i, k in own.items() if i != action}
    return rest if key == key_of(action, {}) else {**rest, action: key}


def swapped(own: OwnKeys, action: str, key: str, other: str) -> OwnKeys | None:
    """The keys when two actions change theirs with each other; None when the other one cannot have this one's."""
    given = key_of(action, own)
    after = with_key(with_key(own, other, given), action, key)
    return None if refusal(other, given) or holder(other, given, after) else after


def _keys(action: str, own: OwnKeys) -> frozenset[str]:
    """Every key that an action has, here or there."""
    mine = own.get(action)
    return frozenset(mine.split(",") if mine else (a.key for a in ACTIONS if a.id == action))


def _is_ctrl_letter(key: str) -> bool:
    return key.startswith("ctrl+") and len(key) == len("ctrl+x") and key[-1].isalpha()


def places_of(action: str) -> frozenset[str]:
    """Every place and small screen where an action is."""
    return frozenset().union(*(a.where or EVERYWHERE for a in ACTIONS if a.id == action))


def _while_writing(action: str) -> bool:
    """Whether it can be done in a small screen, where one writes."""
    return not places_of(action) <= EVERYWHERE
