"""What the app says stands with what it is about, and someone who looks on is told why nothing happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from portfolio.records.conversations import Conversation
from portfolio.records.reflections import Reflection
from portfolio.tui.text.spans import width_of
from portfolio.tui.widgets.bars import StatusLine
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.check import CheckScreen
from tests.tui.playing import an_app, frame, opened, playing, press, settled, typed, written

NOTE = {"kind": "reflection", "answers": {"text": "Older"}, "date": "2025-12-01"}


@pytest.mark.parametrize("keys", [("down",), ("2",)])
async def test_what_was_said_of_a_note_makes_way_elsewhere(keys: tuple[str, ...]) -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "New")
        await press(pilot, "enter")
        assert "press s" in frame(pilot)
        await press(pilot, *keys)
        assert "press s" not in frame(pilot)


async def test_someone_who_looks_on_is_told_why_a_key_does_nothing() -> None:
    written({**NOTE, "shareable": True})
    async with playing() as pilot:
        await press(pilot, "2", "v")
        for key in "nesd":
            await press(pilot, key)
            assert "Not while someone is watching." in frame(pilot)
            assert not isinstance(pilot.app.screen, CheckScreen)
            await press(pilot, "down")


@pytest.mark.slow
async def test_everything_is_shown_again_only_after_two_in_a_row() -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "2", "v", *"vandaag", *"even verder".replace(" ", ""))
        assert "Older" not in frame(pilot)
        await press(pilot, "v", "down", "v")
        assert "Press v again to see everything." in frame(pilot)
        assert "Older" not in frame(pilot)
        await press(pilot, "v")
        assert "Older" in frame(pilot)


async def test_over_the_shoulder_a_hidden_conversation_is_not_denied() -> None:
    written({"kind": "conversation", "date": "2025-12-20"})
    async with playing() as pilot:
        assert opened().read.records.of(Conversation)
        await press(pilot, "v")
        assert "Next conversation" not in frame(pilot)
        assert "no talk planned" not in frame(pilot)


async def test_what_would_leave_is_made_private_again_where_it_is_listed() -> None:
    written({"kind": "goal", "title": "Mine alone", "start": "2025-10-01", "shareable": True})
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        assert "Mine alone" in frame(pilot)
        assert "s private" in frame(pilot)
        await press(pilot, "s")
        seen = frame(pilot)
        assert "Private again: Mine alone." in seen
        assert "Goals · 0 of 1 shareable" in seen, "it can be shared again where it was"
        await press(pilot, "u")
        assert "Goals · 1 of 1 shareable" in frame(pilot)
        await press(pilot, "end", "enter")
        assert "1 learning goal" in frame(pilot)


async def test_the_last_question_says_that_enter_saves() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        assert "enter save" in frame(pilot)
        await press(pilot, "escape", "home", "enter")
        assert "enter next" in frame(pilot)
        await press(pilot, *["enter"] * 2)
        assert "enter save" in frame(pilot)


async def test_after_leaving_a_text_the_cursor_is_on_it() -> None:
    written(NOTE)
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Half")
        await press(pilot, "escape")
        assert pilot.app.screen.query_one("#today", Rows).key.startswith("draft:")


async def test_a_title_stays_one_line() -> None:
    written({**NOTE, "title": "First"})
    async with playing() as pilot:
        await press(pilot, "2", "e")
        title = pilot.app.screen.query_one("#box-1", WritingBox)
        title.focus()
        await press(pilot, "ctrl+end", "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#pick-2")
        title.focus()
        title.post_message(Paste("one\r\ntwo"))
        await settled(pilot)
        assert title.document.line_count == 1
        assert pilot.app.screen.query_one(StatusLine).styles.padding.left == 3
        await press(pilot, "ctrl+s")
    (record,) = opened().read.records.of(Reflection)
    assert "\n" not in (record.title or "")


@pytest.mark.parametrize("size", [(80, 24), (120, 24)])
async def test_no_word_of_a_long_text_is_cut_beside_its_scroll_bar(size: tuple[int, int]) -> None:
    text = "\n".join(
        ["zodra " * n + "👩‍🔧 hij afbreekt zoals de monteur dat graag ziet en dan weer verder" for n in range(12)]
    )
    written({**NOTE, "answers": {"text": text}})
    async with playing(size=size) as pilot:
        await press(pilot, "2", "enter")
        pane = pilot.app.screen.query_one("#text", Rows)
        assert pane.show_vertical_scrollbar
        rows = [pane.source.row(n, pane.room) for n in range(len(pane.source))]
        assert max(width_of(row.left) for row in rows) <= pane.room


async def test_the_example_says_that_it_is_one() -> None:
    async with playing(an_app(demo=True)) as pilot:
        assert "This is an example." in frame(pilot)
        await press(pilot, "2")
        assert "This is an example." not in frame(pilot)


async def test_a_narrow_export_names_the_folder(tmp_path: Path) -> None:
    written({"kind": "goal", "title": "Mine", "start": "2025-10-01", "shareable": True})
    async with playing(size=(60, 20)) as pilot:
        await press(pilot, "7", "x", "x", "enter")
        pilot.app.screen.query_one(LineInput).text = str(tmp_path / "a" / "out.md")
        await settled(pilot)
        seen = "".join(line.strip(" │") for line in frame(pilot).split("\n"))
        assert "In the folder" in seen
        assert str(tmp_path / "a") in seen
