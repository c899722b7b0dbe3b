"""Keys of one's own: what a key may be, who has it, and that nobody can lock themselves out."""

from __future__ import annotations

import pytest

from portfolio import settings
from portfolio.tui.keymap import custom
from portfolio.tui.keymap.movement import MOVES
from portfolio.tui.keymap.table import ACTIONS


@pytest.mark.parametrize("key", ["enter", "escape", "up", "left", "tab", "space", "backspace", "1", "9", "0"])
def test_keys_that_are_the_same_everywhere_stay_so(key: str) -> None:
    assert custom.refusal("share", key) == custom.SAME_EVERYWHERE


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+z", "ctrl+m", "ctrl+shift+left", "alt+x", "f13", "ctrl+at"])
def test_keys_that_do_not_always_arrive_are_refused(key: str) -> None:
    assert custom.refusal("share", key) == custom.NO_KEY


@pytest.mark.parametrize("key", ["w", "W", "full_stop", "question_mark", "f5", "ctrl+g", "ctrl+w"])
def test_letters_signs_and_the_rest_can_be_had(key: str) -> None:
    assert custom.refusal("share", key) == ""


@pytest.mark.parametrize("action", ["save", "hide"])
def test_what_is_done_while_one_writes_needs_a_key_that_writes_nothing(action: str) -> None:
    assert custom.refusal(action, "h") == custom.WRITES
    assert custom.refusal(action, "ctrl+w") == custom.WRITES
    assert custom.refusal(action, "ctrl+g") == custom.refusal(action, "f5") == ""


@pytest.mark.parametrize(("action", "kept"), [("help", "f1"), ("palette", "ctrl+p"), ("settings", "f2")])
def test_help_palette_and_settings_take_a_letter_too_and_keep_their_key_for_texts(action: str, kept: str) -> None:
    assert custom.refusal(action, "h") == ""
    assert custom.keys_now({action: "h"}).of[action] == ("h", kept)


def test_a_key_is_taken_only_where_both_are() -> None:
    assert custom.holder("share", "u", {}) == "undo"
    assert custom.holder("share", "h", {}) == ""
    assert custom.holder("share", "n", {"new": "h"}) == ""
    assert custom.holder("share", "h", {"new": "h"}) == "new"
    assert custom.holder("save", "u", {}) == ""
    assert custom.holder("share", "A", {}) == "picture_lanes"


def test_every_key_of_the_table_is_found_where_it_would_clash_and_nowhere_else() -> None:
    moves = {move.id for move in MOVES}
    for one in custom.changeable():
        for other in ACTIONS:
            clash = one.id != other.id and not one.where.isdisjoint(custom.keyed()[other.id].where)
            own = {other.id: "ctrl+g"}
            assert custom.holder(one.id, "ctrl+g", own) == (other.id if clash and other.id not in moves else "")
            assert custom.holder(one.id, other.key, {}) or not clash


def test_the_key_of_the_table_needs_no_line_of_its_own() -> None:
    assert custom.with_key({"undo": "b"}, "share", "h") == {"undo": "b", "share": "h"}
    assert custom.with_key({"undo": "b", "share": "h"}, "share", "s") == {"undo": "b"}


def test_two_actions_swap_and_can_swap_back() -> None:
    once = custom.swapped({}, "share", "u", "undo")
    assert once == {"share": "u", "undo": "s"}
    assert custom.swapped(once, "share", "s", "undo") == {}


def test_no_swap_gives_an_action_a_key_that_it_cannot_have() -> None:
    assert custom.swapped({}, "share", "f9", "hide") is None
    assert custom.swapped({"hide": "f8"}, "share", "f8", "hide") is None


def test_whoever_changes_keys_can_still_get_everywhere() -> None:
    changeable = {each.id for each in custom.changeable()}
    assert not changeable & {"open", "back", "next_question", "next_point", "point_before"}
    assert {"share", "settings", "help", "quit", "hide", "mark", "move_up", "go_goals", "picture_lanes"} <= changeable
    assert all(custom.refusal(each.id, key) == "" for each in custom.changeable() for key in each.keys)
    assert len(changeable) == len(custom.changeable())


# People's own keys of before, and the presets


def test_a_key_of_ones_own_is_never_taken_away_and_what_had_it_gets_a_free_one() -> None:
    now = custom.keys_now({"new": "w", "undo": "j"})
    assert (now.of["new"], now.of["undo"]) == (("w",), ("j",))
    assert now.moved == {"deepen": now.of["deepen"][0]}
    assert now.of["move_down"] == ("down",)
    assert now.of["deepen"] == ("W",), "its capital, which nothing has"
    lanes = custom.keys_now({"new": "a"})
    assert lanes.of["picture_lanes"] == ("A",)
    assert lanes.of["add"][0] not in {"a", "A"}, "nor the key of something else"


@pytest.mark.parametrize("gone", sorted(settings.GONE_ACTIONS))
def test_a_key_of_ones_own_for_an_action_that_is_no_more_changes_nothing(gone: str) -> None:
    assert gone not in custom.keyed()
    assert custom.keys_now({gone: "w"}) == custom.keys_now({})
    assert custom.holder("share", "h", {gone: "h"}) == ""
    assert custom.with_key({gone: "w"}, "share", "h") == {gone: "w", "share": "h"}
    assert custom.key_of("share", {gone: "s"}) == "s"
    mine = settings.Settings(keys={gone: "w", "serch": "h"})
    assert [each.nearest for each in settings.unknown_actions(mine, custom.keyed())] == ["search"]


def test_no_key_of_ones_own_changes_nothing() -> None:
    assert custom.keys_now({}).changed == {}
    assert custom.keys_now({}).moved == {}


def test_what_moves_for_a_key_of_ones_own_gets_a_key_that_nothing_has() -> None:
    every = {key for keys in custom.keys_now({}).of.values() for key in keys}
    for each in custom.changeable():
        for taken in sorted(every - {"space", "tab"}):
            now = custom.keys_now({each.id: taken})
            assert taken in now.of[each.id]
            assert all(keys for keys in now.of.values())
            for name in now.moved:
                others = {key for other, keys in now.of.items() if other != name for key in keys}
                assert now.of[name][0] not in others, (each.id, taken, name)


def test_arrows_are_kept_whatever_one_chooses() -> None:
    for preset in (None, *custom.PRESETS):
        now = custom.keys_now({"move_up": "h", "share": "up"}, preset)
        assert now.of["move_up"] == ("up", "h")


def test_the_presets_are_those_of_the_settings() -> None:
    assert tuple(custom.PRESETS) == settings.PRESETS
    assert custom.keys_now({}, "arrows").of["move_down"] == ("down",)
    assert custom.keys_now({}, "vim").of["move_left"] == ("left", "h")
    assert custom.keys_now({}, "no such").of == custom.keys_now({}).of


def test_a_preset_gives_way_to_a_key_of_ones_own() -> None:
    now = custom.keys_now({"link": "l", "share": "h"}, "vim")
    assert now.of["link"] == ("l",)
    assert now.of["move_right"] == ("right",)
    assert now.of["move_left"] == ("left",)
