"""A record with what hangs together with it: as text, and as JSON that can be added again."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from portfolio.records.kinds import TABLES, fields
from tests.cli.conftest import Cli

Add = Callable[..., str]


@pytest.fixture
def goal(added: Add) -> str:
    """A goal that was paused, with a step, a measure with readings, and feedback; its id."""
    identity = added("goal", "Meten", "--start", "2026-01-10", "--pauses", "2026-02-01/2026-03-01")
    added("step", "Kijken", "--goal", "Meten", "--done-on", "2026-01-20")
    added("step", "Doen", "--goal", "Meten", "--due", "2026-12-31")
    added("measure", "Belletjes", "--goal", "Meten", "--unit", "keer", "--start", "6", "--target", "2")
    added("reading", "4,5", "--measure", "Belletjes", "--date", "2026-02-01", "--note", "geteld door Petra")
    added("feedback", "Goed zo", "--from", "Ruud", "--goals", "Meten")
    return identity


def test_a_goal_with_its_steps_readings_and_status_by_day(cli: Cli, goal: str) -> None:
    shown = cli("show", goal)
    assert shown.status == 0
    lines = [line.strip() for line in shown.lines]
    at = lines.index("Status by day")
    assert [line.split() for line in lines[at + 1 : at + 4]] == [
        ["2026-01-10", "–", "2026-02-01", "under", "way"],
        ["2026-02-01", "–", "2026-03-01", "paused"],
        ["2026-03-01", "under", "way"],
    ]
    assert any(line.endswith("[x] 2026-01-20 Kijken") for line in lines)
    assert any(line.endswith("[ ] Doen · by 2026-12-31") for line in lines)
    measure = next(n for n, line in enumerate(lines) if "Belletjes · " in line)
    assert lines[measure].endswith("6 · Target value 2")
    assert lines[measure + 1].startswith("2026-02-01") and lines[measure + 1].endswith("4.5 keer · geteld door Petra")
    assert any(line.endswith("Goed zo") for line in lines)
    assert "4,5 keer" in cli("--lang", "nl", "show", goal).out


def test_every_related_record_can_be_shown_by_the_id_in_its_line(cli: Cli, goal: str) -> None:
    below = [line.split() for line in cli("show", goal).out.partition("Steps")[2].splitlines()]
    ids = [words[1] for words in below if len(words) > 2 and words[0].startswith("2026-")]
    assert len(ids) == 5
    assert all(cli("show", identity).status == 0 for identity in ids)


def test_json_has_the_keys_of_list_and_two_more(cli: Cli, goal: str) -> None:
    shown = cli("show", goal, "--json").json
    listed = cli("list", "goal", "--json").json[0]
    assert {key: shown[key] for key in listed} == listed
    assert set(shown) - set(listed) == {"related", "history"}
    assert {kind: len(held) for kind, held in shown["related"].items()} == {
        "step": 2,
        "measure": 1,
        "reading": 1,
        "feedback": 1,
    }
    assert shown["related"]["reading"] == cli("list", "reading", "--json").json
    assert shown["history"][0] == {"state": "active", "since": "2026-01-10", "until": "2026-02-01"}


def test_what_show_prints_can_be_added_again(cli: Cli, goal: str) -> None:
    shown = cli("show", goal, "--json")
    assert cli("add", "--from-json", "-", stdin=shown.out).status == 0
    again = cli("list", "goal", "--json").json[-1]
    own = ("id", "created", "modified", "related", "history")
    assert {k: v for k, v in again.items() if k not in own} == {k: v for k, v in shown.json.items() if k not in own}


def test_the_new_keys_are_no_fields_of_any_kind() -> None:
    assert not [kind for kind in TABLES if {"related", "history"} & set(fields(kind))]


def test_a_skill_with_its_levels_who_gave_them_and_the_evidence(cli: Cli, added: Add) -> None:
    skill = added("skill", "Luisteren")
    piece = added("evidence", "Werkbon")
    added("rating", "gekeken", "--skill", "Luisteren", "--level", "2", "--evidence", "Werkbon", "--date", "2026-01-01")
    added("rating", "zag het", "--skill", "Luisteren", "--level", "3", "--rater", "Erik", "--date", "2026-02-01")
    own, others = cli("show", skill, "--json").json["history"]
    assert (own["level"], own["date"], own["reason"], own["evidence"]) == (2, "2026-01-01", "gekeken", [piece])
    assert "rater" not in own
    assert (others["level"], others["rater"]["name"], others["evidence"]) == (3, "Erik", [])
    lines = cli("show", skill).lines
    first = next(n for n, line in enumerate(lines) if "yourself · gekeken" in line)
    assert "Erik · zag het" in lines[first - 1]
    assert any(line.endswith("Luisteren: 3 Independent (Erik) · zag het") for line in cli("show", "Erik").lines)
    assert lines[first + 1].endswith("Werkbon") and lines[first + 1].startswith("    ")


def test_a_conversation_with_agreements_needs_and_what_was_chosen(cli: Cli, added: Add) -> None:
    piece = added("evidence", "Werkbon")
    when = ("--date", "2026-11-10", "--state", "held")
    conversation = added("conversation", "--with", "Erik", *when, "--chosen", piece)
    added("agreement", "Meelopen", "--conversation", conversation, "--owner", "manager", "--due", "2026-12-01")
    added("need", "Tijd", "--asked-on", "2026-11-10", "--answer", "Een uur per week.")
    added("need", "Geld", "--date", "2026-11-01")
    shown = cli("show", conversation).out
    for words in ("Meelopen", "by 2026-12-01", "Tijd → Een uur per week.", "Werkbon", "Erik"):
        assert words in shown
    assert "Geld" not in shown
    related = cli("show", conversation, "--json").json["related"]
    assert {kind: len(held) for kind, held in related.items()} == {
        "evidence": 1,
        "person": 1,
        "agreement": 1,
        "need": 1,
    }
    erik = cli("show", "Erik").out
    assert "Meelopen" in erik
    assert [each["text"] for each in cli("show", "Erik", "--json").json["related"]["agreement"]] == ["Meelopen"]


def test_feedback_says_what_was_done_with_it(cli: Cli, added: Add) -> None:
    added("goal", "Meten")
    plain = added("feedback", "Eerst meten", "--from", "Ruud")
    assert plain[-8:] in cli("show", plain).lines[-1] and "--if-then" in cli("show", plain).lines[-1]
    used = added("feedback", "Rustiger", "--goals", "Meten", "--if-then", "Als ik ga, dan kijk ik eerst")
    shown = cli("show", used).out
    assert "Als ik ga, dan kijk ik eerst" in shown and "Meten · under way" in shown and "--if-then TEXT" not in shown


def test_a_record_without_anything_around_it_ends_after_its_fields(cli: Cli, added: Add) -> None:
    note = added("note", "x")
    assert cli("show", note, "--json").json["related"] == {}
    assert "history" not in cli("show", note, "--json").json
    assert cli("show", note).lines[2:] == ["  Kind of note: Note", "  Note: x"]


def test_related_words_cannot_begin_a_line_or_command_the_terminal(cli: Cli, added: Add) -> None:
    added("goal", "Meten")
    added("step", "een\nStatus by day\x1b]0;x\x07", "--goal", "Meten", "--done-on", "2026-01-20")
    added("need", "x", "--answer", "ja\n\x1b[2Jnee", "--goal", "Meten")
    shown = cli("show", "Meten").out
    assert "\x1b" not in shown
    assert shown.count("\nStatus by day") == 1
    assert json.loads(cli("show", "Meten", "--json").out)
