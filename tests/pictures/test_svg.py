"""The pictures as SVG: whole XML, nothing that runs or loads, told in words, readable on paper, true to time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio import themes
from portfolio.journey.facts.marks import MarkKind
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.lanes import lanes
from portfolio.pictures.lane_legend import MEANINGS
from portfolio.pictures.lanes import MARKS
from portfolio.pictures.sentences import sentence
from portfolio.pictures.svg import DRAWN, drawing, svg
from portfolio.pictures.svg.shapes import names, shape
from portfolio.pictures.svg.sheet import MARGIN, ON_A_PAGE, SMALL, WIDTH, room_of
from portfolio.records.collection import Records
from portfolio.wording import Words
from tests.builders import TODAY, a_conversation, a_goal, a_milestone, a_person, a_rating, a_skill, having
from tests.pictures.every import HOSTILE, everything, views
from tests.strategies import WHOLE, Drawn, portfolios

ENGLISH, DUTCH = Words("en"), Words("nl")
YEAR = the_year_up_to(TODAY)
PAPER = themes.load().loaded["papier"].colour
_SPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = {"svg", "title", "desc", "style", "rect", "text", "line", "path", "g", "circle"}
_ATTRIBUTES = {
    "role", "lang", "id", "aria-labelledby", "aria-describedby", "class", "x", "y", "x1", "y1", "x2", "y2", "width",
    "height", "viewBox", "font-size", "font-weight", "text-anchor", "stroke-width", "stroke-dasharray", "d",
    "stroke-linejoin", "stroke-linecap", "transform", "r", "fill",
}  # fmt: skip


def tree(text: str) -> Element:
    """The document as a tree."""
    return fromstring(text)  # noqa: S314 - our own


def documents(records: Records, _: Words, period: Period = YEAR) -> Iterator[tuple[str, Element]]:
    """Each picture that is drawn so, as text and as a tree."""
    for view in views(records, period, TODAY):
        if view.picture in DRAWN:
            text = svg(view, PAPER, _)
            yield text, tree(text)


def on_a_page(records: Records, _: Words, period: Period = YEAR) -> Iterator[tuple[str, Element]]:
    """The same pictures as in a document."""
    for view in views(records, period, TODAY):
        if view.picture in DRAWN:
            text = drawing(view, PAPER, _, sentence="A sentence.")
            yield text, tree(text)


def signs(root: Element) -> list[tuple[float, float, str]]:
    """Where each sign stands, and its role."""
    found = []
    for group in root.iter(f"{_SPACE}g"):
        x, y = re.findall(r"-?[\d.]+", group.attrib["transform"])
        found.append((float(x), float(y), group.attrib["class"]))
    return found


@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
@pytest.mark.parametrize("words", ["Find [b]faults[/b]", HOSTILE, "</title><script>alert(1)</script>&amp;\ufffe\x00"])
def test_nothing_runs_nothing_is_loaded_and_it_is_xml_whatever_people_wrote(language: Words, words: str) -> None:
    seen = [*documents(everything(words), language)]
    assert len(seen) >= len(DRAWN)
    for text, root in seen:
        assert {element.tag.removeprefix(_SPACE) for element in root.iter()} <= _ELEMENTS
        assert {name for element in root.iter() for name in element.attrib} <= _ATTRIBUTES
        style = root.findtext(f"{_SPACE}style") or ""
        assert "url(" not in style
        assert "@import" not in style
        assert text.encode("utf-8")


def test_those_who_listen_get_the_title_the_period_and_the_sentence() -> None:
    for view in views(everything("A word"), YEAR, TODAY):
        if view.picture not in DRAWN:
            continue
        root = tree(svg(view, PAPER, DUTCH))
        named = {element.attrib["id"]: element.text for element in root if "id" in element.attrib}
        assert root.attrib["role"] == "img"
        assert named[root.attrib["aria-describedby"]] == sentence(view.finding, DUTCH)
        assert "16 dec 2024 – 15 dec 2025" in (named[root.attrib["aria-labelledby"]] or "")


def test_long_words_and_wide_ones_stand_on_the_sheet() -> None:
    for words in ("A very long title that goes on and on " * 6, HOSTILE, "漢" * 300, "W" * 300):
        stands_on_the_sheet(everything(words), YEAR)


def test_a_long_level_that_another_gave_on_the_last_day_stays_on_the_sheet() -> None:
    skill, erik = a_skill(on="2020-01-01"), a_person()
    own = a_rating(skill, 2, TODAY - timedelta(days=1))
    other = a_rating(skill, "thought up by ourselves", TODAY, rater=erik.id)
    stands_on_the_sheet(having(skill, erik, own, other), Period(TODAY - timedelta(days=4000), TODAY))


@WHOLE
@given(portfolios(), st.integers(0, 4000))
def test_everything_stands_on_the_sheet(one: Drawn, days: int) -> None:
    stands_on_the_sheet(one.all(), Period(TODAY - timedelta(days=days), TODAY))


def stands_on_the_sheet(records: Records, period: Period) -> None:
    for _text, root in (*documents(records, DUTCH, period), *on_a_page(records, DUTCH, period)):
        height, width = float(root.attrib["height"]), float(root.attrib["width"])
        assert width in (WIDTH, ON_A_PAGE)
        for x, y, _role in signs(root):
            assert 0 <= x <= width
            assert 0 <= y <= height
        for element in root.iter(f"{_SPACE}text"):
            x, size = float(element.attrib["x"]), float(element.attrib["font-size"])
            assert float(element.attrib["y"]) <= height
            room = room_of(element.text or "", size)
            anchor = element.attrib.get("text-anchor", "start")
            left = x - {"start": 0.0, "middle": room / 2, "end": room}[anchor]
            assert left >= 0, element.text
            assert left + room <= width, element.text


@WHOLE
@given(portfolios())
def test_only_words_of_the_records_that_were_passed_are_in_it(one: Drawn) -> None:
    some = {r.id for n, r in enumerate(one.records) if n % 2}
    for text, _root in documents(one.only(some), ENGLISH):
        assert {identity for identity, _field in one.tokens.of(text)} <= some


@given(st.lists(st.integers(0, 364), min_size=1, max_size=20))
@settings(max_examples=50, deadline=None)
def test_the_lanes_are_true_to_time(days: list[int]) -> None:
    period = Period(TODAY - timedelta(days=364), TODAY)
    conversations = [a_conversation(period.since + timedelta(days=n)) for n in days]
    root = tree(svg(lanes(having(*conversations), period, TODAY), PAPER, ENGLISH))
    drawn = sorted(x for x, _y, role in signs(root)[:-1] if role == "c-conversation")
    left, wide = 230, WIDTH - MARGIN - 230
    true = {left + n * wide // 365 for n in days}
    assert set(drawn) <= true
    assert min(drawn) - min(true) <= 15


def test_marks_that_would_touch_stand_above_one_another_and_the_rest_is_counted_and_told() -> None:
    moments = [a_milestone(f"First {n}", on="2025-06-01") for n in range(5)]
    text, root = next(documents(having(*moments), ENGLISH))
    heights = {y for x, y, role in signs(root)[:-1] if role == "c-milestone"}
    assert len(heights) == 2
    assert ">+3<" in text
    told = [title.text or "" for title in root.iter(f"{_SPACE}title")]
    assert any(all(f"First {n}" in words for n in range(5)) for words in told)


def test_every_sign_of_the_lanes_has_a_shape_of_its_own() -> None:
    wanted = {MARKS[kind][0] for kind in get_args(MarkKind) if kind != "entry"}  # a file has no entries
    wanted |= {key if key == "levels" else sign for key, sign, _role, _meaning in MEANINGS}
    assert wanted <= names()
    apart = wanted - {"self_now"}
    assert len({str(shape(name)) for name in apart}) == len(apart)


def test_no_words_on_a_page_are_smaller_than_seven_and_a_half_points() -> None:
    points = 174 / 25.4 * 72 / ON_A_PAGE
    for _text, root in on_a_page(everything("A word"), DUTCH):
        assert min(float(each.attrib["font-size"]) for each in root.iter(f"{_SPACE}text")) * points >= 7.5


def test_a_legend_on_a_page_explains_at_most_eight_signs_and_all_that_are_drawn() -> None:
    text, root = next(
        (text, root) for text, root in on_a_page(everything("A word"), ENGLISH) if "leerreis-lanes" in text
    )
    explained = {(each.text or "") for each in root.iter(f"{_SPACE}text") if each.attrib["class"] == "c-legend"}
    assert 4 < len(explained) <= 8
    assert "c-step" not in text
    whole = next(root for text, root in documents(everything("A word"), ENGLISH) if "leerreis-lanes" in text)
    assert len([each for each in whole.iter(f"{_SPACE}text") if each.attrib["class"] == "c-legend"]) > 8


def test_the_target_differs_in_shape_from_where_one_is_at_the_target() -> None:
    assert len(shape("target")) == 1
    assert len(shape("at_target")) == 2


@pytest.mark.parametrize("name", ["avond", "papier", "contrast", "contrast-licht"])
def test_the_colours_are_those_of_the_theme_and_paper_gets_black_on_white(name: str) -> None:
    theme = themes.load().loaded[name]
    for view in views(everything("A word"), YEAR, TODAY):
        if view.picture in DRAWN:
            style = tree(svg(view, theme.colour, ENGLISH)).findtext(f"{_SPACE}style") or ""
            screen, _print, paper = style.partition("@media print")
            assert theme.colour("ground") in screen
            assert theme.colour("label" if view.picture != "skill" else "axis") in screen
            assert set(re.findall(r"#[0-9a-f]{3,6}", paper)) == {"#000", "#fff", "#ccc"}


def test_an_own_theme_colours_it_too_and_one_of_the_terminal_becomes_paper() -> None:
    found = themes.load()
    assert found.for_pictures(None).name == "papier"
    assert found.for_pictures("terminal").name in ("papier", "avond")
    assert found.for_pictures("contrast").name == "contrast"


def test_a_level_that_someone_else_gave_is_drawn_and_dated_also_when_it_is_the_same() -> None:
    skill, boss = a_skill(), a_person(role="manager")
    records = having(skill, boss, a_rating(skill, 2, "2025-01-20"), a_rating(skill, 2, "2025-02-01", rater=boss))
    text = next(text for text, _root in documents(records, ENGLISH) if "leerreis-growth" in text)
    assert ">according to Erik<" in text
    assert ">1 Feb 2025<" in text


@pytest.mark.parametrize("name", ["lanes", "growth"])
def test_an_empty_picture_says_what_will_be_here(name: str) -> None:
    text = next(text for text, _root in documents(having(), ENGLISH) if f"leerreis-{name}" in text)
    assert "Here " in text


def test_ten_years_and_one_day_and_a_leap_day_all_draw() -> None:
    skill = a_skill("Faults", on=date(2015, 1, 1))
    records = having(skill, a_rating(skill, 2, "2020-02-29"), a_goal("A", "2016-01-01", skills=[skill]))
    for since in (date(2015, 12, 16), TODAY, date(2024, 2, 29)):
        assert [*documents(records, DUTCH, Period(since, TODAY))]
    assert SMALL < WIDTH


def test_a_picture_that_is_a_table_has_no_svg() -> None:
    table = next(view for view in views(having(), YEAR, TODAY) if view.picture == "forms")
    with pytest.raises(KeyError):
        svg(table, PAPER, ENGLISH)
