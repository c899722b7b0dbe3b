"""A key that cannot do its work says why, in one line: made from the table of actions."""

from __future__ import annotations

import pytest

from portfolio.tui.keymap import table
from portfolio.tui.keymap.places import PLACES
from portfolio.tui.services.status import StatusMessage
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import with_demo, written


async def is_at(keys: Keys, where: str) -> None:
    """Go to a place, over the shoulder, with the cursor on its first row."""
    place = next(p for p in PLACES if p.id == where)
    await keys.press("v", place.key, "home")


def looks(keys: Keys) -> tuple[object, ...]:
    return keys.screen, keys.text, len(keys.app.screen_stack)


ROLES = ("good", "muted", "warning", "wrong", "accent")
PRESSED = [(p.id, a) for p in PLACES for a in table.at(p.id) if a.id not in ("quit", "hide", "back", "over_shoulder")]


@pytest.mark.long
async def test_over_the_shoulder_every_key_of_every_place_does_something_or_says_why() -> None:
    with_demo("en")
    silent = []
    async with fast() as keys:
        for where, action in PRESSED:
            await is_at(keys, where)
            keys.app.services.status.message = StatusMessage("")
            await keys.settle()
            before = looks(keys)
            await keys.press(action.key)
            if looks(keys) == before:
                silent.append((where, action.id, action.key))
            while len(keys.app.screen_stack) > 1:
                await keys.press("escape")
            await keys.press("1", "v", "v")
    assert silent == []


@pytest.mark.parametrize("key", ["e", "d", "s", "l", "w", "y", "z", "i", "space", "u", "n"])
async def test_over_the_shoulder_a_key_says_why(key: str) -> None:
    written({"kind": "reflection", "answers": {"text": "seen"}, "shareable": True})
    async with fast() as keys:
        await keys.press("2", "v", key)
        assert "Not while someone is watching." in keys.text or "does nothing here." in keys.text


async def test_alone_too_a_key_says_what_is_not_there() -> None:
    written({"kind": "goal", "title": "Listen"})
    async with fast() as keys:
        await keys.press("3", "y")
        assert "“short version” does nothing here." in keys.text


async def test_what_was_said_is_over_with_the_next_key_that_does_something() -> None:
    written({"kind": "goal", "title": "Listen"})
    said = "A sentence of before."
    kinds = [
        StatusMessage(said, role, here, until) for role in ROLES for here in (False, True) for until in (False, True)
    ]
    async with fast() as keys:
        for n, saying in enumerate(kinds):
            keys.app.services.status.message = saying
            if not saying.until_key:
                await keys.press("f12")  # does nothing
            await keys.settle()
            assert said in keys.text
            key = ("down", "2", "n", "question_mark", "ctrl+p", "slash", "3")[n % 7]
            await keys.press(key)
            assert keys.app.services.status.message.text != said, (saying, key)
            await keys.press("escape", "escape", "1")
            assert said not in keys.text


async def test_with_nothing_to_undo_or_redo_that_is_what_is_said() -> None:
    async with fast() as keys:
        await keys.press("3", "u")
        assert "There is nothing to undo." in keys.text
        await keys.press("ctrl+r")
        assert "There is nothing to redo." in keys.text
