"""What goes with a change of state: its day, the pauses of a goal, and the reason that no longer holds."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from portfolio.capture.batch import Batch
from portfolio.capture.states import BEFORE_IT_BEGAN, LOOKS_BACK, NOT_YET
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.identity import new_id
from portfolio.records.pauses import Pause, merged
from portfolio.records.record import Record

TODAY = date(2025, 12, 15)
NOW = "2025-12-15"
GOAL = "00000000-0000-7000-8000-000000000007"


def added(kind: str, **values: Any) -> dict[str, Any]:
    """The values of a new record."""
    act = Batch(Records.of_all(()), lambda: new_id(1000, 0), TODAY)
    act.add_json({"kind": kind, **values})
    assert not act.problems
    return dict(act.drafts[-1].values)


class Life:
    """A record that is changed again and again, each time on a day of its own."""

    def __init__(self, kind: str = "goal", **values: Any) -> None:
        """A record as an older file holds it: of its state no day is known."""
        self.values: dict[str, Any] = {"title": "Meten", "text": "Meten", "goal": GOAL, "date": "2025-01-10", **values}
        self.kind = kind

    @property
    def record(self) -> Record:
        """As it is now."""
        return decode(self.kind, GOAL, {k: v for k, v in self.values.items() if v is not None})

    def edited(self, today: str = NOW, **changes: Any) -> list[str]:
        """Change it on a day; the problems."""
        act = Batch(Records.of_all((self.record,)), itertools.count, date.fromisoformat(today))  # type: ignore[arg-type]
        act.edit(GOAL, self.kind, changes)
        if not act.problems:
            self.values |= act.drafts[-1].values
        return [problem.message for problem in act.problems]

    def said(self, *names: str) -> tuple[Any, ...]:
        """These fields."""
        return tuple(self.values.get(name) for name in names)


@pytest.mark.parametrize(
    ("kind", "given", "day"),
    [
        ("goal", {"title": "a"}, NOW),
        ("goal", {"title": "a", "start": "2025-03-01"}, "2025-03-01"),
        ("goal", {"title": "a", "start": "2026-03-01"}, NOW),
        ("goal", {"title": "a", "date": "2025-02-01"}, "2025-02-01"),
        ("goal", {"title": "a", "date": "2025-02-01", "state": "dropped"}, NOW),
        ("goal", {"title": "a", "state": "achieved", "achieved_on": "2025-06-01"}, "2025-06-01"),
        ("goal", {"title": "a", "state": "dropped", "state_on": "2025-06-01"}, "2025-06-01"),
        ("conversation", {"date": "2025-06-17", "state": "held"}, "2025-06-17"),
        ("conversation", {"date": "2026-01-10"}, NOW),
        ("agreement", {"text": "a", "state": "done"}, NOW),
        ("request", {"person": "Erik", "question": "a"}, NOW),
    ],
)
def test_a_new_record_knows_the_day_of_its_state(kind: str, given: dict[str, Any], day: str) -> None:
    assert added(kind, **given)["state_on"] == day


def test_a_new_goal_that_is_paused_or_achieved_has_what_belongs_to_it() -> None:
    assert added("goal", title="a", state="paused")["pauses"] == [{"from": NOW}]
    assert added("goal", title="a", state="achieved", state_on="2025-05-01")["achieved_on"] == "2025-05-01"
    assert "achieved_on" not in added("goal", title="a")


def test_what_was_a_record_before_keeps_what_it_does_not_know() -> None:
    older = {"title": "a", "state": "dropped", "created": "2024-01-01T00:00:00.000Z"}
    assert "state_on" not in added("goal", **older)


@pytest.mark.parametrize(
    ("kind", "state"),
    [("goal", "dropped"), ("agreement", "done"), ("request", "answered"), ("conversation", "held")],
)
def test_a_change_of_state_has_the_day_of_today_unless_another_is_given(kind: str, state: str) -> None:
    one, other = Life(kind), Life(kind)
    one.edited("2025-04-02", state=state)
    other.edited("2025-04-02", state=state, state_on="2025-03-30")
    assert (one.said("state_on"), other.said("state_on")) == (("2025-04-02",), ("2025-03-30",))
    one.edited("2025-06-01", state=state)
    assert one.said("state_on") == ("2025-04-02",), "the same state again is no change"


def test_a_step_is_done_on_the_day_of_its_state() -> None:
    step = Life("step")
    step.edited("2025-04-02", done_on="2025-04-01")
    assert step.said("state_on") == ("2025-04-01",)
    step.edited("2025-04-05", done_on=None)
    assert step.said("state_on") == ("2025-04-05",)


def test_a_goal_is_achieved_on_the_day_of_its_state_and_keeps_that_day_when_it_goes_on() -> None:
    goal = Life()
    goal.edited("2025-06-01", state="achieved")
    assert goal.said("state_on", "achieved_on") == ("2025-06-01", "2025-06-01")
    goal.edited(achieved_on="2025-05-20")
    assert goal.said("state_on", "achieved_on") == ("2025-05-20", "2025-05-20")
    goal.edited(state_on="2025-05-21")
    assert goal.said("state_on", "achieved_on") == ("2025-05-21", "2025-05-21")
    goal.edited("2025-07-01", state="active")
    assert goal.said("state_on", "achieved_on") == ("2025-07-01", "2025-05-21")
    goal.edited("2025-08-01", state="achieved")
    assert goal.said("state_on", "achieved_on") == ("2025-08-01", "2025-08-01")


def test_an_idea_that_begins_has_a_start_unless_it_had_one() -> None:
    idea, planned = Life(state="idea"), Life(state="idea", start="2025-02-01")
    idea.edited("2025-06-01", state="active")
    planned.edited("2025-06-01", state="active")
    assert (idea.said("start"), planned.said("start")) == (("2025-06-01",), ("2025-02-01",))


def test_each_pause_is_kept_after_the_goal_went_on() -> None:
    goal = Life()
    for day, state in [("03-01", "paused"), ("04-01", "active"), ("06-01", "paused"), ("07-01", "achieved")]:
        goal.edited(f"2025-{day}", state=state)
    ended = [{"from": "2025-03-01", "until": "2025-04-01"}, {"from": "2025-06-01", "until": "2025-07-01"}]
    assert goal.values["pauses"] == ended


def test_the_day_of_a_pause_can_be_mended_afterwards() -> None:
    goal = Life()
    goal.edited("2025-03-01", state="paused")
    goal.edited(state_on="2025-02-20")
    assert goal.values["pauses"] == [{"from": "2025-02-20"}]
    goal.edited("2025-04-01", state="active")
    goal.edited(state_on="2025-03-25")
    assert goal.values["pauses"] == [{"from": "2025-02-20", "until": "2025-03-25"}]


def test_a_pause_can_turn_out_to_have_begun_before_an_earlier_one() -> None:
    goal = Life()
    goal.edited("2025-06-01", state="paused")
    goal.edited("2025-06-01", state="active")
    goal.edited("2025-06-02", state="paused", state_on="2025-02-01")
    goal.edited(state_on="2025-03-01")
    goal.edited("2025-07-01", state="active")
    assert sorted(goal.values["pauses"], key=lambda pause: pause["from"]) == [
        {"from": "2025-03-01", "until": "2025-07-01"},
        {"from": "2025-06-01", "until": "2025-06-01"},
    ]


def test_of_a_pause_of_an_older_file_only_the_end_is_known() -> None:
    goal = Life(state="paused")
    goal.edited("2025-04-01", state="active")
    assert goal.values["pauses"] == [{"until": "2025-04-01"}]


def test_a_goal_that_was_dropped_and_goes_on_lay_still_in_between() -> None:
    goal = Life()
    goal.edited("2025-03-01", state="dropped")
    goal.edited("2025-05-01", state="active")
    assert goal.values["pauses"] == [{"from": "2025-03-01", "until": "2025-05-01"}]


@pytest.mark.parametrize("kind", ["goal", "agreement"])
def test_a_reason_leaves_with_the_state_it_was_for(kind: str) -> None:
    record = Life(kind)
    record.edited(state="dropped", state_reason="No work for it")
    assert record.said("state_reason") == ("No work for it",)
    record.edited(state_reason="No work for it this year")
    record.edited(state="active" if kind == "goal" else "open")
    assert record.said("state_reason") == (None,)


def test_a_pause_cannot_end_before_it_began() -> None:
    goal = Life()
    goal.edited("2025-03-01", state="paused")
    assert goal.edited(state="active", state_on="2025-02-01") == [BEFORE_IT_BEGAN]
    assert goal.said("state") == ("paused",)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("goal", {"state": "achieved", "state_on": "2025-12-16"}),
        ("goal", {"state": "achieved", "achieved_on": "2026-01-01"}),
        ("step", {"done_on": "2025-12-16"}),
        ("agreement", {"state": "done", "state_on": "2030-01-01"}),
    ],
)
def test_a_state_cannot_have_changed_on_a_day_to_come(kind: str, changes: dict[str, Any]) -> None:
    life = Life(kind)
    before = dict(life.values)
    assert life.edited(**changes) == [NOT_YET]
    assert life.values == before
    act = Batch(Records.of_all(()), lambda: new_id(1000, 0), TODAY)
    act.add_json({"kind": kind, **life.values, **changes})
    assert NOT_YET in [problem.message for problem in act.problems]


@pytest.mark.parametrize(("since", "wrong"), [("in 2 weeks", [LOOKS_BACK]), ("today", []), ("last month", [])])
def test_a_conversation_looks_back_from_a_day_that_has_been(since: str, wrong: list[str]) -> None:
    act = Batch(Records.of_all(()), lambda: new_id(1000, 0), TODAY)
    act.add_typed("conversation", {"date": ["in 3 weeks"], "period_from": [since]})
    assert [problem.message for problem in act.problems] == wrong


def test_what_was_a_record_before_may_hold_any_day() -> None:
    """It may come from a computer whose clock was ahead; taking words in may not depend on that."""
    held = added("goal", title="Meten", created="2025-01-01T00:00:00Z", state="achieved", achieved_on="2026-01-01")
    assert held["achieved_on"] == "2026-01-01"


def test_what_a_later_version_says_of_a_pause_stays() -> None:
    goal = Life(state="paused", state_on="2025-03-01", pauses=[{"from": "2025-03-01", "why": "ill"}])
    goal.edited("2025-04-01", state="active")
    assert goal.values["pauses"] == [{"from": "2025-03-01", "until": "2025-04-01", "why": "ill"}]
    goal.edited(pauses=[{"from": "2025-03-01", "until": "2025-04-01"}, {"from": "2025-01-12", "until": "2025-01-14"}])
    assert goal.values["pauses"][0]["why"] == "ill"


def test_pauses_that_cannot_be_read_are_left_alone() -> None:
    goal = Life(state="paused", pauses="twice")
    goal.edited("2025-04-01", state="active")
    assert goal.said("pauses", "state_on") == ("twice", "2025-04-01")
    assert goal.record.damaged == ("pauses",)


def test_a_pause_that_one_computer_ended_is_ended() -> None:
    begun, ended = Pause(date(2025, 3, 1), None), Pause(date(2025, 3, 1), date(2025, 4, 1))
    assert merged((begun, ended)) == (ended,)
    again = Pause(date(2025, 5, 1), None)
    assert merged((again, ended, begun)) == (ended, again)
