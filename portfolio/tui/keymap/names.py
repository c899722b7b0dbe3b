"""The names of keys on the screen. A message that names a key contains `{undo}`, and `KeyNames` fills it in.

So messages stay true for users who changed their keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from textual.keys import key_to_character

from portfolio.sanitise import clean_line
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.keymap.table import ACTIONS

KeyNames: TypeAlias = Mapping[str, str]
"""The name of the key of each action and move by its id; of places and pictures by `go_` or `picture_` and their id."""

_NAMES: Final = {
    "enter": "enter",
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "backslash": "\\",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "at": "@",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def named(key: str, display: str = "") -> str:
    """Return the name of a key on the screen, from Textual's name for it."""
    character = key_to_character(key) or ""
    named = display or _NAMES.get(key) or (character if character.isprintable() and character.strip() else key)
    return clean_line(named)


def key_names(own: Mapping[str, str]) -> KeyNames:
    """Return the names of all keys with the user's own; of several keys for one action the first."""
    names = {a.id: a.display or named(a.key) for a in ACTIONS} | {f"go_{p.id}": p.key for p in PLACES}
    names |= {m.id: named(m.fixed or m.letters) for m in MOVES} | {f"picture_{n.id}": n.key for n in NAMES}
    return MappingProxyType(names | {i: named(key.split(",")[0].strip()) for i, key in own.items() if i in names})


USUAL: Final = key_names({})
"""The names of the default keys."""
