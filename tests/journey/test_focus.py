"""One goal or one skill out of a portfolio: what belongs to it goes along, and nothing else."""

from __future__ import annotations

from hypothesis import given

from portfolio.journey.facts.focus import focused
from portfolio.records.goals import Goal
from portfolio.records.skills import Skill
from tests.builders import (
    a_conversation,
    a_feedback,
    a_goal,
    a_measure,
    a_milestone,
    a_person,
    a_profile,
    a_rating,
    a_reading,
    a_reflection,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    having,
)
from tests.strategies import WHOLE, Drawn, portfolios

SKILL, OTHER = a_skill("Faults"), a_skill("Listening")
PROOF = an_evidence("Job sheet")
GOAL, BESIDE = a_goal("Solve", skills=[SKILL]), a_goal("Plan", skills=[OTHER])
CONVERSATION, MEASURE = a_conversation(), a_measure(GOAL)
COMMON = (a_profile("Noor"), a_person("Ruud"))
OF_GOAL = (
    GOAL,
    SKILL,
    a_step(GOAL),
    MEASURE,
    a_reading(MEASURE, 3, "2025-03-01"),
    a_rating(SKILL, 2, "2025-03-01", evidence=[PROOF]),
    PROOF,
    a_reflection("2025-03-01", goals=[GOAL]),
    a_milestone(goals=[GOAL]),
    a_feedback("2025-03-01", goals=[GOAL]),
    CONVERSATION,
    an_agreement(CONVERSATION, goal=GOAL),
)
OF_SKILL = (a_reflection("2025-03-01", skills=[SKILL]), a_feedback("2025-03-01", skills=[SKILL]))
REST = (
    BESIDE,
    OTHER,
    a_step(BESIDE),
    a_rating(OTHER, 3, "2025-03-01"),
    a_reflection("2025-03-01"),
    a_milestone(goals=[BESIDE]),
    a_feedback("2025-03-01"),
    a_conversation(),
)
RECORDS = having(*COMMON, *OF_GOAL, *OF_SKILL, *REST)


def ids(identity: str) -> set[str]:
    return {record.id for record in focused(RECORDS, identity)}


def test_with_a_goal_go_its_skills_steps_measures_proof_and_what_is_linked_with_it() -> None:
    assert ids(GOAL.id) == {record.id for record in (*COMMON, *OF_GOAL)}


def test_with_a_skill_go_its_levels_and_the_goals_that_work_on_it() -> None:
    found = ids(SKILL.id)
    assert {record.id for record in (SKILL, GOAL, *OF_SKILL, PROOF)} <= found
    assert not found & {record.id for record in REST}


def test_what_is_no_goal_and_no_skill_leaves_everything() -> None:
    assert focused(RECORDS, PROOF.id) is RECORDS
    assert focused(RECORDS, "") is RECORDS
    assert focused(RECORDS, "gone") is RECORDS


@WHOLE
@given(portfolios())
def test_it_is_a_part_with_the_one_in_it_and_doing_it_twice_changes_nothing(one: Drawn) -> None:
    records = one.all()
    for record in (*records.of(Goal), *records.of(Skill)):
        part = focused(records, record.id)
        found = {r.id for r in part}
        assert record.id in found
        assert found <= {r.id for r in records}
        assert {r.id for r in focused(part, record.id)} == found
        assert len(part) == len(found)
