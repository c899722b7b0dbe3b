"""What cannot be chosen is said in our own words, with all that can be; for every command and every field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from portfolio.cli.arguments import Parser
from portfolio.cli.main import COMMANDS
from portfolio.records.kinds import TABLES, fields
from tests.cli.conftest import Cli


class _Made(Exception):
    """The parser of a command is made."""


def offered(command: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each option or place of a command in which something is chosen, and what."""
    made: list[Any] = []
    with monkeypatch.context() as patched:
        patched.setattr(Parser, "parse_args", lambda parser, *_rest: made.append(parser))
        cli(*command.split())
    for parser in made:
        for action in parser._actions:
            if action.choices:
                yield (action.option_strings or ["", ""])[0], tuple(action.choices)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("command", [*COMMANDS, "add note", "add goal"])
def test_a_command_says_what_can_be_chosen(
    command: str, language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for option, choices in offered(command, cli, monkeypatch):
        before = ("x",) if command == "become" else ()
        result = cli(*command.split(), *before, *filter(None, (option, "nonsense" * 40)), "--lang", language)
        assert result.status == 2, command
        assert ", ".join(choices) in result.err
        assert "choose from:" in result.err or "kies uit:" in result.err
        assert not any(words in result.err for words in ("invalid choice", "ongeldige keuze", "('"))


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind != "export"])
def test_a_field_says_what_can_be_chosen(kind: str, cli: Cli) -> None:
    for name, field in fields(kind).items():
        if field.choices and name != "template":
            result = cli("add", kind, f"--{name.replace('_', '-')}", "nonsense")
            assert result.status == 2
            assert ", ".join(field.choices) in result.err
            assert "…" not in result.err


def test_there_is_something_to_choose(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [option for command in COMMANDS for option, _choices in offered(command, cli, monkeypatch)]
    assert len(found) >= 5
