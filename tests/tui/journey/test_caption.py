"""What stands below a picture: one thing with what it belongs to, several things, or the next key. No screen."""

from __future__ import annotations

import re

import pytest

from portfolio.pictures import PICTURES
from portfolio.pictures.canvas import Place, Sentence, place_of
from portfolio.records.record import Record
from portfolio.tui.journey import caption
from portfolio.tui.journey.view import names_line
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line, width_of
from portfolio.wording import Words
from tests.builders import TODAY, a_goal, a_milestone, a_person, a_rating, a_skill, having

ENGLISH = Words("en")
NAMES = ["lanes", "growth", "skill", "goals", "timeline", "forms", "evidence", "rhythm"]


def look(*records: Record) -> AppState:
    return AppState(ENGLISH, TODAY, having(*records), exists=True)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def several(*records: Record) -> Place:
    told = tuple(Sentence(record.id, f"{record.date}  {record.heading}", record.date) for record in records)
    return Place(3, 10, 1, tuple(record.id for record in records), lambda: told)


def test_one_thing_is_told_with_shareable_or_nothing_and_with_what_it_belongs_to() -> None:
    goal = a_goal("Solve faults", shareable=True)
    stone = a_milestone("First shift", goals=[goal])
    first, second = texts(caption.at_place(several(stone), look(goal, stone), 60, 2))
    assert first == "2025-09-04  First shift"
    assert second == "Milestone · Solve faults"
    assert texts(caption.at_place(several(goal), look(goal), 60, 2))[0].endswith("● shareable")


def test_a_level_by_someone_else_says_who_and_why() -> None:
    skill, erik = a_skill("Fault finding"), a_person("Erik")
    rating = a_rating(skill, 3, "2025-05-01", rater=erik, reason="saw it\nhimself")
    place = place_of(0, 80, rating.id, "Level 3")
    assert texts(caption.at_place(place, look(skill, erik, rating), 80, 2))[1] == (
        "Rating · Fault finding · Erik · saw it himself"
    )


def test_words_that_are_too_long_for_a_line_go_on_before_what_they_belong_to() -> None:
    stone = a_milestone("word " * 30)
    two = texts(caption.at_place(several(stone), look(stone), 50, 2))
    assert len(two) == 2
    assert two[1].startswith("word")
    assert two[1].endswith("…")
    assert texts(caption.at_place(several(stone), look(stone), 50, 5))[-1] == "Milestone"


def test_several_things_have_a_line_each_and_what_does_not_fit_is_counted() -> None:
    stones = [a_milestone(f"Stone {n}") for n in range(5)]
    place = several(*stones)
    assert len(texts(caption.at_place(place, look(*stones), 60, 5))) == 5
    lines = texts(caption.at_place(place, look(*stones), 60, 3))
    assert [line.partition("Stone ")[2][:1] for line in lines[:2]] == ["0", "1"]
    assert lines[2] == "and 3 more: enter shows all"


@pytest.mark.parametrize("width", [30, 54, 74, 194])
def test_no_line_is_wider_than_its_place_nor_are_there_more_of_them(width: int) -> None:
    hostile = a_milestone("[b]日本語 👩\u200d💻 " * 60 + "x" * 5000)
    for place in (several(hostile), several(hostile, hostile.but(id="other"), hostile.but(id="third"))):
        for height in (2, 3, 4):
            lines = caption.at_place(place, look(hostile), width, height)
            assert 0 < len(lines) <= height
            assert max(map(width_of, lines)) <= width


def test_where_there_is_no_mark_the_next_key_is_told() -> None:
    assert texts(caption.nowhere(look(), "lanes", 80)) == ["3 takes you to Goals, where n adds one."]
    assert texts(caption.nowhere(look(), "energy", 80)) == ["1 takes you to Today, where you look back."]
    elsewhere = texts(caption.nowhere(look(a_milestone()), "timeline", 80))
    assert elsewhere == ["n writes down a milestone. p chooses another period."]
    assert "tab" in texts(caption.nowhere(look(), "", 80))[0]


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_empty_picture_has_a_key_that_leads_on(picture: str, language: str) -> None:
    state = AppState(Words(language), TODAY, having())  # type: ignore[arg-type]
    said = " ".join(texts(caption.nowhere(state, picture, 54)))
    assert set("1235n") & set(re.findall(r"\b[0-9n]\b", said)), said


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [40, 57, 77])
@pytest.mark.parametrize("on_them", [True, False])
def test_the_name_that_is_on_is_in_sight_and_its_neighbours_can_be_clicked(
    language: str, width: int, on_them: bool
) -> None:
    _ = Words(language)  # type: ignore[arg-type]
    for at, here in enumerate(NAMES):
        parts = names_line(NAMES, here, on_them, width, _)
        assert sum(width_of(part.line) for part in parts) <= width
        actions = [part.action for part in parts]
        assert f"show_picture('{here}')" in actions
        assert at == 0 or {"previous", f"show_picture('{NAMES[at - 1]}')"} & set(actions)
        assert at == len(NAMES) - 1 or {"next", f"show_picture('{NAMES[at + 1]}')"} & set(actions)


def test_from_eighty_columns_every_name_is_there() -> None:
    for language in ("nl", "en"):
        for here in NAMES:
            assert len(names_line(NAMES, here, False, 77, Words(language))) == len(NAMES)
