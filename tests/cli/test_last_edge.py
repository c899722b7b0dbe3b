"""Nothing that a terminal obeys gets out of a file name, an id or a stored text by the command line."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from portfolio.sanitise import SIGNS
from tests.cli.conftest import Cli
from tests.test_architecture import PACKAGE

HOSTILE = "\x1b]52;c;aGk=\x07\x9b2J\u202e\x7f\u2066"
COMMANDS = (
    ("check",), ("where",), ("config",), ("list",), ("search", "words"), ("tags",), ("bin",), ("backups",),
    ("journey",), ("journey", "rhythm"), ("journey", "growth"), ("journey", "evidence"), ("ready",), ("sheet",),
    ("calendar",), ("merge",), ("undo",), ("redo",), ("export", "--dry-run"), ("export",),
)  # fmt: skip
WITH_JSON = {
    "check",
    "where",
    "config",
    "list",
    "search",
    "tags",
    "bin",
    "backups",
    "journey",
    "ready",
    "sheet",
    "calendar",
}


def unsafe(texts: Iterable[str]) -> list[str]:
    """What a terminal would obey."""
    return [c for text in texts for c in text if ord(c) in SIGNS and c != "\n"]


@pytest.fixture
def hostile(home: Path, cli: Cli) -> Path:
    """A portfolio with hostile words, with files of hostile names beside it; its folder."""
    words = f"words {HOSTILE} [/b]"
    cli("add", "note", words, "--tags", words, "--share")
    cli("add", "goal", words, "--share")
    cli("add", "skill", words, "--share", "--target", "4")
    cli("add", "milestone", words, "--share")
    cli("add", "feedback", words, "--from", words, "--permission", "yes", "--share")
    for name in (f"leerreis (conflict {HOSTILE}).json", "leerreis (1)\nYour portfolio is whole.json"):
        (home / name).write_text("no portfolio")
    other = json.loads((home / "leerreis.json").read_text())
    other["_meta"]["1"]["portfolio_id"] = f"other{HOSTILE}"
    (home / f"leerreis-other{HOSTILE}.json").write_text(json.dumps(other))
    return home


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_what_a_terminal_obeys(command: tuple[str, ...], hostile: Path, cli: Cli) -> None:
    lines = [command] + [(*command, "--json")] * (command[0] in WITH_JSON)
    for line in lines:
        result = cli(*line)
        assert unsafe((result.out, result.err)) == []
        assert "made a mistake" not in result.err


def test_a_file_name_begins_no_line_of_its_own(hostile: Path, cli: Cli) -> None:
    result = cli("check")
    ours = "Your portfolio is whole; there is nothing to do."
    assert not [line for line in result.lines if line.startswith("Your portfolio is whole") and line != ours]


def test_a_hostile_home_is_printed_safely(home: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home / f"folder{HOSTILE}\nsecond"
    folder.mkdir(parents=True)
    monkeypatch.setenv("LEERREIS_HOME", str(folder))
    for command in (("where",), ("where", "--json"), ("check",), ("list",), ("add", "note", "x"), ("check",)):
        result = cli(*command)
        assert unsafe((result.out, result.err)) == []
    assert json.loads(cli("where", "--json").out)["file"] == str(folder / "leerreis.json")


def test_only_the_edge_writes_to_the_terminal() -> None:
    for path in (PACKAGE / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "write" and "std" in ast.unparse(node.value):
                assert path.name in ("context.py", "main.py"), f"{path}:{node.lineno} writes by itself"
