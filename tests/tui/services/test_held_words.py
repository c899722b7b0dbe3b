"""Which keys are words that go on after a text was saved, by the rhythm alone."""

from __future__ import annotations

import pytest

from portfolio.tui.services.held_words import HeldWords, Pressed

_BOX = object()


def pressed(key: str, at: float) -> Pressed:
    return Pressed(key, {"enter": "\n", "space": " "}.get(key, key if len(key) == 1 else ""), at)


def after_saving(at: float = 100.0, *, saved: bool = True) -> HeldWords:
    held = HeldWords()
    held.wrote(pressed("x", at - 0.3), _BOX)
    held.wrote(pressed("enter", at), _BOX)
    held.closed(_BOX, at + 0.02, saved=saved)
    return held


def verdicts(held: HeldWords, *keys: tuple[str, float], on_text: bool = False) -> list[str]:
    return [held.judge(pressed(key, at), on_text=on_text) for key, at in keys]


def test_words_in_the_rhythm_of_typing_are_held_until_the_hand_rests() -> None:
    held = after_saving()
    assert verdicts(held, ("n", 100.35), ("o", 100.7), ("g", 101.6)) == ["hold"] * 3
    assert not held.rests(102.5) and held.rests(102.6)
    assert held.settle().words == "nog"
    assert verdicts(held, ("d", 102.7)) == ["give"]


@pytest.mark.parametrize(("at", "verdict"), [(100.3, "hold"), (100.9, "hold"), (101.03, "give"), (130.0, "give")])
def test_after_a_pause_a_key_is_a_command(at: float, verdict: str) -> None:
    assert verdicts(after_saving(), ("s", at)) == [verdict]


@pytest.mark.parametrize(("at", "meant"), [(100.3, False), (100.61, False), (100.63, True), (100.99, True)])
def test_one_key_by_itself_is_meant_as_a_command_when_it_came_after_a_breath(at: float, meant: bool) -> None:
    held = after_saving()
    assert verdicts(held, ("s", at)) == ["hold"]
    settled = held.settle()
    assert (settled.meant, settled.words) == (meant, "" if meant else "s")


def test_two_letters_are_never_meant_as_commands() -> None:
    held = after_saving()
    verdicts(held, ("s", 100.7), ("d", 101.4))
    assert (held.settle().words, held.pressed) == ("sd", ())


def test_a_key_that_is_no_text_ends_it_and_comes_after_what_was_held() -> None:
    held = after_saving()
    assert verdicts(held, ("n", 100.3), ("o", 100.6), ("left", 100.9)) == ["hold", "hold", "first"]
    assert held.settle().words == "no"
    assert verdicts(held, ("left", 100.9)) == ["give"]


def test_such_a_key_at_once_leaves_the_next_ones_as_they_are() -> None:
    assert verdicts(after_saving(), ("down", 100.3), ("d", 100.6)) == ["give", "give"]


def test_lines_that_are_pasted_without_brackets_are_words_with_their_line_ends() -> None:
    held = after_saving()
    lines = [(key, 100.001 + n / 1000) for n, key in enumerate([*"one", "enter", "enter", *"two", "enter"])]
    assert verdicts(held, *lines) == ["hold"] * 9
    assert held.settle().words == "one\n\ntwo"


def test_a_paste_that_begins_with_an_empty_line_is_held_too() -> None:
    held = after_saving()
    assert verdicts(held, ("enter", 100.001), ("d", 100.002), ("d", 100.003)) == ["hold"] * 3
    assert held.settle().words == "dd"


def test_enter_after_a_breath_opens_what_is_there() -> None:
    assert verdicts(after_saving(), ("enter", 100.7)) == ["give"]


def test_enter_that_bounced_does_nothing() -> None:
    held = after_saving()
    assert verdicts(held, ("enter", 100.1)) == ["hold"]
    assert held.settle() == ("", ("enter",), False)


def test_backspace_takes_back_what_is_held() -> None:
    held = after_saving()
    assert verdicts(held, ("n", 100.3), ("i", 100.6), ("backspace", 100.9), ("o", 101.2)) == ["hold"] * 4
    assert held.settle().words == "no"


def test_what_was_pressed_before_the_box_closed_is_text_however_slowly() -> None:
    held = HeldWords()
    held.wrote(pressed("x", 1.0), _BOX)
    held.wrote(pressed("enter", 2.0), _BOX)
    held.closed(_BOX, 9.0, saved=True)
    assert verdicts(held, ("n", 4.0), ("o", 7.0)) == ["hold", "hold"]


def after_escape() -> HeldWords:
    held = HeldWords()
    held.wrote(pressed("x", 99.7), _BOX)
    held.wrote(pressed("escape", 100.0), _BOX)
    held.closed(_BOX, 100.02, saved=False)
    return held


def test_words_after_escape_are_held_too() -> None:
    held = after_escape()
    assert verdicts(held, ("d", 100.2), ("e", 100.4)) == ["hold"] * 2
    assert held.settle() == ("de", ("d", "e"), False)


def test_one_key_after_escape_is_the_command_that_it_is() -> None:
    held = after_escape()
    assert verdicts(held, ("d", 100.1)) == ["hold"]
    assert held.settle() == ("", ("d",), True)
    held = after_escape()
    assert verdicts(held, ("2", 100.1), ("down", 100.2)) == ["hold", "first"]
    assert held.settle().meant
    assert verdicts(held, ("down", 100.2)) == ["give"]


def test_enter_after_escape_is_given_at_once_and_after_words_it_is_text() -> None:
    assert verdicts(after_escape(), ("enter", 100.1)) == ["give"]
    assert verdicts(after_escape(), ("d", 100.1), ("enter", 100.3)) == ["hold", "first"]
    assert verdicts(after_escape(), ("d", 100.1), ("e", 100.2), ("enter", 100.3)) == ["hold"] * 3


def test_after_a_question_that_escape_brought_keys_are_what_they_are() -> None:
    held = HeldWords()
    held.wrote(pressed("x", 99.7), _BOX)
    held.wrote(pressed("escape", 100.0), _BOX)
    held.went_elsewhere()
    held.closed(_BOX, 100.4, saved=False)
    assert verdicts(held, ("d", 100.5), ("e", 100.6)) == ["give", "give"]


def test_after_a_line_in_a_dialog_words_are_for_the_next_box_and_never_commands() -> None:
    assert verdicts(after_saving(saved=False), ("n", 100.3), on_text=True) == ["give"]
    assert verdicts(after_saving(saved=False), ("n", 100.3)) == ["hold"]
    assert verdicts(after_saving(), ("n", 100.3), on_text=True) == ["hold"]


def test_a_line_in_which_nothing_was_typed_holds_nothing() -> None:
    held = HeldWords()
    held.wrote(pressed("enter", 1.0), _BOX)
    held.closed(_BOX, 1.1, saved=False)
    assert verdicts(held, ("d", 1.3)) == ["give"]
