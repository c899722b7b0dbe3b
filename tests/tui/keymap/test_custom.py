"""Keys of one's own: what a key may be, who has it, and that nobody can lock themselves out."""

from __future__ import annotations

import pytest

from portfolio.tui.keymap import custom
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
    assert custom.refusal(action, "w") == custom.WRITES
    assert custom.refusal(action, "ctrl+w") == custom.WRITES
    assert custom.refusal(action, "ctrl+g") == custom.refusal(action, "f5") == ""


def test_a_key_is_taken_only_where_both_are() -> None:
    assert custom.holder("share", "u", {}) == "undo"
    assert custom.holder("share", "w", {}) == ""
    assert custom.holder("share", "n", {"new": "w"}) == ""
    assert custom.holder("share", "w", {"new": "w"}) == "new"


def test_every_key_of_the_table_is_found_where_it_would_clash_and_nowhere_else() -> None:
    for one in custom.changeable():
        for other in ACTIONS:
            places = [custom.places_of(one.id), custom.places_of(other.id)]
            clash = one.id != other.id and not places[0].isdisjoint(places[1])
            own = {other.id: "ctrl+g"}
            assert custom.holder(one.id, "ctrl+g", own) == (other.id if clash else "")
            assert custom.holder(one.id, other.key, {}) or not clash


def test_the_key_of_the_table_needs_no_line_of_its_own() -> None:
    assert custom.with_key({"undo": "b"}, "share", "w") == {"undo": "b", "share": "w"}
    assert custom.with_key({"undo": "b", "share": "w"}, "share", "s") == {"undo": "b"}


def test_two_actions_swap_and_can_swap_back() -> None:
    once = custom.swapped({}, "share", "u", "undo")
    assert once == {"share": "u", "undo": "s"}
    assert custom.swapped(once, "share", "s", "undo") == {}


def test_no_swap_gives_an_action_a_key_that_it_cannot_have() -> None:
    assert custom.swapped({}, "help", "f9", "hide") is None
    assert custom.swapped({"hide": "f8"}, "help", "f8", "hide") is None


def test_whoever_changes_keys_can_still_get_everywhere() -> None:
    changeable = {a.id for a in custom.changeable()}
    assert not changeable & {"open", "back", "next_question", "new_line", "next", "previous"}
    assert {"share", "settings", "help", "quit", "hide"} <= changeable
    assert all(custom.refusal(a.id, a.key) == "" for a in custom.changeable())
    assert len(changeable) == len(custom.changeable())
