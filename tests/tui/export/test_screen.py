"""Choosing what goes along, reading exactly that, and handing it over: keys in, and what is on the disk afterwards."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.notebook import open_notebook
from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.exports import Export
from portfolio.records.reflections import Reflection
from portfolio.tui.dialogs.pick import ChooseDialog, PickDialog
from portfolio.tui.dialogs.text import TextDialog
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.form import FormScreen
from tests.tui.playing import NOW, TODAY, frame, opened, places, playing, press, typed, with_demo, written

STORY = {"kind": "reflection", "template": "success", "shareable": True}


def a_portfolio() -> tuple[str, ...]:
    """Two stories of this year, one of long ago, and something private."""
    return written(
        {**STORY, "answers": {"text": "The red valve"}, "date": "2025-11-01"},
        {**STORY, "answers": {"text": "The blue pump"}, "date": "2025-10-01"},
        {**STORY, "answers": {"text": "Long ago"}, "date": "2021-10-01"},
        {"kind": "reflection", "answers": {"text": "Mine alone"}, "date": "2025-10-01"},
    )


def document(pilot: Pilot[int]) -> str:
    """The words of the document as they stand on the screen, wrapped or not."""
    lines = pilot.app.screen.query_one("#document", Lines).lines
    return " ".join(" ".join(span.text for span in line) for line in lines)


def stored() -> bytes:
    """The portfolio as it is on the disk."""
    return Path(places().data_file).read_bytes()


def text_of(path: Path) -> str:
    """What is in a file."""
    return path.read_text("utf-8")


def shown(pilot: Pilot[int]) -> type[object]:
    """Which screen is on top."""
    return type(pilot.app.screen)


async def at(pilot: Pilot[int], identity: str) -> None:
    """The cursor on the row of this record."""
    rows = pilot.app.screen.query_one("#items", Rows)
    rows.cursor = next(n for n in range(len(rows.source)) if rows.source.key(n) == identity)
    await press(pilot)


async def save_as(pilot: Pilot[int], path: Path) -> str:
    """Save the document as this file, with the places to check as they are; what is in it."""
    await press(pilot, "x")
    if "not checked yet" in frame(pilot):
        await press(pilot, "down", "enter")
    await press(pilot, "enter")
    pilot.app.screen.query_one(WritingBox).text = str(path)
    await press(pilot, "enter")
    return text_of(path)


async def test_what_is_left_out_is_neither_on_the_screen_nor_in_the_file_and_can_be_taken_in_again(
    tmp_path: Path,
) -> None:
    red, *_others = a_portfolio()
    before = stored()
    async with playing(size=(130, 40)) as pilot:
        await press(pilot, "7", "x")
        assert "The red valve" in document(pilot)
        await at(pilot, red)
        await press(pilot, "space")
        assert "left out this time" in frame(pilot)
        assert "The red valve" not in document(pilot)
        assert stored() == before, "choosing changes no byte of the portfolio"
        without = await save_as(pilot, tmp_path / "without.md")
        await press(pilot, "space")
        assert "The red valve" in document(pilot)
        with_it = await save_as(pilot, tmp_path / "with.md")
    assert ("The red valve" in without, "The blue pump" in without) == (False, True)
    assert "The red valve" in with_it
    assert "Mine alone" not in with_it


async def test_a_record_of_another_time_is_taken_in_by_hand_or_by_another_period(tmp_path: Path) -> None:
    *_this_year, old, _private = a_portfolio()
    async with playing() as pilot:
        await press(pilot, "7", "x")
        await at(pilot, old)
        assert "Left out: not in this period" in frame(pilot)
        await press(pilot, "space")
        assert "Long ago" in await save_as(pilot, tmp_path / "by-hand.md")
        await press(pilot, "space", "f", "2", "end", "up", "enter", "escape")
        assert "not in this period" not in frame(pilot)


async def test_people_are_called_by_name_only_where_that_was_chosen(tmp_path: Path) -> None:
    written(
        {"kind": "person", "name": "Ruud Bakker", "role": "mentor", "may_be_named": "yes"},
        {"kind": "feedback", "what": "Well done", "from": "Ruud Bakker", "permission": "yes", "date": "2025-11-01",
         "shareable": True},
    )  # fmt: skip
    async with playing(size=(130, 40)) as pilot:
        await press(pilot, "7", "x")
        assert "· names" in frame(pilot)
        assert "Ruud Bakker" in await save_as(pilot, tmp_path / "names.md")
        await press(pilot, "f", "5", "escape")
        assert "· roles" in frame(pilot)
        roles = await save_as(pilot, tmp_path / "roles.md")
    assert "mentor" in roles
    assert "Ruud" not in roles


async def test_P8_the_preview_is_made_of_exactly_what_is_written_and_the_log_says_so(tmp_path: Path) -> None:
    with_demo("en")
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "7", "x", "f", "1", "2", "4", "escape", "tab")
        assert "This is exactly what is in the file" in frame(pilot)
        screen: Any = pilot.app.screen
        text = await save_as(pilot, tmp_path / "page.md")
        assert screen.work.document.text == text, "the lines on the screen are drawn from the very text of the file"
        assert text.startswith("# Samir Bouali")
        seen = document(pilot)
        for heading in (line.lstrip("# ") for line in text.split("\n") if line.startswith("#")):
            assert heading in seen
        assert "The document is in ~/page.md" in frame(pilot)
        assert "Open it in a text editor, or attach it to a mail." in frame(pilot)
        await press(pilot, "escape", "escape", "end")
        assert "Previously handed over" in frame(pilot)
        assert "One-page version · for: " in frame(pilot)
        await press(pilot, "enter")
        assert "For whom" in frame(pilot)
        await press(pilot, "e")
        assert not isinstance(pilot.app.screen, FormScreen), "a log is read and never changed"
    (log,) = opened().read.records.of(Export)
    assert (log.sort, log.language, log.shareable) == ("page", "nl", False)


async def test_what_stays_for_want_of_permission_is_mended_in_the_record() -> None:
    feedback = {"kind": "feedback", "what": "Well done", "date": "2025-11-01", "shareable": True}
    identity, _story = written(
        {**feedback, "permission": "not_asked"}, {**STORY, "answers": {"text": "Fine"}, "date": "2025-11-01"}
    )
    async with playing() as pilot:
        await press(pilot, "7", "x")
        assert "Left out: the other person has not agreed." in frame(pilot)
        assert "enter in/out" in frame(pilot)
        await at(pilot, identity)
        assert "enter open" in frame(pilot)
        await press(pilot, "space")
        assert "Left out: the other person has not agreed to it." in frame(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RecordScreen)
        notebook = opened()
        batch = notebook.batch()
        batch.edit(identity, "feedback", {"permission": "yes"})
        notebook.write.save(batch)
        await press(pilot, "escape")
        await pilot.app.file_watch.look()  # type: ignore[attr-defined]  # what the timer does every two seconds
        await press(pilot)
        assert "Left out:" not in frame(pilot)


async def test_the_conversation_is_proposed_and_another_can_be_chosen() -> None:
    written(
        {"kind": "conversation", "sort": "planning", "date": "2025-12-22", "shareable": True},
        {"kind": "conversation", "sort": "appraisal", "date": "2025-12-30", "shareable": True},
    )
    async with playing(size=(130, 40)) as pilot:
        await press(pilot, "7", "x")
        assert "Planning conversation · 22 Dec 2025" in document(pilot)
        await press(pilot, "f", "3", "home", "enter", "escape")
        assert "Appraisal · 30 Dec 2025" in document(pilot)
        await press(pilot, "f", "3", "end", "enter", "escape")
        assert "for: no conversation" in frame(pilot)
        assert "Appraisal" not in document(pilot)


async def test_from_a_conversation_the_document_is_for_that_one() -> None:
    _next, other = written(
        {"kind": "conversation", "sort": "planning", "date": "2025-12-22"},
        {"kind": "conversation", "sort": "appraisal", "date": "2025-12-30"},
    )
    async with playing() as pilot:
        await press(pilot, "7")
        pilot.app.screen.query(Rows).first().go_to(other)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, SharingScreen)
        assert pilot.app.screen.work.request.conversation == other


async def test_over_the_shoulder_nothing_is_proposed_and_nothing_written() -> None:
    a_portfolio()
    async with playing() as pilot:
        await press(pilot, "v", "7", "x")
        seen = frame(pilot)
        assert "The red valve" in seen
        assert "Left out:" not in seen
        assert "private" not in seen
        for key in ("space", "x", "s"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, SharingScreen)
            assert "Not while someone is watching." in frame(pilot)
        assert "left out" not in frame(pilot)


async def test_with_nothing_shareable_what_could_be_is_listed_by_place_and_shared_there(tmp_path: Path) -> None:
    goal, note = written(
        {"kind": "goal", "title": "Mine", "start": "2025-10-01"},
        {"kind": "reflection", "answers": {"text": "A note"}, "date": "2025-10-01"},
    )
    async with playing() as pilot:
        await press(pilot, "7", "x")
        assert "Goals · 0 of 1 shareable" in frame(pilot)
        assert "Reflections · 0 of 1 shareable" in frame(pilot)
        await at(pilot, goal)
        await press(pilot, "enter")
        assert "Goals · 1 of 1 shareable" in frame(pilot)
        assert "1 record in the document" in frame(pilot)
        await at(pilot, note)
        await press(pilot, "enter")
        assert "Reflections · 1 of 1 shareable" in frame(pilot)
        await press(pilot, "enter")
        assert "Reflections · 0 of 1 shareable" in frame(pilot), "a second time takes exactly that back"
        assert "Private. Only you see this." in frame(pilot)
        assert "○ A note" in frame(pilot)
        await press(pilot, "end", "enter")
        assert "1 learning goal" in frame(pilot)
        text = await save_as(pilot, tmp_path / "me.md")
    assert "Mine" in text
    assert "A note" not in text


async def test_what_is_taken_out_for_one_conversation_stays_shareable_and_out_of_that_document_alone() -> None:
    conversation, goal, other = written(
        {"kind": "conversation", "date": "2025-12-22", "consequences": "no"},
        {"kind": "goal", "title": "Measuring", "start": "2025-10-01", "shareable": True},
        {"kind": "goal", "title": "Welding", "start": "2025-10-01", "shareable": True},
    )
    async with playing() as pilot:
        await press(pilot, "7", "enter")
        await at(pilot, goal)
        await press(pilot, "enter")
        assert "Left out for this conversation only: Measuring. It stays shareable" in frame(pilot)
        assert "– Measuring" in frame(pilot)
        assert "1 of 2 shareable records in the document." in frame(pilot)
    kept = opened().read.records
    found, measuring = kept.find(Conversation, conversation), kept.get(goal)
    assert found is not None
    assert found.left_out == (goal,)
    assert measuring is not None
    assert measuring.shareable
    async with playing(size=(140, 40)) as pilot:
        await press(pilot, "7", "enter")
        assert "– Measuring" in frame(pilot), "also when the app is opened again"
        await press(pilot, "end", "enter")
        assert "Welding" in document(pilot)
        assert "Measuring" not in document(pilot)
        await press(pilot, "u")
        assert opened().read.records.find(Conversation, conversation).left_out == ()  # type: ignore[union-attr]
        assert "Measuring" in document(pilot), "undo brings it back here too"
        await at(pilot, other)
        await press(pilot, "s")
        assert "Private again: Welding." in frame(pilot), "for good is another key"
        assert "Welding" not in document(pilot)
    welding = opened().read.records.get(other)
    assert welding is not None
    assert not welding.shareable


async def test_a_row_that_care_keeps_out_says_what_that_means_and_is_not_left_out_by_hand() -> None:
    conversation, note = written(
        {"kind": "conversation", "date": "2025-12-22"},
        {"kind": "reflection", "answers": {"text": "Hard week"}, "date": "2025-10-01", "shareable": True},
        {"kind": "goal", "title": "Measuring", "start": "2025-10-01", "shareable": True},
    )[:2]
    async with playing() as pilot:
        await press(pilot, "7", "enter")
        assert "Careful means: goals, stories and evidence only." in " ".join(frame(pilot).split())
        await at(pilot, note)
        await press(pilot, "enter")
        assert "Left out: not in a careful document." in frame(pilot)
    assert opened().read.records.find(Conversation, conversation).left_out == ()  # type: ignore[union-attr]


async def test_after_choosing_come_reading_and_handing_over_on_the_screen_and_each_is_ticked_when_it_is_whole() -> None:
    written(
        {"kind": "conversation", "date": "2025-12-22", "consequences": "no"},
        *(
            {**STORY, "answers": {"text": f"Story {n}\n\n" + "It went well. " * 60}, "date": "2025-11-01"}
            for n in range(3)
        ),
    )
    async with playing() as pilot:
        await press(pilot, "7")
        assert "→ 1 Choose what you share" in frame(pilot)
        assert "3 of 3 shareable" in frame(pilot)
        await press(pilot, "enter", "end", "enter")
        assert "▸ Read it through" in frame(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert "✓ 1 Choose what you share" in frame(pilot)
        assert "▸ → 2 Read it through" in frame(pilot)
        assert "not read to the end yet" in frame(pilot)
        await press(pilot, "enter", "end", "escape", "escape")
        assert "✓ 2 Read it through" in frame(pilot)
        await press(pilot, "1", "7", "enter")
        assert "In which form" in frame(pilot)


async def test_more_can_be_shared_from_the_last_row_and_esc_leads_back_to_the_document() -> None:
    a_portfolio()
    async with playing() as pilot:
        await press(pilot, "7", "x", "end", "up", "up")
        assert "enter open" in frame(pilot)
        await press(pilot, "enter")
        assert "Reflections · 3 of 4 shareable" in frame(pilot)
        await press(pilot, "escape")
        assert shown(pilot) is SharingScreen
        assert "2 notes" in frame(pilot)
        await press(pilot, "escape")
        assert shown(pilot) is not SharingScreen


async def test_with_nothing_written_enter_leads_to_where_one_writes() -> None:
    written({"kind": "conversation", "date": "2025-12-22"})
    async with playing() as pilot:
        await press(pilot, "7", "x")
        assert "There is nothing to share yet." in frame(pilot)
        await press(pilot, "enter")
        assert pilot.app.current_mode == "today"


@pytest.mark.slow
async def test_after_a_held_conversation_the_agreements_of_both_sides_are_asked_for_until_esc() -> None:
    written({"kind": "conversation", "sort": "planning", "date": "2025-12-12"})
    async with playing() as pilot:
        await press(pilot, "7", "up", "up", "up", "up", "up", "up", "c", "down", "enter")
        for step, words in enumerate(("I guide an apprentice", "A better tool in my van")):
            assert shown(pilot) is PickDialog
            assert "What did you agree?" in frame(pilot)
            await press(pilot, *["down"] * step, "enter")
            assert shown(pilot) is FormScreen
            await typed(pilot, words)
            await press(pilot, "ctrl+s")
        await press(pilot, "escape")
        assert "Open agreements, on both sides" in frame(pilot)
        assert "I guide an apprentice" in frame(pilot)
    (conversation,) = opened().read.records.of(Conversation)
    agreed = {agreement.owner: agreement for agreement in opened().read.records.of(Agreement)}
    assert conversation.state == "held"
    assert (agreed["me"].text, agreed["manager"].text) == ("I guide an apprentice", "A better tool in my van")
    assert {agreement.conversation for agreement in agreed.values()} == {conversation.id}


async def test_another_state_of_a_conversation_asks_for_no_agreements() -> None:
    written({"kind": "conversation", "sort": "planning", "date": "2025-12-12"})
    async with playing() as pilot:
        await press(pilot, "7", *["down"] * 4, "c", "end", "enter")
        assert not isinstance(pilot.app.screen, PickDialog)


async def test_hostile_words_are_only_words_in_the_list_the_head_and_the_document() -> None:
    words = "[b]x[/b] \x1b]0;t\x07 [@click=app.quit]c[/] \u202e # head `code` <!-- c -->\n\n# h\n```\n" + "y" * 900
    written(
        {"kind": "person", "name": words, "role": words, "may_be_named": "yes"},
        {"kind": "conversation", "with": words, "place": words, "date": "2025-12-22", "shareable": True},
        {"kind": "goal", "title": words, "start": "2025-01-01", "shareable": True},
        {"kind": "feedback", "what": words, "from": words, "permission": "not_asked", "shareable": True},
        {**STORY, "answers": {"text": words}, "date": "2025-11-01"},
    )
    async with playing(size=(120, 30)) as pilot:
        keys_of = [("7", "x"), ("end",), ("up", "space"), ("f",), ("escape", "home", "space"), ("tab", "end"), ("tab",)]
        for keys in (*keys_of, ("end", "enter"), ("home", "enter")):
            await press(pilot, *keys)
            seen = frame(pilot)
            assert not [c for c in seen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e")]
            assert max(map(len, seen.split("\n"))) <= 120
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_what_goes_along(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl", size=size) as pilot:
        await press(pilot, "7", "x", "down", "space")
        assert frame(pilot) == snapshot


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_screen_fits_its_size(size: tuple[int, int], language: Any) -> None:
    with_demo(language)
    async with playing(language=language, size=size) as pilot:
        for keys in (("7", "x"), ("tab",), ("end",), ("f",), ("escape", "x"), ("enter",)):
            await press(pilot, *keys)
            lines = frame(pilot).split("\n")
            assert len(lines) == size[1]
            assert max(map(len, lines)) <= size[0]


async def test_a_file_is_never_called_what_it_is_not(tmp_path: Path) -> None:
    written({"kind": "goal", "title": "Mine", "start": "2025-10-01", "shareable": True})
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "4")
        pilot.app.screen.query_one(LineInput).text = str(tmp_path / "portfolio.odt")
        await press(pilot, "enter")
    assert [name for name in os.listdir(tmp_path) if name.endswith("md")] == ["portfolio.odt.md"]


async def test_an_empty_document_is_not_handed_over() -> None:
    written({"kind": "goal", "title": "Mine alone"})
    async with playing() as pilot:
        await press(pilot, "7", "x", "x")
        assert "Nothing is included yet." in frame(pilot)
        assert shown(pilot) is SharingScreen


FORMS = {
    "1": ("docx", b"PK"),
    "2": ("pdf", b"%PDF"),
    "3": ("html", b"<!DOCTYPE html>"),
    "4": ("md", b"# Samir Bouali"),
    "5": ("txt", b"Samir Bouali\n============\n"),
}


@pytest.mark.parametrize("number", FORMS)
async def test_saving_asks_for_the_form_by_name_and_the_log_has_its_digest(number: str, tmp_path: Path) -> None:
    with_demo("en")
    ending, begins = FORMS[number]
    async with playing(size=(100, 40)) as pilot:
        await press(pilot, "7", "x", "x", "down", "enter")
        for name in ("Markdown text", "Web page", "PDF", "Word document", "Text for mail"):
            assert name in frame(pilot)
        await press(pilot, number)
        box = pilot.app.screen.query_one(LineInput)
        assert box.text.endswith(f".{ending}")
        box.text = str(tmp_path / f"me.{ending}")
        await press(pilot, "enter")
        assert f"me.{ending}" in frame(pilot)
        assert "shareable records are not in it." in frame(pilot)
    data = (tmp_path / f"me.{ending}").read_bytes()
    assert data.startswith(begins)
    (log,) = opened().read.records.of(Export)[-1:]
    assert log.sha256 == hashlib.sha256(data).hexdigest()


async def test_esc_at_the_path_asks_for_the_form_again_and_esc_there_saves_nothing() -> None:
    a_portfolio()
    async with playing() as pilot:
        await press(pilot, "7", "x", "x", "2", "escape")
        assert shown(pilot) is PickDialog
        await press(pilot, "escape")
        assert shown(pilot) is SharingScreen
    assert opened().read.records.of(Export) == ()


async def test_names_and_numbers_are_looked_at_one_by_one_and_the_record_stays_as_it_is(tmp_path: Path) -> None:
    words = "Noor de Wit said: call 06-12345678"
    written(
        {"kind": "person", "name": "Noor de Wit", "role": "manager"},
        {**STORY, "answers": {"text": words}, "date": "2025-11-01"},
    )
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        assert "2 places to check before you hand it over. Press K." in frame(pilot)
        await press(pilot, "K")
        assert "one of your people, by name" in frame(pilot)
        assert "perhaps a telephone number" in frame(pilot)
        await press(pilot, "enter", "2")
        assert "perhaps a telephone number" in frame(pilot), "the next place comes by itself"
        await press(pilot, "enter", "1")
        assert "There is nothing left to check." in frame(pilot)
        await press(pilot, "x", "enter")
        pilot.app.screen.query_one(LineInput).text = str(tmp_path / "me.md")
        await press(pilot, "enter")
    text = (tmp_path / "me.md").read_text("utf-8")
    assert "Noor" not in text
    assert "said: call 06-12345678" in text
    (story,) = opened().read.records.of(Reflection)
    assert story.answers["text"] == words


async def test_a_name_that_could_not_be_replaced_is_named_before_it_is_saved(tmp_path: Path) -> None:
    written(
        {"kind": "person", "name": "Ruud", "role": "mentor", "may_be_named": "yes"},
        {**STORY, "answers": {"text": "Ruuds plan done with Ruud"}, "date": "2025-11-01"},
    )
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x", "f", "5", "escape")
        assert "1 place to check before you hand it over. Press K." in frame(pilot)
        await press(pilot, "x")
        assert shown(pilot) is ChooseDialog
        assert "“Ruuds”: Ruuds plan done with a mentor" in frame(pilot)
        await press(pilot, "enter")
        assert shown(pilot) is PickDialog, "the place itself"
        await press(pilot, "enter")
        assert "Say: a mentor" in frame(pilot)
        await press(pilot, "escape", "escape")
        assert "Ruuds plan done with a mentor" in await save_as_it_is(pilot, tmp_path / "me.md")


async def test_the_drawings_of_text_are_a_choice(tmp_path: Path) -> None:
    with_demo("en")
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "7", "x")
        assert "━" not in await save_as(pilot, tmp_path / "usual.md")
        await press(pilot, "f", "8", "escape")
        text = await save_as(pilot, tmp_path / "drawn.md")
        assert "━" in text
        screen: Any = pilot.app.screen
        assert screen.work.document.text == text


async def save_as_it_is(pilot: Pilot[int], path: Path) -> str:
    """Answer that it goes along as it is, and save it."""
    await press(pilot, "x", "down", "enter", "enter")
    pilot.app.screen.query_one(WritingBox).text = str(path)
    await press(pilot, "enter")
    return text_of(path)


@pytest.mark.parametrize(("consequences", "begins_careful"), [("no", False), ("yes", True), ("unknown", True)])
async def test_a_conversation_that_may_touch_pay_begins_careful_and_one_key_takes_all_in(
    consequences: str, begins_careful: bool
) -> None:
    written(
        {"kind": "conversation", "sort": "appraisal", "date": "2025-12-22", "consequences": consequences},
        {"kind": "skill", "title": "Faults", "date": "2025-02-01", "shareable": True},
        {"kind": "rating", "skill": "Faults", "level": 1, "date": "2025-03-01", "shareable": True},
        {**STORY, "answers": {"text": "The red valve"}, "date": "2025-11-01"},
    )
    async with playing(size=(140, 40)) as pilot:
        await press(pilot, "7", "x")
        assert ("Where I stand" not in document(pilot)) == begins_careful
        assert ("affect pay or contract" in " ".join(frame(pilot).split())) == begins_careful
        assert "The red valve" in document(pilot)
        await press(pilot, "f", "6", "escape")
        assert ("Where I stand" in document(pilot)) == begins_careful
        assert "affect pay or contract" not in " ".join(frame(pilot).split())


async def test_what_was_agreed_is_confirmed_in_a_text_to_send() -> None:
    written(
        {"kind": "person", "name": "Erik", "role": "manager"},
        {"kind": "conversation", "date": "2025-12-10", "state": "held", "with": "Erik"},
    )
    (conversation,) = opened().read.records.of(Conversation)
    written(
        {
            "kind": "agreement",
            "conversation": conversation.id,
            "text": "Four days\nwith Ruud",
            "owner": "manager",
            "due": "2026-05-01",
            "support": "16 hours",
        }
    )
    async with playing() as pilot:
        await press(pilot, "7")
        pilot.app.screen.query(Rows).first().go_to(conversation.id)
        await press(pilot, "i")
        assert "- Four days with Ruud (you, by 1 May 2026): 16 hours" in " ".join(frame(pilot).replace("│", "").split())
        await press(pilot, "enter")
        assert "Copy the mail" in frame(pilot)
        await press(pilot, "1")
        text = pilot.app.clipboard
    assert text.startswith("Hi Erik,\n\nThank you for our conversation on Wednesday 10 December 2025.")
    assert "- Four days with Ruud (you, by 1 May 2026): 16 hours" in text
    assert text.endswith("Does this match what you noted? If so, I'll work from it.")


async def test_P9_what_changed_since_it_was_handed_over_is_confirmed_left_out_or_looked_at_first(
    tmp_path: Path,
) -> None:
    red, *_others = a_portfolio()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        await save_as(pilot, tmp_path / "first.md")
        await press(pilot, "escape")
    later = open_notebook(places(), today=TODAY, now=lambda: NOW + timedelta(hours=1))
    batch = later.batch()
    batch.edit(red, "reflection", {"answers": {"text": "The green valve"}})
    later.write.save(batch)
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        assert "changed since shared" in frame(pilot)
        assert "1 record changed since you handed it over" in frame(pilot)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ChooseDialog), "nothing leaves before someone said what becomes of it"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#items", Rows).key == red
        await press(pilot, "x", "down", "enter", "enter")
        pilot.app.screen.query_one(WritingBox).text = str(tmp_path / "second.md")
        await press(pilot, "enter")
        assert "The green valve" in text_of(tmp_path / "second.md")
        await press(pilot, "x", "down", "down", "enter")
        assert "The green valve" not in document(pilot)


async def test_a_document_of_before_is_read_as_it_was_then(tmp_path: Path) -> None:
    red, *_others = a_portfolio()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        await save_as(pilot, tmp_path / "first.md")
        await press(pilot, "escape")
        notebook = opened()
        notebook.write.delete([red])
        await press(pilot, "7")
        rows = pilot.app.screen.query(Rows).first()
        (note,) = opened().read.records.of(Export)
        rows.go_to(note.id)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, TextDialog)
        assert "The red valve" in frame(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, TextDialog)


async def test_what_was_chosen_and_typed_for_a_document_is_still_there_when_one_comes_back() -> None:
    red, *_others = a_portfolio()
    async with playing(size=(100, 30)) as pilot:
        await press(pilot, "7", "x")
        await at(pilot, red)
        await press(pilot, "space", "f", "7", "down", "enter")
        pilot.app.screen.query_one(WritingBox).text = "What I am good at"
        await press(pilot, "enter", "1", "7", "x")
        assert "The red valve" not in document(pilot)
        await press(pilot, "f", "7")
        assert "What I am good at" in frame(pilot)
    assert text_of(Path(places().data_file)).count("What I am good at") == 0, "the records stay as they are"
