"""`leerreis tags`: what is used, and calling one something else."""

from __future__ import annotations

from collections.abc import Callable

from tests.cli.conftest import Cli


def test_tags_are_counted_renamed_and_joined(cli: Cli, added: Callable[..., str]) -> None:
    one = added("note", "a", "--tags", "Pomp", "--tags", "rust")
    two = added("note", "b", "--tags", "pomp")
    added("goal", "c", "--tags", "pump")
    assert cli("tags").lines == ["    2  pomp", "    1  pump", "    1  rust"]
    assert cli("tags", "--json").json[0] == {"tag": "pomp", "records": 2}
    renamed = cli("tags", "--rename", "POMP", "pump")
    assert (renamed.status, renamed.out) == (0, "")
    assert "2" in renamed.err
    assert cli("tags").lines == ["    3  pump", "    1  rust"]
    assert cli("show", one, "--json").json["tags"] == ["pump", "rust"]
    assert cli("undo").status == 0
    assert cli("show", two, "--json").json["tags"] == ["pomp"]


def test_a_tag_that_is_not_there_changes_nothing_and_says_so(cli: Cli, added: Callable[..., str]) -> None:
    added("note", "a")
    assert cli("tags").out == ""
    refused = cli("tags", "--rename", "x", "y")
    assert refused.status == 1
    assert "“x”" in refused.err
    assert cli("tags", "--rename", "x").status == 2
