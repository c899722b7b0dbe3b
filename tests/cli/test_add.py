"""Writing down from the shell."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio.records.kinds import FIRST_WORDS, TABLES
from portfolio.records.templates import TEMPLATES
from tests.cli.conftest import Cli

Add = Callable[..., str]
NEEDS = {
    "step": ["--goal", "Een doel"],
    "measure": ["--goal", "Een doel"],
    "reading": ["--measure", "Een meetpunt"],
    "rating": ["--skill", "Een vaardigheid", "--level", "2"],
    "request": ["--person", "Ruud"],
}


def test_the_first_line_makes_the_file_private_and_says_where(cli: Cli, home: Path) -> None:
    result = cli("add", "note", "First measure, then call")
    assert result.status == 0
    assert len(result.out.strip()) == 36
    assert f"{home / 'leerreis.json'}" in result.err
    assert os.stat(home / "leerreis.json").st_mode & 0o777 == 0o600
    assert os.stat(home).st_mode & 0o777 == 0o700
    assert "is now at" not in cli("add", "note", "again").err


@pytest.mark.parametrize("kind", [k for k in TABLES if k != "export"])
def test_every_kind_can_be_added_and_is_private(cli: Cli, added: Add, kind: str) -> None:
    added("goal", "Een doel")
    added("skill", "Een vaardigheid")
    added("measure", "Een meetpunt", "--goal", "Een doel")
    identity = added(kind, "3", *NEEDS.get(kind, []))
    record = cli("show", identity, "--json").json
    assert (record["kind"], record["shareable"], record["date"]) == (kind, False, "2026-11-18")
    words = record["answers"]["text"] if kind == "reflection" else record[FIRST_WORDS[kind]]
    assert words == (3 if kind == "reading" else "3")


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_can_be_called_by_its_name_and_text_answers_its_first_question(
    cli: Cli, added: Add, template: str
) -> None:
    record = cli("show", added(template.replace("_", "-"), "words"), "--json").json
    assert (record["template"], record["answers"]) == (template, {TEMPLATES[template][0]: "words"})


def test_answers_lists_and_share(cli: Cli, added: Add) -> None:
    identity = added(
        "three_minutes", "a", "--answer", "learned=b=c", "--tag", "x", "--tag", "y z", "--share", "--energy", "4"
    )
    record = cli("show", identity, "--json").json
    assert record["answers"] == {"progress": "a", "learned": "b=c"}
    assert (record["tags"], record["shareable"], record["energy"]) == (["x", "y z"], True, 4)


def test_a_dash_reads_stdin_with_every_line(cli: Cli, added: Add) -> None:
    record = cli("show", added("note", "-", stdin="one\ntwo\n\nthree\n"), "--json").json
    assert record["answers"]["text"] == "one\ntwo\n\nthree"


def test_text_that_begins_with_a_dash_goes_behind_two(cli: Cli, added: Add) -> None:
    record = cli("show", added("note", "--", "-5 graden"), "--json").json
    assert record["answers"]["text"] == "-5 graden"


def test_a_worked_out_date_is_printed_in_full(cli: Cli) -> None:
    result = cli("add", "note", "x", "--date", "gisteren")
    assert "Tue 17 November 2026" in result.err
    assert "2026" not in cli("add", "note", "x", "--date", "2026-11-17").err
    assert "di 17 november 2026" in cli("--lang", "nl", "add", "note", "x", "--date", "yesterday").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("note",),
        ("note", "  "),
        ("wish", "x"),
        ("goal", "x", "--colour", "red"),
        ("goal", "x", "--state", "finished"),
        ("goal", "x", "--due", "31 februari"),
        ("step", "x"),
        ("step", "x", "--goal", "nergens"),
        ("log", "x", "--answer", "dreamt=y"),
        ("three_minutes", "x", "--energy", "6"),
        ("reading", "veel", "--measure", "m"),
        ("export", "x"),
        ("--from-json", "/nowhere/at/all.json"),
    ],
)
def test_what_cannot_be_is_exit_2_with_one_sentence_and_nothing_saved(
    cli: Cli, home: Path, arguments: tuple[str, ...]
) -> None:
    for language in ("nl", "en"):
        result = cli("--lang", language, "add", *arguments)
        assert (result.status, result.out) == (2, "")
        assert result.err.count("\n") == 1
    assert not (home / "leerreis.json").exists()


def test_many_at_once_are_all_valid_or_none_is_added(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    records = [
        {"kind": "goal", "title": "Meten", "id": "ignored", "created": "ignored"},
        {"kind": "step", "goal": "Meten", "text": "Debiet"},
        {"kind": "feedback", "what": "Goed", "from": "Ruud"},
    ]
    source.write_text(json.dumps(records), "utf-8")
    result = cli("add", "--from-json", str(source))
    assert result.status == 0
    kinds = [cli("show", identity, "--json").json["kind"] for identity in result.lines]
    assert kinds == ["goal", "step", "feedback"]
    assert [r["kind"] for r in cli("list", "--json").json].count("person") == 1
    source.write_text(json.dumps([*records, {"kind": "goal", "title": "x", "colour": "red"}]), "utf-8")
    refused = cli("add", "--from-json", str(source))
    assert (refused.status, refused.out) == (2, "")
    assert "colour" in refused.err
    assert len(cli("list", "--json").json) == 4


def test_json_comes_from_stdin_too_and_goes_round(cli: Cli, added: Add) -> None:
    identity = added("goal", "Meten", "--why", "omdat", "--forms", "doing", "--forms", "peer")
    shown = cli("show", identity, "--json")
    again = cli("add", "--from-json", "-", stdin=shown.out)
    assert again.status == 0
    copy = cli("show", again.out.strip(), "--json").json
    for name in ("id", "created", "modified"):
        del copy[name]
    assert copy.items() <= shown.json.items()


def test_ids_rise(cli: Cli) -> None:
    ids = cli("add", "--from-json", "-", stdin=json.dumps([{"kind": "goal", "title": str(n)} for n in range(50)])).lines
    assert ids == sorted(ids)
    assert [r["id"] for r in cli("list", "--json").json] == ids


def test_global_options_stand_before_or_after_the_command(cli: Cli, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    assert cli("--file", str(elsewhere), "add", "note", "a").status == 0
    assert cli("add", "note", "b", f"--file={elsewhere}", "--today", "2020-02-29").status == 0
    records = cli("list", "--json", "--file", str(elsewhere)).json
    assert [(r["answers"]["text"], r["date"]) for r in records] == [("b", "2020-02-29"), ("a", "2026-11-18")]
    assert cli("--lang", "fr", "list").status == 2
    assert cli("list", "--file").status == 2
