"""Undo and redo in the app: named before they are done, and whole when they are."""

from __future__ import annotations

from portfolio.records.reflections import Reflection
from portfolio.tui.app import LeerreisApp
from tests.tui.playing import frame, opened, playing, press, typed, written
from tests.tui.records.test_versions import in_conflict, the_record


async def test_redo_and_the_palette_name_what_they_are_about() -> None:
    written({"kind": "reflection", "answers": {"text": "Keep me"}})
    async with playing() as pilot:
        assert "r redo" not in frame(pilot)
        await press(pilot, "end", "d", "ctrl+p")
        await typed(pilot, "undo")
        assert "Undo: note “Keep me” deleted" in frame(pilot)
        await press(pilot, "enter")
        assert len(opened().read.records.of(Reflection)) == 1
        await press(pilot, "ctrl+p")
        await typed(pilot, "redo")
        assert "Redo: note “Keep me” deleted" in frame(pilot)
        await press(pilot, "escape", "ctrl+r")
        assert "Redone: note “Keep me” deleted." in frame(pilot)
        assert not opened().read.records.of(Reflection)


async def test_over_the_shoulder_the_palette_tells_nothing_of_what_was_done() -> None:
    written({"kind": "reflection", "answers": {"text": "Secret"}})
    async with playing() as pilot:
        await press(pilot, "v", "ctrl+p")
        assert "Secret" not in frame(pilot) and "Undo" not in frame(pilot)
        assert isinstance(pilot.app, LeerreisApp) and pilot.app.services.session.state.next_acts == (None, None)


async def test_undoing_a_form_that_settled_two_versions_brings_all_of_them_back() -> None:
    in_conflict()
    before = the_record()
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "e", "ctrl+s")
        assert not the_record().conflicts
        await press(pilot, "u")
        assert "one version chosen" in frame(pilot)
        assert "two versions" in frame(pilot)
    after = the_record()
    assert dict(after.conflicts) == dict(before.conflicts)
    assert (dict(after.answers), after.if_then) == (dict(before.answers), before.if_then)
