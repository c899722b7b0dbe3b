"""Undo and redo of every sort of act: each is called by what it did, in both languages, and comes back whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portfolio.notebook import Notebook
from portfolio.notebook.change_names import in_words
from portfolio.notebook.history import NothingToUndo
from portfolio.present.titles import heading
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.persons import Person
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from portfolio.store.local.undo import Action
from portfolio.wording import Words
from tests.notebook.test_notebook import change, window, write

NL, EN = Words("nl"), Words("en")


def last(notebook: Notebook) -> Action:
    """What undo would take back now."""
    action = notebook.next_acts().undo
    assert action is not None
    return action


def named(notebook: Notebook) -> tuple[str, str]:
    """What undo would take back now, in Dutch and in English."""
    return in_words(last(notebook), NL), in_words(last(notebook), EN)


def test_a_rating_is_called_by_its_skill(home: Path) -> None:
    notebook = window()
    skill = write(notebook, kind="skill", title="Meten")
    write(notebook, kind="rating", skill=skill, level="2")
    assert named(notebook)[1] == "rating “Meten: 2 With help” added"


@pytest.mark.parametrize(
    ("kind", "first", "values", "dutch", "english"),
    [
        ("goal", {"title": "Meten"}, {"title": "Meten"}, "", ""),
        ("goal", {"title": "A"}, {"title": "B"}, "leerdoel “B” gewijzigd", "learning goal “B” changed"),
        ("goal", {"title": "A"}, {"state": "paused", "state_reason": "druk"},
         "leerdoel “A” gepauzeerd", "learning goal “A” paused"),
        ("goal", {"title": "A"}, {"state": "achieved", "achieved_on": "2026-11-18"},
         "leerdoel “A” behaald", "learning goal “A” achieved"),
        ("goal", {"title": "A"}, {"state": "dropped"}, "leerdoel “A” losgelaten", "learning goal “A” dropped"),
        ("goal", {"title": "A", "state": "paused"}, {"state": "active"},
         "leerdoel “A” op “loopt” gezet", "learning goal “A” set to “under way”"),
        ("goal", {"title": "A"}, {"state": "paused", "title": "B"},
         "leerdoel “B” gewijzigd", "learning goal “B” changed"),
        ("agreement", {"text": "A"}, {"state": "done"}, "afspraak “A” gedaan", "agreement “A” done"),
        ("agreement", {"text": "A"}, {"state": "dropped"}, "afspraak “A” vervallen", "agreement “A” no longer holds"),
        ("request", {"question": "A", "person": "Ruud"}, {"state": "answered"},
         "feedbackvraag “A” beantwoord", "feedback request “A” answered"),
        ("conversation", {"place": "A"}, {"state": "held"},
         "gesprek “Ontwikkelgesprek” gevoerd", "conversation “Development review” held"),
    ],
)  # fmt: skip
def test_a_change_is_called_by_what_it_did(
    home: Path, kind: str, first: dict[str, Any], values: dict[str, Any], dutch: str, english: str
) -> None:
    notebook = window()
    identity = write(notebook, kind=kind, **first)
    change(notebook, identity, **values)
    if not dutch:
        assert last(notebook).label.endswith("added"), "a change that changes nothing is no act"
        return
    assert named(notebook) == (dutch, english)
    said = notebook.write.undo()
    assert english in said.sentence(EN) and dutch in said.sentence(NL)
    again = notebook.next_acts().redo
    assert again is not None and in_words(again, EN) == english
    assert english in notebook.write.redo().sentence(EN)


def test_a_record_without_a_title_is_called_by_what_it_is_about_and_never_by_an_id(home: Path) -> None:
    notebook = window()
    write(notebook, kind="person", name="Karin", role="manager")
    conversation = write(notebook, kind="conversation", sort="appraisal", **{"with": "Karin"})
    change(notebook, conversation, state="held")
    assert named(notebook) == (
        "gesprek “Beoordelingsgesprek: Karin” gevoerd",
        "conversation “Appraisal: Karin” held",
    )
    alone = write(notebook, kind="conversation", sort="planning")
    change(notebook, alone, state="held")
    assert named(notebook)[1] == "conversation “Planning conversation” held"
    write(notebook, kind="skill", title="Meten")
    write(notebook, kind="rating", skill="Meten", level=2)
    assert named(notebook)[1] == "rating “Meten: 2 With help” added"


def test_a_long_title_gives_way_to_what_was_done() -> None:
    action = Action("{kind} “{title}” paused", {"kind": "goal", "title": "Long words " * 4}, (), "")
    assert in_words(action, EN, 40) == "learning goal “Long words Long…” paused"
    assert in_words(action, EN, 5) == "learning goal “Long wor…” paused"
    assert in_words(action, EN).count("Long words") == 4


def test_a_step_that_is_checked_off_and_opened_again(home: Path) -> None:
    notebook = window()
    goal = write(notebook, kind="goal", title="G")
    step = write(notebook, kind="step", goal=goal, text="S")
    change(notebook, step, done_on="2026-11-18", result="Ging goed")
    assert named(notebook) == ("stap “S (G)” gedaan", "step “S (G)” done")
    change(notebook, step, done_on=None)
    assert named(notebook) == ("stap “S (G)” weer open", "step “S (G)” open again")


def test_a_link_that_is_added_or_taken_away(home: Path) -> None:
    notebook = window()
    write(notebook, kind="skill", title="Meten")
    note = write(notebook, kind="reflection", title="N", answers={"text": "x"})
    change(notebook, note, skills=["Meten"])
    assert named(notebook)[1] == "note “N”: link added"
    change(notebook, note, skills=[])
    assert named(notebook)[1] == "note “N”: link taken away"
    notebook.write.undo()
    found = notebook.read.records.find(Reflection, note)
    assert found is not None and len(found.skills) == 1


def test_a_hint_that_was_put_away_comes_back(home: Path) -> None:
    notebook = window()
    write(notebook, kind="profile", name="Samir")
    change(notebook, notebook.read.records.of_kind("profile")[0].id, dismissed=["sign.x"])
    assert named(notebook) == ("hint bij Vandaag verborgen", "hint on Today hidden")


def test_a_record_is_named_as_in_its_list(home: Path) -> None:
    notebook = window()
    answers = {"progress": "Bij mevrouw de Vries", "learned": "Eerst meten"}
    check = write(notebook, kind="reflection", template="three_minutes", answers=answers)
    note = write(notebook, kind="reflection", template="note", answers={"text": "Losse draad"})
    skill = write(notebook, kind="skill", title="Meten")
    rating = write(notebook, kind="rating", skill=skill, level=3)
    for identity in (check, note, rating):
        listed = heading(notebook.read.record(identity), notebook.read.records, Words("nl"))
        notebook.write.delete([identity])
        assert f"“{listed}” verwijderd" in named(notebook)[0]
        notebook.write.undo()
    notebook.write.delete([note])
    assert named(notebook) == ("notitie “Losse draad” verwijderd", "note “Losse draad” deleted")


def test_several_at_once_are_counted(home: Path) -> None:
    notebook = window()
    ids = [write(notebook, kind="goal", title=title) for title in "ab"]
    notebook.write.set_shareable(ids, True)
    assert named(notebook)[1] == "2 records made shareable"
    notebook.write.delete(ids)
    assert named(notebook)[1] == "2 records deleted"


def whole(notebook: Notebook, goal: str) -> tuple[int, ...]:
    """How much there is of a goal with steps, a measure and its reading."""
    return tuple(len(notebook.read.records.of(kind)) for kind in (Goal, Step, Measure, Reading))


def test_a_goal_and_what_hangs_on_it_go_and_come_back_in_one_act(home: Path) -> None:
    notebook = window()
    goal = write(notebook, kind="goal", title="G")
    other = write(notebook, kind="goal", title="Other")
    for owner in (goal, goal, other):
        write(notebook, kind="step", goal=owner, text="S")
    measure = write(notebook, kind="measure", goal=goal, name="M")
    write(notebook, kind="reading", measure=measure, value=3)
    note = write(notebook, kind="reflection", goals=[goal], answers={"text": "x"})
    notebook.write.delete([goal], with_parts=True)
    assert whole(notebook, goal) == (1, 1, 0, 0)
    assert notebook.read.record(note)
    assert named(notebook)[1] == "learning goal “G” deleted, with what belongs to it"
    notebook.write.undo()
    assert whole(notebook, goal) == (2, 3, 1, 1)
    notebook.write.redo()
    assert whole(notebook, goal) == (1, 1, 0, 0)
    notebook.write.undo()
    notebook.write.delete([goal])
    assert whole(notebook, goal) == (1, 3, 1, 1), "without being asked only the goal goes"


def test_a_person_can_go_while_the_role_stays(home: Path) -> None:
    notebook = window()
    write(notebook, kind="person", name="Erik Jansen", role="manager")
    skill = write(notebook, kind="skill", title="S")
    write(notebook, kind="rating", skill=skill, level=3, rater="Erik Jansen")
    (erik,) = notebook.read.records.of(Person)
    notebook.write.keep_role(erik.id, "manager")
    (person,) = notebook.read.records.of(Person)
    assert (person.name, person.role) == ("manager", "manager")
    assert [r.rater for r in notebook.read.records.of(Rating)] == [person.id]
    assert "Erik" not in Path(notebook.locations.data_file).read_text("utf-8")
    assert named(notebook)[1] == "person “manager”: name taken away"
    notebook.write.undo()
    assert notebook.read.records.of(Person)[0].name == "Erik Jansen"
    assert len(notebook.read.records.of(Skill)) == 1


def in_two_versions(first: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> tuple[Notebook, str]:
    """A goal that two windows changed at the same time, as the first window has it open."""
    one = window()
    identity = write(one, kind="goal", **first)
    two = window()
    change(one, identity, **mine)
    change(two, identity, **theirs)
    one.look()
    return one, identity


def versions(notebook: Notebook, identity: str) -> dict[str, set[str]]:
    """Every version of title and reason, by field."""
    record = notebook.read.records.find(Goal, identity)
    assert record is not None
    return {n: {str(getattr(record, n)), *map(str, record.conflicts.get(n, ()))} for n in ("title", "why")}


def test_undoing_a_settled_conflict_takes_back_the_whole_settling(home: Path) -> None:
    """Saving the form changes the title, and with it chooses what stands of the reason."""
    one, identity = in_two_versions(
        {"title": "a", "why": "a"}, {"title": "mine", "why": "mine"}, {"title": "theirs", "why": "theirs"}
    )
    before, shown = versions(one, identity), one.read.record(identity)
    assert before == {"title": {"mine", "theirs"}, "why": {"mine", "theirs"}}
    batch = one.batch()
    batch.edit(identity, "goal", {"title": "chosen"})
    one.write.save(batch, seen=one.read.seen(identity), settles={identity: ["title", "why"]})
    after = one.read.record(identity)
    assert isinstance(after, Goal) and isinstance(shown, Goal)
    assert (after.title, after.why, dict(after.conflicts)) == ("chosen", shown.why, {})
    one.write.undo()
    assert versions(one, identity) == before
    back = one.read.record(identity)
    assert isinstance(back, Goal) and (back.title, back.why) == (shown.title, shown.why), "what stood, stands again"
    one.write.redo()
    again = one.read.record(identity)
    assert isinstance(again, Goal)
    assert (again.title, again.why, dict(again.conflicts)) == ("chosen", shown.why, {})
    one.write.undo()
    assert versions(one, identity) == before


def test_choosing_without_changing_is_an_act_of_its_own(home: Path) -> None:
    one, identity = in_two_versions({"title": "a"}, {"title": "mine"}, {"title": "theirs"})
    title = one.read.record(identity).heading
    one.write.save(one.batch(), seen=one.read.seen(identity), settles={identity: ["title"]})
    assert not one.read.record(identity).conflicts
    assert named(one) == (
        f"leerdoel “{title}”: één versie gekozen",
        f"learning goal “{title}”: one version chosen",
    )
    one.write.undo()
    assert versions(one, identity)["title"] == {"mine", "theirs"}
    assert one.read.record(identity).heading == title


def test_a_version_that_was_not_seen_is_not_settled_and_that_is_no_act(home: Path) -> None:
    one, identity = in_two_versions({"title": "a"}, {"title": "mine"}, {"title": "theirs"})
    seen = one.read.seen(identity)
    three = window()
    batch = three.batch()
    batch.edit(identity, "goal", {"title": "unseen"})
    three.write.save(batch, seen={})
    before = last(one)
    one.write.save(one.batch(), seen=seen, settles={identity: ["title"]})
    assert versions(one, identity)["title"] == {"mine", "theirs", "unseen"}
    assert last(one) == before


def test_what_comes_next_is_known_without_doing_it(home: Path) -> None:
    notebook = window()
    assert notebook.next_acts() == (None, None)
    write(notebook, kind="goal", title="A")
    assert notebook.next_acts().redo is None
    notebook.write.undo()
    nothing, again = notebook.next_acts()
    assert nothing is None and again is not None and in_words(again, EN) == "learning goal “A” added"
    with pytest.raises(NothingToUndo):
        notebook.write.undo()
