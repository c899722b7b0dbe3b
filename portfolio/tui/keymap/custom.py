"""The keys as they are now: the table, a preset, and the user's own keys, which go before everything else.

Enter, escape and the arrows are fixed, so that nobody gets lost; so are f1, f2 and ctrl+p, unless the user gave them to
something else. Actions used while writing can only have keys that type nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import Final, NamedTuple, TypeAlias

from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.names import named
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import EVERYWHERE, PLACES
from portfolio.tui.keymap.table import ACTIONS
from portfolio.wording import N_

OwnKeys: TypeAlias = Mapping[str, str]
"""Keys that differ from the table of actions, by the id of the action; several are separated by commas."""

PRESETS: Final[Mapping[str, OwnKeys]] = {
    "arrows": {move.id: "" for move in MOVES if move.fixed},
    "vim": {
        "move_left": "h",
        "move_right": "l",
        "page_up": "ctrl+b",
        "page_down": "ctrl+f",
        "link": "L",
    },
}
"""The keys that a preset changes: `arrows` moves with no letters, `vim` with h and l too."""

SAME_EVERYWHERE: Final = N_("Enter, esc, the arrows and the number keys are the same everywhere.")
NO_KEY: Final = N_(
    "Not every terminal passes this key on; choose a letter, a symbol, f1 to f12, or ctrl with a letter."
)
WRITES: Final = N_("You need this key while you write; choose f1 to f12, or ctrl with a letter.")

_WRITING: Final = frozenset({"check", "form"})
_FIXED: Final = frozenset(
    {"enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "insert"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
)
_NEVER: Final = frozenset({"enter", "escape", "left", "right"})
"""The keys of actions that keep theirs."""
_TERMINAL_KEYS: Final = frozenset(f"ctrl+{letter}" for letter in "cqzhijm")
"""Interrupt, quit, suspend, and what terminals send for backspace, tab and enter."""
_TEXT_KEYS: Final = frozenset(f"ctrl+{letter}" for letter in "abdefknuvwxyz")
"""Keys that text boxes use: move, delete, paste, undo."""
_FUNCTIONS: Final = frozenset(f"f{n}" for n in range(1, 13))
_SPARE: Final = (*ascii_lowercase, *ascii_uppercase)
_SPARE_WHILE_WRITING: Final = ("f5", "f6", "f7", "f10", "f11", "f12", "ctrl+g", "ctrl+t")
_MOVES: Final = frozenset(move.id for move in MOVES)


class Keyed(NamedTuple):
    """One thing that has a key: an action, a place, a picture or a way to move."""

    id: str
    keys: tuple[str, ...]
    """The keys of the table that can be changed, the shown one first."""
    kept: tuple[str, ...]
    """The keys that it has besides, whatever the user chooses."""
    label: str | tuple[str, str]
    """A message id in English, with its context if it has one."""
    help: str
    where: frozenset[str]
    """Every place and screen where it works."""
    home: frozenset[str]
    """The places and screens of which the label and the help speak: where most of it is."""
    display: str = ""

    @property
    def while_writing(self) -> bool:
        """Whether its only key must type nothing."""
        return not self.where.isdisjoint(_WRITING) and not self.kept


@cache
def keyed() -> Mapping[str, Keyed]:
    """Return everything that has a key, by its id, in the order of the settings."""
    found: dict[str, Keyed] = {}
    for action in ACTIONS:
        kept = tuple(action.also.split(",")) if action.also else ()
        where, before = action.where or EVERYWHERE, found.get(action.id)
        keys = tuple(key for key in (action.key,) if key not in kept)
        made = Keyed(action.id, keys, kept, action.label, action.help, where, where, action.display)
        widest = made if before is None or len(before.home) < len(where) else before
        found[action.id] = widest._replace(where=before.where | where if before else where)
    moves = (
        Keyed(
            m.id,
            tuple(filter(None, m.letters.split(","))),
            tuple(filter(None, (m.fixed,))),
            m.label,
            m.help,
            EVERYWHERE,
            EVERYWHERE,
        )
        for m in MOVES
    )
    places = (Keyed(f"go_{p.id}", (p.key,), (), p.label, p.help, EVERYWHERE, EVERYWHERE) for p in PLACES)
    journey = frozenset({"journey"})
    pictures = (Keyed(f"picture_{n.id}", (n.key,), (), n.label, n.asks, journey, journey) for n in NAMES)
    return found | {each.id: each for each in (*moves, *places, *pictures)}


class Keys(NamedTuple):
    """The keys as they are now."""

    of: Mapping[str, tuple[str, ...]]
    """All keys by id, the shown one first."""
    moved: Mapping[str, str]
    """The new key of what gave up its own to a key of the user."""

    @property
    def changed(self) -> dict[str, str]:
        """The keys that differ from the table, as Textual takes them."""
        return {name: ",".join(keys) for name, keys in self.of.items() if keys != _together(keyed()[name])}

    def first(self, name: str) -> str:
        """Return the shown key of this id."""
        return self.of[name][0]


def keys_now(own: OwnKeys, preset: str | None = None) -> Keys:
    """Return all keys. The user's own keys are never taken away; what has one of them in the table gets another."""
    return _keys_now(tuple(own.items()), preset)


@lru_cache(maxsize=8)
def _keys_now(pairs: tuple[tuple[str, str], ...], preset: str | None) -> Keys:
    every, own = keyed(), dict(pairs)
    chosen = {name: _split(keys) for name, keys in PRESETS.get(preset or "", {}).items()}
    mine = {name: _split(keys) for name, keys in own.items() if name in every and _split(keys)}
    found = {name: mine.get(name, chosen.get(name, each.keys)) for name, each in every.items()}
    kept = {name: each.kept for name, each in every.items()}
    moved: dict[str, str] = {}
    for name in (name for name in every if name not in mine):
        lost = {key for other, keys in mine.items() if every[other].where & every[name].where for key in keys}
        before = found[name] or kept[name]
        found[name] = tuple(key for key in found[name] if key not in lost)
        if name not in _MOVES:
            kept[name] = tuple(key for key in kept[name] if key not in lost)
        if not (found[name] or kept[name]):
            taken = {key for keys in (*found.values(), *kept.values()) for key in keys}
            found[name] = (_spare(every[name], before[0], taken),)
        if name not in _MOVES and (found[name] or kept[name])[0] != before[0]:
            moved[name] = (found[name] or kept[name])[0]
    return Keys({name: _in_order(name, found[name], kept[name]) for name in every}, moved)


def _spare(each: Keyed, before: str, taken: set[str]) -> str:
    """Return a key that nothing has: the capital of the one before, if it can be."""
    candidates = _SPARE_WHILE_WRITING if each.while_writing else (before.upper(), *_SPARE)
    free = (key for key in candidates if key not in taken and (len(key) == 1 or each.while_writing))
    return str(next(free))


def _in_order(name: str, keys: tuple[str, ...], kept: tuple[str, ...]) -> tuple[str, ...]:
    """Return all keys of this id; of a way to move the arrow is the shown one."""
    return tuple(dict.fromkeys((*kept, *keys) if name in _MOVES else (*keys, *kept)))


def _together(each: Keyed) -> tuple[str, ...]:
    return _in_order(each.id, each.keys, each.kept)


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def changeable() -> tuple[Keyed, ...]:
    """Return what has a key that can be changed, in the order of the settings."""
    return tuple(each for each in keyed().values() if each.id in _MOVES or _NEVER.isdisjoint(each.keys))


def usual(name: str) -> str:
    """Return the key that the table gives this id; empty for a way to move with no letter."""
    each = keyed()[name]
    return next(iter(each.keys if name in _MOVES else _together(each)), "")


def key_of(name: str, own: OwnKeys, preset: str | None = None) -> str:
    """Return the current key of this id that can be changed; empty when there is none."""
    keys, kept = keys_now(own, preset).of[name], keyed()[name].kept
    return next((key for key in keys if key not in kept), "" if name in _MOVES else keys[0])


def refusal(name: str, key: str) -> str:
    """Return why this id cannot have this key, as a message id in English; empty when it can.

    Everything can always have its own key from the table.
    """
    each = keyed()[name]
    if key in (*each.keys, *each.kept):
        return ""
    if key in _FIXED or key.isdigit():
        return SAME_EVERYWHERE
    letter = len(named(key)) == 1
    if key in _TERMINAL_KEYS or not (letter or key in _FUNCTIONS or _is_ctrl_letter(key)):
        return NO_KEY
    return WRITES if each.while_writing and (letter or key in _TEXT_KEYS) else ""


def holder(name: str, key: str, own: OwnKeys, preset: str | None = None) -> str:
    """Return another id with this key in a place they share; empty when the key is free.

    A way to move does not hold its letters: its arrow does the same.
    """
    every, now = keyed(), keys_now(own, preset).of
    others = (other for other in every if other != name and other not in _MOVES)
    return next((o for o in others if key in now[o] and every[name].where & every[o].where), "")


def with_key(own: OwnKeys, name: str, key: str) -> OwnKeys:
    """Return the keys after giving `key` to this id; a key from the table needs no entry."""
    rest = {i: k for i, k in own.items() if i != name}
    return rest if key == usual(name) else {**rest, name: key}


def swapped(own: OwnKeys, name: str, key: str, other: str, preset: str | None = None) -> OwnKeys | None:
    """Return the keys after two ids swap theirs; None when the other cannot have this one's key."""
    freed = key_of(name, own, preset)
    if not freed or refusal(other, freed):
        return None
    after = with_key(with_key(own, other, freed), name, key)
    return None if holder(other, freed, after, preset) else after


def _is_ctrl_letter(key: str) -> bool:
    return key.startswith("ctrl+") and len(key) == len("ctrl+x") and key[-1].isalpha()
