"""The collection: one order everywhere, kinds read when asked for."""

from __future__ import annotations

from datetime import date

from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.goals import Goal
from portfolio.records.identity import new_id
from portfolio.records.record import Record
from portfolio.records.skills import Skill


def a(kind: str, n: int, day: str, title: str = "x") -> Record:
    return decode(kind, new_id(n, 0), {"title": title, "date": day})


def test_the_order_is_by_date_then_by_moment_of_writing() -> None:
    late, early, same_day = a("goal", 1, "2026-03-02"), a("goal", 2, "2026-03-01"), a("goal", 3, "2026-03-02")
    assert Records.of_all([same_day, late, early]).of(Goal) == (early, late, same_day)


def test_between_two_days_both_of_them_count() -> None:
    first, second, third = a("goal", 1, "2026-03-01"), a("goal", 2, "2026-03-02"), a("goal", 3, "2026-03-03")
    records = Records.of_all([third, second, first])
    assert records.between(Goal, date(2026, 3, 1), date(2026, 3, 2)) == (first, second)
    assert records.between(Goal, date(2026, 3, 3), date(2026, 4, 1)) == (third,)
    assert records.between(Goal, date(2026, 3, 4), date(2026, 4, 1)) == ()
    assert records.between(Skill, date(2026, 3, 1), date(2026, 3, 2)) == ()


def test_what_follows_from_the_records_is_looked_for_once_in_each_collection() -> None:
    looked: list[Records] = []

    def goals(records: Records) -> int:
        looked.append(records)
        return len(records.of(Goal))

    one, other = Records.of_all([a("goal", 1, "2026-01-01")]), Records.of_all([])
    assert [one.once(goals), one.once(goals), other.once(goals)] == [1, 1, 0]
    assert looked == [one, other]


def test_a_kind_is_read_when_it_is_first_asked_for_and_once() -> None:
    asked: list[str] = []

    def read(kind: str) -> list[Record]:
        asked.append(kind)
        return [a("goal", 1, "2026-01-01")] if kind == "goal" else []

    records = Records(read)
    assert asked == []
    assert len(records.of(Goal)) == len(records.of(Goal)) == 1
    assert asked == ["goal"]


def test_links_lead_to_the_right_type_or_nowhere() -> None:
    goal, skill = a("goal", 1, "2026-01-01"), a("skill", 2, "2026-01-01")
    records = Records.of_all([goal, skill])
    assert records.find(Goal, goal.id) == goal
    assert records.find(Skill, goal.id) is None
    assert records.find(Goal, None) is None
    assert records.linked(Skill, [skill.id, goal.id, "gone"]) == (skill,)
    assert len(records.without([goal.id])) == 1
