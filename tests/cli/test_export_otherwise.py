"""`leerreis export --names roles` and `--replace`: what could not be replaced is said before anything is written."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

from portfolio.cli.context import Streams
from portfolio.cli.main import run
from tests.cli.conftest import Cli

Add = Callable[..., str]


class Terminal(io.StringIO):
    """A person who types at a terminal."""

    def isatty(self) -> bool:
        return True


def test_each_place_is_said_in_a_dry_run_and_before_it_is_written(cli: Cli, added: Add, tmp_path: Path) -> None:
    added("person", "Ruud", "--role", "monteur", "--may-be-named", "yes")
    added("success", "Ruuds plan uitgevoerd, met Ruud", "--share")
    target = tmp_path / "me.md"
    for arguments in (("--dry-run",), (), ("--to", str(target))):
        made = cli("--lang", "nl", "export", "--names", "roles", *arguments)
        assert made.status == 0
        assert "“Ruuds”" in made.err and "Ruuds plan uitgevoerd" in made.err
    assert "Ruuds plan uitgevoerd, met een monteur" in target.read_text("utf-8")
    err = io.StringIO()
    asked = ["--lang", "en", "export", "--names", "roles", "--to", str(tmp_path / "no.md")]
    assert run(asked, dict(os.environ), Streams(Terminal("no\n"), io.StringIO(), err)) == 0
    assert "“Ruuds” could not be replaced here" in err.getvalue() and "Type yes" in err.getvalue()
    assert not (tmp_path / "no.md").exists()


def test_words_that_are_nowhere_are_said(cli: Cli, added: Add) -> None:
    added("success", "Met Ruud", "--share")
    made = cli("--lang", "en", "export", "--replace", "Petra=x", "--replace", "Ruud=Mentor")
    assert "Met Mentor" in made.out
    assert "“Petra” is not in this document" in made.err
    assert "Ruud" not in made.err
