"""The lanes: which goals, which stretches, which marks; nothing but the records that are passed."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.lanes import Lanes, lanes
from portfolio.records.pauses import Pause
from portfolio.records.record import Record
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
    an_evidence,
    having,
    whole_years,
)

YEAR = the_year_up_to(TODAY)


def seen(*records: Record, period: Period = YEAR) -> Lanes:
    return lanes(having(*records), period, TODAY)


def test_nothing_gives_an_empty_view_without_a_future() -> None:
    view = seen()
    assert view.is_empty
    assert view.ahead == YEAR.until


def test_an_active_goal_runs_to_today_and_then_to_its_check_date() -> None:
    (lane,) = seen(a_goal(start="2025-03-01", due="2026-01-20")).goals
    assert [(s.since, s.until, s.state) for s in lane.spans] == [
        (date(2025, 3, 1), TODAY, "active"),
        (TODAY, date(2026, 1, 20), "ahead"),
    ]
    assert [(m.kind, m.date) for m in lane.marks] == [("start", date(2025, 3, 1)), ("target", date(2026, 1, 20))]


def test_the_axis_looks_ahead_no_further_than_it_needs() -> None:
    assert seen(a_goal(due="2026-01-05")).ahead == date(2026, 1, 15)
    assert seen(a_goal(due="2026-02-20")).ahead == date(2026, 2, 20)
    far = seen(a_goal(due="2030-01-01"))
    assert far.ahead == date(2026, 1, 15)
    assert [m.beyond for m in far.goals[0].marks] == [False, True]


def test_a_short_period_looks_ahead_a_week_or_up_to_a_plan_of_this_month() -> None:
    month = Period(date(2025, 11, 18), TODAY)
    assert seen(a_goal(start="2025-11-20", due="2030-01-01"), period=month).ahead == date(2025, 12, 22)
    assert seen(a_goal(start="2025-11-20", due="2026-01-12"), period=month).ahead == date(2026, 1, 12)
    four_weeks = Period(TODAY, date(2026, 1, 11))
    assert seen(a_goal(start=TODAY, due="2026-01-05"), period=four_weeks).ahead == date(2026, 1, 11)


def test_a_period_in_the_past_has_no_future() -> None:
    view = seen(a_goal(start="2024-03-01", due="2026-02-01"), period=whole_years(2024))
    assert view.ahead == date(2024, 12, 31)
    assert view.goals[0].spans[0].until == date(2024, 12, 31)


def test_a_goal_that_ended_before_the_period_has_no_lane() -> None:
    assert not seen(a_goal(start="2023-01-01", state="achieved", achieved_on="2024-12-15")).goals
    assert seen(a_goal(start="2023-01-01", state="achieved", achieved_on="2024-12-16")).goals


def test_a_pause_begins_on_its_day_and_stays_after_the_goal_went_on() -> None:
    pauses = (Pause(date(2025, 3, 20), date(2025, 4, 1)),)
    goal = a_goal(start="2025-03-01", state="paused", state_reason="Too busy.", state_on="2025-08-01", pauses=pauses)
    (lane,) = seen(goal, a_reflection("2025-06-20", goals=[goal])).goals
    assert [(s.state, s.since.isoformat(), s.until.isoformat()) for s in lane.spans] == [
        ("active", "2025-03-01", "2025-03-20"),
        ("paused", "2025-03-20", "2025-04-01"),
        ("active", "2025-04-01", "2025-08-01"),
        ("paused", "2025-08-01", "2025-12-15"),
    ]
    assert [m.kind for m in lane.marks] == ["start", "paused", "resumed", "paused"]
    assert lane.reason == "Too busy."


@pytest.mark.parametrize("state", ["paused", "dropped", "achieved"])
def test_without_its_day_a_lane_is_open_after_the_last_activity_and_no_day_is_invented(state: str) -> None:
    goal = a_goal(start="2025-03-01", state=state)
    view = seen(goal, a_step(goal, done_on="2025-05-05"))
    (lane,) = view.goals
    assert [(s.state, s.since) for s in lane.spans] == [("active", date(2025, 3, 1)), ("unknown", date(2025, 5, 5))]
    assert sorted(m.kind for m in lane.marks) == ["start", "step"]
    assert lane.undated
    assert view.finding.undated == 1


def test_a_pause_that_turns_out_to_have_begun_earlier_takes_in_the_shorter_ones() -> None:
    shorter = (Pause(date(2025, 8, 1), date(2025, 8, 1)), Pause(date(2025, 9, 1), date(2025, 10, 1)))
    goal = a_goal(start="2025-03-01", state="paused", state_on="2025-06-01", pauses=shorter)
    resumed = a_goal(start="2025-03-01", pauses=(*shorter, Pause(date(2025, 6, 1), date(2025, 11, 1))))
    assert [(s.state, s.since, s.until) for s in seen(goal).goals[0].spans] == [
        ("active", date(2025, 3, 1), date(2025, 6, 1)),
        ("paused", date(2025, 6, 1), TODAY),
    ]
    assert [m.kind for m in seen(goal).goals[0].marks] == ["start", "paused"]
    assert [m.kind for m in seen(resumed).goals[0].marks] == ["start", "paused", "resumed"]


def test_a_dropped_goal_ends_on_its_day() -> None:
    goal = a_goal(start="2025-03-01", state="dropped", state_on="2025-09-30")
    (lane,) = seen(goal, a_step(goal, done_on="2025-05-05")).goals
    assert lane.spans[-1].until == date(2025, 9, 30)
    assert sorted(m.kind for m in lane.marks) == ["dropped", "start", "step"]


def test_a_period_that_is_over_is_told_as_it_stood_at_its_end() -> None:
    goals = [
        a_goal("A", "2024-02-01", state="achieved", achieved_on="2024-09-20"),
        a_goal("B", "2024-02-01", state="paused", state_on="2025-03-01"),
        a_goal("C", "2024-02-01", pauses=(Pause(date(2024, 6, 1), date(2024, 8, 1)),)),
    ]
    finding = seen(*goals, period=Period(date(2023, 12, 1), date(2024, 6, 30))).finding
    assert (finding.reached, finding.running, finding.paused) == (0, 2, 1)
    assert [g.state for g in seen(*goals, period=whole_years(2024)).goals] == ["achieved", "active", "active"]


def test_an_idea_is_planned_from_its_start_and_has_no_start_mark() -> None:
    (lane,) = seen(a_goal(state="idea", start=TODAY, due="2026-01-10")).goals
    assert [(s.state, s.until) for s in lane.spans] == [("planned", date(2026, 1, 10))]
    assert [m.kind for m in lane.marks] == ["target"]


def test_a_skill_stands_below_the_first_goal_that_works_on_it_and_nowhere_else() -> None:
    skill, other = a_skill("Explaining"), a_skill("Writing")
    first, second = a_goal("One", skills=[skill]), a_goal("Two", "2025-02-01", skills=[skill])
    view = seen(skill, other, first, second, a_rating(skill, 1, "2025-01-20"), a_rating(other, 2, "2025-01-20"))
    assert [[s.title for s in goal.skills] for goal in view.goals] == [["Explaining"], []]
    assert [s.title for s in view.skills] == ["Writing"]


def test_a_level_up_is_marked_on_every_goal_of_the_skill_while_that_ran() -> None:
    skill = a_skill()
    running = a_goal("Running", "2025-01-13", skills=[skill])
    ended = a_goal("Ended", "2025-01-13", skills=[skill], state="achieved", achieved_on="2025-03-01")
    view = seen(skill, running, ended, a_rating(skill, 1, "2025-01-14"), a_rating(skill, 2, "2025-06-27"))
    marks = {goal.title: [(m.kind, m.before, m.level) for m in goal.marks if m.level] for goal in view.goals}
    assert marks == {"Running": [("up", 1, 2)], "Ended": []}


def test_a_drop_is_a_mark_like_a_rise() -> None:
    skill = a_skill()
    goal = a_goal(skills=[skill])
    (lane,) = seen(skill, goal, a_rating(skill, 3, "2025-02-01"), a_rating(skill, 2, "2025-03-01")).goals
    assert [m.kind for m in lane.marks] == ["start", "down"]


def test_steps_begin_with_the_level_that_held_when_the_period_began() -> None:
    skill = a_skill(on="2020-01-01")
    ratings = [a_rating(skill, n, d) for n, d in ((1, "2023-01-01"), (2, "2024-05-01"), (3, "2025-05-01"))]
    (lane,) = seen(skill, *ratings).skills
    assert [(s.level, s.date.year) for s in lane.steps] == [(2, 2024), (3, 2025)]
    assert [(s.position, s.top) for s in lane.steps] == [(2, 5), (3, 5)]


def test_a_confirmed_level_is_no_new_step() -> None:
    skill = a_skill()
    (lane,) = seen(skill, a_rating(skill, 2, "2025-02-01"), a_rating(skill, 2, "2025-04-01")).skills
    assert len(lane.steps) == 1


def test_what_others_say_is_a_mark_of_its_own_and_no_step() -> None:
    skill, boss = a_skill(), a_person(role="manager")
    (lane,) = seen(skill, boss, a_rating(skill, 2, "2025-02-01"), a_rating(skill, 3, "2025-03-01", rater=boss)).skills
    assert [s.level for s in lane.steps] == [2]
    assert [(m.kind, m.level, m.who.role if m.who else None) for m in lane.others] == [("other", 3, "manager")]


def test_moments_without_a_goal_of_the_picture_get_a_lane_of_their_own() -> None:
    old = a_goal(start="2020-01-01", state="achieved", achieved_on="2020-06-01")
    view = seen(old, a_milestone(goals=[old]), a_reflection("2025-05-01", "success"), an_evidence(sort="certificate"))
    assert [m.kind for m in view.moments] == ["story", "certificate", "milestone"]


def test_conversations_and_feedback_have_lanes_and_a_planned_conversation_lies_ahead() -> None:
    view = seen(
        a_conversation("2025-02-12"),
        a_conversation("2026-01-10", state="preparing"),
        a_feedback("2025-03-01", sort="tip"),
        a_feedback("2025-04-01", sort=None),
    )
    assert [m.date for m in view.conversations] == [date(2025, 2, 12), date(2026, 1, 10)]
    assert view.ahead >= date(2026, 1, 10)
    assert [m.kind for m in view.feedback] == ["tip", "feedback"]


def test_the_finding_counts_only_goals_that_began() -> None:
    view = seen(
        a_goal("A", state="achieved", achieved_on="2025-05-01"),
        a_goal("B"),
        a_goal("C", state="paused"),
        a_goal("D", state="idea", start="2026-01-10", on="2025-12-01"),
    )
    found = view.finding
    assert (found.reached, found.running, found.paused) == (1, 1, 1)


def test_the_turning_point_is_a_story_of_a_goal_before_any_other_story() -> None:
    goal = a_goal()
    early = a_reflection("2025-02-01", "success", "Early")
    late = a_reflection(
        "2025-05-20", "starr", answers={"s": "There it stood."}, goals=[goal], title="First fault alone"
    )
    turning = seen(goal, early, late, a_milestone()).finding.turning
    assert turning is not None
    assert turning.text == "First fault alone"


def test_marks_stand_in_order_of_time() -> None:
    goal = a_goal(due="2026-01-01")
    stones = [a_milestone(f"M{n}", f"2025-{n:02d}-01", goals=[goal]) for n in (9, 3, 11, 5)]
    (lane,) = seen(goal, *stones).goals
    assert [m.date for m in lane.marks] == sorted(m.date for m in lane.marks)
