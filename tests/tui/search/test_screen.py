"""Search from anywhere: what is found as one types, and what never is."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any, cast

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Paste
from textual.pilot import Pilot

from portfolio.journey.search.record_pages import Found, Pages
from portfolio.tui.export.screen import SharingScreen
from portfolio.tui.palette.dialog import PaletteDialog
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.search.screen import AT_ONCE, SearchScreen
from portfolio.tui.services.latest import LatestQuery
from portfolio.tui.services.services import services_of
from portfolio.tui.widgets.line_input import LineInput
from tests.tui.playing import frame, opened, playing, press, settled, typed, with_demo, written
from tests.tui.test_hostile_words import HOSTILE, UNSEEN, full_of_it


async def looked_for(pilot: Pilot[int], words: str) -> str:
    """What stands on the screen after these words were typed in the box."""
    await typed(pilot, words)
    await settled(pilot)
    return frame(pilot)


def in_the_box(pilot: Pilot[int]) -> bool:
    """Whether what is typed comes in the box."""
    return pilot.app.screen.query_one(LineInput).has_focus


async def test_search_at_80x24(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl") as pilot:
        await press(pilot, "6", "slash")
        await looked_for(pilot, "monteur")
        await press(pilot, "down", "down")
        assert frame(pilot) == snapshot


@pytest.mark.slow
async def test_every_kind_is_found_from_every_place_and_opens() -> None:
    written(
        {"kind": "goal", "title": "Alpha pump"},
        {"kind": "person", "name": "Alpha Jansen"},
        {"kind": "feedback", "what": "Alpha, well explained"},
        {"kind": "reflection", "title": "Monday", "answers": {"text": "An alpha day\nand rain"}},
    )
    async with playing() as pilot:
        for place in "1234567":
            await press(pilot, place, "slash")
            seen = await looked_for(pilot, "alpha")
            assert all(kind in seen for kind in ("learning goal", "person", "feedback", "note", "4 found"))
            await press(pilot, "escape")
        await press(pilot, "slash")
        await looked_for(pilot, "rain")
        await press(pilot, "enter", "enter")
        assert not pilot.app.screen.query(LineInput)
        assert "and rain" in frame(pilot)


async def test_a_word_that_the_row_does_not_show_is_shown_below_it() -> None:
    written({"kind": "reflection", "title": "Tuesday", "answers": {"text": "It rained.\nThe café was closed."}})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = await looked_for(pilot, "CAFE")
        assert "Tuesday" in seen
        assert "The café was closed." in seen
        assert "1 found" in seen


async def test_escape_goes_from_a_record_to_the_results_and_then_out_of_search() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "slash")
        await looked_for(pilot, "pump")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert not in_the_box(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.query("#today")
        await press(pilot, "3")
        assert pilot.app.current_mode == "goals"


async def test_the_key_of_search_goes_from_the_results_to_the_box_where_digits_are_typed() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "slash")
        await looked_for(pilot, "pump")
        await press(pilot, "enter", "down", "slash")
        assert in_the_box(pilot)
        await press(pilot, "2")
        assert pilot.app.screen.query_one(LineInput).text == "pump2"
        await press(pilot, "escape")
        assert pilot.app.screen.query("#today")


async def test_a_number_among_the_results_goes_to_that_place() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "slash")
        await looked_for(pilot, "pump")
        await press(pilot, "enter", "3")
        assert pilot.app.current_mode == "goals"


async def test_no_hits_and_no_words_are_told_calmly() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "slash")
        assert "Type a word." in frame(pilot)
        seen = await looked_for(pilot, "xyzzy")
        assert "Nothing found." in seen
        assert "these words" not in seen
        await press(pilot, "enter", *["backspace"] * 5)
        assert "Type a word." in frame(pilot)
        assert "Nothing contains all of these words." in await looked_for(pilot, "xyzzy xyzzx")


async def test_a_term_that_asks_nothing_is_named_above_what_is_found_and_an_unknown_one_without_hits() -> None:
    written({"kind": "reflection", "answers": {"text": "Explained the pump"}})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = await looked_for(pilot, "pump since:yesterday")
        assert "“yesterday” is not a date to search from or to." in seen
        assert "Explained the pump" in seen
    async with playing() as pilot:
        await press(pilot, "slash")
        assert "is not a date" not in await looked_for(pilot, "pump since:20")
    async with playing() as pilot:
        await press(pilot, "slash")
        assert "“topic:meten” is searched as words." in await looked_for(pilot, "topic:meten")


async def test_the_nearest_words_are_offered_and_searched_for_with_enter() -> None:
    written({"kind": "goal", "title": "The flowsensor"}, {"kind": "goal", "title": "[/b] flowmeter"})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = await looked_for(pilot, "flowsenor")
        assert "Did you mean:" in seen
        await press(pilot, "enter", "enter")
        await settled(pilot)
        assert in_the_box(pilot)
        assert pilot.app.screen.query_one(LineInput).text == "flowsensor"
        assert "1 found" in frame(pilot)


async def test_what_has_the_word_inside_another_is_shown_below_the_rest() -> None:
    written({"kind": "goal", "title": "A sensor"}, {"kind": "goal", "title": "The flowsensor"})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = await looked_for(pilot, "sensor")
        assert seen.index("A sensor") < seen.index("Inside a longer word") < seen.index("The flowsensor")
        assert "Inside a longer word" not in await looked_for(pilot, " a")


async def test_a_name_finds_what_is_linked_and_says_through_whom() -> None:
    (henk,) = written({"kind": "person", "name": "Henk de Vries"})
    written({"kind": "feedback", "what": "Well explained", "from": henk})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = (await looked_for(pilot, "vries")).split("\n")
        at = next(y for y, line in enumerate(seen) if "Well explained" in line)
        assert "Henk de Vries" in seen[at + 1]


async def test_older_ones_are_shown_when_asked_for() -> None:
    written(*({"kind": "goal", "title": f"Goal {n:03}"} for n in range(2 * AT_ONCE + 7)))
    async with playing(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        assert f"the first {AT_ONCE} of {2 * AT_ONCE + 7}" in await looked_for(pilot, "goal")
        await press(pilot, "enter", "end")
        assert f"{AT_ONCE + 7} more" in frame(pilot)
        await press(pilot, "enter")
        (chosen,) = [line for line in frame(pilot).split("\n") if line.startswith(" ▸")]
        assert opened().read.search("goal")[AT_ONCE].heading in chosen
        assert f"the first {2 * AT_ONCE}" in frame(pilot)


async def test_over_the_shoulder_only_what_may_be_shared_is_found() -> None:
    written(
        {"kind": "goal", "title": "Pump for everyone", "shareable": True},
        {"kind": "goal", "title": "Pump for nobody"},
        {"kind": "feedback", "what": "Pump, but I was not asked", "shareable": True},
    )
    async with playing() as pilot:
        await press(pilot, "v", "slash")
        assert "only what is shareable" in frame(pilot)
        seen = await looked_for(pilot, "pump")
        assert "Pump for everyone" in seen
        assert "nobody" not in seen
        assert "not asked" not in seen
        await press(pilot, "escape", "ctrl+p")
        seen = await looked_for(pilot, "pump")
        assert "Pump for everyone" in seen
        assert "nobody" not in seen
        assert "New:" not in seen


async def test_what_changes_elsewhere_is_found_too() -> None:
    written({"kind": "goal", "title": "Pump one"})
    async with playing() as pilot:
        await press(pilot, "slash")
        await looked_for(pilot, "pump")
        written({"kind": "goal", "title": "Pump two"})
        await cast("Any", pilot.app).file_watch.look()  # what the timer does every two seconds
        await settled(pilot)
        assert "Pump two" in frame(pilot)
        assert "2 found" in frame(pilot)


async def test_only_the_newest_question_is_answered_and_one_that_waited_is_not_even_asked() -> None:
    async with playing() as pilot:
        finder, begun, go_on = (
            LatestQuery(services_of(pilot.app).session, services_of(pilot.app).worker),
            threading.Event(),
            threading.Event(),
        )
        asked: list[str] = []

        def slow(_pages: object, wanted: Callable[[], bool]) -> bool:
            begun.set()
            go_on.wait(10)
            asked.append(f"slow, wanted: {wanted()}")
            return True

        def quick(name: str) -> Callable[[object, object], bool]:
            def work(_pages: object, _wanted: object) -> bool:
                asked.append(name)
                return True

            return work

        first = asyncio.ensure_future(finder.ask(slow))
        await asyncio.to_thread(begun.wait, 10)
        others = [asyncio.ensure_future(finder.ask(quick(name))) for name in ("waiting", "newest")]
        await pilot.pause()
        go_on.set()
        assert await asyncio.gather(first, *others) == [None, None, True]
        assert asked == ["slow, wanted: False", "newest"]


async def test_a_late_answer_to_other_words_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    written({"kind": "goal", "title": "Alpha"}, {"kind": "goal", "title": "Beta"})
    go_on, newest = threading.Event(), Pages.newest

    def held(self: Pages, query: Any, most: int, **more: Any) -> Found:
        found = newest(self, query, most, **more)
        if query.words == ("alpha",):
            go_on.wait(10)
        return found

    async with playing() as pilot:
        await press(pilot, "slash")
        monkeypatch.setattr(Pages, "newest", held)
        await typed(pilot, "alpha")
        await pilot.press(*["backspace"] * 5)
        await pilot.pause()
        go_on.set()
        await settled(pilot)
        assert "Alpha" not in frame(pilot)
        assert "Type a word." in frame(pilot)


@pytest.mark.parametrize("words", [*HOSTILE[:5], "[/b] [", "\\", '"', "(?<!", "x" * 500])
async def test_hostile_words_are_looked_for_and_shown_as_words(words: str) -> None:
    full_of_it()
    async with playing(size=(120, 36)) as pilot:
        for keys in (("slash",), ("escape", "ctrl+p")):
            await press(pilot, *keys)
            box = pilot.app.screen.query_one(LineInput)
            box.post_message(Paste(words))
            await settled(pilot)
            seen = frame(pilot)
            assert pilot.app.is_running
            assert not [c for c in seen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in UNSEEN)]


async def test_the_palette_opens_a_record_by_its_name() -> None:
    written({"kind": "reflection", "title": "The quiet Tuesday", "answers": {"text": "Words that name nothing."}})
    async with playing() as pilot:
        await press(pilot, "6", "ctrl+p")
        assert "The quiet Tuesday  " not in await looked_for(pilot, "q"), "undo names it, but it is no row yet"
        assert "The quiet Tuesday" in await looked_for(pilot, "uiet tue")
        await press(pilot, "enter")
        assert "Words that name nothing." in frame(pilot)


async def test_words_inside_a_record_are_no_name_of_it() -> None:
    written({"kind": "reflection", "title": "The quiet Tuesday", "answers": {"text": "xyzzy"}})
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        assert "Nothing found." in await looked_for(pilot, "xyzzy")


async def test_the_palette_begins_what_is_chosen() -> None:
    async with playing() as pilot:
        await press(pilot, "6", "ctrl+p")
        await looked_for(pilot, "new kolb")
        await press(pilot, "enter")
        assert "Kolb" in frame(pilot)
        assert pilot.app.screen.query("#answer")


async def test_the_palette_does_what_belongs_to_another_place() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        assert "▸ Journey: Period" in await looked_for(pilot, "period")
        await press(pilot, "enter")
        assert pilot.app.current_mode == "journey"
        assert "Which period?" in frame(pilot)


async def test_the_palette_finds_handing_over_by_the_word_export_too() -> None:
    with_demo("en")
    async with playing() as pilot:
        await press(pilot, "ctrl+p")
        assert "▸ Hand over" in await looked_for(pilot, "export")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SharingScreen)


async def test_the_palette_names_own_keys() -> None:
    async with playing(own_keys={"quit": "f10", "go_journey": "f6"}) as pilot:
        await press(pilot, "ctrl+p")
        assert "f10" in await looked_for(pilot, "quit")
        await press(pilot, "escape", "ctrl+p")
        seen = await looked_for(pilot, "journey")
        assert "f6" in seen
        assert isinstance(pilot.app.screen, PaletteDialog)


async def test_a_click_on_the_line_below_a_row_is_a_click_on_the_row() -> None:
    (identity,) = written({"kind": "reflection", "title": "Monday", "answers": {"text": "Rain\nand an alpha day"}})
    written({"kind": "goal", "title": "Alpha pump"})
    async with playing() as pilot:
        await press(pilot, "slash")
        seen = (await looked_for(pilot, "alpha")).split("\n")
        line = next(y for y, words in enumerate(seen) if "and an alpha day" in words)
        await pilot.click(offset=(30, line))
        await settled(pilot)
        assert isinstance(pilot.app.screen, RecordScreen)
        assert pilot.app.screen.current_context().chosen == opened().read.records.get(identity)
