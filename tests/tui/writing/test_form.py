"""Forms: everything of a record by keys alone, problems at their field, links and new names on the way."""

from __future__ import annotations

import os

import pytest
from textual.events import Paste

from portfolio.records.conversations import Agreement, Conversation
from portfolio.records.evidence import Evidence
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Goal, Step
from portfolio.records.persons import Person, Profile
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing.form import FormScreen
from portfolio.tui.writing.form_field import FormField
from portfolio.wording import Language
from tests.tui.playing import an_app, frame, opened, places, playing, press, settled, typed, written

NOTE = {"kind": "reflection", "answers": {"text": "A thing I learned"}, "date": "2025-12-01"}


async def test_a_goal_is_made_with_a_name_alone() -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Explaining calmly")
        await press(pilot, "ctrl+s")
        assert "Explaining calmly" in frame(pilot)
        assert "Only you see this" in frame(pilot)
    (goal,) = opened().read.records.of(Goal)
    assert (goal.title, goal.state, goal.shareable) == ("Explaining calmly", "active", False)


async def test_enter_goes_from_field_to_field_and_saves_at_the_end() -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Measure first")
        await press(pilot, "enter")
        await typed(pilot, "For fewer second visits")
        await press(pilot, "down", "down")  # a long text has lines of its own: the arrows leave it
        await typed(pilot, "in 2 weeks")
        assert "Mon 29 December 2025" in frame(pilot), "the day that was worked out stands beside it"
        await press(pilot, "enter", "down", "down", "enter")
    (goal,) = opened().read.records.of(Goal)
    assert (goal.why, str(goal.due)) == ("For fewer second visits", "2025-12-29")


async def test_a_field_that_must_be_filled_in_says_so_once_and_does_not_hold() -> None:
    async with playing() as pilot:
        await press(pilot, "7", "n", "enter")
        await press(pilot, "down", "down", "enter")
        assert "Which day is planned?" in frame(pilot)
        await typed(pilot, "15 march")
        assert "Which day is planned?" not in frame(pilot)
        assert "Sun 15 March 2026" in frame(pilot), "a plan lies ahead"
        await press(pilot, "escape", "down", "down", "down", "enter")
        await press(pilot, "7", "n", "down", "enter")
        await press(pilot, "enter")
        assert "This must not be empty." in frame(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, (FormScreen, PickDialog)), "a second enter goes on"
        assert "Who does it?" in frame(pilot)


async def test_a_plan_without_a_day_is_not_saved_as_one_of_today() -> None:
    async with playing() as pilot:
        await press(pilot, "7", "n", "enter")
        await press(pilot, "down", "down", "down")
        await typed(pilot, "The office")
        await press(pilot, "ctrl+s")
        assert "Which day is planned?" in frame(pilot)
        assert not opened().read.records.of(Conversation)
        await typed(pilot, "tomorrow")
        await press(pilot, "ctrl+s")
    (planned,) = opened().read.records.of(Conversation)
    assert (str(planned.date), planned.place) == ("2025-12-16", "The office")


async def test_every_problem_stands_at_its_field_and_nothing_is_lost() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "n", "down")
        await typed(pilot, "A reason")
        await press(pilot, "down", "down")
        await typed(pilot, "someday maybe")
        await press(pilot, "ctrl+s")
        seen = frame(pilot)
        assert isinstance(pilot.app.screen, FormScreen)
        assert "Not saved yet" in seen
        assert seen.count("someday maybe") >= 2, "the sentence names what was not understood"
        assert "A reason" in seen
        await typed(pilot, "Now with a name")
        assert pilot.app.screen.entry.text("title") == "Now with a name", "the keys are at the first problem"
    assert not opened().read.records.of(Goal)


async def test_a_level_is_chosen_with_what_it_means_in_sight() -> None:
    written({"kind": "skill", "title": "Measuring"})
    async with playing() as pilot:
        await press(pilot, "5", "a", "enter", "enter")
        assert isinstance(pilot.app.screen, PickDialog)
        assert "I do the ordinary cases alone and ask for help with" in frame(pilot)
        await press(pilot, "down", "down", "down", "enter")
        await typed(pilot, "Four faults without a call")
        await press(pilot, "ctrl+s")
    (rating,) = opened().read.records.of(Rating)
    assert (rating.level, rating.by_self, rating.reason) == (3, True, "Four faults without a call")


async def test_a_new_skill_asks_where_one_is_now_and_shows_its_target_at_once() -> None:
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "5")
        pilot.app.services.navigator.open_entry(pilot.app.services.navigator.new_entry("skill"))  # type: ignore[attr-defined]
        await settled(pilot)
        await typed(pilot, "Measuring")
        await press(pilot, "enter", "down")
        assert "Where are you now?" in frame(pilot)
        await press(pilot, "enter", "down", "down", "enter")
        assert "2 With help" in frame(pilot)
        assert "For example: in 3 months" not in frame(pilot)
        assert "Evidence you have, or a name for it." in frame(pilot)  # a choice leads to the next field
        await press(pilot, "down", "enter", "end", "up", "enter")  # the target, and its date after it
        assert "For example: in 3 months, next friday, 1 june." in frame(pilot)
        await press(pilot, "ctrl+s")
        seen = frame(pilot)
        assert "2▃" in seen and "◎4" in seen and "4 Advanced" in seen
        (skill,), (rating,) = opened().read.records.of(Skill), opened().read.records.of(Rating)
        assert (rating.skill, rating.level, rating.by_self, rating.shareable) == (skill.id, 2, True, False)
        assert skill.target == 4
        await press(pilot, "u")
        assert "Undone: skill “Measuring” added." in frame(pilot), "one change, named by the skill"


async def test_evidence_is_made_on_the_way_and_stands_beside_the_claim() -> None:
    written({"kind": "skill", "title": "Measuring"})
    async with playing(size=(120, 36)) as pilot:
        await press(pilot, "5", "a", "enter", "enter", "down", "enter", "tab", "x")
        await press(pilot, "backspace")
        await typed(pilot, "Job sheet 12")
        await press(pilot, "enter", "enter", "ctrl+s", "home", "enter")
        assert "Job sheet 12" in frame(pilot)
    (rating,), (proof,) = opened().read.records.of(Rating), opened().read.records.of(Evidence)
    assert rating.evidence == (proof.id,)


async def test_a_person_who_is_not_there_yet_is_made_private() -> None:
    async with playing() as pilot:
        await press(pilot, "4", "n", "enter")
        await typed(pilot, "You explained it well")
        await press(pilot, "tab", "enter")
        await typed(pilot, "Ruud")
        await press(pilot, "enter", "ctrl+s")
    (said,), (ruud,) = opened().read.records.of(Feedback), opened().read.records.of(Person)
    assert (said.from_, ruud.name, ruud.shareable) == (ruud.id, "Ruud", False)


async def test_a_note_is_linked_in_one_key_with_a_goal_that_is_new() -> None:
    async with playing() as pilot:
        await press(pilot, "n")
        await typed(pilot, "First measure, then look")
        await press(pilot, "ctrl+l")
        await typed(pilot, "Solving faults")
        await press(pilot, "enter")
        assert "Solving faults (new)" in frame(pilot)
        await press(pilot, "enter")
    (note,), (goal,) = opened().read.records.of(Reflection), opened().read.records.of(Goal)
    assert (note.goals, goal.title) == ((goal.id,), "Solving faults")


async def test_a_state_is_one_key_and_a_step_is_checked_off() -> None:
    (goal,) = written({"kind": "goal", "title": "Mine"})
    written({"kind": "step", "goal": goal, "text": "First step"})
    async with playing(size=(80, 30)) as pilot:
        await press(pilot, "3", "enter", "down", "c")
        assert "✓ First step" in frame(pilot)
        await press(pilot, "escape", "c", "down", "enter")
        assert "Paused" in frame(pilot)
        await press(pilot, "u")
        assert "Under way" in frame(pilot)
    (step,) = opened().read.records.of(Step)
    assert str(step.done_on) == "2025-12-15"


async def test_agreements_of_both_sides_are_added_to_a_conversation() -> None:
    written({"kind": "conversation", "date": "2025-10-10", "state": "held"})
    async with playing() as pilot:
        await press(pilot, "7", *["down"] * 4, "a", "enter")
        await typed(pilot, "I do this")
        await press(pilot, "ctrl+s", "down", "a", "down", "enter")
        await typed(pilot, "You do that")
        await press(pilot, "ctrl+s")
    found = {a.owner: a.text for a in opened().read.records.of(Agreement)}
    assert found == {"me": "I do this", "manager": "You do that"}


async def test_who_you_are_is_filled_in_from_place_seven() -> None:
    async with playing() as pilot:
        await press(pilot, "7", "end", "enter")
        await typed(pilot, "Samir")
        await press(pilot, "ctrl+s")
    (me,) = opened().read.records.of(Profile)
    assert me.name == "Samir"


async def test_several_are_shared_at_once_after_a_question_with_a_count() -> None:
    written(NOTE, {**NOTE, "date": "2025-12-02"}, {**NOTE, "shareable": True, "date": "2025-12-03"})
    async with playing() as pilot:
        await press(pilot, "2", "space", "space", "space", "s")
        seen = frame(pilot)
        assert "3 marked: 2 private, 1 shareable." in seen
        assert "Make 2 shareable" in seen
        await press(pilot, "down", "enter")
    assert all(r.shareable for r in opened().read.records.of(Reflection))


async def test_marking_and_a_filter_end_with_escape() -> None:
    written(NOTE, {**NOTE, "tags": ["warm"], "date": "2025-12-02", "answers": {"text": "Tagged"}})
    async with playing() as pilot:
        await press(pilot, "2", "f", "enter", "down", "enter", "escape")
        seen = frame(pilot)
        assert "warm · 1 of 2" in seen
        assert "A thing I learned" not in seen
        await press(pilot, "escape")
        assert "A thing I learned" in frame(pilot)


async def test_a_form_that_was_left_is_offered_again_whole() -> None:
    async with playing() as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Half a goal")
        await press(pilot, "escape", "down", "down", "enter", "1")
        assert "Half a goal" in frame(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.screen.query_one("#box-0", WritingBox).text == "Half a goal"
        await press(pilot, "ctrl+s")
    assert [g.title for g in opened().read.records.of(Goal)] == ["Half a goal"]
    assert os.listdir(places().drafts_folder) == []


async def test_what_changed_elsewhere_meanwhile_is_shown_and_kept() -> None:
    (goal,) = written({"kind": "goal", "title": "Before", "why": "Because"})
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "e")
        elsewhere = opened()
        batch = elsewhere.batch()
        batch.edit(goal, "goal", {"title": "Theirs", "why": "Theirs too"})
        elsewhere.write.save(batch)
        await pilot.app.file_watch.look()  # type: ignore[attr-defined]  # what the timer does every two seconds
        await settled(pilot)
        assert "Changed elsewhere while you were writing:" in frame(pilot)
        assert "Theirs" in frame(pilot)
        pilot.app.screen.query_one("#box-0", WritingBox).text = "Mine"
        await pilot.pause()
        await press(pilot, "ctrl+s")
    (after,) = opened().read.records.of(Goal)
    assert {after.title, *after.conflicts["title"]} == {"Mine", "Theirs"}
    assert after.why == "Theirs too", "what was not touched is not written over"


async def test_a_paste_of_many_lines_is_kept_whole_in_a_long_field() -> None:
    async with playing() as pilot:
        await press(pilot, "4", "n", "enter")
        box = pilot.app.screen.query_one("#box-0", WritingBox)
        box.post_message(Paste("one\r\ntwo\rthree"))
        await settled(pilot)
        await press(pilot, "ctrl+s")
    (said,) = opened().read.records.of(Feedback)
    assert said.what == "one\ntwo\nthree"


async def test_a_rating_is_never_changed_a_correction_is_a_new_one() -> None:
    (skill,) = written({"kind": "skill", "title": "Measuring"})
    written({"kind": "rating", "skill": skill, "level": 2, "reason": "Then"})
    async with playing(size=(80, 30)) as pilot:
        await press(pilot, "5", "enter", "down", "e")
        assert isinstance(pilot.app.screen, FormScreen)
        assert not pilot.app.screen.entry.record
        assert pilot.app.screen.entry.text("skill") == skill
    assert [r.reason for r in opened().read.records.of(Rating)] == ["Then"]
    assert opened().read.records.of(Skill)


async def test_a_form_in_which_nothing_was_filled_in_does_not_say_that_it_saved() -> None:
    async with playing() as pilot:
        await press(pilot, "7", "n", "enter", "ctrl+s")
        assert "nothing was saved" in frame(pilot)
    assert not opened().exists


async def test_saved_is_not_said_under_a_text_that_is_not() -> None:
    written({"kind": "goal", "title": "Mine"})
    async with playing() as pilot:
        await press(pilot, "3", "s")
        assert "Shareable." in frame(pilot)
        await press(pilot, "a", "enter")
        assert "Step · new" in frame(pilot)
        assert "Shareable." not in frame(pilot)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("size", [(60, 40), (80, 40), (120, 40), (200, 50)])
async def test_no_label_is_cut(language: Language, size: tuple[int, int]) -> None:
    label = {"en": "Consequences for pay or contract", "nl": "Gevolgen voor salaris of contract"}[language]
    async with playing(an_app(language), size=size) as pilot:
        pilot.app.screen.services.navigator.write_new(pilot.app.screen, "conversation")  # type: ignore[attr-defined]
        await settled(pilot)
        assert label in frame(pilot)


async def test_no_label_is_cut_and_a_yes_or_no_asks_the_question_itself() -> None:
    written({"kind": "feedback", "what": "Clear story", "from": "Ruud"})
    question = "Did they agree that you share this?"
    for size in ((60, 40), (80, 40)):
        async with playing(size=size) as pilot:
            await press(pilot, "4", "e")
            box = pilot.app.screen.fields  # type: ignore[attr-defined]
            while question not in frame(pilot):
                await press(pilot, "down")
            field = next(f for f in box.query(FormField) if f.view.key == "permission")
            field.editor.focus()
            await settled(pilot)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, PickDialog)
            assert frame(pilot).count(question) == 2, "at the field and above the answers"


async def test_skills_are_picked_one_after_the_other_known_or_new_until_done() -> None:
    written({"kind": "skill", "title": "Measuring"})
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "n")
        await typed(pilot, "Grow")
        field = next(f for f in pilot.app.screen.query(FormField) if f.view.key == "skills")
        field.editor.focus()
        await settled(pilot)
        assert frame(pilot).count("enter: choose") == 1
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, PickDialog), "it stays open after a known skill"
        await typed(pilot, "Heat pumps")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PickDialog), "and after a new one"
        assert "✓ Heat pumps (new)" in frame(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen), "a second enter is done: it takes nothing away"
        await press(pilot, "ctrl+s")
    (goal,) = opened().read.records.of(Goal)
    assert sorted(s.title for s in opened().read.records.linked(Skill, goal.skills)) == ["Heat pumps", "Measuring"]


async def test_a_name_that_is_new_is_an_option_that_can_be_taken_away() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "n")
        field = next(f for f in pilot.app.screen.query(FormField) if f.view.key == "skills")
        field.editor.focus()
        await settled(pilot)
        await press(pilot, "enter")
        await typed(pilot, "Heat pumps")
        await press(pilot, "enter")
        assert "Empty so far" not in frame(pilot)
        await press(pilot, "down", "enter", "escape")
        assert "Heat pumps" not in frame(pilot)


async def test_a_draft_of_a_change_begins_where_it_was_left() -> None:
    written({"kind": "goal", "title": "Meten", "why": "Omdat het moet"})
    async with playing() as pilot:
        await press(pilot, "3", "e", "down")
        await typed(pilot, " en kan")
        await press(pilot, "left", "left", "left")
        await press(pilot, "escape", "down", "down", "enter")
    async with playing() as pilot:
        await press(pilot, "3", "e")
        await typed(pilot, "nu ")
        assert pilot.app.screen.entry.text("why") == "Omdat het moet en nu kan"  # type: ignore[attr-defined]


async def test_the_lines_to_save_and_for_more_show_the_cursor() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "3", "n")
        for name, shown in (("#more", "▸ + more fields"), ("#save", "▸ ✓ Save")):
            assert shown not in frame(pilot)
            pilot.app.screen.query_one(name).focus()
            await settled(pilot)
            assert shown in frame(pilot)


async def test_a_draft_that_was_left_at_a_value_to_choose_begins_in_a_text() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "4", "n", "enter")
        await typed(pilot, "Clear explanation")
        await press(pilot, "tab", "down")
        here = pilot.app.screen.focused
        assert not isinstance(here, WritingBox), "a value to choose"
        await press(pilot, "escape", "down", "down", "enter", "1")
        await press(pilot, "home", "enter")
        here = pilot.app.screen.focused
        assert isinstance(here, WritingBox)
        assert here.text == "Clear explanation"


async def test_a_name_that_becomes_a_new_person_is_named() -> None:
    async with playing(size=(80, 40)) as pilot:
        await press(pilot, "4", "n", "enter")
        await typed(pilot, "Clear explanation")
        await press(pilot, "tab", "enter")
        await typed(pilot, "Samir")
        await press(pilot, "enter")
        assert "New when you save: person “Samir”." in frame(pilot)
