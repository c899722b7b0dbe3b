"""Acts of writing: all valid, or every problem at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from portfolio.capture.batch import Batch
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.identity import new_id
from portfolio.records.kinds import PROFILE_ID
from portfolio.records.record import Record
from portfolio.wording import Words

TODAY = date(2026, 11, 18)


@pytest.fixture
def ids() -> Iterator[str]:
    return (new_id(n, 0) for n in range(1000, 2000))


def batch(ids: Iterator[str], records: Iterable[Record] = ()) -> Batch:
    return Batch(Records.of_all(records), lambda: next(ids), TODAY)


def goal(n: int, title: str) -> Record:
    return decode("goal", f"00000000-0000-7000-8000-{n:012x}", {"title": title, "date": "2026-01-01"})


def fields_wrong(act: Batch) -> list[str]:
    return [p.field for p in act.problems]


def test_a_new_record_gets_its_day_and_the_documented_defaults(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_typed("feedback", {"what": ["Goed gedaan"]})
    (draft,) = act.drafts
    assert draft.values == {"what": "Goed gedaan", "date": "2026-11-18", "permission": "not_asked"}
    assert "shareable" not in draft.values


def test_a_name_that_no_one_has_makes_a_private_person(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_typed("feedback", {"what": ["Goed gedaan"], "from": ["Ruud"]})
    person, feedback = act.drafts
    assert person.kind == "person"
    assert person.values["name"] == "Ruud"
    assert "shareable" not in person.values
    assert feedback.values["from"] == person.id
    assert act.asked == [feedback.id]


def test_the_same_new_name_twice_is_one_person(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_typed("feedback", {"what": ["a"], "from": ["Ruud"]})
    act.add_typed("reflection", {"answers": ["text=b"], "people": ["Ruud", "Ruud"]})
    assert [d.kind for d in act.drafts] == ["person", "feedback", "reflection"]
    assert act.drafts[2].values["people"] == [act.drafts[0].id]


def test_links_are_ids_ends_of_ids_or_exact_titles(ids: Iterator[str]) -> None:
    one = goal(0xABCDEF012345, "Meten")
    for words in (one.id, one.id[-6:], one.id[-12:].upper(), "Meten"):
        act = batch(ids, [one])
        act.add_typed("step", {"text": ["x"], "goal": [words]})
        assert act.drafts[-1].values["goal"] == one.id
        assert act.problems == []


def test_an_ambiguous_link_is_refused_with_its_candidates(ids: Iterator[str]) -> None:
    act = batch(ids, [goal(1, "Meten"), goal(2, "Meten")])
    act.add_typed("step", {"text": ["x"], "goal": ["Meten"]})
    assert fields_wrong(act) == ["goal"]
    sentence = act.problems[0].sentence(Words("en"))
    assert "00000001 (Meten)" in sentence
    assert "00000002 (Meten)" in sentence


@pytest.mark.parametrize("words", ["meten", "METEN", "m\u00e9ten", " Meten "])
def test_capitals_and_accents_do_not_count_where_nothing_is_called_exactly_so(ids: Iterator[str], words: str) -> None:
    act = batch(ids, [goal(1, "Meten")])
    act.add_typed("step", {"text": ["x"], "goal": [words]})
    assert not act.problems
    assert act.drafts[-1].values["goal"] == goal(1, "Meten").id


def test_what_is_called_exactly_so_goes_before_what_is_almost_called_so(ids: Iterator[str]) -> None:
    act = batch(ids, [goal(1, "Meten"), goal(2, "METEN"), goal(3, "M\u00e9ten")])
    act.add_typed("step", {"text": ["x"], "goal": ["METEN"]})
    assert act.drafts[-1].values["goal"] == goal(2, "METEN").id
    act.add_typed("step", {"text": ["x"], "goal": ["mETEN"]})
    assert fields_wrong(act) == ["goal"]


@pytest.mark.parametrize("words", ["Mete", "00001", "nergens"])
def test_a_link_to_nothing_is_refused(ids: Iterator[str], words: str) -> None:
    act = batch(ids, [goal(1, "Meten")])
    act.add_typed("step", {"text": ["x"], "goal": [words]})
    assert fields_wrong(act) == ["goal"]


def test_members_of_one_act_may_link_to_earlier_ones(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_json({"kind": "skill", "title": "Luisteren"})
    act.add_json({"kind": "rating", "skill": "Luisteren", "level": 2})
    act.add_json({"kind": "rating", "skill": "Spreken", "level": 2})
    assert act.drafts[1].values["skill"] == act.drafts[0].id
    assert fields_wrong(act) == ["skill"]


@pytest.mark.parametrize(
    ("skill", "level", "stored"),
    [
        ({}, "3", 3),
        ({}, 6, None),
        ({"scale": "cefr"}, "b1", "B1"),
        ({"scale": "yes_no"}, "yes", "yes"),
        ({"scale": "own", "anchors": {"brons": "..", "goud": ".."}}, "goud", "goud"),
        ({"scale": "own", "anchors": {"brons": ".."}}, "tin", None),
    ],
)
def test_a_level_must_be_a_step_of_its_skills_scale(
    ids: Iterator[str], skill: dict[str, Any], level: object, stored: object
) -> None:
    act = batch(ids)
    act.add_json({"kind": "skill", "title": "Talen", **skill})
    act.add_json({"kind": "rating", "skill": "Talen", "level": level})
    assert (fields_wrong(act) == ["level"]) == (stored is None)
    assert stored is None or act.drafts[1].values["level"] == stored


def test_json_takes_back_what_show_prints_and_refuses_what_it_does_not_know(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_json(
        {"id": "x", "kind": "goal", "created": "", "modified": "", "conflicts": {}, "title": "a", "colour": "red"}
    )
    act.add_json({"kind": "reflection", "template": "log", "answers": {"dreamt": "x"}})
    act.add_json({"kind": "wish"})
    act.add_json("text")
    assert fields_wrong(act) == ["colour", "answers.dreamt", "kind", ""]


def test_adding_a_second_profile_edits_the_first(ids: Iterator[str]) -> None:
    profile = decode("profile", PROFILE_ID, {"name": "Samir"})
    act = batch(ids, [profile])
    act.add_typed("profile", {"name": ["Samir Bouali"]})
    (draft,) = act.drafts
    assert (draft.id, draft.new, draft.values) == (PROFILE_ID, False, {"name": "Samir Bouali"})


def test_an_edit_clears_what_is_left_empty_and_checks_prompts_by_the_stored_template(ids: Iterator[str]) -> None:
    log = decode("reflection", new_id(1, 1), {"template": "log", "answers": {"what": "a"}})
    act = batch(ids, [log])
    act.edit_typed(log.id, "reflection", {"answers": ["what="], "context": [""]})
    assert act.drafts[0].values == {"answers": {"what": None}, "context": None}
    act.edit_typed(log.id, "reflection", {"answers": ["progress=x"]})
    assert fields_wrong(act) == ["answers.progress"]


def test_days_that_were_worked_out_are_kept_for_the_face(ids: Iterator[str]) -> None:
    act = batch(ids)
    act.add_typed("goal", {"title": ["x"], "date": ["gisteren"], "due": ["2026-12-01"]})
    assert act.computed_days == [date(2026, 11, 17)]


def test_a_link_that_a_record_held_may_lead_to_something_that_is_gone(ids: Iterator[str]) -> None:
    gone, new = "00000000-0000-7000-8000-00000000dead", "00000000-0000-7000-8000-0000000beef0"
    note = decode("reflection", "00000000-0000-7000-8000-000000000001", {"template": "note", "goals": [gone]})
    act = batch(ids, [note, goal(2, "Two")])
    act.edit_typed(note.id, "reflection", {"goals": [gone, "Two"]})
    assert act.problems == []
    assert act.drafts[0].values["goals"] == [gone, goal(2, "Two").id]
    act.edit_typed(note.id, "reflection", {"goals": [new]})
    assert fields_wrong(act) == ["goals"]
