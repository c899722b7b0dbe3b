"""Words from stdin: what is known to be wrong is said before one is read, and what was read is never lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio.store import errors
from portfolio.store.portfolio_file import PortfolioFile
from tests.cli.conftest import Cli

APP = [sys.executable, "-m", "portfolio"]


@pytest.mark.parametrize(
    "line",
    [
        ("note", "-", "--date", "31 april"),
        ("note", "-", "--energy", "9"),
        ("note", "-", "--goal", "no such goal"),
        ("goal", "-", "--title", "twice"),
        ("reading", "-"),
        ("skill", "-", "--group", "nonsense"),
        ("log", "-", "--answer", "nonsense=x"),
    ],
)
def test_what_is_known_to_be_wrong_is_said_before_a_word_is_read(line: tuple[str, ...]) -> None:
    """The pipe stays open: who waits for words would wait for ever."""
    process = subprocess.Popen([*APP, "add", *line], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.wait(60) == 2
        assert process.stderr is not None
        assert "Nothing was saved" in (said := process.stderr.read()) or "nothing was saved" in said
    finally:
        process.kill()
        process.communicate()


def test_good_words_are_read_and_saved(cli: Cli) -> None:
    assert cli("add", "note", "-", "--energy", "3", stdin="\ufefffirst\nsecond\n").status == 0
    (note,) = cli("list", "--json").json
    assert (note["answers"]["text"], note["energy"]) == ("first\nsecond", 3)


def test_nothing_read_is_nothing_to_keep(cli: Cli, home: Path) -> None:
    result = cli("add", "note", "-", stdin="\n")
    assert result.status == 2
    assert not list(home.rglob("*stdin*"))


def test_words_that_cannot_be_saved_are_a_draft(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise errors.NotSavedError("the disk is full")

    cli("add", "note", "earlier")
    monkeypatch.setattr(PortfolioFile, "commit", fail)
    result = cli(
        "add", "log", "-", "--energy", "3", "--answer", "learned=more", "--date", "2025-11-03", stdin="words\n"
    )
    assert result.status == 1
    assert "draft" in result.err
    (draft,) = (home / "state" / "drafts").glob("*.json")
    kept = json.loads(draft.read_text("utf-8"))["draft"]
    assert kept["texts"] == {"answers.what": "words", "answers.learned": "more", "energy": "3"}
    assert (kept["kind"], kept["template"], kept["date"]) == ("reflection", "log", "2025-11-03")


def test_a_value_that_turns_out_wrong_is_kept(cli: Cli, home: Path) -> None:
    cli("add", "goal", "G")
    cli("add", "measure", "M", "--goal", "G")
    result = cli("add", "reading", "-", "--measure", "M", stdin="no number\n")
    assert result.status == 2
    (draft,) = (home / "state" / "drafts").glob("*.json")
    assert "no number" in draft.read_text("utf-8")


def test_json_that_is_refused_is_kept_in_a_file_that_is_named(cli: Cli, home: Path) -> None:
    for text in ("no json, precious", '[{"kind": "goal", "nonsense": "precious"}]'):
        result = cli("add", "--from-json", "-", stdin=text)
        assert result.status == 2
        kept = Path(next(word for word in result.err.split() if word.endswith(".txt")))
        assert kept.read_text("utf-8") == text
        kept.unlink()
