"""What counts now: the if-then plan, the next step, the weekly review. And what Today makes of a portfolio, as rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portfolio.capture.entry import Entry
from portfolio.journey.prompts.if_then_plans import (
    answered_on,
    current_plan,
    is_if_then,
    next_step,
    plans_in_turn,
    week_is_due,
)
from portfolio.journey.prompts.nudges import LOOKS_BACK, nudge
from portfolio.journey.prompts.proposals import proposal
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.notebook.drafts import Unfinished
from portfolio.records.goals import Goal
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.session import LATELY
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import width_of
from portfolio.tui.today.day import CHECK, MILESTONE, NUDGE, OFFER, OFFERS, PLACE, PLAN, REVIEW
from portfolio.tui.today.rows import today_rows
from portfolio.tui.widgets.rows import Row
from portfolio.wording import Words
from tests.builders import (
    a_conversation,
    a_goal,
    a_person,
    a_profile,
    a_reflection,
    a_step,
    an_evidence,
    having,
)

MONDAY = date(2025, 12, 15)
FRIDAY = date(2025, 12, 19)


def a_week(on: date, focus: str = "If it is Monday, then I plan.") -> Reflection:
    """A weekly review."""
    return a_reflection(on, "week", answers={"focus": focus})


def an_evening(on: date, plan: str = "If it hums, then I measure.") -> Reflection:
    """An evening check with a plan for tomorrow."""
    return a_reflection(on, "three_minutes", answers={"next": plan})


def plan(newest: list[Reflection], goals: list[Goal], today: date, *away: str) -> str:
    """The words of the plan that counts."""
    found = current_plan(newest, goals, today, away)
    return found.text if found is not None else ""


def test_the_plan_that_was_made_first_is_asked_first_until_it_is_answered() -> None:
    old, new = an_evening(date(2025, 12, 10), "If old"), an_evening(date(2025, 12, 12), "If new")
    assert plan([new, old], [], MONDAY) == "If old"
    said = a_reflection("2025-12-13", title="If old", answers={"text": "It came up"})
    assert plan([said, new, old], [], MONDAY) == "If new"
    too = a_reflection("2025-12-14", title="If new", answers={"text": "It came up"})
    assert plan([too, said, new, old], [], MONDAY) == "If new", "to go through it again"
    assert plan([a_reflection("2025-12-13"), old], [], MONDAY) == "If old"
    assert plan([], [a_goal(if_then=" If asked "), a_goal(if_then="x")], MONDAY) == "If asked"
    assert plan([], [a_goal()], MONDAY) == ""


@pytest.mark.parametrize(
    ("template", "prompt"),
    [
        ("three_minutes", "next"),
        ("what_so_what", "nowwhat"),
        ("after_action", "keep"),
        ("starr", "tr"),
        ("gibbs", "action"),
        ("korthagen", "f5"),
        ("week", "focus"),
    ],
)
def test_only_an_if_then_answer_is_a_plan(template: str, prompt: str) -> None:
    made = an_evening(date(2025, 12, 12), "If new")
    other = a_reflection(MONDAY, template, answers={prompt: "Also with mails."})
    assert plan([other, made], [], MONDAY) == "If new"
    assert plan([other], [], MONDAY) == ""
    assert plan([a_reflection(MONDAY, template, answers={prompt: "Als ik mail, dan bel ik."})], [], MONDAY) != ""
    assert plan([a_reflection(MONDAY, template, if_then="Bellen")], [], MONDAY) == "Bellen", "its own field is a plan"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("If it hums, then I measure.", True),
        ("when the phone rings, I let it ring", True),
        ("“Als ik bel, dan …”", True),
        ("Zodra het stil wordt vraag ik door", True),
        ("Eerst meten. Als het dan piept, bellen.", True),
        ("The phone rings, then I let it ring", True),
        ("Ik vraag door als iemand stil wordt", True),
        ("ALS IK TWIJFEL DAN BEL IK", True),
        ("Ook bij mails.", False),
        ("Werken als team", False),
        ("Meer dan eerst", False),
        ("Alsnog bellen", False),
        ("Gif meten", False),
        ("", False),
    ],
)
def test_what_reads_as_an_if_then_plan(text: str, made: bool) -> None:
    assert is_if_then(text) is made


def test_a_focus_of_the_week_and_a_plan_of_the_evening_wait_for_each_other() -> None:
    week, evening = a_week(date(2025, 12, 12), "If week"), an_evening(date(2025, 12, 14), "If evening")
    assert plan([evening, week], [], MONDAY) == "If week"
    assert plan([an_evening(MONDAY, "If today"), evening, week], [], MONDAY) == "If week"
    assert plan([a_week(MONDAY, "If week"), evening], [], MONDAY) == "If evening"
    assert plan([evening, a_week(date(2025, 12, 12), " ")], [], MONDAY) == "If evening"


def test_a_plan_of_more_than_four_weeks_ago_makes_way_and_the_plan_of_a_goal_waits() -> None:
    old, new = an_evening(date(2025, 11, 10), "If old"), an_evening(date(2025, 12, 12), "If new")
    goal = a_goal(if_then="If asked")
    turns = [each.text for each in plans_in_turn([new, old], [goal], MONDAY)]
    assert turns == ["If new", "If old", "If asked"]


def test_a_plan_that_was_put_away_makes_way_for_the_next_one() -> None:
    old, new = an_evening(date(2025, 12, 10), "If old"), an_evening(date(2025, 12, 12), "If new")
    assert plan([new, old], [], MONDAY, f"plan.{old.id}") == "If new"
    assert plan([new], [], MONDAY, f"plan.{new.id}") == ""


def test_how_many_plans_wait_is_said() -> None:
    old, new = an_evening(date(2025, 12, 10), "If old"), an_evening(date(2025, 12, 12), "If new")
    assert "1 more plan" in texts(rows(new, old))
    assert "more plan" not in texts(rows(new))


def test_a_plan_is_answered_once_a_day() -> None:
    made = an_evening(date(2025, 12, 12), " If new ")
    said = a_reflection(MONDAY, title="If new", answers={"text": "It came up"})
    found = current_plan([said, made], [], MONDAY)
    assert found is not None
    assert answered_on(found, [said, made], MONDAY) == said
    assert answered_on(found, [said, made], FRIDAY) is None
    shown = texts(rows(made, said))
    assert "answered today" in shown
    assert PLAN in keys(rows(made))


def test_the_step_that_is_due_first_comes_first() -> None:
    goal = a_goal()
    late, soon, done = (
        a_step(goal, "late", due="2026-03-01"),
        a_step(goal, "soon", due="2026-01-01"),
        a_step(goal, "done", due="2025-01-01", done_on="2025-01-01"),
    )
    free = a_step(goal, "free", on="2020-01-01")
    assert next_step(goal, having(goal, late, free, soon, done)) == soon
    assert next_step(goal, having(goal, free, done)) == free
    assert next_step(goal, having(goal, done)) is None


@pytest.mark.parametrize(
    ("today", "review_day", "done", "due"),
    [
        (MONDAY, None, None, False),
        (FRIDAY, None, None, True),
        (FRIDAY + timedelta(days=2), None, None, True),
        (FRIDAY + timedelta(days=3), None, None, False),
        (FRIDAY, None, FRIDAY, False),
        (FRIDAY, None, MONDAY, True),
        (FRIDAY, None, MONDAY + timedelta(days=1), False),
        (MONDAY, 1, MONDAY, False),
        (FRIDAY, None, FRIDAY - timedelta(days=7), True),
        (MONDAY, 1, None, True),
        (FRIDAY, 6, None, False),
    ],
)
def test_the_weekly_review_waits_from_its_day_until_it_is_done_or_the_week_is_over(
    today: date, review_day: int | None, done: date | None, due: bool
) -> None:
    newest = [a_week(done)] if done else [a_reflection("2025-12-01")]
    assert week_is_due(newest, having(a_profile(review_day=review_day)), today) is due


def test_whoever_wrote_nothing_yet_is_asked_for_no_review() -> None:
    assert week_is_due([], having(), FRIDAY) is False


def rows(*records: Record, today: date = MONDAY, size: tuple[int, int] = (74, 21), **more: Any) -> list[Row]:
    """Today of a portfolio of these records."""
    found = having(*records)
    newest = found.of(Reflection)[::-1]
    worth = proposal(found, today) or nudge(found, today)
    look = AppState(Words("en"), today, found, newest, worth=worth, exists=True, **more)
    return today_rows(look, *size)


def texts(found: list[Row]) -> str:
    """What the rows say."""
    return "\n".join("".join(span.text for span in (*row.left, *row.right)) for row in found)


def keys(found: list[Row]) -> list[str]:
    """What can be chosen."""
    return [row.key for row in found if row.key]


GOALS = [a_goal(f"Goal {n}", sign="S", if_then="If") for n in range(4)]
STEPS = [a_step(goal, f"Step of {goal.title}", due="2026-02-01") for goal in GOALS]
CONVERSATION = a_conversation("2025-12-22", "planning")
NOTES = [an_evening(date(2025, 12, 10 + n), "If a long plan " * 12) for n in range(4)]
FULL = (*GOALS, *STEPS, CONVERSATION, *NOTES, an_evidence("C", "2025-10-01", sort="certificate"))


def test_everything_stands_on_one_screen_and_can_be_opened() -> None:
    found = rows(*FULL, today=FRIDAY)
    assert len(found) <= 21
    goals = [each.id for pair in zip(GOALS[:3], STEPS[:3], strict=True) for each in pair]
    entries = [note.id for note in NOTES[:0:-1]]
    assert keys(found) == [CHECK, REVIEW, MILESTONE, PLAN, *goals, CONVERSATION.id, f"{PLACE}conversation", *entries]


@pytest.mark.parametrize("size", [(54, 17), (74, 21), (114, 33)])
def test_no_row_is_cut_at_its_right_and_the_empty_ones_make_way(size: tuple[int, int]) -> None:
    found = rows(*FULL, today=FRIDAY, size=size)
    assert len(found) <= size[1]
    assert all(width_of(row.right) < size[0] // 2 for row in found)
    assert [r for r in found if r == Row()] or size[1] < 20


def test_what_is_not_there_yet_says_which_key_makes_it() -> None:
    said = texts(rows())
    assert "Press 3, then n" in said and "Press 7, then n" in said and "Press enter" in said
    assert "Press 3 to see them all" in texts(rows(a_goal(state="paused")))
    assert keys(rows()) == [CHECK, f"{PLACE}goals", f"{PLACE}conversation"], "enter leads there"


def test_the_check_of_today_that_was_begun_is_continued_in_its_own_row_and_other_drafts_have_their_day() -> None:
    begun = Entry("begun", "reflection", MONDAY, {"answers.progress": "Half a thought"}, "three_minutes")
    older = Entry("older", "goal", date(2025, 12, 9), {"title": "Half a goal"})
    found = rows(unfinished=(Unfinished("begun", begun), Unfinished("older", older)))
    assert keys(found)[:2] == [f"{DRAFT}older", f"{DRAFT}begun"] and CHECK not in keys(found)
    said = texts(found)
    assert "go on · Half a thought" in said and said.count("Half a thought") == 1
    assert "Half a goal9 Dec" in said


def test_a_draft_of_a_conversation_is_called_by_its_sort_and_person_and_not_by_its_place() -> None:
    karin = a_person("Karin")
    begun = Entry("begun", "conversation", MONDAY, {"place": "Room 2", "sort": "appraisal", "with": karin.id})
    said = texts(rows(karin, unfinished=(Unfinished("begun", begun),)))
    assert "appraisal with Karin" in said
    assert "Room 2" not in said


def test_the_first_question_is_whole_on_a_small_screen() -> None:
    found = rows(size=(54, 14))
    assert " ".join(texts(found).split()).count("What went well today, however small?") == 1
    assert "…" not in texts(found).partition("Goals")[0]
    assert "enter" not in texts(found).partition("Goals")[0]


def test_what_is_past_its_day_says_so_in_words_and_in_another_colour() -> None:
    goal = a_goal("Late", due="2025-12-10", sign="S")
    late, ahead = a_step(goal, "Read", due="2025-12-03"), a_goal("Ahead", due="2026-02-01", sign="S")
    found = rows(goal, late, ahead)
    past = [span for row in found for span in row.right if "has passed" in span.text]
    assert [(span.text, span.role) for span in past] == [
        ("10 Dec has passed", "warning"),
        ("3 Dec has passed", "warning"),
    ]


def test_after_the_first_text_the_next_things_are_offered_until_there_is_a_goal() -> None:
    note = a_reflection("2025-12-15", answers={"text": "First"})
    assert [key for key in keys(rows(note)) if key.startswith(OFFER)] == [f"{OFFER}{each}" for each in OFFERS]
    assert "Press 3" not in texts(rows(note))
    assert not [key for key in keys(rows()) if key.startswith(OFFER)], "first the question"
    assert not [key for key in keys(rows(note, a_goal(sign="S"))) if key.startswith(OFFER)]
    assert not [key for key in keys(rows(note, writable=False)) if key.startswith(OFFER)]


def test_one_nudge_says_what_it_is_about_and_a_milestone_goes_before_it() -> None:
    vague = a_goal("Vague", sign=None)
    assert "How will you know that this goal worked? · Vague" in texts(rows(vague))
    assert keys(rows(vague))[:2] == [CHECK, NUDGE]
    both = rows(vague, an_evidence("C", "2025-10-01", sort="certificate"))
    assert [key for key in keys(both) if key in (NUDGE, MILESTONE)] == [MILESTONE]


def test_over_the_shoulder_nothing_is_proposed_asked_or_denied() -> None:
    records = having(a_goal("Vague", sign=None), an_evidence("C", "2025-10-01", sort="certificate"))
    shared = share(records, Choice(), FRIDAY)
    found = today_rows(
        AppState(Words("en"), FRIDAY, shared.records, shared=shared, worth=nudge(records, FRIDAY), exists=True), 74, 21
    )
    assert not keys(found)
    assert "Press 3" not in texts(found) and "Worth" not in texts(found) and "planned" not in texts(found)


def test_where_nothing_can_be_written_nothing_asks_for_it() -> None:
    found = rows(*FULL, today=FRIDAY, writable=False)
    assert not {CHECK, REVIEW, MILESTONE} & set(keys(found))


def test_today_looks_back_as_far_as_the_checks_do() -> None:
    assert LATELY >= LOOKS_BACK
