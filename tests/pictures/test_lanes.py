"""The lanes as they are drawn: true to scale, nothing over anything, every mark within reach of a cursor."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio.journey.facts.marks import Mark
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.lanes import lanes
from portfolio.pictures.axis import Axis, draw_axis
from portfolio.pictures.canvas import Picture, legend_rows, legend_within, row_text
from portfolio.pictures.grid import Grid
from portfolio.pictures.lane_captions import beside, captions, in_rows
from portfolio.pictures.lanes import MARKS, draw
from portfolio.pictures.signs import ASCII, UNICODE, Signs
from portfolio.records.pauses import Pause
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.dates import month_short
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_milestone,
    a_person,
    a_rating,
    a_reflection,
    a_skill,
    a_step,
    having,
    whole_years,
)

ENGLISH = Words("en")
YEAR = the_year_up_to(TODAY)


def drawn(*records: Record, width: int = 80, period: Period = YEAR, signs: Signs = UNICODE, **more: Any) -> Picture:
    return draw(lanes(having(*records), period, TODAY), width=width, _=ENGLISH, signs=signs, **more)


def test_only_where_its_list_is_the_legend_sends_someone_there() -> None:
    view = lanes(having(*(a_milestone() for _n in range(40))), YEAR, TODAY)
    told = [
        " ".join(row_text(row) for row in draw(view, width=60, _=ENGLISH, twin=twin).legend) for twin in (True, False)
    ]
    assert ["The list has them all" in words for words in told] == [True, False]


def body(picture: Picture) -> list[str]:
    return [row_text(row) for row in picture.body]


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(0, 4000), st.integers(10, 230))
def test_the_axis_is_true_to_scale_and_never_runs_backwards(since: date, length: int, columns: int) -> None:
    period = Period(since, since + timedelta(days=length))
    axis = Axis(period, 5, columns)
    days = [since + timedelta(days=n * length // 50) for n in range(51)]
    found = [axis.column(day) for day in days]
    assert found == sorted(found)
    assert found[0] == 5
    assert all(abs(c - 5 - (d - since).days * columns / period.days) <= 1 for c, d in zip(found, days, strict=True))
    assert axis.column(since - timedelta(days=1) if since > date.min else since) == 5


@given(st.lists(st.integers(0, 364), min_size=1, max_size=30), st.integers(40, 200))
@settings(max_examples=60, deadline=None)
def test_marks_stand_in_order_of_time_and_each_is_within_reach(days: list[int], width: int) -> None:
    goal = a_goal(start=YEAR.since)
    stones = [a_milestone(f"M{n}", YEAR.since + timedelta(days=n), goals=[goal]) for n in sorted(days)]
    picture = drawn(goal, *stones, width=width)
    row = [p for p in picture.places if p.row == 2]
    assert [p.column for p in row] == sorted({p.column for p in row})
    reached = [i for p in row for i in p.ids]
    assert [i for i in reached if i != goal.id] == [s.id for s in stones]


def test_a_bar_is_done_up_to_today_and_still_to_come_after_it() -> None:
    line = body(drawn(a_goal(start="2025-03-01", due="2026-01-10"), period=whole_years(2025)))[2]
    assert line.split(" ", 1)[0] == "Solve"
    assert "○━" in line
    assert "╸─" in line
    assert line.endswith("◎")


def test_a_check_date_far_away_has_an_arrow_before_it() -> None:
    assert body(drawn(a_goal(due="2030-01-01")))[2].endswith("▸◎")


@pytest.mark.parametrize(
    ("state", "more", "word"),
    [
        ("achieved", {"achieved_on": "2025-04-22"}, "✓ achieved"),
        ("dropped", {"state_on": "2025-04-01"}, "×² dropped"),
        ("dropped", {}, "┿? dropped"),
        ("paused", {}, "┿? paused"),
    ],
)
def test_how_a_goal_ended_is_said_by_a_sign_and_a_word(state: str, more: dict[str, str], word: str) -> None:
    goal = a_goal(start="2025-03-01", state=state, **more)
    assert word in body(drawn(goal, a_step(goal, done_on="2025-04-01")))[2]


def test_a_pause_has_a_line_of_its_own_and_its_word() -> None:
    goal = a_goal(start="2025-03-01", state="paused", state_on="2025-05-01")
    lines = body(drawn(goal, a_step(goal, done_on="2025-05-01")))
    assert "‖²╌╌╌" in lines[2]
    assert "paused" in lines[3]


def test_each_step_of_a_level_begins_with_its_number_and_is_as_high_as_the_level() -> None:
    skill = a_skill()
    levels = ((1, "2025-01-20"), (2, "2025-06-27"), (5, "2025-10-17"), (0, "2025-11-30"))
    line = body(drawn(skill, *(a_rating(skill, n, d) for n, d in levels)))[2]
    assert [c for c in line if c.isdigit()] == ["1", "2", "5", "0"]
    assert "1▁▁" in line
    assert "2▂▂" in line
    assert "5▅▅" in line, "half a cell at most, and a little more for the highest"
    assert "0·" in line


def test_what_someone_else_says_shows_its_number_only_where_it_differs() -> None:
    skill, boss = a_skill(), a_person()
    own = a_rating(skill, 2, "2025-03-01")
    same = body(drawn(skill, boss, own, a_rating(skill, 2, "2025-09-01", rater=boss)))[2]
    other = body(drawn(skill, boss, own, a_rating(skill, 4, "2025-09-01", rater=boss)))[2]
    assert "◆▂" in same
    assert "◆4" in other


def test_today_is_marked_with_a_line_and_a_word() -> None:
    picture = drawn(a_goal(start="2025-03-01", state="achieved", achieved_on="2025-05-01"), a_feedback("2025-03-03"))
    lines = body(picture)
    column = lines[2].index("┊")
    assert lines[0].rstrip().endswith("now")
    assert abs(column - lines[0].index("now")) <= 2
    assert lines[3].index("┊") == column


def test_a_past_period_has_no_line_of_today() -> None:
    assert "┊" not in drawn(a_goal(start="2024-02-01"), period=whole_years(2024)).text()


@given(st.integers(0, 122), st.integers(40, 200), st.dates(date(2024, 1, 1), date(2026, 1, 1)))
@settings(max_examples=80, deadline=None)
def test_weeks_are_labelled_with_the_day_they_begin_below_their_month(days: int, width: int, since: date) -> None:
    period = Period(since, since + timedelta(days=days))
    grid, axis = Grid(2, width), Axis(period, 8, width - 8)
    columns = draw_axis(grid, axis, since, ENGLISH)
    months, numbers = ("".join(span.text for span in grid.row(n)) for n in (0, 1))
    for column in columns:
        label = numbers[column : column + 2].split()
        assert numbers[column - 1] == " " or numbers[column - 1 : column + 3].strip() in "now", "labels never touch"
        if label and label[0].isdecimal():
            begins = [period.since + timedelta(days=n) for n in range(days + 1)]
            begins = [day for day in begins if axis.column(day) == column and str(day.day) == label[0]]
            assert any(day.weekday() == 0 or day == period.since for day in begins), (column, label)
    known = {*(f"{month_short(m, ENGLISH)}" for m in range(1, 13)), *(f"{y}" for y in (2024, 2025, 2026))}
    assert set(months.split()) <= known
    assert numbers.count("now") == 1, "not above a number"


def test_a_month_has_a_column_for_each_week() -> None:
    picture = drawn(a_goal(start="2025-11-20", due="2025-12-20"), period=Period(date(2025, 11, 18), TODAY))
    months, weeks = body(picture)[:2]
    assert months.split() == ["Nov", "2025", "Dec"]
    assert weeks.split() == ["18", "24", "1", "8", "now", "22"], "instead of the day that it would touch"
    assert weeks.index(" 1 ") + 1 == months.index("Dec")


@pytest.mark.parametrize("width", range(40, 241, 7))
def test_the_labels_of_months_and_years_never_touch(width: int) -> None:
    for years in (1, 2, 5, 10, 40):
        picture = drawn(a_goal(start="1990-01-01"), width=width, period=Period(date(2026 - years, 1, 1), TODAY))
        for row in picture.body[:2]:
            words = row_text(row).split()
            assert all(len(word) in (3, 4) for word in words), words
        assert row_text(picture.body[1]).split()


STONES = [(3, "The first one is long enough"), (6, "The second one as well"), (9, "And a third")]


def test_titles_are_whole_in_two_rows_and_cut_after_a_word_in_one() -> None:
    goal = a_goal(start="2025-01-13")
    stones = [a_milestone(text, f"2025-{n:02d}-10", goals=[goal]) for n, text in STONES]
    rows = body(drawn(goal, *stones))
    assert STONES[1][1] in rows[3]
    assert STONES[0][1] in rows[4]
    assert STONES[2][1] in rows[4]
    one = body(drawn(goal, *stones, height=4))[3]
    assert re.search(r"^ {2,}The first one is long enough ┘ +The second…  +And a third", one)


@given(st.lists(st.tuples(st.integers(0, 364), st.sampled_from([1, 5, 12, 40])), max_size=6), st.integers(40, 160))
@settings(max_examples=60, deadline=None)
def test_captions_are_below_their_marks_and_never_touch(stones: list[tuple[int, int]], width: int) -> None:
    axis = Axis(YEAR, 12, width - 12)
    marks = [Mark(f"{n}", YEAR.since + timedelta(days=n), "story", "word " * size) for n, size in sorted(stones)]
    for row in in_rows(marks, axis, UNICODE, ENGLISH):
        found = captions(row, axis, UNICODE, ENGLISH)
        columns = [axis.column(mark.date) for mark in row]
        for caption in found:
            end = caption.column + len(caption.text) - 1
            assert 2 <= caption.column <= end <= axis.right
            assert caption.at in columns
            assert caption.column == caption.at or end == caption.at - 2, "from its mark on, or up to it"
        assert all(a.end + 1 < b.column for a, b in pairwise(found))
    assert [mark.id for mark in marks] == sorted(
        (mark.id for row in in_rows(marks, axis, UNICODE, ENGLISH) for mark in row), key=int
    )


def test_the_caption_of_the_last_mark_ends_before_the_line_of_today() -> None:
    goal = a_goal(start="2025-01-13", due="2026-01-12")
    rows = body(drawn(goal, a_milestone("The first shift that was mine alone", "2025-11-10", goals=[goal])))
    mark, now = rows[2].index("●"), rows[0].index("now")
    assert rows[3].index("┘") == mark
    assert rows[3][: mark - 1].endswith("The first shift that was mine alone")
    assert "┊" in rows[3][now : now + 3]


@given(st.integers(0, 364), st.integers(0, 364), st.integers(1, 12), st.integers(60, 160))
@settings(max_examples=60, deadline=None)
def test_a_caption_crosses_the_line_of_today_only_for_want_of_room(a: int, b: int, size: int, width: int) -> None:
    day, today = sorted((a, b))
    axis = Axis(YEAR, 12, width - 12)
    mark = Mark("1", YEAR.since + timedelta(days=day), "story", "word " * size)
    now = axis.column(YEAR.since + timedelta(days=today))
    for caption in captions([mark], axis, UNICODE, ENGLISH, now):
        crosses = caption.column <= now <= caption.end and caption.at < now
        assert not crosses or max(caption.at - 3, now - caption.at) < 16 + len("word ")
    words = beside(mark, axis, UNICODE, ENGLISH, now)
    crosses = words.column <= now <= words.end and words.at < now
    assert not crosses or max(axis.right - now - 1, words.at - 3) < 16 + len("word ")


def test_the_words_of_a_young_journey_begin_behind_the_line_of_today() -> None:
    days = Period(TODAY - timedelta(days=1), TODAY + timedelta(days=26))
    rows = body(own(*a_week(2), period=days))
    column = rows[3].index("┊")
    assert rows[3][column + 2 :].startswith("Evening number 1")
    assert rows[3][:column].strip() == "└─"


def test_captions_give_way_when_the_body_must_be_lower() -> None:
    records = [g := a_goal(), a_milestone(goals=[g]), a_conversation("2025-02-12")]
    assert len(drawn(*records).body) == 5
    assert len(drawn(*records, height=4).body) == 4
    assert any("First shift" in line for line in body(drawn(*records, height=5)))


def test_of_marks_in_one_place_the_weightiest_is_drawn_and_the_list_is_named() -> None:
    goal = a_goal(start="2025-02-01")
    step, story = a_step(goal, done_on="2025-05-20"), a_reflection("2025-05-20", "success", "Done", goals=[goal])
    picture = drawn(goal, step, story)
    (place,) = [p for p in picture.places if len(p.ids) == 2]
    assert set(place.ids) == {step.id, story.id}
    assert "Step done" in place.words
    assert "Story: Done" in place.words
    assert "✎" in body(picture)[2]
    assert "✎²" in body(picture)[2]
    assert "┿" not in body(picture)[2]
    assert "² or ³: how many in one place. The list has them all." in picture.text()


def test_the_legend_has_the_signs_that_occur_and_no_others() -> None:
    legend = " ".join(row_text(row) for row in drawn(a_goal(start="2025-03-01")).legend)
    assert legend == "○ start  ━ under way"


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_two_marks_share_a_sign(signs: Signs) -> None:
    shown = [getattr(signs, sign) for sign, _role in MARKS.values()]
    assert len(set(shown)) == len(shown)


def test_the_whole_picture_of_a_small_journey() -> None:
    skill = a_skill("Fault finding", target=4)
    goal = a_goal("Solve heat pump faults", due="2026-01-12", skills=[skill])
    records: list[Record] = [
        skill,
        goal,
        *(a_rating(skill, n, d) for n, d in ((1, "2025-01-13"), (2, "2025-06-27"), (3, "2025-10-17"))),
        a_milestone("First shift alone", goals=[goal]),
        a_conversation("2025-02-12"),
        a_feedback("2025-02-26", sort="tip"),
    ]
    assert drawn(*records).text() == (
        "Learning journey                                       16 Dec 2024 – 15 Dec 2025\n"
        "One goal under way. In September 2025: “First shift alone”.\n"
        "\n"
        "                         2025                                              now\n"
        "                         Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct  Nov Dec Jan\n"
        "Solve heat pump faults     ○━━━━━━━━━━━━━━━━━━━━━━▲━━━━━━━━━●━━━━━▲━━━━━━━━╸───◎\n"
        "                                          First shift alone ┘              ┊\n"
        "  Fault finding            1▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁2▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂3▃▃▃▃▃▃▃▃▃\n"
        "Conversations                  ◇                                           ┊\n"
        "Feedback                         →                                         ┊\n"
        "\n"
        "▁▃▅ level  ▲ level up  ○ start  ━ under way  ─ to come  ◎ review date\n"
        "● milestone  ◇ conversation  → suggestion\n"
    )


def a_week(count: int = 7) -> list[Record]:
    """Evenings on days in a row, up to today."""
    return [a_reflection(TODAY - timedelta(days=n), "note", f"Evening number {n}") for n in range(count)]


def own(*records: Record, height: int | None = None, period: Period = YEAR, width: int = 80) -> Picture:
    return draw(lanes(having(*records), period, TODAY, own=True), width=width, _=ENGLISH, height=height)


def test_after_a_week_of_evenings_each_has_a_mark_and_its_words() -> None:
    week = Period(TODAY - timedelta(days=6), TODAY + timedelta(days=21))
    picture = own(*a_week(), period=week)
    rows = body(picture)
    assert rows[2].startswith("Reflections")
    assert rows[2].count("╵") == 7
    assert [row.strip(" ─┊└┘") for row in rows[3:]] == [f"Evening number {n}" for n in range(6, -1, -1)], (
        "nothing between"
    )
    assert [place.words.split("  ")[1] for place in picture.places] == [f"Evening number {n}" for n in range(6, -1, -1)]
    fewer = body(own(*a_week(), period=week, height=5))
    assert [row.strip(" ─┊└┘") for row in fewer[3:]] == ["Evening number 1", "Evening number 0"], "the newest stay"
    month = Period(TODAY - timedelta(days=11), TODAY + timedelta(days=16))
    assert len(body(own(*a_week(11), period=month))) == 3, "more than a few would be a list"


@given(st.integers(0, 27), st.integers(1, 30), st.integers(40, 120))
@settings(max_examples=60, deadline=None)
def test_the_words_of_an_entry_are_beside_its_own_mark(day: int, length: int, width: int) -> None:
    axis = Axis(Period(YEAR.since, YEAR.since + timedelta(days=27)), 12, width - 12)
    mark = Mark("1", YEAR.since + timedelta(days=day), "entry", "word " * length)
    column, text, _whole, at = beside(mark, axis, UNICODE, ENGLISH)
    assert at == axis.column(mark.date)
    assert column in (at, at + 2, at - 1 - len(text))
    assert 2 <= column <= column + len(text) - 1 <= axis.right
    whole = ("word " * length).strip()
    if len(whole) <= max(axis.right - at + 1, at - 3):
        assert text == whole, "nothing is cut where it has room beside its mark"


def test_every_sign_that_is_drawn_has_its_word_in_the_key_goals_before_moments_before_states() -> None:
    goal = a_goal(start="2025-02-01")
    steps = [a_step(goal, done_on=f"2025-0{month}-20") for month in (3, 4, 5)]
    together = a_reflection("2025-05-20", "success", "Done", goals=[goal])
    pause = a_goal(start="2025-02-01", pauses=(Pause(date(2025, 4, 1), date(2025, 5, 1)),))
    picture = own(goal, *steps, pause, together, a_reflection("2025-06-01"))
    signs = [(sign, words) for sign, _role, words in picture.key]
    at = [signs.index(each) for each in (("○", "start"), ("┿", "step"), ("‖", "start of a pause"), ("╌", "paused"))]
    assert at == sorted(at)
    assert ("² ³", "this many in one place") in signs
    assert signs[-2:] == [("╵", "note"), ("┊", "today")]
    assert {item[0] for item in picture.often} == {sign for sign, _words in signs[:-2]}
    assert picture.often.index(("┿", "step", "step")) < picture.often.index(("✎", "story", "story"))


def test_a_legend_that_is_cut_short_has_whole_words_only_and_ends_with_the_key_for_the_rest() -> None:
    key = own(a_goal(start="2025-02-01"), a_conversation("2025-02-12"), a_milestone()).key
    for width in range(12, 80):
        for rows in (1, 2):
            found = [row_text(row) for row in legend_within(key, width, rows, ("T", "label", "all signs"))]
            assert len(found) <= rows
            assert all(len(line) <= width for line in found)
            whole = len(legend_rows(key, width)) <= rows
            assert found[-1].endswith("T all signs") is not whole
            assert whole or all(any(words in line for _sign, _role, words in key) or "T " in line for line in found)


def test_entries_that_share_a_column_are_one_mark_without_a_number() -> None:
    picture = own(*a_week(12), width=40)
    row = body(picture)[2]
    assert not set(row) & set(UNICODE.several)
    assert "so many at once" not in picture.text()
    assert sorted(i for place in picture.places for i in place.ids) == sorted(
        place_id for place_id in {i for place in picture.places for i in place.ids}
    )
    assert len({i for place in picture.places for i in place.ids}) == 12


def test_an_entry_without_words_is_named_by_its_kind() -> None:
    (place,) = own(a_reflection(TODAY, "three_minutes", answers={}, energy=4)).places
    assert place.words.endswith("Note")


def test_blank_rows_come_with_room_and_go_before_titles() -> None:
    goals = [a_goal(f"Goal {n}", "2025-02-01") for n in range(3)]
    stone = a_milestone("First shift alone", "2025-06-01", goals=[goals[0]])
    rows = [body(drawn(*goals, stone, height=height)) for height in (8, 7, 6, 5)]
    assert [len(each) for each in rows] == [8, 6, 6, 5]
    assert [row.strip(" ┊") for row in rows[0]].count("") == 2
    assert ["First shift alone" in "\n".join(each) for each in rows] == [True, True, True, False]
    assert len(body(drawn(*goals, stone))) == 6, "text has no blank rows"


def test_a_story_keeps_its_title_when_a_pause_loses_its_word() -> None:
    paused = a_goal("Paused", "2025-02-01", state="paused", state_on="2025-05-01")
    told = a_goal("Told", "2025-02-02")
    story = a_reflection("2025-06-01", "success", "It worked", goals=[told])
    assert any("paused" in row for row in body(drawn(paused, told, story, height=6))[3:])
    rows = "\n".join(body(drawn(paused, told, story, height=5))[3:])
    assert "It worked" in rows


def test_a_name_has_twenty_eight_cells_at_eighty_columns_and_is_cut_after_a_word() -> None:
    whole = "Solving heat pump faults now"
    assert len(whole) == 28
    assert body(drawn(a_goal(whole, "2025-02-01"), width=74))[2].startswith(f"{whole} ")
    assert body(drawn(a_goal(f"{whole} and then", "2025-02-01"), width=74))[2].startswith("Solving heat pump faults… ")
