"""One key, one meaning: what each key of the app means, and that nothing else is bound to it anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Final

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import portfolio.tui
from portfolio.tui.keymap import menu, table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.custom import PRESETS, keyed, keys_now
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.pictures import NAMES
from portfolio.tui.keymap.places import EVERYWHERE, PLACES

MEANS: Final = {
    "enter": "open, go on",
    "escape": "a step back",
    "tab": "the next pane, picture or field",
    "shift+tab": "the pane, picture or field before",
    "right_square_bracket": "the next pane, picture or field",
    "left_square_bracket": "the pane, picture or field before",
    "space": "mark, tick, take in or out",
    "ctrl+a": "mark all",
    "n": "new",
    "e": "edit",
    "s": "share or unshare",
    "d": "delete",
    "a": "add",
    "b": "both versions",
    "c": "status",
    "w": "go deeper",
    "y": "short version",
    "i": "texts to send",
    "z": "split",
    "l": "link",
    "number_sign": "tag",
    "o": "open what it points to",
    "r": "look back",
    "slash": "search everything",
    "f": "filter this",
    "u": "undo",
    "ctrl+r": "redo",
    "x": "hand over",
    "m": "menu",
    "v": "over the shoulder",
    "f9": "hide",
    "question_mark": "help",
    "f1": "help",
    "ctrl+p": "palette",
    "f2": "settings",
    "ctrl+n": "quick note",
    "q": "quit",
    "ctrl+q": "quit",
    "ctrl+z": "to the shell",
    "p": "period",
    "t": "as text",
    "plus": "zoom in",
    "minus": "zoom out",
    "comma": "back in time",
    "full_stop": "on in time",
    "less_than_sign": "earlier in the order",
    "greater_than_sign": "later in the order",
    "K": "check the document",
    "T": "what the signs mean",
    "ctrl+s": "save",
    "ctrl+j": "new line",
    "ctrl+l": "link the text",
    "ctrl+o": "put the text aside",
    "ctrl+e": "own editor",
    "f3": "the whole text",
    "f4": "another day",
    "f8": "a line of the week",
    "up": "move",
    "down": "move",
    "left": "move",
    "right": "move",
    "home": "move",
    "end": "move",
    "pageup": "move",
    "pagedown": "move",
    "j": "move",
    "k": "move",
    "g": "move",
    "G": "move",
    "ctrl+u": "move",
    "ctrl+d": "move",
} | dict([*((p.key, f"to {p.id}") for p in PLACES), *((n.key, f"the picture {n.id}") for n in NAMES)])  # fmt: skip

DOES: Final = {
    "open": "open, go on", "next_question": "open, go on", "back": "a step back",
    "next": "the next pane, picture or field", "next_field": "the next pane, picture or field",
    "read": "the next pane, picture or field",
    "previous": "the pane, picture or field before",
    "mark": "mark, tick, take in or out", "talked_about": "mark, tick, take in or out", "mark_all": "mark all",
    "new": "new", "table_note": "new", "edit": "edit", "share": "share or unshare", "delete": "delete",
    "add": "add", "agreed": "add", "versions": "both versions", "state": "status", "deepen": "go deeper",
    "short_version": "short version", "texts": "texts to send", "split": "split", "link": "link", "tags": "tag",
    "open_location": "open what it points to", "look_back": "look back", "search": "search everything",
    "filter": "filter this", "focus_on": "filter this", "undo": "undo", "redo": "redo", "export": "hand over",
    "menu": "menu", "over_shoulder": "over the shoulder", "hide": "hide", "help": "help", "palette": "palette",
    "settings": "settings", "quick_note": "quick note", "quit": "quit", "period": "period", "as_text": "as text",
    "signs": "what the signs mean",
    "zoom_in": "zoom in", "zoom_out": "zoom out", "pan_back": "back in time", "pan_on": "on in time",
    "section_up": "earlier in the order", "section_down": "later in the order", "leaks": "check the document",
    "save": "save", "new_line": "new line", "link_text": "link the text", "later": "put the text aside",
    "own_editor": "own editor", "whole_text": "the whole text", "day": "another day", "lift": "a line of the week",
    "next_point": "move", "point_before": "move",
}  # fmt: skip
"""What each action of the table means. An action that is added needs a meaning, and a key that has no other one."""

OWN_OF_THE_PICTURE: Final = {"play": "space"}
"""The one exception: in the picture of the journey, where nothing can be marked, space plays the period."""

CALLS: Final = {
    "choose": "open, go on", "dismiss": "", "cancel": "a step back", "suspend_process": "to the shell",
    "close": "quit", "app.hide": "hide", "save": "save", "next": "the next pane, picture or field",
    "previous": "the pane, picture or field before", "other_form": "the next pane, picture or field",
}  # fmt: skip
"""What bindings outside the table mean, by what they call; without one the key closes what it opened."""


@pytest.mark.parametrize("action", table.ACTIONS, ids=lambda action: action.id)
def test_an_action_has_a_key_that_means_it_and_nothing_else(action: Action) -> None:
    if action.id in OWN_OF_THE_PICTURE:
        assert (action.key, action.where) == (OWN_OF_THE_PICTURE[action.id], frozenset({"journey"}))
        return
    assert {MEANS[key] for key in action.keys} == {DOES[action.id]}


def test_every_meaning_is_of_an_action_and_no_two_actions_of_one_place_share_it() -> None:
    assert set(DOES) | set(OWN_OF_THE_PICTURE) == {action.id for action in table.ACTIONS}
    for where in {place for action in table.ACTIONS for place in action.where or EVERYWHERE}:
        meanings = [DOES[a.id] for a in table.at(where) if a.id in DOES and DOES[a.id] != "move"]
        assert len(meanings) == len(set(meanings)), where


def test_the_keys_that_move_do_nothing_else() -> None:
    assert {MEANS[key] for move in MOVES for key in move.keys.split(",")} == {"move"}


def _classes() -> Iterator[type[DOMNode]]:
    for module in pkgutil.walk_packages(portfolio.tui.__path__, "portfolio.tui."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, DOMNode) and each.__module__ == module.name:
                yield each


def test_no_screen_no_question_and_no_list_binds_a_key_to_something_else() -> None:
    moves, rows = {move.id for move in MOVES}, {action.id for action in table.ACTIONS}
    wrong, seen = [], 0
    for each in _classes():
        typing = any(base.__name__ == "TextArea" for base in each.__mro__)  # in a text the keys are the editor's
        found = [] if typing else [b for b in vars(each).get("BINDINGS", ()) if isinstance(b, Binding)]
        for binding in found:
            seen += 1
            keys = binding.key.split(",")
            if binding.id in rows and not keys_match(binding, keys):
                wrong.append((each.__name__, binding.key, binding.id))
            elif binding.id in moves:
                wrong += [(each.__name__, key, binding.id) for key in keys if MEANS.get(key) != "move"]
            elif binding.id is None:
                meant = CALLS.get(binding.action.partition("(")[0], binding.action)
                wrong += [(each.__name__, k, binding.action) for k in keys if meant and MEANS.get(k) != meant]
    assert seen > len(rows)
    # Escape and up lead out of the journey to Today; space ticks a day as it marks a row.
    known = {
        ("JourneyScreen", "escape", "app.go('today')"),
        ("JourneyScreen", "up", "app.go('today')"),
        ("DaysDialog", "space", "choose"),
    }
    assert set(wrong) <= known


def keys_match(binding: Binding, keys: list[str]) -> bool:
    """Return whether the keys of a binding are those of the row with its id."""
    row = keyed()[binding.id or ""]
    return set(keys) <= {*row.keys, *row.kept}


@pytest.mark.parametrize("preset", [None, *PRESETS])
def test_no_preset_gives_a_key_two_meanings(preset: str | None) -> None:
    now = keys_now({}, preset)
    met: dict[str, str] = {}
    for name, keys in now.of.items():
        meant = "move" if name in {move.id for move in MOVES} else DOES.get(name, name)
        for key in keys if name not in OWN_OF_THE_PICTURE else ():
            assert met.setdefault(key, meant) == meant
    assert not now.moved


def test_every_action_of_the_menus_exists_and_is_in_one_of_them() -> None:
    listed = [name for group in menu.GROUPS for name in group.ids]
    assert len(listed) == len(set(listed))
    assert {action.id for action in table.ACTIONS} >= set(listed)


def test_every_menu_ends_with_everything_else() -> None:
    assert menu.GROUPS[-1].ids[-1] == "palette"
    for where in EVERYWHERE:
        here = {action.id for action in table.at(where)}
        assert {"menu", "palette"} <= here, where
        assert here >= {"help", "settings", "hide"} or where == "settings"


@pytest.mark.parametrize("where", ["check", "form"])
def test_a_text_has_everything_under_one_key_that_writes_nothing(where: str) -> None:
    here = {action.id: action for action in table.at(where)}
    assert here["palette"].rank == 1
    assert {"help", "settings", "palette", "hide"} <= set(here)
