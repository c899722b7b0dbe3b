"""Today: everything on it can be opened, done or put away, and what was done can be undone by its name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portfolio.journey.prompts.proposals import Proposal
from portfolio.notebook import demo
from portfolio.records.goals import Goal, Step
from portfolio.records.milestones import Milestone
from portfolio.records.persons import Person, Profile
from portfolio.records.reflections import Reflection
from portfolio.tui.app import LeerreisApp
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.records.screen import RecordScreen
from portfolio.tui.services.session import LATELY, worth_a_look
from portfolio.tui.today.screen import TodayScreen
from portfolio.tui.widgets.rows import Rows
from portfolio.tui.writing.check import CheckScreen
from portfolio.wording import LANGUAGES, Language
from tests.tui.playing import TODAY, an_app, frame, opened, playing, press, typed, with_demo, written

FRIDAY = TODAY + timedelta(days=4)
CERTIFICATE = {"kind": "evidence", "title": "VCA", "sort": "certificate", "date": "2025-12-01"}


def on_friday() -> LeerreisApp:
    """The app on the day of the weekly review."""
    return LeerreisApp(an_app().services.preferences.start._replace(today=FRIDAY))


async def test_the_weekly_review_waits_on_friday_and_goes_when_it_is_done() -> None:
    written({"kind": "reflection", "answers": {"text": "A note"}})
    async with playing(on_friday()) as pilot:
        assert "Weekly review" in frame(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, CheckScreen)
        assert "A note" in frame(pilot), "the week is there to read"
        await press(pilot, "enter")
        assert "do you want to remember" in frame(pilot)
        await typed(pilot, "The quiet customer.")
        await press(pilot, "ctrl+s")
        assert "Saved." in frame(pilot)
        assert "do you want to remember" not in frame(pilot)
    week = next(r for r in opened().read.records.of(Reflection) if r.template == "week")
    assert (week.date, week.period) == (FRIDAY, "week")


async def test_a_milestone_is_proposed_taken_with_enter_and_undone_by_name() -> None:
    written(CERTIFICATE)
    async with playing(size=(140, 36)) as pilot:
        assert "Milestone?" in frame(pilot)
        await press(pilot, "down")
        assert "enter keep" in frame(pilot) and "d later" in frame(pilot)
        await press(pilot, "enter")
        assert "Milestone?" not in frame(pilot)
        (milestone,) = opened().read.records.of(Milestone)
        assert (milestone.text, milestone.source, milestone.shareable) == ("VCA", "certificate", False)
        await press(pilot, "u")
        assert "Undone: milestone “VCA” added." in frame(pilot)
        assert "Milestone?" in frame(pilot)


async def test_a_hint_that_is_put_away_stays_away_and_undo_brings_it_back() -> None:
    written({"kind": "goal", "title": "Vague", "date": "2025-12-01"})
    async with playing() as pilot:
        assert "How will you know that this goal worked? · Vague" in frame(pilot)
        await press(pilot, "down", "d")
        assert "How will you know" not in frame(pilot)
        (profile,) = opened().read.records.of(Profile)
        assert len(profile.dismissed) == 1
    async with playing() as pilot:
        assert "How will you know" not in frame(pilot)
        await press(pilot, "u")
        assert "Undone: hint on Today hidden." in frame(pilot)
        assert "How will you know" in frame(pilot)
    assert opened().read.records.of(Goal)[0].title == "Vague"


async def test_hints_are_not_for_someone_who_looks_on() -> None:
    written({"kind": "goal", "title": "Vague", "shareable": True, "start": "2025-12-01", "date": "2025-12-01"})
    async with playing() as pilot:
        assert "How will you know" in frame(pilot)
        await press(pilot, "v")
        assert "Vague" in frame(pilot)
        assert "How will you know" not in frame(pilot)
        assert isinstance(pilot.app, LeerreisApp) and pilot.app.services.session.state.worth is None
        await press(pilot, "down", "d")
    assert not opened().read.records.of(Profile)


async def test_a_goal_with_steps_asks_once_before_it_goes() -> None:
    (goal,) = written({"kind": "goal", "title": "G", "sign": "S"})
    written(*({"kind": "step", "goal": goal, "text": text} for text in "abc"))
    async with playing() as pilot:
        await press(pilot, "down", "d")
        assert isinstance(pilot.app.screen, Dialog)
        assert "learning goal “G”: 3 steps" in frame(pilot)
        await press(pilot, "escape")
        assert opened().read.records.of(Goal)
        await press(pilot, "d", "down", "enter")
        assert not opened().read.records.of(Goal) and not opened().read.records.of(Step)
        await press(pilot, "u")
        assert "learning goal “G” deleted, with what belongs to it" in " ".join(frame(pilot).split())
        assert len(opened().read.records.of(Step)) == 3
        await press(pilot, "d", "enter")
        assert not opened().read.records.of(Goal) and len(opened().read.records.of(Step)) == 3


async def test_a_goal_its_step_and_the_next_conversation_open_and_a_step_is_checked_off() -> None:
    (goal,) = written({"kind": "goal", "title": "G", "sign": "S", "start": "2025-12-01"})
    step, later, conversation = written(
        {"kind": "step", "goal": goal, "text": "Measure", "due": "2026-01-01"},
        {"kind": "step", "goal": goal, "text": "Write it down", "due": "2026-02-01"},
        {"kind": "conversation", "date": "2025-12-22"},
    )
    async with playing() as pilot:
        for down, identity in enumerate((goal, step, conversation), start=1):
            await press(pilot, *["down"] * down, "enter")
            screen = pilot.app.screen
            assert isinstance(screen, RecordScreen) and screen._identity == identity
            await press(pilot, "escape", "home")
        await press(pilot, "down", "down", "c")
        assert opened().read.records.find(Step, step).done_on == TODAY  # type: ignore[union-attr]  # it is there
        assert "→ Write it down" in frame(pilot)
        assert "→ Measure" not in frame(pilot)
        await press(pilot, "u")
        assert "Undone: step “Measure (G)” done." in frame(pilot)
        assert "→ Measure" in frame(pilot)
    assert opened().read.records.find(Step, later).done_on is None  # type: ignore[union-attr]  # it is there


async def test_a_nudge_opens_what_it_is_about() -> None:
    (goal,) = written({"kind": "goal", "title": "Vague", "date": "2025-12-01"})
    async with playing() as pilot:
        await press(pilot, "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, RecordScreen) and screen._identity == goal


async def test_the_name_of_a_person_can_go_while_the_role_stays() -> None:
    (person,) = written({"kind": "person", "name": "Erik Jansen", "role": "manager"})
    written({"kind": "feedback", "what": "Good", "from": "Erik Jansen"})
    async with playing() as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.services.navigator.open_record(person)
        await press(pilot, "d")
        assert "Erik Jansen is named in 1 record." in frame(pilot)
        await press(pilot, "enter")
        assert [p.name for p in opened().read.records.of(Person)] == ["manager"]
        await press(pilot, "u")
        assert "Undone: person “manager”: name taken away." in frame(pilot)
    assert [p.name for p in opened().read.records.of(Person)] == ["Erik Jansen"]


async def test_a_record_on_which_nothing_hangs_goes_at_once() -> None:
    written({"kind": "goal", "title": "G", "sign": "S"})
    async with playing() as pilot:
        await press(pilot, "down", "d")
        assert not isinstance(pilot.app.screen, Dialog)
    assert not opened().read.records.of(Goal)


async def test_today_of_the_example_fits_without_scrolling() -> None:
    with_demo("en")
    async with playing() as pilot:
        rows = pilot.app.screen.query_one("#today", Rows)
        assert rows.virtual_size.height <= rows.size.height
        await press(pilot, "end")
        assert "Monday 15 December" in frame(pilot)


def test_the_example_shows_a_milestone_that_could_be_made() -> None:
    with_demo("en")
    found = worth_a_look(opened().read.lately(demo.TODAY - LATELY), demo.TODAY)
    assert isinstance(found, Proposal) and found.title == "Heat pump fault finding"


async def test_the_example_says_where_it_is_and_how_one_comes_back() -> None:
    for size in ((120, 36), (80, 24), (60, 20)):
        async with playing(an_app(demo=True, within=True), size=size) as pilot:
            await press(pilot, "down", "3", "2")
            assert "q closes the example; your own portfolio then opens again." in " ".join(frame(pilot).split())
    for size in ((120, 36), (80, 24), (60, 20)):
        async with playing(an_app("nl", demo=True), size=size) as pilot:
            await press(pilot, "2", "1")
            assert "sluit het voorbeeld" not in frame(pilot)
            assert "· voorbeeld" in frame(pilot)
            places = frame(pilot).splitlines()[0]
            assert "2 Terugblik" in places or size[0] < 80, "the places keep their names where these fit"


async def test_the_first_start_offers_the_other_language() -> None:
    async with playing(an_app("nl", ask_where=True, ask_language=True)) as pilot:
        assert "Welkom" in frame(pilot)
        assert "Nederlands · English" in frame(pilot)
        await press(pilot, "end", "enter")
        assert "Welcome" in frame(pilot)
        assert "Nederlands · English" in frame(pilot)
        await press(pilot, "home", "enter")
        assert "1 Today" in frame(pilot)
    async with playing(an_app(ask_where=True)) as pilot:
        assert "Nederlands" not in frame(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_a_small_terminal_the_steps_and_the_plan_of_today_are_whole(language: Language) -> None:
    with_demo(language)
    async with playing(language=language, size=(60, 20)) as pilot:
        shown = frame(pilot).split("\n")
        last = next(n for n, line in enumerate(shown) if line.startswith(("   Laatst", "   Last written")))
        conversation = next(n for n, line in enumerate(shown) if line.startswith(("   Gesprek", "   Conversation")))
        assert conversation < last
        assert [
            line for line in shown[:conversation] if "…" in line.replace("Als …, dan …", "").replace("If …, then …", "")
        ] == []
