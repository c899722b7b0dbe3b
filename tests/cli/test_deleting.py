"""Deleting what other records hang on, from the command line, and undo that says what it takes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Cli

Add = Callable[..., str]


def count(cli: Cli, kind: str) -> int:
    return len(cli("list", kind, "--json").json)


def a_goal_with_parts(added: Add) -> str:
    goal = added("goal", "Meten")
    for text in ("een", "twee"):
        added("step", text, "--goal", "Meten")
    added("measure", "Storingen", "--goal", "Meten")
    added("reading", "3", "--measure", "Storingen")
    return goal


def test_delete_leaves_what_belongs_to_it_and_says_so(cli: Cli, added: Add) -> None:
    goal = a_goal_with_parts(added)
    said = cli("delete", goal).err
    assert "1 record deleted" in said and "2 steps, 1 personal measure and 1 reading" in said
    assert (count(cli, "goal"), count(cli, "step")) == (0, 2)


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "leerdoel “Meten” verwijderd, met wat erbij hoort"),
     ("en", "learning goal “Meten” deleted, with what belongs to it")],
)  # fmt: skip
def test_with_parts_takes_them_too_and_one_undo_brings_all_back(
    cli: Cli, added: Add, language: str, words: str
) -> None:
    goal = a_goal_with_parts(added)
    assert "5 records deleted" in cli("delete", goal, "--with-parts").err
    assert [count(cli, kind) for kind in ("goal", "step", "measure", "reading")] == [0, 0, 0, 0]
    assert words in cli("--lang", language, "undo").err
    assert [count(cli, kind) for kind in ("goal", "step", "measure", "reading")] == [1, 2, 1, 1]
    assert words in cli("--lang", language, "redo").err
    assert count(cli, "step") == 0


def test_the_name_of_a_person_goes_and_the_role_stays_where_it_was_used(cli: Cli, added: Add) -> None:
    person = added("person", "Erik Jansen", "--role", "manager")
    feedback = added("feedback", "Goed", "--from", "Erik Jansen")
    assert "leidinggevende" in cli("--lang", "nl", "delete", person, "--keep-role").err
    shown = cli("show", feedback).out
    assert "leidinggevende" in shown and "Erik" not in shown
    assert "name taken away" in cli("undo").err
    assert "Erik Jansen" in cli("show", feedback).out
    said = cli("delete", person).err
    assert "--keep-role" in said
    assert count(cli, "person") == 0
    assert cli("delete", feedback, "--keep-role").status == 2


def test_undo_and_redo_say_what_an_edit_did(cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten")
    cli("edit", goal, "--state", "paused")
    assert "Undone: learning goal “Meten” paused." in cli("undo").err
    assert "Opnieuw gedaan: leerdoel “Meten” gepauzeerd." in cli("--lang", "nl", "redo").err
