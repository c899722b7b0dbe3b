"""A name or a tag is found whichever way its accents are stored, and there are no twins; it stays as it was typed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest

from tests.cli.conftest import Cli

FORMS = [("NFC", "NFD"), ("NFD", "NFC")]


def spelled(form: str, text: str) -> str:
    """A text in one of the forms."""
    return unicodedata.normalize(form, text)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_a_person_is_one_person(one: str, other: str, cli: Cli, added: Callable[..., str]) -> None:
    person = added("person", spelled(one, "René Zoë"), "--may-be-named", "yes")
    feedback = added("feedback", "Goed", "--from", spelled(other, "René Zoë"))
    assert cli("show", feedback, "--json").json["from"] == person
    assert [each["name"] for each in cli("list", "person", "--json").json] == [spelled(one, "René Zoë")]
    assert cli("show", spelled(other, "René Zoë"), "--json").json["id"] == person


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_a_title_is_found(one: str, other: str, cli: Cli, added: Callable[..., str]) -> None:
    goal = added("goal", spelled(one, "Coördineren"))
    step = added("step", "Eerst", "--goal", spelled(other, "Coördineren"))
    assert cli("show", step, "--json").json["goal"] == goal
    assert cli("list", "--goal", spelled(other, "Coördineren"), "--json").json


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_a_tag_is_one_tag(one: str, other: str, cli: Cli, added: Callable[..., str]) -> None:
    first = added("note", "a", "--tag", spelled(one, "coördinatie"))
    second = added("note", "b", "--tag", spelled(other, "COÖRDINATIE"))
    assert [tag["records"] for tag in cli("tags", "--json").json] == [2]
    found = cli("list", "--tag", spelled(other, "Coördinatie"), "--json").json
    assert {each["id"] for each in found} == {first, second}
    assert cli("show", first, "--json").json["tags"] == [spelled(one, "coördinatie")]
    assert cli("tags", "--rename", spelled(other, "coördinatie"), "planning").status == 0
    assert [tag["tag"] for tag in cli("tags", "--json").json] == ["planning"]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_words_are_found(one: str, other: str, cli: Cli, added: Callable[..., str]) -> None:
    note = added("note", spelled(one, "Een coördinatrice uit Curaçao"))
    for words in ("coördinatrice", "curaçao", "COÖRDINATRICE"):
        assert [each["id"] for each in cli("search", spelled(other, words), "--json").json] == [note]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_two_of_one_name_are_still_two(one: str, other: str, cli: Cli, added: Callable[..., str]) -> None:
    added("person", spelled(one, "René"))
    added("person", spelled(other, "René"))
    assert cli("show", spelled(one, "René")).status != 0


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_line_end_ends_a_line_wherever_it_comes_in(end: str, cli: Cli, added: Callable[..., str]) -> None:
    text = f"eerste{end}tweede"
    notes = [
        added("note", "-", stdin=text),
        added("note", text),
        added("--from-json", "-", stdin=json.dumps({"kind": "reflection", "answers": {"text": text}})),
    ]
    for note in notes:
        assert cli("show", note, "--json").json["answers"] == {"text": "eerste\ntweede"}
    assert "eerste\n    tweede" in cli("show", notes[0]).out


@pytest.mark.parametrize("end", ["\r", "\u2028", "\n"])
def test_a_name_with_a_line_end_in_it_is_found_as_it_was_typed(end: str, cli: Cli, added: Callable[..., str]) -> None:
    goal = added("goal", f"een{end}twee")
    step = added("step", "Eerst", "--goal", f"een{end}twee")
    assert cli("show", step, "--json").json["goal"] == goal


def test_a_reference_counts_no_capitals_and_no_accents(cli: Cli, added: Callable[..., str]) -> None:
    goal, skill = added("goal", "B\u00e8ta"), added("skill", "Co\u00f6rdineren")
    step = added("step", "Eerst", "--goal", "BETA")
    assert cli("show", step, "--json").json["goal"] == goal
    assert cli("list", "--goal", "beta", "--json").json
    assert cli("show", "COORDINEREN", "--json").json["id"] == skill
    assert cli("journey", "skill", "coordineren").status == 0
    assert cli("edit", "BETA", "--why", "x").status == 0
    assert cli("export", "--with", "b\u00c8TA", "--dry-run").status == 0
