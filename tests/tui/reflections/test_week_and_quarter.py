"""The weekly review keeps lines of the week; the quarterly balance walks past every goal and every skill."""

from __future__ import annotations

from portfolio.records.goals import Goal
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating
from portfolio.tui.writing.check import CheckScreen
from tests.tui.playing import frame, opened, playing, press, typed, written

MONDAY = {"kind": "reflection", "template": "note", "date": "2025-12-15"}
FIRST = {**MONDAY, "answers": {"text": "Asked the [b]customer[/b] first\nand waited"}}
SECOND = {**MONDAY, "answers": {"text": "Wired a pump"}}
LINE = "Asked the [b]customer[/b] first and waited"


async def begin_a_review(pilot: object) -> None:
    """By name."""
    await press(pilot, "r", "5", *"weekly", "enter")  # type: ignore[arg-type]


def _keys(words: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in words]


async def test_a_line_of_the_week_is_kept_for_the_first_answer_and_goes_again() -> None:
    written(FIRST, SECOND)
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "space")
        assert "✓" in frame(pilot)
        await press(pilot, "down", "space", "space", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        assert LINE in frame(pilot)
        await press(pilot, "enter")
        await press(pilot, "f8", "down", "enter")
        await typed(pilot, "the best of it")
        await press(pilot, "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert dict(week.answers) == {"highlight": LINE, "lesson": "Wired a pump\nthe best of it"}


async def test_a_line_that_is_not_kept_after_all_is_gone_from_the_answer() -> None:
    written(FIRST, SECOND)
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "space", "enter")
        await typed(pilot, "and more")
        await press(pilot, "escape", "space", "down", "space", "enter")
        await press(pilot, "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert dict(week.answers) == {"highlight": "and more\nWired a pump"}


async def test_words_that_are_typed_while_reading_the_week_are_the_answer() -> None:
    """A space among them is a space, and keeps no line."""
    written(FIRST, SECOND)
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, *_keys("We laughed a lot"))
        await press(pilot, "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert dict(week.answers) == {"highlight": "We laughed a lot"}


async def test_words_go_on_below_a_kept_line() -> None:
    written(FIRST)
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "space")
        await press(pilot, *_keys("We laughed"))
        await press(pilot, "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert dict(week.answers) == {"highlight": f"{LINE}\nWe laughed"}


async def test_an_empty_week_is_no_trouble() -> None:
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "space", "enter")
        await typed(pilot, "Nothing special")
        await press(pilot, "ctrl+s")
    assert dict(opened().read.records.of(Reflection)[-1].answers) == {"highlight": "Nothing special"}


async def test_the_balance_walks_past_goals_and_skills_and_knows_the_rest() -> None:
    written(
        {"kind": "goal", "title": "Listen"},
        {"kind": "goal", "title": "Plan"},
        {"kind": "goal", "title": "Rest", "state": "paused"},
        {"kind": "goal", "title": "Old", "state": "dropped"},
        {"kind": "skill", "title": "Faults"},
        {"kind": "rating", "skill": "Faults", "level": 2, "reason": "With Omar [i]beside me[/i]", "date": "2025-09-01"},
        {"kind": "skill", "title": "Drawing"},
    )
    async with playing(size=(80, 36)) as pilot:
        await press(pilot, "r", "5", *"quarterly", "enter")
        assert "Goal: Listen" in frame(pilot)
        await press(pilot, "5")
        assert "Goal: Plan" in frame(pilot)
        await press(pilot, "3")
        await typed(pilot, "No time")
        await press(pilot, "enter")
        assert "Goal: Rest (paused)" in frame(pilot)
        await press(pilot, "1")
        shown = frame(pilot)
        assert "Skill: Faults" in shown
        assert "With Omar [i]beside me[/i]" in shown
        assert "I do the ordinary cases alone" in shown
        await press(pilot, "down", "enter")
        await typed(pilot, "Three alone")
        await press(pilot, "enter")
        assert "Skill: Drawing" in frame(pilot)
        await press(pilot, "enter")
        assert "Listen: achieved" in frame(pilot)
        await press(pilot, "ctrl+s")
    records = opened().read.records
    goals = {goal.title: goal for goal in records.of(Goal)}
    assert (goals["Listen"].state, goals["Plan"].state, goals["Plan"].state_reason) == ("achieved", "paused", "No time")
    assert goals["Listen"].achieved_on is not None
    assert goals["Rest"].state == "active", "to continue is to go on with it"
    assert [(r.level, r.reason) for r in records.of(Rating)] == [(2, "With Omar [i]beside me[/i]"), (3, "Three alone")]
    (quarter,) = records.of(Reflection)
    assert dict(quarter.answers) == {
        "goals": "Listen: achieved\nPlan: pause\nRest: continue",
        "skills": "Faults: 3 Independent",
    }


async def test_the_walk_can_be_left_and_the_questions_come() -> None:
    written({"kind": "goal", "title": "Listen"}, {"kind": "skill", "title": "Faults"})
    async with playing() as pilot:
        await press(pilot, "r", "5", *"quarterly", "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, CheckScreen)
        await press(pilot, "escape")
    assert opened().read.records.of(Reflection) == ()
    assert opened().read.records.of(Rating) == ()


async def test_a_balance_is_called_by_its_quarter_not_by_its_first_goal() -> None:
    written({"kind": "reflection", "template": "quarter", "answers": {"proud": "Goal: Listen"}, "date": "2025-12-01"})
    async with playing() as pilot:
        await press(pilot, "2")
        assert "Quarter up to Mon 1 December 2025" in frame(pilot)


async def test_a_kept_line_is_a_line_of_its_own_when_one_types_on() -> None:
    written({"kind": "reflection", "answers": {"text": LINE}, "date": "2025-12-15"})
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "space", "enter", *"De rest")
        await press(pilot, "escape", "enter", "!", "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert week.answers["highlight"] == f"{LINE}\nDe rest!"


async def test_a_line_of_the_week_that_is_put_into_an_answer_begins_and_ends_a_line() -> None:
    written({"kind": "reflection", "answers": {"text": LINE}, "date": "2025-12-15"})
    async with playing() as pilot:
        await begin_a_review(pilot)
        await press(pilot, "enter", *"Eerst", "f8", "enter", *"daarna", "ctrl+s")
    (week,) = [r for r in opened().read.records.of(Reflection) if r.template == "week"]
    assert week.answers["highlight"] == f"Eerst\n{LINE}\ndaarna"
