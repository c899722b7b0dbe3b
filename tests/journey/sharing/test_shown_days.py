"""The period that fits what was written, worked out a second time day by day."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.period import FOUR_WEEKS, Period, fitting, the_year_up_to
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.journey.sharing.shown_days import first_day
from portfolio.records.collection import Records
from tests.builders import (
    TODAY,
    a_conversation,
    a_goal,
    a_milestone,
    a_person,
    a_profile,
    a_reflection,
    a_skill,
    an_evidence,
    having,
)
from tests.journey.lives_by_chance import MANY, Lived, lived


def fits(records: Records, today: date = TODAY) -> Period:
    return fitting(first_day(records, today), today)


@MANY
@given(life=lived())
def test_the_period_that_fits_is_true_of_any_life(life: Lived) -> None:
    year_ago = life.today - relativedelta(years=1) + timedelta(days=1)
    counted = [
        record.date
        for record in life.records
        if record.kind not in ("person", "profile", "export")
        and (record.kind != "evidence" or year_ago <= record.date <= life.today)
    ]
    found = fits(life.records, life.today)
    day = life.today
    while day > year_ago and any(on < day for on in counted):
        day -= timedelta(days=1)
    assert found.since == day
    assert found.until == max(life.today, day + timedelta(days=27))


def test_a_first_day_has_four_weeks_before_it_and_a_month_ends_today() -> None:
    assert fits(having(a_reflection(TODAY))) == Period(TODAY, date(2026, 1, 11))
    assert fits(having(a_reflection("2025-12-09"))) == Period(date(2025, 12, 9), date(2026, 1, 5))
    assert fits(having(a_reflection("2025-11-18"))) == Period(date(2025, 11, 18), TODAY)
    assert fits(having(a_reflection("2025-11-01"))) == Period(date(2025, 11, 1), TODAY)
    assert fits(having(a_reflection("2019-11-01"))) == the_year_up_to(TODAY)
    assert fits(having()) == Period(TODAY, date(2026, 1, 11))


def test_an_old_diploma_a_person_and_plans_do_not_begin_a_journey() -> None:
    evening = a_reflection("2025-12-09")
    around = (an_evidence(on="2011-06-01"), a_person(on="2020-01-01"), a_profile("Samir"), a_conversation("2026-02-01"))
    assert fits(having(evening, *around)).since == date(2025, 12, 9)
    assert fits(having(evening, an_evidence(on="2025-06-01"))).since == date(2025, 6, 1)
    assert fits(having(a_conversation("2026-02-01"))).since == TODAY


@given(st.dates(), st.dates() | st.none())
def test_any_first_day_gives_four_weeks_to_a_year_with_today_in_it(today: date, first: date | None) -> None:
    found = fitting(first, today)
    assert found.contains(today)
    assert found.days <= 366
    assert found.days >= FOUR_WEEKS or found.until == date.max


def test_what_is_private_does_not_move_the_period_of_what_is_shared() -> None:
    shared = [
        a_milestone("Alone", "2025-11-20", shareable=True),
        a_skill("Explaining", "2025-01-02", shareable=True),
    ]
    private = [a_reflection("2025-02-01"), a_goal(start="2025-03-01"), a_milestone("Mine", "2025-04-01")]

    def seen(*records: Records) -> Period:
        (those,) = records
        return fits(share(those, Choice(), TODAY).records)

    assert seen(having(*shared)) == seen(having(*shared, *private)) == Period(date(2025, 11, 20), date(2025, 12, 17))
