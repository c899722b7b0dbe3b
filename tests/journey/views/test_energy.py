"""The energy line: answers as points, the highest and the lowest in words, private always."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.energy import energy
from portfolio.pictures import PRIVATE, as_text, draw, view_of
from portfolio.pictures.canvas import row_text
from portfolio.wording import Words
from tests.builders import TODAY, a_reflection, having

YEAR = the_year_up_to(TODAY)
ENGLISH = Words("en")


def noted(*levels: int) -> list[str]:
    """The rows of the drawing when each week had one of these answers, from 5 down to 1."""
    notes = [
        a_reflection(date(2025, 1, 6) + timedelta(weeks=n), "note", f"N{n}", energy=x) for n, x in enumerate(levels)
    ]
    picture = draw(energy(having(*notes), YEAR, TODAY), width=80, _=ENGLISH)
    return [row_text(row) for row in picture.body[2:7]]


def test_each_answer_is_a_point_at_its_height_and_there_is_no_line() -> None:
    rows = noted(5, 1, 3)
    assert [row.count("●") for row in rows] == [1, 0, 1, 0, 1]
    assert not any("─" in row for row in rows)
    assert rows[0].index("●") < rows[4].index("●") < rows[2].index("●")


def test_the_highest_and_the_lowest_stand_in_words_and_the_middle_does_not() -> None:
    notes = [
        a_reflection(f"2025-0{n + 1}-01", "note", words, energy=level)
        for n, (words, level) in enumerate([("Alone", 5), ("Wet", 1), ("So so", 3), ("Guided", 4)])
    ]
    view = energy(having(*notes, a_reflection("2025-06-01", "note", "Not asked")), YEAR, TODAY)
    assert [p.text for p in view.highest] == ["Alone", "Guided"]
    assert [p.text for p in view.lowest] == ["Wet"]
    assert len(view.points) == 4
    text = draw(view, width=80, _=ENGLISH).text()
    assert "What energised you most: Alone (Wed 1 January 2025)." in text
    assert "So so" not in text
    assert "So so" in as_text(view, ENGLISH)


def test_a_week_has_a_sign_of_its_own() -> None:
    week = a_reflection("2025-03-02", "week", energy=2)
    text = draw(energy(having(week), YEAR, TODAY), width=80, _=ENGLISH).text()
    assert "□ a week" in text
    assert "a day" not in text


def test_answers_that_are_all_the_same_say_so_and_none_say_that() -> None:
    same = [a_reflection(f"2025-03-0{n}", energy=3) for n in range(1, 4)]
    assert "Your energy was 3 of 5 each time." in draw(energy(having(*same), YEAR, TODAY), width=80, _=ENGLISH).text()
    assert energy(having(a_reflection("2025-03-01")), YEAR, TODAY).is_empty


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(1, 5)), max_size=40))
def test_every_answer_of_the_period_is_there_once_and_none_of_another_day(answers: list[tuple[int, int]]) -> None:
    notes = [a_reflection(TODAY - timedelta(days=ago), energy=level) for ago, level in answers]
    period = Period(TODAY - timedelta(days=400), TODAY)
    view = energy(having(*notes), period, TODAY)
    assert [p.id for p in view.points] == [r.id for r in having(*notes) if period.contains(r.date)]
    assert all(p.level >= 4 for p in view.highest)
    assert all(p.level <= 2 for p in view.lowest)
    reached = {identity for place in draw(view, width=70, _=ENGLISH).places for identity in place.ids}
    assert reached == {p.id for p in view.points}


def test_it_is_for_oneself_alone() -> None:
    assert "energy" in PRIVATE
    assert view_of("energy", having(), YEAR, TODAY) is not None


def test_nothing_is_claimed_to_energise_without_two_answers_above_the_middle() -> None:
    for levels in ((1, 3, 1, 3), (5, 1), (2,), (3, 3), (4,)):
        notes = [a_reflection(f"2025-03-0{n + 1}", "note", f"N{n}", energy=x) for n, x in enumerate(levels)]
        view = energy(having(*notes), YEAR, TODAY)
        text = draw(view, width=80, _=ENGLISH).text()
        assert view.finding.text is None
        assert not view.highest
        assert "energised you most" not in text
        assert "What energised you\n" not in text
    (one,) = energy(having(a_reflection("2025-03-01", energy=2)), YEAR, TODAY).points
    assert one.level == 2


def test_of_several_highest_answers_none_is_called_the_most() -> None:
    notes = [a_reflection(f"2025-03-0{n}", "note", f"N{n}", energy=5) for n in (1, 2)]
    notes.append(a_reflection("2025-03-03", "note", "Low", energy=1))
    text = draw(energy(having(*notes), YEAR, TODAY), width=80, _=ENGLISH).text()
    assert "2 answers were the highest, 5 of 5. The last of them: N2" in text
