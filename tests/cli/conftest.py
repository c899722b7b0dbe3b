"""Fixtures that run the command line in the process of the test, in the home of the test."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from portfolio.__main__ import action_ids
from portfolio.cli.context import Streams
from portfolio.cli.main import run

TODAY = "2026-11-18"


class Result(NamedTuple):
    """Exit status and output of a command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, which must be one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The output as lines."""
        return self.out.splitlines()


Cli = Callable[..., Result]


@pytest.fixture
def cli(home: object, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Return a function that runs `leerreis` with the given arguments, on the day `TODAY`."""
    monkeypatch.setenv("LEERREIS_TODAY", TODAY)

    def command(*arguments: str, stdin: str = "") -> Result:
        out, err = io.StringIO(), io.StringIO()
        status = run(arguments, dict(os.environ), Streams(io.StringIO(stdin), out, err), actions=action_ids)
        return Result(status, out.getvalue(), err.getvalue())

    return command


@pytest.fixture
def added(cli: Cli) -> Callable[..., str]:
    """Return a function that runs `leerreis add` and returns the id of the new record."""

    def add(*arguments: str, stdin: str = "") -> str:
        result = cli("add", *arguments, stdin=stdin)
        assert result.status == 0, result.err
        return result.out.strip()

    return add
