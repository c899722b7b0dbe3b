"""A text that was changed on two machines: both are shown, and its writer decides."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.notebook import Notebook
from portfolio.records.reflections import Reflection
from portfolio.tui.records.versions import VersionsScreen
from portfolio.tui.reflections.screen import ReflectionsScreen
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.form import FormScreen
from portfolio.wording import Language
from tests.tui.playing import frame, opened, playing, press, settled, two_versions, written


def in_conflict() -> str:
    return two_versions(
        "reflection",
        {"template": "three_minutes", "answers": {"progress": "First", "learned": "Same"}, "if_then": "If 0"},
        {"answers": {"progress": "Here"}, "if_then": "If 1"},
        {"answers": {"progress": "There"}, "if_then": "If 2"},
    )


def the_record() -> Reflection:
    (record,) = opened().read.records.of(Reflection)
    return record


def a_third(identity: str) -> None:
    """A computer that saw neither writes another answer."""
    elsewhere = opened()
    batch = elsewhere.batch()
    batch.edit(identity, "reflection", {"answers": {"progress": "Somewhere else"}})
    elsewhere.write.save(batch, seen={})


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
        a_third(identity)
        await press(pilot, "ctrl+s")
        await settled(pilot)
    after = the_record()
    texts = {after.answers["progress"], *after.conflicts.get("answers.progress", ())}
    assert "Somewhere else" in texts


def on_top(pilot: Pilot[int]) -> type:
    """Which screen someone looks at."""
    return type(pilot.app.screen)


async def test_b_shows_both_side_by_side_with_what_differs_marked() -> None:
    in_conflict()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "2", "b")
        assert on_top(pilot) is VersionsScreen
        seen = frame(pilot)
        assert "‹Here›" in seen and "‹There›" in seen and "│" in seen
        assert "After this 1 more field waits." in seen
        await press(pilot, "escape")
    assert len(the_record().conflicts) == 2, "looking decides nothing"


@pytest.mark.parametrize(("keys", "which"), [((), 0), (("down",), 1)])
async def test_keeping_one_goes_on_to_the_next_field_and_then_closes(keys: tuple[str, ...], which: int) -> None:
    in_conflict()
    before = the_record()
    versions = [(before.answers["progress"], *before.conflicts["answers.progress"])]
    versions.append((str(before.if_then), *before.conflicts["if_then"]))
    async with playing() as pilot:
        await press(pilot, "2", "b", *keys, "enter")
        assert "This version stays." in frame(pilot) and on_top(pilot) is VersionsScreen
        await press(pilot, *keys, "enter")
        assert on_top(pilot) is not VersionsScreen
        after = the_record()
        assert (after.answers["progress"], after.if_then) == (versions[0][which], versions[1][which])
        assert not after.conflicts
        await press(pilot, "u", "u")
    assert sorted(the_record().conflicts) == ["answers.progress", "if_then"]


async def test_both_can_be_made_one_text() -> None:
    in_conflict()
    async with playing(size=(100, 60)) as pilot:
        await press(pilot, "2", "b", "down", "down", "enter")
        assert on_top(pilot) is FormScreen
        box = pilot.app.screen.query_one("#box-0", WritingBox)
        assert sorted(box.text.split("\n")) == ["Here", "There"] and box.has_focus
        box.text = "Here and there"
        await pilot.pause()
        await press(pilot, "ctrl+s")
        assert on_top(pilot) is ReflectionsScreen
    after = the_record()
    assert after.answers["progress"] == "Here and there" and not after.conflicts


async def test_of_three_versions_each_is_compared_in_turn() -> None:
    identity = in_conflict()
    a_third(identity)
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "2", "b")
        first = frame(pilot)
        assert "Other version 1 of 2" in first and "Compare with the next version (2 of 2)" in first
        await press(pilot, "end", "enter")
        assert "Other version 2 of 2" in frame(pilot)
        await press(pilot, "enter")  # keeps what is shown, in the place of the second; the first was not in sight now
        assert "answers.progress" in the_record().conflicts
        await press(pilot, "enter")
        assert "answers.progress" not in the_record().conflicts


async def test_a_version_that_arrives_while_both_are_in_sight_is_not_settled_unseen() -> None:
    identity = in_conflict()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "2", "b")
        a_third(identity)
        await press(pilot, "down", "enter")
    after = the_record()
    assert "Somewhere else" in {after.answers["progress"], *after.conflicts.get("answers.progress", ())}


async def test_enter_on_the_record_offers_it_and_over_the_shoulder_it_closes() -> None:
    in_conflict()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "2", "enter", "enter")
        assert "both versions" in frame(pilot).lower()
        await press(pilot, "enter")
        assert on_top(pilot) is VersionsScreen
        await press(pilot, "v")
        assert on_top(pilot) is not VersionsScreen and "There" not in frame(pilot)


async def test_a_day_is_chosen_and_not_made_one() -> None:
    two_versions("goal", {"title": "G"}, {"due": "2026-01-01"}, {"due": "2026-02-02"})
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "3", "home", "down", "b")
        seen = frame(pilot)
        assert "January" in seen and "February" in seen and "Combine them into one" not in seen


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("nl", (120, 36)), ("nl", (60, 20))])
async def test_the_versions_as_they_are_seen(
    language: Language, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    two_versions(
        "reflection",
        {"template": "three_minutes", "answers": {"learned": "Eerst meten, dan bellen."}},
        {"answers": {"learned": "Eerst de flow meten, dan bellen. De klant keek mee."}},
        {"answers": {"learned": "Eerst meten, dan pas Ruud bellen."}},
    )
    async with playing(language=language, size=size) as pilot:
        await press(pilot, "2", "b")
        seen = re.sub(r"\d+:\d\d", "00:00", frame(pilot))
        assert seen == snapshot


def changed_elsewhere(identity: str) -> None:
    """Another window changes the goal; the app has not looked since."""
    elsewhere = opened()
    batch = elsewhere.batch()
    batch.edit(identity, "goal", {"why": "words from elsewhere"})
    elsewhere.write.save(batch)


async def test_deleting_keeps_what_was_not_on_the_screen_and_says_so() -> None:
    (goal,) = written({"kind": "goal", "title": "Meten", "why": "old why"})
    async with playing(size=(160, 30)) as pilot:
        await press(pilot, "3")
        changed_elsewhere(goal)
        await press(pilot, "d")
        seen = frame(pilot)
        assert "Not deleted" in seen and "deleted. Press" not in seen
        assert getattr(opened().read.record(goal), "why", "") == "words from elsewhere"
        await press(pilot, "d")
        assert "deleted. Press" in frame(pilot)
    assert not opened().read.records.of_kind("goal")


async def test_a_question_is_about_what_was_shown_when_it_was_asked() -> None:
    goal, _step = written({"kind": "goal", "title": "Meten"}, {"kind": "step", "goal": "Meten", "text": "Eerst"})
    async with playing(size=(160, 30)) as pilot:
        await press(pilot, "3", "d")
        changed_elsewhere(goal)
        await pilot.app.file_watch._refresh_when_due()  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "Not deleted" in frame(pilot)
    assert getattr(opened().read.record(goal), "why", "") == "words from elsewhere"


async def test_what_a_save_brings_in_while_a_question_is_open_was_not_shown() -> None:
    goal, _step = written({"kind": "goal", "title": "Meten"}, {"kind": "step", "goal": "Meten", "text": "Eerst"})
    async with playing(size=(160, 30)) as pilot:
        await press(pilot, "3", "d")
        changed_elsewhere(goal)

        def save(notebook: Notebook) -> StatusMessage:
            batch = notebook.batch()
            batch.add_json({"kind": "reflection", "answers": {"text": "saved meanwhile"}})
            return StatusMessage(" ".join(notebook.write.save(batch).ids))

        await pilot.app.services.session.save(save)  # type: ignore[attr-defined]  # as what was done before the question may do
        await press(pilot, "enter")
        assert "Not deleted" in frame(pilot)
        assert getattr(opened().read.record(goal), "why", "") == "words from elsewhere"
        await press(pilot, "d", "enter")
    assert not opened().read.records.of_kind("goal"), "now it was shown"
