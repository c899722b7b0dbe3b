"""What is marked is what is meant: every key acts on the marked rows, or says that it takes one."""

from __future__ import annotations

from typing import Any

import pytest

from portfolio.records.reflections import Reflection
from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import opened, written


def four_notes() -> None:
    written(*({"kind": "reflection", "answers": {"text": f"note {n}"}} for n in range(4)))


async def three_marked(keys: Keys) -> str:
    """Mark three, go to the fourth; its id."""
    await keys.press("2", "home", "space", "space", "space", "end")
    assert "3 marked" in keys.text
    return str(keys.app.focused.key)  # type: ignore[union-attr]


def ids() -> set[str]:
    return {r.id for r in opened().read.records.of(Reflection)}


async def test_delete_takes_the_marked_ones_says_how_many_and_undo_brings_all_back() -> None:
    four_notes()
    before = ids()
    async with fast() as keys:
        fourth = await three_marked(keys)
        await keys.press("d")
        assert ids() == {fourth}
        assert "3 records deleted. Press u to bring them back." in keys.text
        assert "marked" not in keys.text
        await keys.press("u")
    assert ids() == before


async def test_deleting_one_names_it() -> None:
    four_notes()
    async with fast() as keys:
        await keys.press("2", "home", "d")
        assert "“note 3” deleted. Press u to bring it back." in keys.text


async def test_all_marked_ones_are_linked_with_the_same_thing_in_one_act() -> None:
    four_notes()
    (goal,) = written({"kind": "goal", "title": "Listen"})
    async with fast() as keys:
        fourth = await three_marked(keys)
        await keys.press("l", "enter")
        linked = {r.id for r in opened().read.records.of(Reflection) if r.goals == (goal,)}
        assert len(linked) == 3 and fourth not in linked
        assert "3 records" in keys.text
        await keys.press("l", "enter")  # all have it: now it goes
        assert not any(r.goals for r in opened().read.records.of(Reflection))
        await keys.press("u", "u")
    assert not any(r.goals for r in opened().read.records.of(Reflection))


def tags() -> dict[str, tuple[str, ...]]:
    return {r.id: r.tags for r in opened().read.records.of(Reflection)}


async def test_all_marked_ones_get_the_same_tag_in_one_act_and_lose_it_in_one() -> None:
    tagged: tuple[list[str], ...] = ([], [], [], ["Werk"])
    written(*({"kind": "reflection", "answers": {"text": "note"}, "tags": each} for each in tagged))
    async with fast() as keys:
        fourth = await three_marked(keys)
        await keys.press("number_sign")
        await keys.type("werk")  # the tag that is there, however it is written
        await keys.press("enter")
        assert sorted(tags().values()) == [(), ("Werk",), ("Werk",), ("Werk",)] and tags()[fourth] == ()
        assert "Tag “Werk” added to 2 records. Press u to undo that." in keys.text
        assert "3 marked" in keys.text
        await keys.press("number_sign", "enter")  # all have it: now it goes
        assert set(tags().values()) == {()}
        assert "Tag “Werk” taken off 3 records." in keys.text
        await keys.press("u")
        assert sorted(tags().values()).count(("Werk",)) == 3
        await keys.press("u")
    assert sorted(tags().values()) == [(), (), (), ("Werk",)]


async def test_a_new_tag_for_one_record_from_the_menu_and_from_the_palette() -> None:
    four_notes()
    async with fast() as keys:
        await keys.press("2", "home", "enter", "enter")
        for _row in range(12):
            if "▸ Tag" in keys.text:
                break
            await keys.press("down")
        assert "Give it a tag, or take one off." in keys.text
        await keys.press("enter")
        await keys.type("été 1")
        await keys.press("enter")
        assert "Tag “été 1” added." in keys.text
        await keys.press("escape", "end", "ctrl+p")
        await keys.type("give it a tag")
        await keys.press("enter", "enter")
    assert sorted(tags().values()) == [(), (), ("été 1",), ("été 1",)]


async def test_one_marked_row_is_meant_wherever_the_cursor_is() -> None:
    four_notes()
    async with fast() as keys:
        await keys.press("2", "home")
        first = str(keys.app.focused.key)  # type: ignore[union-attr]
        await keys.press("space", "end", "d")
    assert first not in ids() and len(ids()) == 3


async def test_sharing_says_how_many() -> None:
    four_notes()
    async with fast() as keys:
        await three_marked(keys)
        await keys.press("s", "down", "enter")
        assert "3 records are shareable." in keys.text
    assert sum(r.shareable for r in opened().read.records.of(Reflection)) == 3


ONE = [
    a
    for a in table.at("reflections")
    if not a.available(ActionContext(something=True, marked=("reflection", "reflection"), row="x"))
    and a.id not in ("back", "undo", "redo")
]


@pytest.mark.parametrize("action", ONE, ids=lambda action: str(action.id))
async def test_every_other_key_says_why_and_changes_nothing(action: Action) -> None:
    four_notes()
    before = [(r.id, r.answers, r.shareable) for r in opened().read.records.of(Reflection)]
    async with fast() as keys:
        await three_marked(keys)
        screen = keys.screen
        await keys.press(action.display if len(action.display) == 1 else action.key)
        assert keys.screen is screen
        assert "This works on one record, and 3 are marked." in keys.text or "does nothing here." in keys.text
    assert [(r.id, r.answers, r.shareable) for r in opened().read.records.of(Reflection)] == before


async def test_a_record_that_opens_in_a_narrow_terminal_has_the_keys_at_once() -> None:
    four_notes()
    async with fast(size=(60, 18)) as keys:
        await keys.press("2", "home")
        for _turn in range(2):
            listed = keys.screen.list.key
            with keys.app._context():
                keys.screen.action_open()
            text: Any = keys.app.focused
            assert text.key == listed, "before it is laid out: a fast key is for what was opened"
            await keys.settle()
            await keys.press("escape", "down")
