"""What the keys are called on the screen. A sentence that names a key says `{undo}`, and these fill it in.

So the sentences stay true for whoever gave an action a key of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from textual.keys import key_to_character

from portfolio.sanitise import clean_line
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.keymap.table import ACTIONS

KeyNames: TypeAlias = Mapping[str, str]
"""The name of the key of each action by its id, and of each place by `go_` and its id."""

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
    """How a key is called on the screen, by Textual's name for it."""
    character = key_to_character(key) or ""
    named = display or _NAMES.get(key) or (character if character.isprintable() and character.strip() else key)
    return clean_line(named)


def key_names(own: Mapping[str, str]) -> KeyNames:
    """The names of all keys, those of a person's own among them; of several keys for one thing the first."""
    names = {a.id: a.display or named(a.key) for a in ACTIONS} | {f"go_{p.id}": p.key for p in PLACES}
    return MappingProxyType(names | {i: named(key.split(",")[0].strip()) for i, key in own.items() if i in names})


USUAL: Final = key_names({})
"""The names of the keys as they come."""
