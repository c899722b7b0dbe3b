"""The journey as someone walks it: marks, what they are, the record behind them, pictures, periods, the list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from portfolio.tui.journey.picture_view import PictureView
from portfolio.tui.navigator import AppNavigator
from tests.tui.playing import an_app, frame, playing, press, settled, typed, with_demo, written


class Asked:
    """What the journey asked other screens for."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.new: list[tuple[str, dict[str, Any]]] = []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Records are asked for and not shown."""
    found = Asked()
    monkeypatch.setattr(AppNavigator, "open_record", lambda _self, identity: found.opened.append(identity))
    monkeypatch.setattr(AppNavigator, "write_new", lambda _self, _here, kind, given: found.new.append((kind, given)))
    return found


def view(pilot: Pilot[int]) -> PictureView:
    """The picture on the screen."""
    return pilot.app.screen.query_one("#picture", PictureView)


def told(pilot: Pilot[int]) -> str:
    """What stands below the picture."""
    rows = frame(pilot).split("\n")
    rule = next((n for n, row in enumerate(rows) if row.startswith("────")), len(rows) - 4)
    return "\n".join(rows[rule + 1 : -1])


def a_year() -> tuple[str, ...]:
    """A goal with a story and a step of one day, a milestone of its own, and a skill with two ratings."""
    shared = {"shareable": True}
    return written(
        {"kind": "skill", "title": "Fault finding", "target": 4, "date": "2025-01-01", **shared},
        {"kind": "goal", "title": "Solve faults", "start": "2025-02-01", "date": "2025-02-01", **shared},
        {"kind": "step", "goal": "Solve faults", "text": "Read", "done_on": "2025-05-20", "date": "2025-02-01"},
        {"kind": "milestone", "text": "Alone", "date": "2025-05-20", "goals": ["Solve faults"]},
        {"kind": "rating", "skill": "Fault finding", "level": 1, "date": "2025-03-01", **shared},
        {"kind": "rating", "skill": "Fault finding", "level": 2, "date": "2025-08-01", **shared},
        {"kind": "reflection", "title": "Quiet", "answers": {"text": "x"}, "form": "doing", "date": "2025-09-01"},
    )


async def test_the_lanes_with_the_cursor_on_a_story(snapshot: SnapshotAssertion) -> None:
    with_demo("en")
    async with playing(language="en") as pilot:
        await press(pilot, "6", "right", "right", "right", "right")
        assert frame(pilot) == snapshot


async def test_the_course_of_a_skill_as_a_list_on_a_small_screen(snapshot: SnapshotAssertion) -> None:
    with_demo()
    async with playing(language="nl", size=(60, 20)) as pilot:
        await press(pilot, "6", "tab", "tab", "t", "down")
        assert frame(pilot) == snapshot


async def test_the_cursor_walks_and_says_what_it_is_on_and_enter_opens_that(asked: Asked) -> None:
    _skill, goal, _step, _stone, first, second, _note = a_year()
    async with playing() as pilot:
        await press(pilot, "6")
        assert "Goal started: Solve faults" in told(pilot)
        assert "shareable" in told(pilot)
        await press(pilot, "enter", "down", "enter")
        assert asked.opened == [goal, first]
        await press(pilot, "right", "right")
        assert "Fault finding 2" in told(pilot)
        await press(pilot, "enter")
        assert asked.opened[-1] == second


async def test_where_marks_lie_together_enter_asks_which_one(asked: Asked) -> None:
    _skill, _goal, _step, stone, *_rest = a_year()
    async with playing() as pilot:
        await press(pilot, "6", "right")
        assert "Step done: Read" in told(pilot)
        assert "Milestone: Alone" in told(pilot)
        assert "shareable" not in told(pilot)
        await press(pilot, "enter")
        assert "Which one?" in frame(pilot)
        assert asked.opened == []
        await press(pilot, "down", "enter")
        assert asked.opened == [stone]
        await press(pilot, "enter", "escape")
        assert asked.opened == [stone]


async def test_a_click_puts_the_cursor_on_a_mark_and_a_second_one_opens_it(asked: Asked) -> None:
    *_others, second, _note = a_year()
    async with playing() as pilot:
        await press(pilot, "6")
        rows = frame(pilot).split("\n")
        y = next(n for n, row in enumerate(rows) if "1▁" in row)
        x = rows[y].index("2")
        assert await pilot.click(offset=(x, y))
        await settled(pilot)
        assert "Fault finding 2" in told(pilot)
        assert asked.opened == []
        await pilot.click(offset=(x, y))
        await settled(pilot)
        assert asked.opened == [second]


async def test_n_writes_a_milestone_on_the_day_under_the_cursor_and_today_when_that_is_to_come(asked: Asked) -> None:
    written({"kind": "goal", "title": "Solve", "start": "2025-02-01", "date": "2025-02-01", "due": "2026-01-10"})
    async with playing() as pilot:
        await press(pilot, "6", "n", "right")
        assert "Review date" in told(pilot)
        await press(pilot, "n", "up", "n")
        assert [given["date"] for _kind, given in asked.new] == ["2025-02-01", "2025-12-15", "2025-12-15"]
        assert {kind for kind, _given in asked.new} == {"milestone"}


async def test_arrows_alone_reach_every_picture_by_the_names_above() -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6", "up")
        assert "◂Lanes▸" in frame(pilot)
        seen = []
        for _picture in range(9):
            await press(pilot, "right")
            seen.append(frame(pilot).partition("◂")[2].partition("▸")[0])
        assert seen == [
            "Growth",
            "Skill",
            "Goals",
            "Timeline",
            "Ways of learning",
            "Evidence",
            "Rhythm",
            "Energy",
            "Lanes",
        ]
        await press(pilot, "left", "left", "left", "down")
        assert " [Evidence]" in frame(pilot)
        assert "Fault finding" in told(pilot)
        await press(pilot, "up", "escape")
        assert " [Evidence]" in frame(pilot)
        assert "Fault finding" in told(pilot)


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("tab", "[Growth]"),
        ("]", "[Growth]"),
        ("shift+tab", "Energy"),
        ("[", "Energy"),
        ("I", "Energy"),
        ("D", "[Goals]"),
        ("B", "[Growth]"),
    ],
)
async def test_keys_go_from_picture_to_picture(keys: str, title: str) -> None:
    a_year()
    names = {"]": "right_square_bracket", "[": "left_square_bracket"}
    async with playing() as pilot:
        await press(pilot, "6", names.get(keys, keys))
        assert title in frame(pilot).replace("[Lanes]", "")
        assert "[Lanes]" not in frame(pilot)


async def test_a_picture_opens_by_a_click_on_its_name() -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6")
        await pilot.click(offset=(frame(pilot).split("\n")[1].index("Goals"), 1))
        await settled(pilot)
        assert "[Goals]" in frame(pilot)
        assert "Solve faults" in told(pilot)


async def test_the_cursor_stays_with_its_record_from_picture_to_list_and_at_another_size(asked: Asked) -> None:
    *_others, second, _note = a_year()
    async with playing() as pilot:
        await press(pilot, "6", "down", "right", "enter")
        assert asked.opened == [second]
        for keys in (("t",), ("escape",), ("tab", "tab", "tab", "tab"), ("shift+tab",) * 4):
            await press(pilot, *keys, "enter")
            assert asked.opened[-1] == second, keys
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        await press(pilot, "enter")
        assert asked.opened[-1] == second
        assert len(asked.opened) == 6


async def test_from_a_level_the_other_pictures_have_the_cursor_on_its_skill() -> None:
    a_year()
    written({"kind": "skill", "title": "Explaining", "date": "2024-12-30"})
    async with playing() as pilot:
        await press(pilot, "6", "down", "tab")
        assert "▸ Fault finding" in frame(pilot)
        assert frame(pilot).index("Explaining") < frame(pilot).index("▸ Fault finding")


@pytest.mark.parametrize("keys", [("T",), ("ctrl+p", "legend", "enter"), ("ctrl+p", "signs", "enter")])
async def test_the_signs_of_the_picture_are_told_with_their_words(keys: tuple[str, ...]) -> None:
    written({"kind": "goal", "title": "Welding", "date": "2025-10-01"}, {"kind": "milestone", "text": "Shift"})
    async with playing() as pilot:
        await press(pilot, "6")
        for key in keys:
            await (typed(pilot, key) if key in ("legend", "signs") else press(pilot, key))
        shown = frame(pilot)
        assert "What the signs mean" in shown
        for sign, words in (("○", "start"), ("━", "under way"), ("●", "milestone"), ("┊", "today")):
            assert re.search(rf"{sign} +{words}", shown)
        assert "certificate" not in shown
        await press(pilot, "escape")
        assert "What the signs mean" not in frame(pilot)


async def test_back_from_the_names_the_cursor_is_where_it_was() -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6", "right", "up")
        assert "another picture" in told(pilot)
        await press(pilot, "escape")
        assert "Milestone: Alone" in told(pilot)


async def test_the_skill_picture_is_of_the_skill_under_the_cursor_or_of_the_one_chosen() -> None:
    a_year()
    written({"kind": "skill", "title": "Explaining", "date": "2025-01-02"})
    async with playing() as pilot:
        await press(pilot, "6", "tab", "down", "tab")
        assert frame(pilot).split("\n")[2].startswith("   Explaining  ")
        assert "Add a rating" in frame(pilot)
        await press(pilot, "f", "up", "enter")
        assert "Fault finding" in frame(pilot).split("\n")[2]
        await press(pilot, "down")
        assert "1 Mar 2025" in told(pilot)


@pytest.mark.slow
async def test_of_more_skills_than_fit_the_list_scrolls_and_the_hint_stays() -> None:
    written(*({"kind": "skill", "title": f"Skill {n:02}", "date": "2025-01-01"} for n in range(40)))
    async with playing(size=(60, 20)) as pilot:
        await press(pilot, "6", "C", "f", *(["down"] * 39))
        assert "▸ Skill 39" in frame(pilot)
        assert "esc back" in frame(pilot)
        await press(pilot, "enter")
        assert "Skill 39" in frame(pilot)


async def test_a_period_is_chosen_from_a_list_and_stands_in_words() -> None:
    a_year()
    written({"kind": "milestone", "text": "Long ago", "date": "2023-05-01", "shareable": True})
    async with playing() as pilot:
        await press(pilot, "6", "p")
        assert "last twelve months" in frame(pilot)
        assert "1 Jan – 31 Dec 2023" in frame(pilot)
        await press(pilot, "end", "up", "up", "enter")
        assert "1 Jan – 31 Dec 2023" in frame(pilot)
        assert "Long ago" in told(pilot)
        await press(pilot, "p", "home", "down", "enter")
        assert "3 months: 16 Sep – 15 Dec 2025" in frame(pilot)
        await press(pilot, "p", "home", "escape")
        assert "3 months" in frame(pilot)


@pytest.mark.slow
async def test_two_days_are_typed_as_people_say_them_and_shown_as_they_are_understood() -> None:
    a_year()
    async with playing(language="nl") as pilot:
        await press(pilot, "6", "p", "end", "enter")
        await press(pilot, *"15", "space", *"mei", "enter", *"ooit", "enter")
        assert "do 15 mei 2025" in frame(pilot)
        assert "“ooit”" in frame(pilot)
        await press(pilot, "ctrl+u")
        await typed(pilot, "eind mei")
        await settled(pilot)
        assert "15 – 31 mei 2025" in frame(pilot)
        await press(pilot, "enter")
        assert "15 – 31 mei 2025" in frame(pilot).split("\n")[2]
        assert "Mijlpaal: Alone" in told(pilot)
        await press(pilot, "p", "enter", "escape", "escape")
        assert "15 – 31 mei 2025" in frame(pilot).split("\n")[2]


async def test_an_empty_period_says_which_key_helps(asked: Asked) -> None:
    async with playing() as pilot:
        await press(pilot, "6")
        assert "3 takes you to Goals, where n adds one." in told(pilot)
        assert "another period" not in told(pilot), "there is nothing in any period"
        assert "Skill" not in frame(pilot).split("\n")[1]
        await press(pilot, "enter", "right")
        assert "◂Growth▸" in frame(pilot)
        assert asked.opened == []
        await press(pilot, "A", "3")
        assert pilot.app.current_mode == "goals"


async def test_over_the_shoulder_private_marks_and_rhythm_are_gone_and_nothing_is_written(asked: Asked) -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6", "right")
        assert "Alone" in told(pilot)
        await press(pilot, "v")
        assert "Alone" not in frame(pilot)
        assert "Rhythm" not in frame(pilot)
        await press(pilot, "n")
        assert asked.new == []
        assert "Not while someone is watching" in frame(pilot)
        assert "Energy" not in frame(pilot)
        await press(pilot, "shift+tab")
        assert "[Evidence]" in frame(pilot)


async def test_own_entries_have_a_lane_that_is_gone_over_the_shoulder(asked: Asked) -> None:
    shared = {"shareable": True}
    _alone, evening, _goal = written(
        {"kind": "reflection", "answers": {"text": "Evening alpha"}, "date": "2025-12-14"},
        {"kind": "reflection", "answers": {"text": "Evening beta"}, "date": "2025-12-15", **shared},
        {"kind": "goal", "title": "Solve", "start": "2025-12-14", "date": "2025-12-14", **shared},
    )
    async with playing() as pilot:
        await press(pilot, "6")
        rows = frame(pilot).split("\n")
        assert rows[2].endswith(" 14 Dec 2025 – 10 Jan 2026")
        assert "you wrote on 2 days. Your first goal is under way: “Solve”." in " ".join(" ".join(rows).split())
        assert any(row.count("╵") == 2 for row in rows)
        await press(pilot, "down", "right")
        assert "Evening beta" in told(pilot)
        await press(pilot, "enter")
        assert asked.opened == [evening]
        await press(pilot, "t")
        assert "Evening alpha" in frame(pilot)
        await press(pilot, "escape", "v")
        seen = frame(pilot)
        assert "Solve" in seen
        assert not any(words in seen for words in ("╵", "Evening alpha", "Evening beta", "wrote on", "first goal"))
        await press(pilot, "t")
        assert "Evening" not in frame(pilot), "also not as text"


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_tall_picture_scrolls_with_the_cursor_and_its_head_stays(size: tuple[int, int]) -> None:
    written(
        *({"kind": "goal", "title": f"Goal {n:02}", "start": "2025-02-01", "date": "2025-02-01"} for n in range(30)),
    )
    async with playing(size=size) as pilot:
        await press(pilot, "6")
        for _step in range(29):
            view(pilot).action_across(1)
        await settled(pilot)
        seen = frame(pilot)
        assert "▸ Goal 29" in seen
        assert "Learning journey" in seen
        assert "Mar" in seen
        assert "Goal 01" not in seen
        view(pilot).action_page(-1)
        await settled(pilot)
        assert sum("▸ Goal" in row for row in frame(pilot).split("\n")) == 1
        view(pilot).action_to_end(-1)
        await settled(pilot)
        assert "▸ Goal 00" in frame(pilot)


async def test_a_step_along_a_row_paints_that_row_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    with_demo("en")
    async with playing(language="en") as pilot:
        await press(pilot, "6")
        painted: list[int] = []
        paint = PictureView.render_line

        def noted(self: PictureView, y: int) -> Any:
            painted.append(y)
            return paint(self, y)

        monkeypatch.setattr(PictureView, "render_line", noted)
        row = view(pilot).place
        await press(pilot, "right")
        assert row is not None
        assert set(painted) == {row.row}
        painted.clear()
        await press(pilot, "down")
        assert len(set(painted)) == 2


async def test_the_mark_under_the_cursor_is_in_reverse() -> None:
    with_demo("en")
    async with playing(language="en", size=(80, 24)) as pilot:
        await press(pilot, "6", "right")
        place = view(pilot).place
        assert place is not None
        strip = view(pilot).render_line(place.row)
        reverse = [s.text for s in strip if s.style is not None and s.style.reverse]
        assert reverse == ["┿"]
        assert strip.text.startswith("▸ ")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_without_colour_and_in_ascii_every_picture_is_walked(
    language: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with_demo(language)
    async with playing(an_app(language, theme="terminal", ascii=True), size=(60, 20)) as pilot:
        await press(pilot, "6")
        for _picture in range(8):
            for go in ("action_across", "action_along", "action_to_end", "action_page"):
                getattr(view(pilot), go)(1)
            await press(pilot, "tab")
            rows = frame(pilot).split("\n")
            assert len(rows) == 20
            assert max(map(len, rows)) <= 60
        assert pilot.app.is_running


async def test_a_mark_opens_as_a_record_and_escape_comes_back_to_it() -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6", "down", "right", "enter")
        assert "2025" in frame(pilot)
        assert not pilot.app.screen.query("#picture")
        await press(pilot, "escape")
        assert "1 Aug 2025  Fault finding 2" in told(pilot).replace("Level: ", "")


async def test_s_on_a_mark_makes_it_shareable_and_says_so_there_until_the_cursor_moves() -> None:
    written({"kind": "milestone", "text": "First", "date": "2025-05-20"})
    written({"kind": "milestone", "text": "Second", "date": "2025-08-20"})
    async with playing() as pilot:
        await press(pilot, "6")
        assert "shareable" not in told(pilot)
        await press(pilot, "s")
        assert "Milestone: First" in told(pilot)
        assert "● shareable" in told(pilot)
        assert "Shareable. It leaves only when you export it." in frame(pilot)
        await press(pilot, "right")
        assert "Shareable. It leaves" not in frame(pilot)


async def test_a_new_milestone_is_under_the_cursor_when_it_is_saved() -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6", "down", "right", "n")
        await typed(pilot, "Learned it")
        await press(pilot, "ctrl+s")
        assert "Milestone: Learned it" in told(pilot)
        assert "1 Aug 2025" in told(pilot)


async def test_when_a_mark_is_deleted_the_cursor_is_on_another() -> None:
    written({"kind": "milestone", "text": "First", "date": "2025-05-20"})
    written({"kind": "milestone", "text": "Second", "date": "2025-08-20"})
    async with playing() as pilot:
        await press(pilot, "6", "right", "d")
        assert "Milestone: First" in told(pilot)
        await press(pilot, "d")
        assert "3 takes you to Goals" in told(pilot)
        await press(pilot, "u")
        assert "Milestone: First" in told(pilot)


@pytest.mark.parametrize("keys", [("up", "up"), ("escape",), ("t", "escape", "escape"), ("up", "right", "up")])
async def test_with_arrows_and_escape_alone_one_gets_out(keys: tuple[str, ...]) -> None:
    a_year()
    async with playing() as pilot:
        await press(pilot, "6")
        assert pilot.app.current_mode == "journey"
        await press(pilot, *keys)
        assert pilot.app.current_mode == "today"


async def test_an_empty_journey_has_a_way_out_too() -> None:
    written({"kind": "person", "name": "x"})
    for key in ("up", "escape"):
        async with playing() as pilot:
            await press(pilot, "6")
            await press(pilot, key)
            assert pilot.app.current_mode == "today"


async def test_a_list_that_opens_at_a_mark_shows_the_month_above_it() -> None:
    for month in ("03", "10"):
        days = [f"2025-{month}-{day:02}" for day in range(1, 25)]
        written(*({"kind": "reflection", "answers": {"text": "Note"}, "date": day} for day in days))
    written(*({"kind": "milestone", "text": f"Moment {day}", "date": f"2025-09-0{day}"} for day in range(1, 6)))
    async with playing() as pilot:
        await press(pilot, "6", "end", "E")
        lines = frame(pilot).split("\n")
        at = next(n for n, line in enumerate(lines) if "▸" in line and "Moment" in line)
        first = next(n for n, line in enumerate(lines) if "moments in this period" in line) + 1
        assert first <= at
        assert "Sep" in lines[first]
