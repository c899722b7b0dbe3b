"""From the press of the key nothing private is seen, whatever is on its way; and what leaves is what was shown."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from portfolio.tui.export.save_dialog import SaveDialog
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.goals.screen import GoalsScreen
from portfolio.tui.services.services import services_of
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import Words
from tests.tui.playing import TODAY, frame, opened, places, playing, press, settled, written


@contextmanager
def busy(pilot: Pilot[int]) -> Iterator[None]:
    """The notebook answers nothing for now."""
    go_on = threading.Event()
    done = asyncio.ensure_future(services_of(pilot.app).worker.aside(lambda: go_on.wait(20)))
    try:
        yield
    finally:
        go_on.set()
        done.add_done_callback(lambda _done: None)


async def keys(pilot: Pilot[int], *names: str) -> None:
    """Keys of which the first is not waited for."""
    for name in names:
        pilot.app.post_message(events.Key(name, name if len(name) == 1 else None))
        await pilot.pause()


def text_in(path: str) -> str:
    """What a file holds; nothing when it is not there."""
    return Path(path).read_text("utf-8") if os.path.exists(path) else ""


def two_goals() -> None:
    written(
        {"kind": "goal", "title": "SECRET GOAL", "why": "SECRET WHY", "tags": ["burnout"]},
        {"kind": "goal", "title": "open goal", "shareable": True},
    )


@pytest.mark.parametrize("place", ["1", "2", "3", "5", "6", "7"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_nothing_private_is_seen_while_it_is_worked_out_what_may_be(place: str, size: tuple[int, int]) -> None:
    two_goals()
    written({"kind": "reflection", "answers": {"text": "SECRET NOTE"}}, {"kind": "skill", "title": "SECRET SKILL"})
    async with playing(size=size) as pilot:
        await press(pilot, place)
        with busy(pilot):
            await keys(pilot, "v")
            await pilot.pause()
            assert "SECRET" not in frame(pilot)
            assert not pilot.app.screen.current_context().alone  # type: ignore[attr-defined]
        await settled(pilot)
        assert "SECRET" not in frame(pilot)


@pytest.mark.parametrize("early", ["e", "l", "n", "d", "a"])
async def test_no_form_or_dialog_opens_after_the_key(early: str) -> None:
    two_goals()
    async with playing() as pilot:
        await press(pilot, "3", "end")
        with busy(pilot):
            await keys(pilot, "v", early)
        await settled(pilot)
        assert isinstance(pilot.app.screen, GoalsScreen)
        assert "SECRET" not in frame(pilot)


async def test_a_save_on_its_way_does_not_show_everything_again_nor_say_what_it_was_about() -> None:
    two_goals()
    async with playing() as pilot:
        await press(pilot, "3", "end")
        with busy(pilot):
            await keys(pilot, "c", "down", "enter", "enter", "v")  # another state of the private goal
        await settled(pilot)
        assert not services_of(pilot.app).session.state.alone
        assert "SECRET" not in frame(pilot)
        assert "Only what is shareable" in frame(pilot)


async def test_a_filter_and_marks_are_gone_over_the_shoulder() -> None:
    two_goals()
    async with playing() as pilot:
        await press(pilot, "3", "f", "enter", "down", "enter", *["down"] * 7, "enter")
        assert "burnout" in frame(pilot)
        await press(pilot, "space", "v")
        assert "burnout" not in frame(pilot)
        assert "marked" not in frame(pilot)
        assert "open goal" in frame(pilot)


async def test_the_cursor_comes_back_to_where_it_was() -> None:
    written(*({"kind": "goal", "title": f"Goal {n}", "shareable": True} for n in range(5)))
    async with playing() as pilot:
        await press(pilot, "3", "down", "down")
        before = pilot.app.screen.current_context().chosen  # type: ignore[attr-defined]
        await press(pilot, "v")
        after = pilot.app.screen.current_context().chosen  # type: ignore[attr-defined]
        assert before.id == after.id


async def test_another_language_and_day_are_not_undone_by_an_older_look() -> None:
    async with playing() as pilot:
        session = services_of(pilot.app).session
        with busy(pilot):
            looking = asyncio.ensure_future(session.refresh())
            await pilot.pause()
            session.state = session.state._replace(words=Words("nl"), today=TODAY + timedelta(days=1))
        assert await looking
        assert session.state.words.language == "nl"
        assert session.state.today == TODAY + timedelta(days=1)


async def test_what_was_made_private_meanwhile_is_not_exported() -> None:
    mine, _other = written(
        {"kind": "reflection", "answers": {"text": "TAKEN BACK"}, "shareable": True},
        {"kind": "reflection", "answers": {"text": "fine"}, "shareable": True},
    )
    path = os.path.join(os.path.dirname(places().data_file), "out.md")
    async with playing(size=(120, 30)) as pilot:
        await press(pilot, "7", "x", "x", "enter")
        assert isinstance(pilot.app.screen, SaveDialog)
        opened().write.set_shareable([mine], False)
        pilot.app.screen.query_one(LineInput).text = path
        await press(pilot, "enter")
        assert "Nothing was written" in frame(pilot)
        assert text_in(path) == ""
        await press(pilot, "x", "enter")
        pilot.app.screen.query_one(LineInput).text = path
        await press(pilot, "enter")
    assert "fine" in text_in(path)
    assert "TAKEN BACK" not in text_in(path)


async def test_what_is_left_out_this_time_is_not_exported_before_that_was_shown() -> None:
    written({"kind": "reflection", "answers": {"text": "LEFT OUT"}, "shareable": True})
    async with playing(size=(120, 30)) as pilot:
        await press(pilot, "7", "x")
        with busy(pilot):
            await keys(pilot, "space", "x")
            assert isinstance(pilot.app.screen, SharingScreen)  # the key waits until the new document is there
        await settled(pilot)
        assert isinstance(pilot.app.screen, SharingScreen)
        assert "Nothing is included yet" in frame(pilot)


def nothing_can_be_kept() -> None:
    with open(places().handed_over_folder, "w", encoding="utf-8") as in_the_way:
        in_the_way.write("a file in the place of a folder")


async def test_a_document_that_could_not_be_noted_is_said_to_be_written_all_the_same() -> None:
    written({"kind": "reflection", "answers": {"text": "fine"}, "shareable": True})
    path = os.path.join(os.path.dirname(places().data_file), "out.md")
    nothing_can_be_kept()
    async with playing(size=(120, 30)) as pilot:
        await press(pilot, "7", "x", "x", "enter")
        pilot.app.screen.query_one(LineInput).text = path
        await press(pilot, "enter")
        seen = frame(pilot)
        assert "The document is in" in seen and "could not note" in seen
    assert "fine" in text_in(path)
