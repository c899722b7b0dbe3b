"""The other views: skill, goals, timeline, evidence, forms and rhythm, each on a few records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portfolio.journey.facts.findings import EvidenceFinding, FormsFinding, GoalsFinding, RhythmFinding
from portfolio.journey.facts.period import Period, the_year_up_to
from portfolio.journey.views.evidence import Check, coverage
from portfolio.journey.views.forms import forms
from portfolio.journey.views.goals import goals
from portfolio.journey.views.rhythm import rhythm
from portfolio.journey.views.skill import skill_view
from portfolio.journey.views.timeline import timeline
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_measure,
    a_milestone,
    a_person,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
    whole_years,
)

YEAR = the_year_up_to(TODAY)


# --- one skill ---


def test_with_two_ratings_there_is_no_line_yet() -> None:
    skill = a_skill()
    records = [skill, a_rating(skill, 1, "2025-02-01"), a_rating(skill, 2, "2025-05-01")]
    few = skill_view(having(*records), YEAR, TODAY, skill.id)
    assert few is not None
    assert not few.line
    assert few.finding.few
    more = skill_view(having(*records, a_rating(skill, 3, "2025-11-02")), YEAR, TODAY, skill.id)
    assert more is not None
    assert more.line
    assert (more.finding.first, more.finding.now, more.finding.months, more.finding.direction) == (1, 3, 9, 1)


def test_the_course_keeps_reasons_as_typed_and_names_the_evidence_that_exists() -> None:
    skill, proof = a_skill(), an_evidence("Sheet")
    rating = a_rating(skill, 2, "2025-05-01", reason="three faults\nRuud watched", evidence=[proof, "gone"])
    view = skill_view(having(skill, proof, rating), YEAR, TODAY, skill.id)
    assert view is not None
    assert view.points[0].reason == "three faults\nRuud watched"
    assert view.evidence == ((proof.id, "Sheet"),)


def test_an_unknown_skill_has_no_course() -> None:
    assert skill_view(having(), YEAR, TODAY, "gone") is None


# --- goals ---


def test_a_goal_says_its_steps_and_when_something_last_happened() -> None:
    goal = a_goal(due="2026-02-01")
    steps = [a_step(goal, done_on="2025-02-01"), a_step(goal), a_step(goal, done_on="2026-05-01")]
    (row,) = goals(having(goal, *steps, a_reflection("2025-12-01", goals=[goal])), YEAR, TODAY).goals
    assert (row.steps_done, row.steps_total, row.last_activity, row.due) == (
        1,
        3,
        date(2025, 12, 1),
        date(2026, 2, 1),
    )


@pytest.mark.parametrize(("days", "quiet"), [(29, False), (30, True)])
def test_an_active_goal_is_quiet_after_thirty_days(days: int, quiet: bool) -> None:
    goal = a_goal()
    seen = goals(having(goal, a_reflection(TODAY - timedelta(days=days), goals=[goal])), YEAR, TODAY)
    assert seen.goals[0].quiet is quiet
    assert seen.finding.quiet_title == (goal.title if quiet else None)


def test_a_paused_goal_is_never_called_quiet() -> None:
    assert not goals(having(a_goal(state="paused")), YEAR, TODAY).goals[0].quiet


def test_goals_stand_by_state_and_their_finding_counts_each() -> None:
    states = ["dropped", "achieved", "idea", "paused", "active"]
    view = goals(having(*(a_goal(state, state=state) for state in states)), YEAR, TODAY)
    assert [g.state for g in view.goals] == ["active", "paused", "idea", "achieved", "dropped"]
    assert view.finding == GoalsFinding(1, 1, 1, 1, 1, 1, "active", undated=3)


def test_a_measure_has_its_readings_up_to_today_in_order() -> None:
    goal = a_goal()
    measure = a_measure(goal, start=0, target=5)
    readings = [a_reading(measure, v, d) for v, d in ((3, "2025-06-01"), (1, "2025-02-01"), (9, "2026-01-01"))]
    (course,) = goals(having(goal, measure, *readings), YEAR, TODAY).goals[0].measures
    assert [value for _day, value in course.readings] == [1, 3]


# --- timeline ---


def test_a_milestone_on_the_day_its_goal_was_achieved_appears_once() -> None:
    goal = a_goal(state="achieved", achieved_on="2025-04-22")
    stone = a_milestone("Certificate", "2025-04-22", source="goal", goals=[goal])
    kinds = [m.kind for month in timeline(having(goal, stone), YEAR, TODAY).months for m in month.moments]
    assert kinds == ["goal_started", "goal_reached"]


def test_milestones_for_a_level_and_a_certificate_of_the_same_day_appear_once() -> None:
    skill = a_skill()
    view = timeline(
        having(
            skill,
            a_rating(skill, 1, "2025-02-01"),
            a_rating(skill, 2, "2025-05-01"),
            a_milestone("Level 2", "2025-05-01", source="level", skills=[skill]),
            an_evidence("Card", "2025-06-01", sort="certificate"),
            a_milestone("Card", "2025-06-01", source="certificate"),
            a_milestone("Something else", "2025-06-01"),
        ),
        YEAR,
        TODAY,
    )
    assert [m.kind for month in view.months for m in month.moments] == [
        "level_first",
        "level_up",
        "certificate",
        "milestone",
    ]


def test_a_conversation_brings_its_agreements() -> None:
    boss = a_person()
    conversation = a_conversation(with_=boss)
    view = timeline(
        having(boss, conversation, an_agreement(conversation, "A"), an_agreement(conversation, "B")), YEAR, TODAY
    )
    (moment,) = view.months[0].moments
    assert moment.agreements == ("A", "B")
    assert moment.who is not None


def test_entries_and_feedback_are_moments_of_the_own_timeline_only() -> None:
    said = a_feedback("2025-05-02")
    story = a_reflection("2025-03-01").but(template="starr", answers={"situation": "S"})
    records = having(a_reflection("2025-05-01"), said, story)
    assert [m.kind for month in timeline(records, YEAR, TODAY).months for m in month.moments] == ["story"]
    mine = timeline(records, YEAR, TODAY, own=True)
    assert [m.kind for month in mine.months for m in month.moments] == ["story", "entry", "top"]
    assert mine.finding.moments == 3


def test_quiet_months_are_given_only_when_asked() -> None:
    records = having(a_goal(), a_reflection("2025-01-13"), a_reflection("2025-06-02"), a_reflection("2025-11-30"))
    assert not any(m.quiet for m in timeline(records, YEAR, TODAY).months)
    asked = timeline(records, YEAR, TODAY, quiet=True)
    assert [m.month for m in asked.months if m.quiet] == [2, 3, 4, 5, 7, 8, 9, 10]


# --- evidence ---


def states(*checks: Check) -> str:
    return "".join({"ok": "v", "look": "?", "missing": "-"}[c.state] for c in checks)


def test_without_evidence_every_question_is_open_for_one_reason() -> None:
    (row,) = coverage(having(a_skill()), YEAR, TODAY).skills
    assert states(*row.checks) == "-----"
    assert {c.reason for c in row.checks} == {"none"}


def test_whole_evidence_for_an_independent_level_is_in_order() -> None:
    skill = a_skill()
    proofs = [
        an_evidence(f"E{n}", skills=[skill], context=place, shows="x", own_part="y")
        for n, place in enumerate(("site", "school"))
    ]
    view = coverage(having(skill, a_rating(skill, 3, "2025-05-01"), *proofs), YEAR, TODAY)
    assert states(*view.skills[0].checks) == "vvvvv"
    assert view.finding == EvidenceFinding(of=1, proven=1, next=None, enough=1)


def test_only_of_several_pieces_it_is_said_that_they_are_from_one_situation() -> None:
    skill = a_skill()
    proofs = [an_evidence(f"E{n}", skills=[skill], context="site") for n in range(2)]
    for some, reason in ((proofs[:1], "one_more"), (proofs, "one_situation")):
        (row,) = coverage(having(skill, a_rating(skill, 3, "2025-05-01"), *some), YEAR, TODAY).skills
        assert row.checks[0].reason == reason


def test_each_question_names_what_to_mend() -> None:
    skill = a_skill()
    old = an_evidence("Old", "2019-01-01", skills=[skill])
    (row,) = coverage(having(skill, a_rating(skill, 3, "2025-05-01"), old), YEAR, TODAY).skills
    assert [c.reason for c in row.checks] == ["one_more", "says_little", "own_part", "old", "one_more"]
    assert states(*row.checks) == "----?"


def test_confirmed_by_someone_counts_as_authentic_and_half_is_worth_a_look() -> None:
    skill, boss = a_skill(), a_person()
    proofs = [an_evidence("A", skills=[skill], confirmed_by=boss), an_evidence("B", skills=[skill])]
    (row,) = coverage(having(skill, boss, *proofs), YEAR, TODAY).skills
    assert (row.checks[2].state, row.checks[2].reason) == ("look", "own_part")


@pytest.mark.parametrize(
    ("made_on", "state"),
    [("2023-12-15", "ok"), ("2023-12-14", "look"), ("2020-12-15", "look"), ("2020-12-14", "missing")],
)
def test_evidence_ages_after_two_and_after_five_years(made_on: str, state: str) -> None:
    skill = a_skill()
    (row,) = coverage(having(skill, an_evidence(on=made_on, skills=[skill])), YEAR, TODAY).skills
    assert row.checks[3].state == state


# --- forms ---


def test_forms_count_times_lessons_and_minutes() -> None:
    records = [
        a_reflection("2025-02-01", "log", answers={"what": "x", "learned": "y"}, form="shadowing", minutes=30),
        a_reflection("2025-02-02", "log", answers={"what": "x", "learned": "  "}, form="shadowing", minutes=15),
        a_reflection("2025-02-03", form="doing"),
        a_reflection("2025-02-04"),
    ]
    view = forms(having(*records), YEAR, TODAY)
    assert [(f.form, f.times, f.lessons, f.minutes) for f in view.forms] == [
        ("shadowing", 2, 1, 45),
        ("doing", 1, 0, None),
    ]


def test_a_form_that_often_gave_a_lesson_is_named_beside_the_one_used_most() -> None:
    often = [a_reflection("2025-02-01", form="doing") for _n in range(9)]
    rich = [a_reflection("2025-02-01", "log", answers={"learned": "y"}, form="shadowing") for _n in range(3)]
    assert forms(having(*often, *rich), YEAR, TODAY).finding == FormsFinding("doing", "shadowing")


def test_two_uses_are_too_few_to_say_anything_about_a_form() -> None:
    rich = [a_reflection("2025-02-01", "log", answers={"learned": "y"}, form="shadowing") for _n in range(2)]
    often = [a_reflection("2025-02-01", form="doing") for _n in range(3)]
    assert forms(having(*rich, *often), YEAR, TODAY).finding.fruitful is None


# --- rhythm ---


def test_every_reflection_of_the_period_lies_in_one_week() -> None:
    days = [date(2025, 1, 1) + timedelta(days=n * 3) for n in range(110)]
    view = rhythm(having(*(a_reflection(d) for d in days)), whole_years(2025), TODAY)
    assert sum(w.written for m in view.months for w in m.weeks) == sum(d <= TODAY for d in days)


def test_a_week_belongs_to_the_month_and_the_year_of_its_thursday() -> None:
    view = rhythm(having(a_reflection("2024-12-31")), Period(date(2024, 12, 30), date(2025, 1, 5)), TODAY)
    assert [(m.year, m.month, [w.written for w in m.weeks]) for m in view.months] == [(2025, 1, [1])]


def test_three_quiet_weeks_are_one_stretch_and_two_are_none() -> None:
    mondays = [date(2025, 1, 6) + timedelta(weeks=n) for n in range(10)]
    three = [a_reflection(m) for n, m in enumerate(mondays) if n not in (3, 4, 5)]
    found = rhythm(having(*three), Period(mondays[0], date(2025, 3, 16)), date(2025, 3, 16)).finding
    assert found == RhythmFinding(7, ((mondays[3], mondays[5] + timedelta(days=6)),), True, latest=mondays[-1], weeks=7)
    two = [a_reflection(m) for n, m in enumerate(mondays) if n not in (3, 4)]
    assert not rhythm(having(*two), Period(mondays[0], date(2025, 3, 16)), date(2025, 3, 16)).finding.quiet


def test_the_weeks_before_the_first_note_and_the_week_that_still_runs_are_not_quiet() -> None:
    first = date(2025, 12, 1)
    found = rhythm(having(a_reflection(first)), YEAR, TODAY).finding
    assert (found.written, found.quiet, found.begun) == (1, (), date(2025, 12, 1))
    assert found.latest is not None
