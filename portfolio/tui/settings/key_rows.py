"""The rows of the keys in the settings: a preset, all keys as they were, and each key under where it works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from portfolio.tui.dialogs.pick import confirmed
from portfolio.tui.keymap import custom, key_groups
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.names import named
from portfolio.tui.services.services import Services
from portfolio.tui.settings.facts import Facts, Setting, Value, choice
from portfolio.tui.settings.key_dialog import ask_key
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording import N_, Words

KEY: Final = "key:"
"""Prefix of the row key of an action's key."""
ALL_KEYS: Final = "keys"
"""Key of the row that restores all default keys."""


async def _reset_keys(screen: BaseScreen[None], _facts: Facts) -> None:
    _ = screen.words
    if await confirmed(screen, _("Reset every key to what it was at first?"), _("Yes, reset them all")):
        await screen.services.preferences.use_keys({})


def _of_key(each: custom.Keyed) -> Setting:
    """Return a row with the keys of an action, place, picture or move, and its default when that differs."""

    def value(facts: Facts, _: Words) -> Value:
        keys, usual = custom.keys_now(facts.own, facts.preset).of[each.id], custom.usual(each.id)
        was = _("was {key}").format(key=named(usual, each.display)) if usual and usual not in keys else ""
        return Value(" ".join(named(key, each.display if key == usual else "") for key in keys), "accent", was)

    key = f"{KEY}{each.id}"
    return Setting(key, each.label, each.help, value, lambda screen, f: ask_key(screen, each.id, f.own))


def _presets(_: Words) -> dict[Any, str]:
    return {
        None: _("arrows and a few letters"),
        "arrows": _("arrows only"),
        "vim": _("arrows, and letters as in vim"),
    }


async def _use_preset(services: Services, preset: str | None) -> None:
    """Use a preset, and say which letters move from now on."""
    _ = services.state.words
    await services.preferences.use_preset(preset)
    of = services.preferences.keys.of
    letters = [key for move in MOVES for key in of[move.id] if len(key) == 1]
    if letters:
        message = _("The arrows move, and so do these letters: {letters}.").format(letters=" ".join(letters))
    else:
        message = _("Only the arrows move now; no letter does.")
    services.status.say(message)


KEY_ROWS: Final[tuple[Setting, ...]] = (
    choice(
        "keys_preset",
        N_("Moving with"),
        N_("Which keys move beside the arrows. Keys that you chose yourself stay as they are."),
        N_("Which keys should move?"),
        _presets,
        lambda facts, _: facts.preset,
        _use_preset,
    ),
    Setting(
        ALL_KEYS,
        N_("Reset all keys"),
        N_("Enter resets every key to what it was at first."),
        lambda _f, _: Value(""),
        _reset_keys,
        lambda facts, _: "" if facts.own else _("Puts every key back to its default."),
    ),
)


def _group(each: custom.Keyed) -> str:
    """Return the heading of the row of a key: a message id in English."""
    if each.id in {move.id for move in MOVES}:
        return _MOVING
    if each.id.startswith("go_"):
        return _PLACES
    return _PICTURES if each.id.startswith("picture_") else key_groups.group_of(each.home)


def _by_group() -> dict[str, tuple[Setting, ...]]:
    found: dict[str, list[Setting]] = {name: [] for name in (_MOVING, _PLACES, key_groups.ALWAYS, *key_groups.GROUPS)}
    for each in custom.changeable():
        found.setdefault(_group(each), []).append(_of_key(each))
    return {name: tuple(rows) for name, rows in found.items() if rows}


_MOVING: Final = N_("Moving, but not while you write")
_PLACES: Final = N_("Places")
_PICTURES: Final = N_("Pictures of the journey")
KEY_SECTIONS: Final[Mapping[str, tuple[Setting, ...]]] = _by_group()
"""The rows of the keys themselves by the heading that says where they work, a message id in English."""
