"""A text that was changed on two machines: both are shown, and its writer decides."""

from __future__ import annotations

from portfolio.records.reflections import Reflection
from portfolio.tui.screens.form import FormScreen
from portfolio.tui.widgets.writing_box import WritingBox
from tests.tui.playing import frame, opened, playing, press, settled, two_versions


def in_conflict() -> str:
    return two_versions(
        "reflection",
        {"template": "three_minutes", "answers": {"progress": "First", "learned": "Same"}, "if_then": "If 0"},
        {"answers": {"progress": "Here"}, "if_then": "If 1"},
        {"answers": {"progress": "There"}, "if_then": "If 2"},
    )


def the_record() -> Reflection:
    (record,) = opened().records.of(Reflection)
    return record


async def test_a_text_with_two_versions_shows_its_badge_and_both() -> None:
    in_conflict()
    async with playing(size=(120, 40)) as pilot:
        await press(pilot, "2")
        seen = frame(pilot)
    assert "two versions" in seen
    assert "Here" in seen
    assert "There" in seen
    assert "answers.progress" not in seen, "a field is named in words"


async def test_the_form_shows_the_other_version_and_saving_unchanged_settles_it() -> None:
    in_conflict()
    before = the_record()
    assert sorted(before.conflicts) == ["answers.progress", "if_then"]
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "e")
        assert isinstance(pilot.app.screen, FormScreen)
        seen = frame(pilot)
        assert "Other version:" in seen
        for text in ("Here", "There", "If 1", "If 2"):
            assert text in seen
        await press(pilot, "ctrl+s")
        assert "Saved." in frame(pilot)
    after = the_record()
    assert (dict(after.answers), after.if_then) == (dict(before.answers), before.if_then)
    assert dict(after.conflicts) == {}


async def test_saving_another_words_settles_it_too() -> None:
    in_conflict()
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "e")
        pilot.app.screen.query_one("#box-0", WritingBox).text = "Here and there"
        await pilot.pause()
        await press(pilot, "ctrl+s")
    after = the_record()
    assert after.answers["progress"] == "Here and there"
    assert dict(after.conflicts) == {}


async def test_leaving_the_form_decides_nothing() -> None:
    in_conflict()
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "e", "escape")
    assert the_record().conflicts


async def test_a_version_that_arrives_while_the_form_is_open_is_not_settled_unseen() -> None:
    identity = in_conflict()
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "e")
        elsewhere = opened()
        drafting = elsewhere.drafting()
        drafting.edit(identity, "reflection", {"answers": {"progress": "Somewhere else"}})
        elsewhere.save(drafting, seen={})
        await press(pilot, "ctrl+s")
        await settled(pilot)
    after = the_record()
    texts = {after.answers["progress"], *after.conflicts.get("answers.progress", ())}
    assert "Somewhere else" in texts
