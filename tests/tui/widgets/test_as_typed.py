"""A stored text stays as it was typed: one letter more in the app changes one letter."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.sanitise import SIGNS, with_line_ends
from portfolio.tui.text.stand_ins import StandIns
from portfolio.tui.widgets.text_input import WritingBox
from tests.tui.playing import opened, playing, press, settled, written

ODD: Final = (
    "\u202aab\u202c \u200ecd\u200f \ufeffef \ufffd \U00100000 \x1b[2J \x00\x07\x7f\x9b \u2066x\u2069 \U000e0041 \t tab"
)
ENDS: Final = "een\u2028twee\u2029drie\x85vier\x0bvijf\x0czes\rzeven\r\nacht"


@given(st.lists(st.text(st.characters() | st.sampled_from([chr(c) for c in SIGNS] + ["\U00100000", "\U00100001"]))))
def test_what_was_put_in_a_box_comes_out_of_it(texts: list[str]) -> None:
    stand_ins = StandIns()
    held = [stand_ins.put(text) for text in texts]
    assert [stand_ins.meant(each) for each in held] == texts
    for each, text in zip(held, texts, strict=True):
        drawn = stand_ins.drawn(each)
        assert len(each) == len(text) == len(drawn)
        assert not [c for c in drawn if ord(c) in SIGNS and c not in "\n\t"]


@pytest.mark.parametrize("text", [ODD, ENDS, f"{ODD}\n{ENDS}"], ids=["odd", "ends", "both"])
async def test_a_letter_in_a_form_changes_that_letter_alone(text: str) -> None:
    written({"kind": "reflection", "answers": {"text": text}, "title": "titel"})
    async with playing() as pilot:
        await press(pilot, "2", "e")
        box = next(b for b in pilot.app.screen.query(WritingBox) if "cd" in b.text or "twee" in b.text)
        box.focus()
        box.move_cursor(box.document.end)
        await press(pilot, "x", "ctrl+s")
    (note,) = opened().read.records.of(Reflection)
    assert note.answers["text"] == f"{with_line_ends(text)}x"


async def test_a_form_that_is_only_looked_at_changes_nothing() -> None:
    written({"kind": "goal", "title": ODD, "why": f"{ODD}\n{ENDS}", "tags": [ODD]})
    async with playing() as pilot:
        await press(pilot, "3", "e")
        assert not pilot.app.screen.entry.touched  # type: ignore[attr-defined]
        await press(pilot, "escape")
    (goal,) = opened().read.records.of(Goal)
    assert (goal.title, goal.why, goal.tags) == (ODD, with_line_ends(f"{ODD}\n{ENDS}"), (ODD,))


async def test_another_field_of_the_form_leaves_a_text_as_it_was() -> None:
    written({"kind": "goal", "title": "titel", "why": ENDS})
    async with playing() as pilot:
        await press(pilot, "3", "e", "x", "ctrl+s")
    (goal,) = opened().read.records.of(Goal)
    assert (goal.title, goal.why) == ("titelx", with_line_ends(ENDS))


async def test_what_is_pasted_is_kept_and_its_separators_end_lines() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        box = pilot.app.screen.query_one(WritingBox)
        box.post_message(Paste(f"{ODD}\n{ENDS}"))
        await settled(pilot)
        assert box.selected_text == ""
        box.select_all()
        assert box.selected_text == box.text
        await press(pilot, "end", "ctrl+s")
    (note,) = opened().read.records.of(Reflection)
    assert note.answers["text"] == with_line_ends(f"{ODD}\n{ENDS}")


async def test_the_cursor_walks_a_sign_at_a_time_and_undo_brings_back_what_was_there() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        box: Any = pilot.app.screen.query_one(WritingBox)
        box.insert("a\u202e\x1bb")
        await press(pilot, "left", "left", "backspace")
        assert box.text == "a\x1bb"
        await press(pilot, "ctrl+underscore")
        assert box.text == "a\u202e\x1bb"
