"""What has a draft is gone on with from wherever it is opened; no form replaces or discards one that it never saw."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.capture.entry import Entry
from portfolio.notebook import drafts
from portfolio.notebook.entries import of_record
from portfolio.records.conversations import Conversation
from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.store.local.drafts import load_all, save
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from tests.tui.fast_keys import Keys, fast
from tests.tui.playing import TODAY, opened, places, written

LATER = ("escape", "home", "down", "down", "enter")
DROP = ("escape", "end", "enter")
FROM = {
    "its row": ("3", "home", "e"),
    "the list": ("3", "end", "e"),
    "the record": ("3", "end", "enter", "e"),
    "the search": ("/", *"Cable", "down", "e"),
    "today": ("1", "home", "enter"),
}


def words() -> dict[str, dict[str, str]]:
    """The changed texts of every draft on disk, by name."""
    return {each.name: each.entry.changed for each in drafts.load_all(places())}


async def back_home(keys: Keys) -> None:
    """To Today."""
    for _turn in range(9):
        if keys.app.current_mode == "today" and not isinstance(keys.screen, (CheckScreen, FormScreen)):
            return
        await keys.press("escape")
    raise AssertionError(f"no way back:\n{keys.text}")


@pytest.mark.parametrize("way", FROM)
@pytest.mark.parametrize("killed", [False, True])
async def test_a_record_is_opened_with_the_words_that_were_left(way: str, killed: bool) -> None:
    (goal,) = written({"kind": "goal", "title": "Cable"})
    async with fast() as keys:
        await keys.press("3", "home", "e")
        await keys.type("work")
        if killed:
            await keys.on_disk()
            keys.kill()
        else:
            await keys.press(*LATER)
    async with fast() as keys:
        await keys.press(*FROM[way])
        assert keys.screen.entry.text("title") == "Cablework"
        assert "This is your draft, as you left it." in keys.text
        await keys.type("s")
        await keys.press("ctrl+s")
    assert opened().read.record(goal).heading == "Cableworks"
    assert words() == {}


async def test_what_was_left_is_there_at_once_while_the_list_still_has_the_old_look() -> None:
    written({"kind": "goal", "title": "Cable"})
    async with fast() as keys:
        await keys.press("3", "home", "e")
        await keys.type("work")
        for key in (*LATER, "e"):
            keys.post(key)
        await keys.settle()
        assert keys.screen.entry.text("title") == "Cablework"


async def test_the_sheet_of_a_conversation_goes_on_where_it_was_left() -> None:
    (conversation,) = written({"kind": "conversation", "sort": "development", "date": "2026-01-20"})
    async with fast() as keys:
        await keys.press("7")
        await keys.down_to("#list", "sheet")
        await keys.press("enter", "enter")
        await keys.type("One")
        await keys.press("enter")
        await keys.type("Two")
        await keys.press("ctrl+o", "enter")
        assert (keys.screen.entry.at, keys.screen.query_one("#answer").text) == (1, "Two")
        await keys.type("!")
        await keys.press("ctrl+s")
    (saved,) = opened().read.records.of(Conversation)
    assert (saved.id, sorted(saved.sheet.values())) == (conversation, ["One", "Two!"])


async def test_a_form_throws_away_no_answer_that_it_has_no_field_for() -> None:
    (conversation,) = written({"kind": "conversation", "sort": "development", "date": "2026-01-20"})
    sheet = of_record(opened().read.record(conversation)).with_text("sheet.proud", "My own words")
    drafts.keep(places(), sheet.with_text("place", "Utrecht"))
    async with fast() as keys:
        keys.app.services.navigator.open_entry(keys.app.services.session.state.unfinished[0].entry)
        await keys.settle()
        await keys.press(*DROP)
    assert words() == {f"edit-{conversation}": {"sheet.proud": "My own words"}}


@pytest.mark.parametrize("leaves", [LATER, DROP, ("backspace", "escape"), ("ctrl+s",)])
async def test_a_draft_that_came_from_another_window_is_never_replaced_or_thrown_away(leaves: tuple[str, ...]) -> None:
    (goal,) = written({"kind": "goal", "title": "Cable"})
    other = of_record(opened().read.record(goal)).with_text("title", "From the other window")
    async with fast() as keys:
        await keys.press("3", "home", "e")
        drafts.keep(places(), other)  # after this window looked
        await keys.type("s")
        await keys.press(*leaves)
    assert words()[other.name] == {"title": "From the other window"}
    assert len(words()) == (2 if leaves == LATER else 1)


async def test_a_change_that_another_window_made_to_the_same_draft_stays_beside_ours() -> None:
    (goal,) = written({"kind": "goal", "title": "Cable"})
    left = of_record(opened().read.record(goal)).with_text("title", "Cablework")
    drafts.keep(places(), left)
    async with fast() as keys:
        await keys.press("3", "home", "e")
        drafts.keep(places(), left.with_text("title", "Cableworks of the other"))
        await keys.type("!")
        await keys.on_disk()
        keys.kill()
    assert {text["title"] for text in words().values()} == {"Cablework!", "Cableworks of the other"}


async def test_two_drafts_of_one_record_both_stay_on_offer() -> None:
    (goal,) = written({"kind": "goal", "title": "Cable"})
    left = of_record(opened().read.record(goal))
    drafts.keep(places(), left.with_text("title", "One way"))
    drafts.keep(places(), left.with_text("title", "Another way")._replace(name="of-old"))
    async with fast() as keys:
        assert "One way" in keys.text and "Another way" in keys.text
        await keys.press("3", "home", "e")
        assert keys.screen.entry.text("title") == "One way"
        await keys.press(*DROP)
        assert words() == {"of-old": {"title": "Another way"}}
        await keys.press("e")
        assert keys.screen.entry.text("title") == "Another way"


async def test_words_about_a_record_that_was_deleted_come_back_as_words() -> None:
    (goal,) = written({"kind": "goal", "title": "Cable"})
    async with fast() as keys:
        await keys.press("3", "home", "e")
        await keys.type("work")
        await keys.press(*LATER)
        opened().write.delete([goal])
        await keys.app.services.session.refresh()
        await keys.press("1", "home", "enter")
        assert keys.screen.entry.text("title") == "Cablework"
        await keys.press("ctrl+s")
    assert [record.title for record in opened().read.records.of(Goal)] == ["Cablework"]


async def test_the_check_of_the_day_is_gone_on_with_and_yesterdays_stays_on_offer() -> None:
    yesterday = Entry("old", "reflection", date(2025, 12, 14), {"answers.progress": "Yesterday"}, "three_minutes")
    drafts.keep(places(), yesterday)
    async with fast() as keys:
        await keys.press("end", "home", "down", "enter")
        await keys.type("Half")
        await keys.press("escape")
        assert "14 Dec" in keys.text and f"{TODAY.day} Dec" in keys.text
        await keys.press("home", "down")
        assert "▸ 3-minute check" in keys.text
        await keys.press("enter")
        assert keys.screen.entry.text("answers.progress") == "Half"
        await keys.press("ctrl+s")
        assert words() == {"old": {"answers.progress": "Yesterday"}}
    assert [r.answers["progress"] for r in opened().read.records.of(Reflection)] == ["Half"]


async def test_a_new_note_begins_empty_beside_the_note_that_was_left() -> None:
    save(places().drafts_folder, "note", {"kind": "reflection", "file": places().data_file, "template": "note",
         "date": "2025-12-15", "texts": {"answers.text": "Left"}})  # fmt: skip
    async with fast() as keys:
        await keys.press("n")
        await keys.type("New")
        await keys.press("ctrl+s")
    assert [r.answers["text"] for r in opened().read.records.of(Reflection)] == ["New"]
    assert [draft["texts"] for draft in load_all(places().drafts_folder).values()] == [{"answers.text": "Left"}]
