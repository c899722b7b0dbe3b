"""What `export --dry-run` points out, and that the app points out the same."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from portfolio import locations
from portfolio.journey.sharing.choice import Names
from portfolio.notebook import open_notebook
from portfolio.notebook.export_request import ExportRequest, prepare
from portfolio.records.collection import Records
from tests.cli.conftest import TODAY, Cli

_LOOK = re.compile(r"^(?:Check )?“(.*?)” (?:\(|could not be replaced)", re.MULTILINE)


def pointed_out(cli: Cli, *more: str) -> list[str]:
    """The words that the dry run says to look at."""
    return _LOOK.findall(cli("--lang", "en", "export", "--dry-run", *more).err)


def records() -> Records:
    """What is in the file."""
    here = locations.find(dict(os.environ))
    return open_notebook(here, today=date.fromisoformat(TODAY), now=lambda: datetime.now(UTC)).read.records


@pytest.fixture
def telling(added: Callable[..., str]) -> None:
    """A portfolio with something of every sort in what may leave."""
    added("person", "Erik de Groot", "--role", "manager", "--may-be-named", "no")
    added("person", "Ruud", "--role", "colleague", "--may-be-named", "yes")
    added("feedback", "You talk too fast, and you listen when it is too late", "--permission", "no", "--share")
    added("success", "Eriks plan worked, and Ruud knew. Mrs Patterson rang 06-12-345678 after my burn out.", "--share")
    added("success", "I heard: you talk too fast, and you listen when it is too late. See http://wiki/x", "--share")


@pytest.mark.usefixtures("telling")
@pytest.mark.parametrize("names", ["consented", "roles"])
def test_the_app_and_the_command_line_point_out_the_same(cli: Cli, names: Names) -> None:
    said = pointed_out(cli, "--names", names)
    shown = prepare(records(), ExportRequest(names=names), date.fromisoformat(TODAY)).to_look_at
    assert sorted(said) == sorted(leak.words for leak in shown)
    quoted = "you talk too fast, and you listen when it is too late"
    assert sorted(said) == sorted(["Eriks", "Mrs Patterson", "06-12-345678", "burn out", quoted, "http://wiki/x"])


@pytest.mark.usefixtures("telling")
def test_who_did_not_agree_is_named_once_and_who_did_is_not(cli: Cli) -> None:
    warning = "name people who have not agreed to it: Erik de Groot\n"
    assert warning in cli("--lang", "en", "export", "--names", "roles").err
    assert warning in cli("--lang", "en", "export").err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_asked_for_roles_a_name_of_the_example_is_replaced_or_pointed_out(cli: Cli, language: str) -> None:
    named = ["Ruud", "Erik", "Petra", "Bart", "Theo", "Ilse", "Daan", "Yasmin"]
    result = cli("--lang", language, "demo", "export", "--names", "roles", "--dry-run")
    said = {name for name in named if re.search(rf"\b{name}(?:s|'s)?\b", result.out)}
    assert said <= {name for name in named if f"“{name}" in result.err}
    consented = cli("--lang", language, "demo", "export", "--dry-run")
    assert "Ruud" in consented.out and "“Ruud" not in consented.err
