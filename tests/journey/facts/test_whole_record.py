"""What hangs together with a record, and its history by day."""

from __future__ import annotations

from datetime import date

from portfolio.journey.facts.people import Who
from portfolio.journey.facts.whole_record import (
    LevelByDay,
    StateByDay,
    goal_history,
    skill_history,
    whole_related,
)
from portfolio.records.goals import Goal
from portfolio.records.pauses import Pause
from tests.builders import (
    TODAY,
    a_conversation,
    a_feedback,
    a_goal,
    a_measure,
    a_need,
    a_person,
    a_rating,
    a_reading,
    a_skill,
    a_step,
    an_agreement,
    an_evidence,
    day,
    having,
)


def history(goal: Goal) -> list[tuple[str, ...]]:
    """The states of a goal with their days as text; a day that is not known is empty."""
    known = goal_history(goal, having(goal), TODAY)
    return [(each.state, *(str(d) if d else "" for d in (each.since, each.until))) for each in known]


def test_a_goal_that_was_paused_and_taken_up_again() -> None:
    goal = a_goal(start="2025-03-10", state_on="2025-09-02", pauses=[Pause(day("2025-07-01"), day("2025-09-02"))])
    assert history(goal) == [
        ("active", "2025-03-10", "2025-07-01"),
        ("paused", "2025-07-01", "2025-09-02"),
        ("active", "2025-09-02", ""),
    ]


def test_a_goal_that_is_paused_now() -> None:
    goal = a_goal(start="2025-03-10", state="paused", state_on="2025-09-02", state_reason="Busy")
    assert history(goal) == [("active", "2025-03-10", "2025-09-02"), ("paused", "2025-09-02", "")]
    assert goal_history(goal, having(goal), TODAY)[-1].reason == "Busy"


def test_a_goal_that_ended_begins_later_or_was_only_an_idea() -> None:
    achieved = a_goal(start="2025-02-03", state="achieved", achieved_on="2025-04-22", state_on="2025-04-22")
    assert history(achieved) == [("active", "2025-02-03", "2025-04-22"), ("achieved", "2025-04-22", "")]
    planned = a_goal(start="2026-02-03", on="2025-12-01", state_on="2025-12-01")
    assert history(planned)[-1][0] == "planned"
    idea = a_goal(start=None, on="2025-12-01", state="idea", state_on="2025-12-01")  # type: ignore[arg-type]
    assert history(idea) == [("idea", "2025-12-01", "")]


def test_the_day_of_an_end_that_was_not_noted_is_not_made_up() -> None:
    assert history(a_goal(start="2025-02-03", state="achieved"))[-1] == ("achieved", "", "")


def test_the_levels_of_a_skill_with_who_gave_them_and_the_evidence() -> None:
    erik, piece, skill = a_person("Erik", "manager"), an_evidence(), a_skill()
    first = a_rating(skill, 2, "2025-01-13", reason="Watched", evidence=[piece])
    second = a_rating(skill, 3, "2025-12-10", rater=erik)
    later = a_rating(skill, 4, "2026-01-01")
    records = having(erik, piece, skill, second, first, later)
    assert skill_history(skill, records, TODAY) == (
        LevelByDay(first.id, date(2025, 1, 13), 2, None, "Watched", (piece.id,)),
        LevelByDay(second.id, date(2025, 12, 10), 3, Who(erik.id, "Erik", "manager")),
    )


def test_a_goal_has_its_parts_and_what_links_to_it_or_is_linked() -> None:
    skill, other = a_skill(), a_goal("Another")
    goal = a_goal(skills=[skill])
    measure = a_measure(goal)
    steps = a_step(goal, on="2025-02-01"), a_step(goal, on="2025-01-01")
    readings = a_reading(measure, 1, "2025-01-01"), a_reading(a_measure(other), 1, "2025-01-01")
    feedback = a_feedback("2025-01-01", goals=[goal, other])
    records = having(skill, other, goal, measure, *steps, *readings, feedback)
    assert whole_related(goal, records) == {
        "step": steps[::-1],
        "measure": (measure,),
        "reading": readings[:1],
        "feedback": (feedback,),
        "skill": (skill,),
    }


def test_a_conversation_has_agreements_what_was_chosen_and_needs() -> None:
    erik, piece = a_person(), an_evidence()
    held = a_conversation("2025-12-10", with_=erik, chosen=[piece], state="held")
    asked, answered = a_need(asked_on=day("2025-12-10"), answer="Yes."), a_need("Tools", answer="No.")
    agreed, waiting = an_agreement(held), a_need("Open")
    coming = a_conversation("2025-12-22", state="preparing")
    records = having(erik, piece, held, asked, answered, agreed, waiting, coming)
    assert whole_related(held, records) == {
        "evidence": (piece,),
        "person": (erik,),
        "agreement": (agreed,),
        "need": (asked,),
    }
    assert whole_related(coming, records) == {"need": (waiting,)}


def test_a_person_has_the_agreements_made_with_them() -> None:
    erik, ruud = a_person("Erik"), a_person("Ruud")
    conversation = a_conversation(with_=erik)
    agreed = an_agreement(conversation)
    records = having(erik, ruud, conversation, agreed)
    assert whole_related(erik, records) == {"conversation": (conversation,), "agreement": (agreed,)}
    assert whole_related(ruud, records) == {}


def test_a_state_by_day_says_nothing_that_is_not_known() -> None:
    assert StateByDay("achieved") == ("achieved", None, None, "")
