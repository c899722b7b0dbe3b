"""The difference since the last conversation: levels, goals, agreements."""

from __future__ import annotations

from portfolio.journey.facts.progress import since_then
from portfolio.pictures.progress import differences, since_heading
from portfolio.wording import Words
from tests.builders import TODAY, a_conversation, a_goal, a_rating, a_skill, an_agreement, having

CONVERSATION = a_conversation("2025-06-01", sort="performance", state="held")
EN, NL = Words("en"), Words("nl")


def test_levels_that_moved_and_those_that_are_new() -> None:
    grown, still, new, never = a_skill("Grown"), a_skill("Still"), a_skill("New"), a_skill("Never")
    ratings = [
        a_rating(grown, 1, "2025-01-01"),
        a_rating(grown, 2, "2025-07-01"),
        a_rating(grown, 3, "2025-09-01"),
        a_rating(still, 2, "2025-01-01"),
        a_rating(still, 2, "2025-07-01"),
        a_rating(new, 4, "2025-08-01"),
        a_rating(never, 4, "2025-08-01", rater="someone"),
    ]
    found = since_then(having(CONVERSATION, grown, still, new, never, *ratings), CONVERSATION, TODAY)
    assert [(s.title, s.then, s.now) for s in found.skills] == [("Grown", 1, 3), ("New", None, 4)]
    assert [d.words for d in differences(found, EN)] == ["Grown: 1 → 2 → 3", "New: 4, said for the first time"]


def test_a_level_that_fell_is_no_growth_and_one_that_came_back_is_told_as_it_went() -> None:
    fell, back = a_skill("Fell"), a_skill("Back")
    levels = [(fell, 2, "2025-01-01"), (fell, 1, "2025-07-01"), (back, 1, "2025-01-01"), (back, 2, "2025-07-01")]
    ratings = [a_rating(*each) for each in (*levels, (back, 1, "2025-08-01"))]
    found = differences(since_then(having(CONVERSATION, fell, back, *ratings), CONVERSATION, TODAY), EN)
    assert [(d.words, d.good) for d in found] == [("Fell: 2 → 1", False), ("Back: 1 → 2 → 1", False)]


def test_levels_that_all_came_after_it_are_told_as_they_went() -> None:
    fell, rose = a_skill("Fell"), a_skill("Rose")
    levels = [(fell, 3, "2025-07-01"), (fell, 2, "2025-08-01"), (rose, 1, "2025-07-01"), (rose, 2, "2025-08-01")]
    found = differences(
        since_then(having(CONVERSATION, fell, rose, *(a_rating(*each) for each in levels)), CONVERSATION, TODAY), EN
    )
    assert [(d.words, d.good) for d in found] == [("Fell: 3 → 2", False), ("Rose: 1 → 2", True)]


def test_goals_that_began_or_ended_after_it() -> None:
    goals = [
        a_goal("Before", start="2025-01-01", state="active"),
        a_goal("Began", start="2025-07-01", state="active"),
        a_goal("Reached", start="2025-01-01", state="achieved", achieved_on="2025-09-01"),
        a_goal("Reached before", start="2025-01-01", state="achieved", achieved_on="2025-05-01"),
        a_goal("Idea", on="2025-09-01", state="idea"),
    ]
    found = since_then(having(CONVERSATION, *goals), CONVERSATION, TODAY)
    assert [(g.title, g.change) for g in found.goals] == [("Began", "goal_started"), ("Reached", "goal_reached")]


def test_agreements_of_that_conversation_alone_kept_and_not() -> None:
    other = a_conversation("2025-07-01")
    states = ("done", "done", "open", "in_progress", "dropped")
    agreed = [an_agreement(CONVERSATION, state, state=state) for state in states]
    found = since_then(
        having(CONVERSATION, other, *agreed, an_agreement(other, "x", state="done")), CONVERSATION, TODAY
    )
    assert (found.kept, found.standing, found.dropped) == (2, 2, 1)
    (line,) = differences(found, NL)
    assert line.words == "Afspraken van beide kanten: 2 nagekomen, 2 nog open, 1 vervallen"
    assert since_heading(found, NL).startswith("Sinds het gesprek van 1 jun 2025 (")


def test_nothing_that_changed_is_said_too() -> None:
    (line,) = differences(since_then(having(CONVERSATION), CONVERSATION, TODAY), EN)
    assert line.words == "No levels, goals or agreements changed since then."
