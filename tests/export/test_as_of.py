"""A document tells what was so at the end of its period, whatever happened or was written down afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.export.options import Options
from portfolio.export.registry import SORTS, make
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.pauses import Pause
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.wording import Words
from tests.export.making import made, portfolio_of
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

EN = Words("en")
EVERYTHING = Options(section=("setbacks",))
THEN = date(2025, 6, 30)


def documents(records: Records, choice: Choice, today: date) -> str:
    """Every document of these records, one after the other."""
    shared = share(records, choice, today)
    return "\n".join(make(sort, "md", shared, today, EN, EVERYTHING).data.decode() for sort in SORTS)


def until(day: date, *records: Record) -> str:
    """The portfolio of the twelve months up to a day, made much later."""
    shared = share(Records.of_all(records), Choice(until=day), TODAY)
    return make("portfolio", "md", shared, TODAY, EN, EVERYTHING).data.decode()


def cut(records: Records, day: date) -> Records:
    """Only what was so on a day, written down a second time and in another shape."""
    kept: list[Record] = []
    for record in records:
        days = [record.date]
        new = record
        if isinstance(record, Goal):
            days += [each for each in (record.start, record.achieved_on) if each]
            if record.state == "achieved" and record.achieved_on and record.achieved_on > day:
                new = record.but(state="active", achieved_on=None)
        elif isinstance(record, Step) and record.done_on:
            days.append(record.done_on)
            if record.done_on > day:
                new = record.but(done_on=None, result=None)
        elif isinstance(record, Evidence) and record.confirmed_on and record.confirmed_on > day:
            new = record.but(confirmed_on=None, confirmed_by=None)
        elif isinstance(record, Measure):
            days += [r.date for r in records.of(Reading) if r.measure == record.id and may_tell(r)]
        elif isinstance(record, Skill):
            days += [r.date for r in records.of(Rating) if r.skill == record.id and may_tell(r)]
        if min(days) <= day or record.kind in ("person", "profile"):
            kept.append(new)
    return Records.of_all(kept)


def may_tell(record: Record) -> bool:
    """Whether a record may be in a document, so that it can date what it belongs to."""
    return record.shareable is True and not record.conflicts and not {"shareable", "date"} & set(record.damaged)


@WHOLE
@given(portfolios(), st.dates(date(2023, 12, 1), TODAY))
def test_a_document_up_to_a_day_is_that_of_the_records_of_that_day(drawn: Drawn, day: date) -> None:
    choice = Choice(until=day, names=drawn.choice.names)
    whole, then = drawn.all(), cut(drawn.all(), day)
    assert documents(whole, choice, TODAY) == documents(then, choice, TODAY)
    assert documents(whole, choice, TODAY) == documents(then, choice, day), "as it would have been made on that day"


def test_every_section_of_a_small_portfolio_tells_its_own_period() -> None:
    for month in range(1, 13):
        day = min(date(2025, month, 28), TODAY)
        choice = Choice(since=date(2025, 1, 1), until=day)
        assert documents(portfolio_of(), choice, TODAY) == documents(cut(portfolio_of(), day), choice, day), day


GOAL: dict[str, Any] = {"title": "Measure first", "start": date(2025, 1, 1), "date": date(2025, 1, 1)}


def test_a_goal_that_was_achieved_later_runs_still() -> None:
    goal = made("goal", **GOAL, state="achieved", achieved_on=date(2025, 9, 20), shareable=True)
    text = until(THEN, goal)
    assert "**Status:** under way" in text or "under way, started" in text
    assert "chieved" not in text and "20 Sep" not in text
    assert "achieved on 20 Sep 2025" in until(date(2025, 9, 20), goal)


def test_a_step_that_was_done_later_is_still_to_do_without_its_result() -> None:
    goal = made("goal", **GOAL, shareable=True)
    step = made("step", goal=goal.id, text="Measure", done_on=date(2025, 7, 3), result="Warm again", shareable=True)
    text = until(THEN, goal, step)
    assert "**Next step:** Measure" in text
    assert "3 Jul" not in text and "Warm" not in text


def test_what_was_done_in_the_period_is_in_it_whenever_it_was_written_down() -> None:
    written = date(2025, 11, 2)
    goal = made("goal", **GOAL, shareable=True)
    step = made("step", goal=goal.id, text="Ask", done_on=date(2025, 5, 2), date=written, shareable=True)
    before = made("step", goal=goal.id, text="Look", done_on=date(2025, 5, 3), date=date(2020, 1, 1), shareable=True)
    measure = made("measure", goal=goal.id, name="Calls", unit="calls", date=written, shareable=True)
    days = (date(2024, 1, 1), date(2025, 5, 4), date(2025, 7, 1))
    readings = [
        made("reading", measure=measure.id, value=n, date=day, shareable=True) for n, day in enumerate(days, 71)
    ]
    text = until(THEN, goal, step, before, measure, *readings)
    assert "2 May 2025 · Ask" in text and "3 May 2025 · Look" in text
    assert "Calls: 72 calls (4 May 2025)" in text
    assert "71" not in text and "73" not in text
    assert "Calls" not in until(THEN, goal, measure), "of a later measure nothing was known"
    old = made("measure", goal=goal.id, name="Calls", date=date(2020, 1, 1), shareable=True)
    reading = made("reading", measure=old.id, value=74, date=date(2025, 5, 5), shareable=True)
    assert "74" in until(THEN, goal, old, reading), "a measure of years ago is read in this period"


def test_a_private_reading_dates_no_measure() -> None:
    goal = made("goal", **GOAL, shareable=True)
    measure = made("measure", goal=goal.id, name="Calls", date=TODAY, shareable=True)
    reading = made("reading", measure=measure.id, value=72, date=date(2025, 5, 4))
    assert until(THEN, goal, measure, reading) == until(THEN, goal)


def test_what_was_agreed_or_confirmed_later_is_not_in_it() -> None:
    later = made("agreement", text="A better meter", date=date(2025, 7, 1), shareable=True)
    before = made("agreement", text="A day a week", date=date(2020, 7, 1), shareable=True)
    proof = made("evidence", title="Job sheet", confirmed_on=date(2025, 7, 2), shareable=True)
    text = until(THEN, later, before, proof)
    assert "meter" not in text and "A day a week" in text
    assert "Job sheet" in text and "2 Jul" not in text


@pytest.mark.parametrize("state", ["dropped", "active"])
def test_only_a_goal_that_was_not_dropped_has_next_steps(state: str) -> None:
    goal = made("goal", **GOAL, state=state, first_step="Begin", if_then="If, then", shareable=True)
    steps = [made("step", goal=goal.id, text=text, shareable=True) for text in ("Ask", "Look")]
    text = until(THEN, goal, *steps)
    assert ("**Next step:** Ask" in text) is (state == "active")
    assert ("Begin" in until(THEN, goal)) is (state == "active")
    shared = share(Records.of_all([goal, *steps]), Choice(until=THEN), TODAY)
    items = make("portfolio", "md", shared, TODAY, EN).items
    assert (steps[0].id in items) is (state == "active"), "what is not told is not in the list of what leaves either"


STATED: dict[str, Any] = {**GOAL, "shareable": True}
A_PAUSE = Pause(date(2025, 8, 1), date(2025, 8, 20))


def goal_then(day: date, **values: Any) -> Goal:
    """The goal as it leaves in a document up to a day."""
    goal = made("goal", **{**STATED, **values})
    found = share(Records.of_all([goal]), Choice(until=day), TODAY).records.of(Goal)
    return found[0]


def test_a_pause_after_the_period_does_not_leave() -> None:
    values: dict[str, Any] = {"state_on": A_PAUSE.until, "pauses": (A_PAUSE,)}
    then = goal_then(THEN, **values)
    assert (then.state, then.state_on, then.pauses) == ("active", None, ())
    during = goal_then(date(2025, 8, 10), **values)
    assert (during.state, during.state_on) == ("paused", A_PAUSE.since)
    assert during.pauses == (Pause(A_PAUSE.since, None),), "the day on which it went on was still to come"
    after = goal_then(date(2025, 9, 1), **values)
    assert (after.state, after.state_on, after.pauses) == ("active", A_PAUSE.until, (A_PAUSE,))


@pytest.mark.parametrize("state", ["paused", "dropped", "achieved"])
def test_a_change_of_state_after_the_period_does_not_leave(state: str) -> None:
    on = date(2025, 9, 1)
    pauses = (A_PAUSE, Pause(on, None)) if state == "paused" else (A_PAUSE,)
    values = {"state": state, "state_on": on, "pauses": pauses}
    then = goal_then(date(2025, 8, 25), **values)
    assert (then.state, then.state_on, then.pauses) == ("active", A_PAUSE.until, (A_PAUSE,))
    assert goal_then(date(2025, 8, 10), **values).state == "paused"
    assert goal_then(date(2025, 9, 1), **values).state == state


def test_an_idea_that_was_taken_up_or_dropped_later_was_an_idea() -> None:
    begun = goal_then(THEN, start=date(2025, 9, 1), state_on=date(2025, 9, 1))
    assert (begun.state, begun.start, begun.state_on) == ("idea", None, None)
    assert goal_then(THEN, start=None, state="dropped", state_on=date(2025, 9, 1)).state == "idea"
    planned = goal_then(THEN, start=date(2025, 9, 1), state_on=date(2025, 1, 1))
    assert (planned.state, planned.start) == ("active", date(2025, 9, 1)), "planned by then already"


def test_a_state_without_a_day_leaves_as_it_is_and_a_pause_of_unknown_beginning_as_one() -> None:
    assert goal_then(THEN, state="paused").state == "paused"
    since_long = goal_then(THEN, pauses=(Pause(None, date(2025, 8, 20)),), state_on=date(2025, 8, 20))
    assert (since_long.state, since_long.state_on, since_long.pauses) == ("paused", None, ())


def test_how_a_goal_stands_is_told_with_its_day() -> None:
    on = date(2025, 6, 2)
    assert "paused since 2 Jun 2025" in until(THEN, made("goal", **STATED, state="paused", state_on=on))
    assert "dropped on 2 Jun 2025" in until(THEN, made("goal", **STATED, state="dropped", state_on=on))
    later = made("goal", **{**STATED, "start": date(2025, 9, 1)})
    text = until(THEN, later)
    assert "Measure first (planned)" in text
    assert "started" not in text and "active" not in text
