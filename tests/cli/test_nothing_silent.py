"""Nothing that someone typed is dropped or changed in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Add = Callable[..., str]
COMMAND = [sys.executable, "-m", "portfolio"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("goal", "one", "--title", "two"),
        ("goal", "--title", "one", "--title", "two"),
        ("note", "one", "--answer", "text=two"),
        ("log", "--answer", "what=one", "--answer", "what=two"),
        ("note", "one", "--template", "gibbs"),
    ],
)
def test_what_is_said_twice_is_refused(cli: Cli, home: Path, arguments: tuple[str, ...]) -> None:
    assert cli("add", *arguments).status == 2
    assert not (home / "leerreis.json").exists()


@pytest.mark.parametrize("source", ["stdin", "argument", "json"])
def test_bytes_that_are_no_text_are_refused(home: Path, tmp_path: Path, source: str) -> None:
    arguments: dict[str, list[str | bytes]] = {
        "stdin": ["note", "-"],
        "argument": ["note", b"caf\xe9"],
        "json": ["--from-json", "-"],
    }
    done = subprocess.run(
        [*COMMAND, "add", *arguments[source]],
        input=b'{"kind": "goal", "title": "caf\xe9"}',
        capture_output=True,
        env=dict(os.environ),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"UTF-8" in done.stderr
    assert not (home / "leerreis.json").exists()


def test_a_json_key_that_stands_twice_is_refused_and_a_mark_of_windows_is_not(cli: Cli) -> None:
    assert cli("add", "--from-json", "-", stdin='{"kind": "goal", "title": "x", "title": "y"}').status == 2
    assert cli("add", "--from-json", "-", stdin='\ufeff{"kind": "goal", "title": "x"}').status == 0


def test_closed_streams_are_no_mistake(home: Path) -> None:
    for line in ("add note x >&-", "list >&- 2>&-", "add note - <&-"):
        shell = ["sh", "-c", f"{' '.join(COMMAND)} {line}"]
        done = subprocess.run(shell, capture_output=True, text=True, env=dict(os.environ), check=False)
        assert "Traceback" not in done.stderr
        assert "mistake" not in done.stderr


def test_a_rating_is_never_changed_only_added(cli: Cli, added: Add) -> None:
    added("skill", "Luisteren")
    rating = added("rating", "zo gaat het", "--skill", "Luisteren", "--level", "2")
    assert cli("edit", rating, "--level", "3").status == 2
    assert cli("edit", rating, "--tag", "x").status == 0
    assert cli("show", rating, "--json").json["level"] == 2


def test_the_id_of_another_kind_is_no_persons_name(cli: Cli, added: Add) -> None:
    note = added("note", "x")
    assert cli("add", "goal", "y", "--helpers", note).status == 2


def test_the_careful_word_counts(cli: Cli, added: Add) -> None:
    assert cli("show", added("goal", "x", "--share", "--shareable", "no"), "--json").json["shareable"] is False


def test_an_export_says_what_stays_out_and_why(cli: Cli, added: Add) -> None:
    private = added("success", "mine alone")
    added("feedback", "well done", "--share")
    result = cli("export", "--with", private, "--dry-run")
    assert "mine alone" not in result.out
    assert "Private, so it is left out: mine alone" in result.err
    assert "well done" in result.err and "has not agreed" in result.err


def test_numbers_are_found_and_letters_without_their_marks(cli: Cli, added: Add) -> None:
    added("goal", "Meten")
    added("measure", "Storingen", "--goal", "Meten")
    added("reading", "37", "--measure", "Storingen")
    added("note", "Een œuvre over øre en æther")
    for word in ("37", "oeuvre", "ore", "aether"):
        assert len(cli("search", word).lines) == 1, word


def test_settings_that_cannot_be_read_never_begin_a_second_portfolio(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('file = "/elsewhere/mine.json"\nlanguage = [')
    result = cli("add", "note", "x")
    assert (result.status, result.out) == (1, "")
    assert str(home / "config.toml") in result.err
    assert not (home / "leerreis.json").exists()
    assert cli("add", "note", "x", "--file", str(home / "leerreis.json")).status == 0


def test_check_names_words_that_only_this_computer_keeps_every_time(
    cli: Cli, added: Add, home: Path, tmp_path: Path
) -> None:
    added("note", "in both")
    moved = tmp_path / "moved.json"
    moved.write_bytes((home / "leerreis.json").read_bytes())
    added("note", "only here")
    cli("--file", str(moved), "list")
    for _time in range(2):
        result = cli("--file", str(moved), "check")
        assert result.status == 1
        assert "leerreis merge" in result.out
