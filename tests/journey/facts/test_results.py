"""The results of a period: the strongest first, each once, and nothing that is not one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from portfolio.journey.facts.period import Period
from portfolio.journey.facts.results import Result, results
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.records.record import Record
from tests.builders import TODAY, a_goal, a_measure, a_rating, a_reading, a_skill, an_evidence, having
from tests.strategies import TODAY as DRAWN_ON
from tests.strategies import WHOLE, Drawn, portfolios

YEAR = Period(date(2025, 1, 1), TODAY)


def found(*records: Record, until: date = TODAY) -> tuple[Result, ...]:
    """The results of the year."""
    return results(having(*records), Period(YEAR.since, until), TODAY)


def test_a_measure_comes_first_then_a_certificate_then_a_goal_then_a_level() -> None:
    goal, reached = a_goal(), a_goal("Plan a day", state="achieved", achieved_on="2025-06-01")
    measure, skill = a_measure(goal, start=0, target=5), a_skill()
    paper = an_evidence("F-gas", "2025-04-22", sort="certificate", valid_until=date(2032, 4, 22))
    sheet = an_evidence("Job sheet", "2025-05-20", goals=[goal], skills=[skill])
    levels = a_rating(skill, 1, "2025-01-13"), a_rating(skill, 3, "2025-10-17")
    reading = a_reading(measure, 4, "2025-11-20")
    counted = an_evidence("Counted sheet", "2025-11-20", goals=[goal])
    told = found(goal, reached, measure, reading, skill, *levels, paper, sheet, counted)
    assert [(each.sort, each.id) for each in told] == [
        ("measure", measure.id),
        ("certificate", paper.id),
        ("goal", reached.id),
        ("level", skill.id),
    ]
    first, second, _third, last = told
    assert (first.before, first.now, first.target, first.since) == (0, 4, 5, date(2025, 11, 20))
    assert first.evidence == (counted.id,), "a piece of another day can be of work that was not counted"
    assert (second.valid_until, second.expired, second.evidence) == (date(2032, 4, 22), False, (paper.id,))
    assert (last.before, last.now, last.evidence) == (1, 3, (sheet.id,))


def test_a_goal_that_a_measure_or_certificate_is_about_is_not_told_again() -> None:
    passed = a_goal("F-gas", state="achieved", achieved_on="2025-04-22")
    counted = a_goal("Fewer calls", state="achieved", achieved_on="2025-06-01")
    paper = an_evidence("F-gas", "2025-04-22", sort="certificate", goals=[passed])
    measure = a_measure(counted, start=9, direction="down")
    told = found(passed, counted, paper, measure, a_reading(measure, 2, "2025-06-01"))
    assert [each.sort for each in told] == ["measure", "certificate"]


@pytest.mark.parametrize(
    ("values", "readings", "there"),
    [
        ({"start": 0, "target": 5}, (4,), True),
        ({"start": 0, "target": 5}, (0,), False),
        ({"start": 5, "target": 0}, (7,), False),
        ({"start": 5, "target": 0}, (3,), True),
        ({"direction": "down"}, (5, 3), True),
        ({"direction": "up"}, (5, 3), False),
        ({}, (5, 3), True),
        ({}, (5,), False),
        ({"start": 0, "target": 5}, (), False),
    ],
)
def test_only_a_number_that_went_the_wanted_way_is_a_result(
    values: dict[str, Any], readings: tuple[int, ...], there: bool
) -> None:
    goal = a_goal()
    measure = a_measure(goal, **values)
    said = [a_reading(measure, value, f"2025-0{n}-01") for n, value in enumerate(readings, 2)]
    assert bool(found(goal, measure, *said)) is there


def test_the_number_nearest_to_its_target_comes_first() -> None:
    goal = a_goal()
    far, near = a_measure(goal, "Far", start=0, target=10), a_measure(goal, "Near", start=0, target=5)
    told = found(goal, far, near, a_reading(far, 4, "2025-03-01"), a_reading(near, 4, "2025-03-01"))
    assert [each.title for each in told] == ["Near", "Far"]


def test_an_expired_certificate_is_called_so_and_comes_after_the_valid_ones() -> None:
    old = an_evidence("Old", "2025-03-01", sort="certificate", valid_until=date(2025, 6, 1))
    valid = an_evidence("Valid", "2025-02-01", sort="certificate", valid_until=TODAY)
    assert [(each.title, each.expired) for each in found(old, valid)] == [("Valid", False), ("Old", True)]


def test_what_came_after_the_period_is_not_known_in_it() -> None:
    goal, skill = a_goal(), a_skill()
    measure = a_measure(goal, start=0, target=5)
    later = a_reading(measure, 4, "2025-11-20"), a_rating(skill, 3, "2025-11-20")
    paper = an_evidence("F-gas", "2025-11-20", sort="certificate")
    told = found(goal, skill, measure, a_rating(skill, 1, "2025-01-13"), *later, paper, until=date(2025, 9, 1))
    assert told == ()


def test_a_level_that_fell_or_stayed_or_is_on_an_own_scale_is_no_result() -> None:
    for scale, first, last in (("independence", 3, 2), ("independence", 2, 2), ("own", "reads", "writes")):
        skill = a_skill(scale=scale)
        assert found(skill, a_rating(skill, first, "2025-01-13"), a_rating(skill, last, "2025-06-01")) == ()


@WHOLE
@given(portfolios())
def test_results_are_of_what_leaves_and_each_once(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, DRAWN_ON)
    leaving = {record.id for record in shared.records}
    told = results(shared.records, shared.period, DRAWN_ON)
    ids = [each.id for each in told]
    assert len(ids) == len(set(ids))
    assert {*ids, *(piece for each in told for piece in each.evidence)} <= leaving
    order = ["measure", "certificate", "goal", "level"]
    assert [order.index(each.sort) for each in told] == sorted(order.index(each.sort) for each in told)
    assert results(Records.of_all(reversed(list(shared.records))), shared.period, DRAWN_ON) == told
