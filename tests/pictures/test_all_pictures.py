"""What holds for every picture and its list twin, at every width, in both languages, with any words in the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.pictures import PICTURES, as_text, draw, draw_list, view_of
from portfolio.pictures.canvas import Picture, row_cells
from portfolio.pictures.signs import ASCII, UNICODE
from portfolio.records.collection import Records
from portfolio.records.record import Record
from portfolio.wording import Words
from tests.builders import (
    TODAY,
    a_goal,
    a_skill,
    having,
    whole_years,
)
from tests.pictures.every import HOSTILE, everything, views
from tests.strategies import Drawn, portfolios

ENGLISH, DUTCH = Words("en"), Words("nl")
YEAR = the_year_up_to(TODAY)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def drawn(records: Records, width: int, _: Words, signs: object = UNICODE, period: Period = YEAR) -> Iterator[Picture]:
    for view in views(records, period, TODAY):
        yield draw(view, width=width, _=_, signs=signs)  # type: ignore[arg-type]
        yield draw_list(view, width=width, _=_, signs=signs)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize(("language", "step"), [(ENGLISH, 1), (DUTCH, 9)], ids=["en", "nl"])
def test_no_row_is_wider_than_asked_at_any_width(language: Words, step: int) -> None:
    seen = [*views(everything(HOSTILE), YEAR, TODAY)]
    for width in range(40, 241, step):
        for view in seen:
            for signs in (UNICODE, ASCII):
                for row in (
                    *draw(view, width=width, _=language, signs=signs).rows,
                    *draw_list(view, width=width, _=language, signs=signs).rows,
                ):
                    assert row_cells(row) <= width, (view.picture, width, row)


@given(portfolios(), st.integers(40, 240), st.sampled_from([UNICODE, ASCII]), st.integers(0, 4000))
@settings(max_examples=60, deadline=None)
def test_any_portfolio_draws_in_any_width_over_any_period(one: Drawn, width: int, signs: object, days: int) -> None:
    period = Period(date.fromordinal(TODAY.toordinal() - days), TODAY)
    for picture in drawn(one.all(), width, DUTCH, signs, period):
        assert all(row_cells(row) <= width for row in picture.rows)
        assert not _CONTROL.search(picture.text())


@given(portfolios())
@settings(max_examples=60, deadline=None)
def test_only_words_of_the_records_that_were_passed_are_ever_seen(one: Drawn) -> None:
    some = {r.id for n, r in enumerate(one.records) if n % 2}
    for picture in drawn(one.only(some), 100, ENGLISH):
        said = picture.text() + picture.sentence + "".join(place.words for place in picture.places)
        assert {identity for identity, _field in one.tokens.of(said)} <= some


def test_what_people_wrote_cannot_command_the_terminal() -> None:
    for picture in drawn(everything(HOSTILE), 120, ENGLISH):
        said = picture.text() + picture.sentence + "".join(place.words for place in picture.places)
        assert not _CONTROL.search(said)


@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_in_ascii_every_sign_and_word_of_ours_is_ascii(language: Words) -> None:
    for width in (40, 60, 80, 120, 240):
        for picture in drawn(everything("Plain"), width, language, ASCII):
            assert (picture.text() + picture.sentence).isascii(), picture.text()
            assert all(place.words.isascii() for place in picture.places)


def test_in_ascii_the_words_of_people_stay_as_they_wrote_them() -> None:
    text = as_text(view_of("goals", having(a_goal("Één café — rustig")), YEAR, TODAY), ENGLISH, signs=ASCII)  # type: ignore[arg-type]
    assert "Één café — rustig" in text


@pytest.mark.parametrize("name", [n for n in PICTURES if n != "skill"])
def test_an_empty_picture_says_what_will_be_here_and_the_one_thing_to_do(name: str) -> None:
    view = view_of(name, having(), YEAR, TODAY)
    assert view is not None
    picture = draw(view, width=60, _=ENGLISH)
    assert picture.empty
    assert len(picture.body) >= 2
    assert not picture.places
    assert not picture.legend


def test_a_skill_without_a_rating_has_an_empty_state_of_its_own() -> None:
    skill = a_skill()
    view = view_of("skill", having(skill), YEAR, TODAY, skill=skill.id)
    assert view is not None
    assert "Add a rating" in draw(view, width=60, _=ENGLISH).text()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_places_lie_on_the_body_and_say_something(width: int) -> None:
    for view in views(everything("Plain"), YEAR, TODAY):
        for picture in (draw(view, width=width, _=ENGLISH), draw_list(view, width=width, _=ENGLISH)):
            for place in picture.places:
                assert 0 <= place.row < len(picture.body)
                assert 0 <= place.column < width
                assert place.words
                assert {each.id for each in place.sentences} == set(place.ids)
            where = [(place.row, place.column) for place in picture.places]
            assert where == sorted(where)


@pytest.mark.parametrize("name", ["lanes", "growth", "goals", "timeline", "evidence"])
def test_every_record_of_a_picture_is_reached_in_its_list_too(name: str) -> None:
    view = view_of(name, everything("Plain"), YEAR, TODAY)
    assert view is not None
    drawn_ids = {i for place in draw(view, width=100, _=ENGLISH).places for i in place.ids}
    listed_ids = {i for place in draw_list(view, width=100, _=ENGLISH).places for i in place.ids}
    assert drawn_ids
    assert drawn_ids <= listed_ids


def test_plain_text_has_no_spaces_at_line_ends_and_ends_with_one_line_end() -> None:
    for picture in drawn(everything("Plain"), 80, ENGLISH):
        text = picture.text()
        assert text.endswith("\n")
        assert all(line == line.rstrip() for line in text.split("\n"))


def test_no_picture_has_a_percentage() -> None:
    for picture in drawn(everything("Plain"), 100, ENGLISH):
        assert "%" not in picture.text()


@pytest.mark.parametrize("since", [date(2015, 12, 16), date(2025, 12, 15), date(2024, 2, 29)], ids=str)
def test_ten_years_a_single_day_and_a_leap_day_all_draw(since: date) -> None:
    for picture in drawn(everything("Plain"), 80, ENGLISH, UNICODE, Period(since, TODAY)):
        assert all(row_cells(row) <= 80 for row in picture.rows)


def test_the_first_and_the_last_year_of_the_calendar_draw() -> None:
    for picture in drawn(everything("Plain"), 60, ENGLISH, UNICODE, whole_years(1)):
        assert picture.rows
    for view in views(everything("Plain"), whole_years(9999), date(9999, 12, 31)):
        assert draw(view, width=60, _=ENGLISH).rows


def test_an_unknown_picture_is_no_picture() -> None:
    with pytest.raises(KeyError):
        view_of("radar", having(), YEAR, TODAY)


def facts(records: Records, name: str) -> tuple[str, str]:
    view = view_of(name, records, YEAR, TODAY)
    assert view is not None
    return draw(view, width=240, _=ENGLISH).text(), as_text(view, ENGLISH, width=240)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("lanes", a_goal("Calm with customers")),
        ("growth", a_skill("Calm with customers")),
        ("goals", a_goal("Calm with customers")),
        ("evidence", a_skill("Calm with customers")),
        ("timeline", a_goal("Calm with customers")),
    ],
)
def test_the_list_twin_names_what_the_picture_names(name: str, record: Record) -> None:
    picture, twin = facts(having(record), name)
    assert "Calm with customers" in picture
    assert "Calm with customers" in twin
    assert picture.splitlines()[:2] == twin.splitlines()[:2]
