"""No word is lost: not to a save that fails, a key that closes, a file that moves or another window."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from portfolio.capture.entry import EXTRA, from_payload
from portfolio.capture.questions import questions
from portfolio.errors import PortfolioError
from portfolio.notebook import relocation
from portfolio.notebook.entries import as_typed, of_record, without_lost
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.store.local import drafts as kept_drafts
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.tui.services.services import services_of
from portfolio.tui.today.screen import TodayScreen
from portfolio.tui.writing.check import CheckScreen
from portfolio.tui.writing.form import FormScreen
from portfolio.wording import Words
from tests.tui.playing import TODAY, frame, opened, places, playing, press, settled, typed, written


def kept() -> list[dict[str, Any]]:
    """The drafts on disk."""
    return list(kept_drafts.load_all(places().drafts_folder).values())


def texts() -> list[str]:
    return [r.answers["text"] for r in opened().read.records.of(Reflection)]


@contextmanager
def no_room() -> Iterator[None]:
    """Nothing can be saved for now."""

    def fails(*_given: object, **_more: object) -> None:
        raise PortfolioError("There is no room.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PortfolioFile, "commit", fails)
        yield


@contextmanager
def busy(pilot: Pilot[int]) -> Iterator[asyncio.Future[bool]]:
    """The notebook answers nothing for now; what ends when it does again."""
    go_on = threading.Event()
    done = asyncio.ensure_future(pilot.app.services.worker.aside(lambda: go_on.wait(20)))  # type: ignore[attr-defined]
    try:
        yield done
    finally:
        go_on.set()
        done.add_done_callback(lambda _done: None)


async def until(pilot: Pilot[int], came: Callable[[], bool]) -> None:
    """Wait for something that comes by itself."""
    for _turn in range(300):
        if came():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


async def test_a_note_that_cannot_be_saved_stays_and_is_a_draft_too() -> None:
    written({"kind": "goal", "title": "G"})
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Precious words")
        with no_room():
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, CheckScreen)
            assert "Precious words" in frame(pilot)
            assert "There is no room." in frame(pilot)
            assert "kept as a draft" in frame(pilot)
            assert [draft["texts"] for draft in kept()] == [{"answers.text": "Precious words"}]
        await press(pilot, "ctrl+s")
        assert texts() == ["Precious words"]
        assert kept() == []


async def test_a_form_that_cannot_be_saved_stays_and_can_be_saved_again() -> None:
    (goal,) = written({"kind": "goal", "title": "G"})
    async with playing() as pilot:
        await press(pilot, "3", "e", "X")
        with no_room():
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, FormScreen)
            assert len(kept()) == 1
        await press(pilot, "ctrl+s")
        assert opened().read.record(goal).heading == "GX"
        assert kept() == []


async def test_what_is_pressed_while_it_is_saved_is_done_afterwards() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "First")
        with busy(pilot):
            for key in ("ctrl+s", "n", "x"):
                pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
                await pilot.pause()
        await settled(pilot)
        assert texts() == ["First"]
        assert isinstance(pilot.app.screen, CheckScreen)
        assert pilot.app.screen.entry.text("answers.text") == "x"


async def test_ctrl_q_keeps_what_was_typed_just_now() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Precious words")
        await pilot.press("ctrl+q")
        await settled(pilot)
    assert [draft["texts"] for draft in kept()] == [{"answers.text": "Precious words"}]


async def test_letters_appear_and_are_kept_while_the_notebook_is_busy() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        with busy(pilot) as ending:
            await typed(pilot, "abc")
            await until(pilot, lambda: len(kept()) == 1)
            await pilot.press("d")
            assert not ending.done()
            assert pilot.app.screen.query_one("#answer").text == "abcd"  # type: ignore[attr-defined]


async def test_a_draft_that_is_left_while_the_file_moves_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    written({"kind": "goal", "title": "G"})
    new = os.path.join(os.path.dirname(places().data_file), "elsewhere", "leerreis.json")
    really, moves, go_on = relocation.move, threading.Event(), threading.Event()

    def slowly(*given: Any) -> Any:
        done = really(*given)
        moves.set()
        go_on.wait(10)
        return done

    monkeypatch.setattr(relocation, "move", slowly)
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "Precious words")
        await services_of(pilot.app).preferences.move(new, join=False)
        await until(pilot, moves.is_set)
        await pilot.press("escape")
        await pilot.pause(0.05)
        go_on.set()
        await settled(pilot)
        assert [draft["file"] for draft in kept()] == [new]
        assert "Precious words" in frame(pilot)


async def test_a_link_that_another_window_made_meanwhile_stays() -> None:
    a, b = written({"kind": "goal", "title": "Goal A"}, {"kind": "goal", "title": "Goal B"})
    (note,) = written({"kind": "reflection", "answers": {"text": "words"}})
    async with playing() as pilot:
        await press(pilot, "2", "l")
        other = opened()
        batch = other.batch()
        batch.edit(note, "reflection", {"goals": [a]})
        other.write.save(batch)
        await press(pilot, *"Goal B", "enter")
        (record,) = opened().read.records.of(Reflection)
        assert set(record.goals) == {a, b}


async def test_a_form_never_takes_the_place_of_a_version_that_it_did_not_show() -> None:
    (goal,) = written({"kind": "goal", "title": "T", "why": "old why"})
    async with playing() as pilot:
        await press(pilot, "3")
        other = opened()
        batch = other.batch()
        batch.edit(goal, "goal", {"why": "from the other computer"})
        other.write.save(batch)
        await pilot.app.services.worker.ask(lambda nb: nb.look())  # type: ignore[attr-defined]
        await press(pilot, "e", "down")
        await typed(pilot, " and mine")
        await press(pilot, "ctrl+s")
    (record,) = opened().read.records.of(Goal)
    assert {record.why, *record.conflicts["why"]} == {"old why and mine", "from the other computer"}


async def test_a_record_that_is_linked_with_something_deleted_takes_other_links() -> None:
    old, new = written({"kind": "goal", "title": "Old goal"}, {"kind": "goal", "title": "New goal"})
    (note,) = written({"kind": "reflection", "goals": [old], "answers": {"text": "words"}})
    opened().write.delete([old])
    async with playing() as pilot:
        await press(pilot, "2", "l")
        assert "(deleted)" in frame(pilot)
        await press(pilot, *"New goal", "enter")
        assert set(opened().read.record(note).goals) == {old, new}
        await press(pilot, "l", *"deleted", "enter")
        assert opened().read.record(note).goals == (new,)


async def test_a_new_note_about_a_goal_that_went_away_is_saved_without_it() -> None:
    (goal,) = written({"kind": "goal", "title": "Goes away"})
    async with playing() as pilot:
        await press(pilot, "3", "a", "down", "enter")
        await typed(pilot, "About a goal")
        opened().write.delete([goal])
        await press(pilot, "ctrl+s")
        assert "link was left out" in " ".join(frame(pilot).split())
    assert texts() == ["About a goal"]


def test_a_link_that_a_record_had_before_is_not_taken_away_by_a_change() -> None:
    old, new = (f"019b2346-c840-7000-8000-00000000000{n}" for n in (1, 2))
    note = decode("reflection", "019b2346-c840-7000-8000-000000000009", {"template": "note", "goals": [old]})
    entry = of_record(note)
    nothing = Records.of_all(())
    assert without_lost(entry, nothing) == (entry, False)
    changed, lost = without_lost(entry.with_line("goals", new), nothing)
    assert (changed.lines("goals"), lost) == ((old,), True)


async def test_a_draft_about_words_that_went_for_good_can_be_saved_as_new() -> None:
    (goal,) = written({"kind": "goal", "title": "T"})
    async with playing() as pilot:
        await press(pilot, "3", "e", "X", "escape", "down", "down", "enter")
        (draft,) = kept()
        other = opened()
        other.write.delete([goal])
        other.write.purge([goal])
        kept_drafts.save(places().drafts_folder, f"edit-{goal}", draft)
        await pilot.app.services.session.refresh()  # type: ignore[attr-defined]
        await press(pilot, "1", "home", "enter", "ctrl+s")
        assert "as something new" in " ".join(frame(pilot).split())
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
    assert [g.title for g in opened().read.records.of(Goal)] == ["TX"]
    assert kept() == []


async def test_an_answer_on_a_scale_is_a_draft_too() -> None:
    async with playing() as pilot:
        await press(pilot, "enter", "a", *["enter"] * 4)  # the first three, then three more
        await press(pilot, "enter", "4")
        await until(pilot, lambda: [draft["texts"]["energy"] for draft in kept()] == ["4"])


async def test_an_answer_stays_with_the_question_that_it_answers() -> None:
    async with playing() as pilot:
        await press(pilot, "enter", "a", *["enter"] * 5, "4")
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        asked = questions("three_minutes", TODAY, Words("en"))[-1].text
        await typed(pilot, "An answer")
        await press(pilot, "f4", *"yesterday", "enter")
        assert screen.entry.day != TODAY
        again = from_payload("x", json.loads(json.dumps(screen.entry.payload())))
        assert again is not None
        assert again.question == asked
        await press(pilot, "ctrl+s")
    titles = [r.title for r in opened().read.records.of(Reflection)]
    assert asked in titles
    assert EXTRA not in titles


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567.25, "1234567.25"),
        (0.123456789, "0.123456789"),
        (1e-7, "0.0000001"),
        (3.0, "3"),
        (1e15, "1000000000000000"),
    ],
)
def test_a_number_keeps_its_digits_in_a_form(value: float, text: str) -> None:
    assert as_typed(value) == text


async def test_levels_of_ones_own_may_have_several_lines_and_go_when_their_line_goes() -> None:
    (skill,) = written(
        {"kind": "skill", "title": "S", "scale": "own", "anchors": {"1": "first\nsecond", "2": "b", "3": "c"}}
    )
    async with playing() as pilot:
        await press(pilot, "5", "e")
        screen = pilot.app.screen
        assert isinstance(screen, FormScreen)
        shown = screen.entry.text("anchors")
        screen.open.answer("anchors", shown.replace("\n2=b", "").replace("3=c", "3=d"))
        await press(pilot, "ctrl+s")
        assert not isinstance(pilot.app.screen, FormScreen)
    assert opened().read.record(skill).anchors == {"1": "first\nsecond", "3": "d"}
