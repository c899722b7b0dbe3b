"""The help of every command: whole, in both languages, within 80 columns, with examples that run."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from portfolio.cli.arguments import SHORT, Parser
from portfolio.cli.examples import EXAMPLES, examples_of
from portfolio.cli.help import GROUPS
from portfolio.cli.main import COMMANDS
from portfolio.locations import find
from portfolio.notebook import open_notebook
from portfolio.notebook.demo import TODAY, fill
from portfolio.records.kinds import TABLES, fields
from portfolio.records.templates import TEMPLATES
from portfolio.text import cells
from portfolio.wording import LANGUAGES, Language, Words
from tests.cli.conftest import Cli

KINDS = [kind for kind in TABLES if kind != "export"]
LINES = [*([command] for command in COMMANDS), *(["add", word] for word in (*KINDS, *TEMPLATES))]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A home with the example portfolio, by language."""
    homes: dict[str, Path] = {}
    for language in LANGUAGES:
        homes[language] = folder = tmp_path_factory.mktemp(language)
        evening = datetime(TODAY.year, TODAY.month, TODAY.day, 16, tzinfo=UTC)
        fill(open_notebook(find({"LEERREIS_HOME": str(folder)}), today=TODAY, now=lambda: evening), language)  # noqa: B023
    return homes


def parsers(line: list[str], cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parser]:
    """The parsers that help is asked of."""
    made: list[Any] = []
    read = Parser.parse_args
    with monkeypatch.context() as patched:

        def noting(parser: Parser, rest: list[str]) -> object:
            made.append(parser)
            return read(parser, rest)

        patched.setattr(Parser, "parse_args", noting)
        cli(*line, "--help")
    yield from made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", [["--help"], ["help"], *([*line, "--help"] for line in LINES)], ids=" ".join)
def test_help_fits_80_columns_and_has_two_examples(line: list[str], language: str, cli: Cli) -> None:
    shown = cli("--lang", language, *line)
    assert (shown.status, shown.err) == (0, "")
    assert [each for each in shown.lines if cells(each) > 80] == []
    title = {"en": "Examples:", "nl": "Voorbeelden:"}[language]
    after = shown.lines[shown.lines.index(title) + 1 :]
    assert len(after[: after.index("")]) >= 2
    assert "-h, --help" in shown.out


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_help_names_every_argument_every_choice_and_what_counts_without_it(
    line: list[str], cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(cli(*line, "--help").out.split())
    for parser in parsers(line, cli, monkeypatch):
        assert parser.description
        for action in parser.arguments:
            listed = ("|" if "|".join(action.choices or ()) in words else ", ").join(action.choices or ())
            assert listed in words
            if action.option_strings:
                assert re.search(rf"(^| ){action.option_strings[0]}( |$)", words)
            assert action.help, action.dest
            valued = action.nargs != 0 and not action.required and line[0] not in ("add", "edit")
            if valued and (action.option_strings or action.nargs == "?") and action.dest not in NO_DEFAULT:
                assert parser.usual.get(action.dest) or action.default, action.dest


NO_DEFAULT = {"skill"}
"""`journey skill SKILL` needs one, and other pictures take none."""


@pytest.mark.parametrize("kind", KINDS)
def test_the_help_of_a_kind_has_every_field_with_its_choices(kind: str, cli: Cli) -> None:
    words = " ".join(cli("add", kind, "--help").out.split())
    for field in fields(kind).values():
        assert ", ".join(field.choices) in words
        if field.choices and field.default:
            assert f"(default: {field.default})" in words


def test_every_command_is_in_one_group() -> None:
    assert sorted(name for _title, names in GROUPS for name in names) == sorted(COMMANDS)


BEFORE = {
    "undo": [["add", "note", "x"]],
    "redo": [["add", "note", "x"], ["undo"]],
    "undo &&": [["add", "note", "x"]],
    "bin --restore": [["delete", "Installing air conditioning"], ["delete", "Airco's plaatsen"]],
}
"""The beginning of an example -> what is done before it. What fails is for the other language."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [*EXAMPLES, *(f"add {template}" for template in TEMPLATES)])
def test_the_examples_run(
    command: str, language: Language, cli: Cli, home: Path, examples: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERREIS_TODAY", TODAY.isoformat())
    assert len(examples_of(command)) >= 2
    for example in map(Words(language), examples_of(command)):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(examples[language], home)
        monkeypatch.chdir(home)
        for name in re.findall(r'"(leerreis \([^"]*\)\.json)"', example):
            shutil.copy(home / "leerreis.json", name)
        if "journal.txt" in example:
            Path("journal.txt").write_text("[2026-03-12 21:30] A day. With a text\n", "utf-8")
        for beginning, lines in BEFORE.items():
            if example.startswith(f"leerreis {beginning}"):
                for line in lines:
                    cli(*line)
        for part in example.split(" && "):
            typed = part.partition(" | ")[0]
            for inner in re.findall(r'"\$\((.*?)\)"', typed):
                typed = typed.replace(f'"$({inner})"', cli(*shlex.split(inner)[1:]).out.strip())
            program, *arguments = shlex.split(typed)
            if program == "leerreis" and arguments != ["demo"]:
                result = cli("--lang", language, *arguments)
                assert result.status == 0, f"{typed}: {result.err}"
                assert "search" not in arguments or result.lines not in ([], ["[]"]), f"{typed} finds nothing"


@pytest.mark.parametrize(("long", "letter"), SHORT.items())
def test_a_letter_does_what_the_whole_option_does(long: str, letter: str, cli: Cli, home: Path) -> None:
    cli("add", "note", "one")
    cli("add", "note", "two")
    lines = {
        "--help": ["list"],
        "--json": ["list"],
        "--limit": ["list"],
        "--reverse": ["list"],
        "--to": ["export"],
        "--svg": ["journey"],
        "--yes": ["purge", "--older"],
    }
    value = {"--limit": ["1"], "--to": [str(home / "x.md")], "--svg": [str(home / "x.svg")]}.get(long, [])
    said = cli(*lines[long], long, *value)
    for made in home.glob("x.*"):
        made.unlink()
    assert cli(*lines[long], letter, *value) == said
    assert said.status == 0


def test_the_letters_of_the_options_of_every_command(cli: Cli, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    assert cli("-f", str(other), "add", "note", "x").status == 0
    assert other.exists() and not (home / "leerreis.json").exists()
    assert (
        "Bestand" in cli("-l", "nl", "list", "-f", str(tmp_path / "none.json")).err
        or "nog geen" in cli("list", "-l", "nl", "-f", str(tmp_path / "none.json")).err
    )
    assert cli("-V") == cli("--version")


def test_letters_go_together_and_take_a_number(cli: Cli) -> None:
    for words in ("a", "b", "c"):
        cli("add", "note", words)
    assert cli("list", "-rjn2").json == cli("list", "--reverse", "--json", "--limit", "2").json
    assert cli("list", "-n=1").lines == cli("list", "--limit=1").lines
