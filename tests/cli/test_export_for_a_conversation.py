"""`leerreis export --conversation`: the document is the one that the app would make, and what was decided is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from portfolio import locations
from portfolio.notebook import open_notebook
from portfolio.notebook.export_request import ExportRequest, prepare, proposed_period
from tests.cli.conftest import TODAY, Cli

Add = Callable[..., str]
LEVELS = "## Where I stand"


@pytest.fixture
def records(added: Add) -> None:
    """A level, a goal and a story, all shareable."""
    skill = added("skill", "Measuring", "--date", "2026-03-01", "--share")
    added("rating", "--skill", skill, "--level", "3", "--date", "2026-03-01", "--share")
    added("goal", "Measure first", "--date", "2026-03-01", "--share")
    added("success", "It worked at once", "--date", "2026-05-01", "--share")


def by_the_app(conversation: str) -> str:
    """The document that the app proposes for a conversation."""
    today = date.fromisoformat(TODAY)
    records = open_notebook(locations.find(os.environ), today=today, now=lambda: datetime.now(UTC)).read.records
    request = ExportRequest(
        language="en", conversation=conversation, period=proposed_period(records, today, conversation)
    )
    return prepare(records, request, today).preview.text


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("consequences", ["yes", "unknown", "no"])
@pytest.mark.parametrize("share", [("--share",), ()])
def test_it_is_as_careful_as_the_app_and_says_so(
    cli: Cli, added: Add, consequences: str, share: tuple[str, ...]
) -> None:
    person = added("person", "Erik", "--role", "manager")
    day = ("--date", "2026-12-01", "--period-from", "2026-04-01")
    conversation = added("conversation", "--with", person, "--consequences", consequences, *day, *share)
    made = cli("--lang", "en", "export", "--conversation", conversation)
    assert made.status == 0, made.err
    assert made.out == by_the_app(conversation)
    careful = consequences != "no"
    assert (LEVELS not in made.out) is careful
    assert ("pay or contract" in made.err and "--no-careful" in made.err) is careful
    assert "1 Apr – 18 Nov 2026" in made.out and "1 Apr – 18 Nov 2026" in made.err
    assert ("with my manager" in made.out) is bool(share)
    assert ("This conversation is private" in made.err) is (not share)
    assert LEVELS in cli("--lang", "en", "export", "--conversation", conversation, "--no-careful").out
    asked = cli("--lang", "en", "export", "--conversation", conversation, "--careful")
    assert LEVELS not in asked.out and "pay or contract" not in asked.err


@pytest.mark.usefixtures("records")
def test_what_is_asked_for_by_name_wins(cli: Cli, added: Add) -> None:
    conversation = added("conversation", "Room 4", "--consequences", "yes", "--date", "2026-12-01", "--share")
    made = cli(
        "--lang", "en", "export", "--conversation", conversation, "--section", "where_i_stand", "--since", "2026-01-01"
    )
    assert LEVELS in made.out and "It worked at once" in made.out
    assert "1 Jan – 18 Nov 2026" in made.out
    assert "period" not in made.err.lower()
    short = cli("--lang", "en", "export", "--conversation", conversation, "--no-section", "stories")
    assert "## Results" not in short.out and LEVELS not in short.out


def test_where_care_leaves_nothing_it_stays_careful_and_that_is_said(cli: Cli, added: Add) -> None:
    skill = added("skill", "Measuring", "--share")
    added("rating", "--skill", skill, "--level", "3", "--share")
    conversation = added("conversation", "Room 4", "--date", "2026-12-01")
    made = cli("--lang", "en", "export", "--conversation", conversation)
    assert "Measuring" not in made.out and "has no place in it, so it is still empty" in made.err
    assert made.out == by_the_app(conversation)
    assert LEVELS in cli("--lang", "en", "export", "--conversation", conversation, "--no-careful").out


def test_an_evening_is_told_by_what_was_done_and_learned_and_a_plan_only_when_nothing_else_was_written(
    cli: Cli, added: Add
) -> None:
    answers = ("--answer", "learned=Bleed the pump first", "--answer", "next=When it hums, then I bleed it")
    added("three_minutes", "Fitted a boiler", *answers, "--share")
    added("three_minutes", "Balanced the radiators", answers[-2], "next=When it is cold, then I wait", "--share")
    made = cli("--lang", "en", "export").out
    assert "Fitted a boiler: Bleed the pump first" in made and "Balanced the radiators" in made
    assert "When it" not in made


def test_of_a_skill_without_a_shared_level_nothing_is_said(cli: Cli, added: Add) -> None:
    skill = added("skill", "Measuring", "--share")
    added("rating", "--skill", skill, "--level", "3")
    added("note", "A pump", "--share")
    made = cli("--lang", "en", "export").out
    assert "A pump" in made
    assert "Measuring" not in made and "o level" not in made
    added("evidence", "Job sheet", "--skill", skill, "--share")
    made = cli("--lang", "en", "export").out
    assert "| Measuring |" in made and "o level" not in made


@pytest.mark.parametrize("asked", [("--careful",), ()])
def test_with_care_results_and_evidence_are_in_it_and_what_was_dropped_is_not(
    cli: Cli, added: Add, asked: tuple[str, ...]
) -> None:
    goal = added("goal", "Measure first", "--date", "2026-03-01", "--share")
    added(
        "step", "Measure ten times", "--goal", goal, "--done-on", "2026-04-01", "--result", "Ten out of ten", "--share"
    )
    gone = added("goal", "Welding", "--date", "2026-03-01", "--state", "dropped", "--state-on", "2026-06-01", "--share")
    added("step", "First seam", "--goal", gone, "--done-on", "2026-04-01", "--result", "It broke", "--share")
    measure = added("measure", "Seams", "--goal", gone, "--share")
    added("reading", "0", "--measure", measure, "--date", "2026-05-01", "--share")
    added("log", "Went wrong twice", "--goals", goal, "--date", "2026-05-02", "--share")
    added("mistake", "Wrong part", "--answer", "lesson=Look twice", "--date", "2026-05-02", "--share")
    added("success", "It worked at once", "--date", "2026-05-01", "--share")
    added("evidence", "Job sheet", "--date", "2026-05-01", "--goals", goal, "--share")
    for_it = ("--conversation", added("conversation", "Room 4", "--consequences", "yes", "--date", "2026-12-01"))
    made = cli("--lang", "en", "export", *(asked or for_it))
    for words in ("Measure first", "Ten out of ten", "It worked at once", "Job sheet", "[B1]"):
        assert words in made.out
    for words in ("Welding", "First seam", "It broke", "Seams", "Went wrong", "Wrong part", "Look twice"):
        assert words not in made.out
    everything = cli("--lang", "en", "export", *for_it, "--no-careful").out
    for words in ("Welding", "It broke", "Went wrong twice", "[B1]"):
        assert words in everything
    also = cli("--lang", "en", "export", "--careful", "--section", "journey", "--section", "setbacks").out
    assert "Look twice" in also, "what is asked for by name is in it"
    assert "Welding" not in also


def test_an_export_without_anything_shareable_says_that_it_is_empty(cli: Cli, added: Add) -> None:
    note = added("note", "A pump")
    empty = "The document is still empty: nothing that you wrote is shareable."
    assert empty in cli("--lang", "en", "export").err
    cli("share", note)
    assert empty not in cli("--lang", "en", "export").err
