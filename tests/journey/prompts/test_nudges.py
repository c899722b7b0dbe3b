"""At most one quiet thing to look at; what was put away never comes back; nothing is counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from portfolio.journey.prompts.nudges import SORTS, Nudge, nudge
from portfolio.journey.prompts.proposals import Proposal, proposal
from portfolio.records.collection import Records
from portfolio.records.goals import Goal
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.persons import Profile
from portfolio.records.record import Record
from portfolio.wording import Words
from portfolio.wording.nudges import NUDGES, nudge_line
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_milestone,
    a_profile,
    a_rating,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
)
from tests.strategies import WHOLE, Drawn, portfolios

RECENT = TODAY - timedelta(days=5)
CONVERSATION = a_conversation(on="2025-12-01")


def found(*records: Record) -> tuple[str, str] | None:
    """Sort of the nudge and the id it is about."""
    one = nudge(having(*records), TODAY)
    return (one.sort, one.about) if one else None


def a_sound_goal(title: str = "G", start: str = "2025-12-01", **values: Any) -> Goal:
    """A goal that asks for nothing: it has a sign and something happened lately."""
    return a_goal(title, start, **{"sign": "A colleague sees it", **values})


def test_a_portfolio_without_anything_to_do_has_no_nudge() -> None:
    assert found() is None
    assert found(a_sound_goal(), a_profile(), a_reflection(RECENT)) is None


def test_an_agreement_past_its_date_comes_first_the_longest_past_before_the_others() -> None:
    goal = a_goal(sign=None)
    late = an_agreement(CONVERSATION, due=TODAY - timedelta(days=2))
    later = an_agreement(CONVERSATION, check_on=TODAY - timedelta(days=9), state="in_progress")
    assert found(goal, CONVERSATION, late, later) == ("past", later.id)
    assert found(a_sound_goal(), an_agreement(CONVERSATION, due=TODAY)) is None
    assert found(a_sound_goal(), an_agreement(CONVERSATION, due=RECENT, state="done")) is None
    assert found(a_sound_goal(), an_agreement(CONVERSATION, due=TODAY, check_on=RECENT)) is None, (
        "its day is still to come"
    )


def test_an_active_goal_without_a_sign_of_success() -> None:
    goal = a_sound_goal(sign=" ")
    assert found(goal) == ("sign", goal.id)
    assert found(a_sound_goal(sign=None, state="idea")) is None
    assert found(a_sound_goal(sign=None, on=TODAY - timedelta(days=6))) is None, "a new goal is left alone"


def test_a_fourth_active_goal_asks_whether_one_may_rest() -> None:
    goals = [a_sound_goal(str(n), start=f"2025-12-0{n}") for n in range(1, 5)]
    assert found(*goals[:3]) is None
    assert found(*goals) == ("pause", goals[0].id)
    assert found(*goals, a_reflection(RECENT, goals=[goals[0]])) == ("pause", goals[1].id)


def test_three_weekly_reviews_with_little_energy_ask_the_same() -> None:
    goal = a_sound_goal()
    weeks = [a_reflection(f"2025-11-{day}", "week", energy=2) for day in ("14", "21", "28")]
    assert found(goal, *weeks) == ("pause", goal.id)
    assert found(goal, *weeks[:2]) is None
    assert found(goal, *weeks, a_reflection("2025-12-05", "week", energy=4)) is None
    assert found(goal, *weeks[:2], a_reflection("2025-11-28", "week")) is None, "a week without a number says nothing"


def test_a_training_of_which_nothing_was_used_yet() -> None:
    skill = a_skill()
    training = a_reflection("2025-11-28", form="training", skills=[skill])
    seen = a_feedback("2025-11-27", skills=[skill])
    assert found(skill, training, seen) == ("use", training.id)
    assert found(skill, training, seen, a_reflection("2025-12-05", skills=[skill], form="doing")) is None
    assert found(skill, training, seen, a_reflection("2025-12-05", skills=[skill], form="training")) is not None
    assert found(skill, training, seen, an_evidence(on="2025-12-05", skills=[skill])) is None
    assert found(skill, seen, a_reflection("2025-12-05", form="training", skills=[skill])) is None, "two weeks' time"
    assert found(skill, a_reflection("2025-11-28", form="training")) is None, "linked with nothing, it tells nothing"


def test_a_skill_that_is_written_about_and_that_nobody_has_seen() -> None:
    skill = a_skill()
    note = a_reflection(RECENT, skills=[skill])
    assert found(skill, note) == ("seen", skill.id)
    assert found(skill, note, a_feedback("2025-11-01", skills=[skill])) is None
    assert found(skill, note, a_rating(skill, 2, "2025-11-01", rater="someone")) is None
    assert found(skill, note, a_rating(skill, 2, "2025-11-01")) is not None
    assert found(skill) is None


def test_a_goal_of_which_nothing_was_raised_for_a_quarter() -> None:
    goal = a_sound_goal(start="2025-08-01")
    busy = a_reflection(RECENT, goals=[goal])
    assert found(goal, busy) == ("raise", goal.id)
    assert found(goal, busy, a_reflection(RECENT, discuss=True)) is None
    assert found(goal, busy, an_agreement(CONVERSATION, due=TODAY + timedelta(days=20))) is None


def test_a_goal_that_has_been_quiet() -> None:
    goal = a_sound_goal(start="2025-10-01")
    assert found(goal, a_reflection(RECENT, discuss=True)) == ("quiet", goal.id)
    assert found(goal, a_reflection(RECENT, discuss=True), a_step(goal, on=RECENT)) is None


def put_away(records: Records, key: str) -> Records:
    """The same portfolio after this key was put away for good."""
    profile = next(iter(records.of(Profile)), a_profile())
    kept = profile.but(dismissed=(*profile.dismissed, key))
    return having(kept, *(r for r in records if r.id != PROFILE_ID))


@pytest.mark.parametrize("find", [lambda r: nudge(r, TODAY), lambda r: proposal(r, TODAY)])
@given(drawn=portfolios())
@WHOLE
def test_there_is_at_most_one_and_what_was_put_away_never_returns(
    find: Callable[[Records], Nudge | Proposal | None], drawn: Drawn
) -> None:
    records, away = drawn.all(), set[str]()
    while (one := find(records)) is not None:
        assert find(records) == one, "the same records give the same one"
        assert one.key not in away
        if isinstance(one, Nudge):
            assert records.get(one.about) is not None
        away.add(one.key)
        records = put_away(records, one.key)
        assert len(away) <= 2 * len(drawn.records)


def test_every_sort_has_its_line_in_both_languages_and_none_counts() -> None:
    assert set(NUDGES) == set(SORTS)
    for language in (Words("nl"), Words("en")):
        lines = [nudge_line(sort, language) for sort in SORTS]
        assert len(set(lines)) == len(SORTS)
        assert not [line for line in lines if re.search(r"\d|\{", line)]


def proposed(*records: Record) -> tuple[str, str, str] | None:
    """Source, day and title of the milestone that could be made."""
    one = proposal(having(*records), TODAY)
    return (one.source, one.date.isoformat(), one.title) if one else None


def test_a_goal_achieved_may_become_a_milestone_once() -> None:
    goal = a_goal("G", state="achieved", achieved_on="2025-10-01")
    assert proposed(goal) == ("goal", "2025-10-01", "G")
    assert proposed(goal, a_milestone("M", "2025-10-01", source="goal", goals=[goal])) is None
    assert proposed(goal, a_milestone("M", "2025-05-01", source="manual", goals=[goal])) is not None
    assert proposed(a_goal("G", state="active")) is None
    assert proposed(a_goal("G", start="2020-01-01", state="achieved", achieved_on="2020-10-01")) is None


def test_reaching_independence_may_become_a_milestone_when_it_was_reached_on_the_way() -> None:
    skill = a_skill("S")
    first, third, fourth = (a_rating(skill, n, f"2025-0{n}-01") for n in (1, 3, 4))
    assert proposed(skill, first, third, fourth) == ("level", "2025-03-01", "S")
    assert proposed(skill, third, fourth) is None, "who began there did not reach it here"
    assert proposed(skill, first, a_rating(skill, 3, "2025-03-01", rater="someone")) is None
    assert proposed(skill, first, third, a_milestone("M", "2025-03-02", source="level", skills=[skill])) is None
    language = a_skill("L", scale="cefr")
    assert proposed(language, a_rating(language, "A1", "2025-01-01"), a_rating(language, "C2", "2025-03-01")) is None


def test_a_certificate_may_become_a_milestone() -> None:
    proof = an_evidence("C", "2025-05-20", sort="certificate")
    assert proposed(proof) == ("certificate", "2025-05-20", "C")
    assert proposed(proof, a_milestone("C", "2025-05-20", source="certificate")) is None
    assert proposed(an_evidence("E", sort="story")) is None
    future = an_evidence("C", TODAY + timedelta(days=1), sort="certificate")
    assert proposed(future) is None
