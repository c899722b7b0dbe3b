"""The lanes of an earlier day: every lane is there, and nothing of what came later."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.facts.marks import GoalLane, SkillLane
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.as_of import as_of, days_to_play
from portfolio.journey.views.lanes import Lanes, lanes
from portfolio.pictures import draw
from portfolio.wording import Words
from tests.builders import TODAY, a_conversation, a_goal, a_milestone, a_rating, a_skill, having
from tests.strategies import WHOLE, Drawn, portfolios

YEAR = the_year_up_to(TODAY)


def days(view: Lanes) -> list[date]:
    """Every day that something is drawn on."""

    def of(lane: GoalLane | SkillLane) -> list[date]:
        if isinstance(lane, SkillLane):
            return [*(s.date for s in lane.steps), *(m.date for m in lane.others)]
        own = [*(m.date for m in lane.marks), *(s.until for s in lane.spans)]
        return own + [day for skill in lane.skills for day in of(skill)]

    beside = [m.date for marks in (view.moments, view.conversations, view.feedback) for m in marks]
    lanes_there: list[GoalLane | SkillLane] = [*view.goals, *view.skills]
    return beside + [day for lane in lanes_there for day in of(lane)]


@WHOLE
@given(portfolios(), st.integers(0, 364))
def test_nothing_later_is_left_and_every_lane_stays(one: Drawn, ago: int) -> None:
    view, day = lanes(one.all(), YEAR, TODAY), TODAY - timedelta(days=ago)
    earlier = as_of(view, day)
    assert all(found <= day for found in days(earlier))
    assert [g.id for g in earlier.goals] == [g.id for g in view.goals]
    assert [s.id for s in earlier.skills] == [s.id for s in view.skills]
    assert earlier.today == day


@WHOLE
@given(portfolios(), st.integers(0, 364), st.integers(40, 140))
def test_a_frame_is_as_large_as_the_whole_picture_and_its_marks_stand_where_they_will(
    one: Drawn, ago: int, width: int
) -> None:
    view, words = lanes(one.all(), YEAR, TODAY), Words("en")
    whole = draw(view, width=width, _=words)
    frame = draw(view, width=width, _=words, upto=TODAY - timedelta(days=ago))
    assert len(frame.body) == len(whole.body)
    standing = {(p.row, p.column, identity) for p in whole.places for identity in p.ids}
    lane = {goal.id for goal in view.goals}  # a goal on which nothing happened yet can be stood on where it begins
    now = {(p.row, p.column, identity) for p in frame.places for identity in p.ids if identity not in lane}
    assert now <= standing


def test_a_year_is_played_month_by_month_and_ends_where_it_ends() -> None:
    found = days_to_play(YEAR, TODAY, 24)
    assert (found[0], found[1], found[-1]) == (date(2024, 12, 31), date(2025, 1, 31), TODAY)
    assert len(found) == 13
    assert list(found) == sorted(set(found))


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(0, 9000), st.integers(1, 30))
def test_any_period_is_played_in_order_in_a_few_frames(since: date, length: int, most: int) -> None:
    period = Period(since, since + timedelta(days=length))
    found = days_to_play(period, period.until, most)
    assert list(found) == sorted(set(found))
    assert len(found) <= most + 1
    assert found[-1] == period.until
    assert all(period.contains(day) for day in found)


def test_a_goal_that_was_reached_later_runs_until_then() -> None:
    skill = a_skill("Faults")
    goal = a_goal("Solve", "2025-02-01", state="achieved", achieved_on="2025-06-01", skills=[skill])
    records = having(goal, skill, a_rating(skill, 2, "2025-08-01"), a_milestone(on="2025-09-01"), a_conversation())
    view = lanes(records, YEAR, TODAY)
    assert as_of(view, date(2025, 5, 1)).goals[0].state == "active"
    assert as_of(view, date(2025, 7, 1)).goals[0].state == "achieved"
    assert as_of(view, date(2025, 7, 1)).goals[0].skills[0].steps == ()
    assert as_of(view, TODAY) == view
