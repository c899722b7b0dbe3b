"""From the command line: what was deleted, what is gone for good, and going back to a copy of earlier."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio import atomic
from portfolio.cli.context import Streams
from portfolio.cli.main import run
from tests.cli.conftest import Cli

Add = Callable[..., str]


class Terminal(io.StringIO):
    """A person who types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def today(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bin counts from the moment of deleting, so these tests live on the day of the clock."""
    monkeypatch.delenv("LEERREIS_TODAY")


def titles(cli: Cli, *more: str) -> list[str]:
    return [each["title"] for each in cli("bin", "--json", *more).json]


def test_what_was_deleted_is_listed_and_comes_back_with_its_parts(cli: Cli, added: Add) -> None:
    assert cli("bin").status == 1
    goal = added("goal", "Meten")
    step = added("step", "een", "--goal", "Meten")
    assert cli("bin").err.strip() == "The bin is empty." and cli("bin", "--json").json == []
    cli("delete", goal, "--with-parts")
    found = cli("bin", "--json").json
    assert [(each["id"], each["kind"], each["title"], each["days_left"]) for each in found] == [
        (goal, "goal", "Meten", 30),
        (step, "step", "een", 30),
    ]
    assert found[0]["together"] == [step] and found[0]["deleted"].endswith("Z")
    assert "30 days left" in cli("bin").lines[0] and "Learning goal: Meten" in cli("bin").lines[0]
    assert "2 onderdelen zijn terug" in cli("--lang", "nl", "bin", "--restore", "Meten").err
    assert len(cli("list", "--json").json) == 2
    assert "taken out of the bin" in cli("undo").err
    assert titles(cli) == ["Meten", "een"]
    assert cli("bin", "--restore", "nothing").status == 1


def test_after_thirty_days_it_is_listed_only_when_asked_and_still_comes_back(cli: Cli, added: Add) -> None:
    cli("delete", added("goal", "Meten"))
    assert titles(cli, "--today", "2099-01-01") == []
    assert "bin --all" in cli("bin", "--today", "2099-01-01").err
    assert titles(cli, "--today", "2099-01-01", "--all") == ["Meten"]
    assert "no longer listed" in cli("bin", "--all", "--today", "2099-01-01").out
    assert cli("bin", "--restore", "Meten", "--today", "2099-01-01").status == 0
    assert len(cli("list", "--json").json) == 1


def test_purging_is_asked_at_a_terminal_and_a_script_says_that_it_means_it(cli: Cli, added: Add, home: Path) -> None:
    added("note", "blijft")
    identity = added("goal", "GEHEIM")
    refused = cli("purge", identity)
    assert (refused.status, refused.out) == (2, "") and "--yes" in refused.err
    assert "GEHEIM" in refused.err, "what it would have been about"
    assert cli("show", identity).status == 0
    out, err = io.StringIO(), io.StringIO()
    assert run(["purge", identity], dict(os.environ), Streams(Terminal("n\n"), out, err)) == 0
    assert "“GEHEIM”" in err.getvalue() and "nothing brings it back" in err.getvalue()
    assert "Nothing was changed." in err.getvalue()
    assert cli("show", identity).status == 0
    result = cli("purge", "GEHEIM", "--yes")
    assert (result.status, result.out) == (0, "") and "gone for good" in result.err
    for path in home.rglob("*"):
        assert not path.is_file() or b"GEHEIM" not in path.read_bytes(), path
    assert cli("purge", identity, "--yes").status == 0
    assert "“blijft” added" in cli("undo").err
    assert cli("purge").status == 2 and cli("purge", "x", "--older").status == 2


def test_the_question_before_purging_names_what_goes_in_the_bin_or_not_and_how_many(cli: Cli, added: Add) -> None:
    ids = [added("goal", f"Goal {n}") for n in range(7)]
    cli("delete", ids[0])
    err = io.StringIO()
    arguments = ["--lang", "en", "purge", *ids, added("note", "\x1b]0;title\x07 Ruled out")]
    assert run(arguments, dict(os.environ), Streams(Terminal("yes\n"), io.StringIO(), err)) == 0
    asked = err.getvalue()
    assert all(f"“Goal {n}”" in asked for n in range(5)), asked
    assert "and 3 more" in asked and "8 records go for good" in asked
    assert "\x1b" not in asked
    assert cli("list", "--json").json == []


def test_purging_what_is_older_leaves_what_is_listed(cli: Cli, added: Add) -> None:
    cli("delete", added("goal", "Meten"))
    assert "Nothing was deleted longer" in cli("purge", "--older").err
    assert titles(cli) == ["Meten"]
    assert cli("purge", "--older", "--today", "2099-01-01").status == 2
    assert titles(cli, "--all") == ["Meten"]
    assert cli("purge", "--older", "--yes", "--today", "2099-01-01").status == 0
    assert titles(cli, "--all") == []


def test_a_conflict_copy_that_keeps_the_words_is_named(cli: Cli, added: Add, home: Path) -> None:
    identity = added("goal", "GEHEIM")
    copy = home / "leerreis (conflicted copy).json"
    copy.write_bytes((home / "leerreis.json").read_bytes())
    result = cli("purge", identity, "--yes")
    assert result.status == 1 and str(copy) in result.err
    assert b"GEHEIM" in copy.read_bytes()


def test_words_that_cannot_leave_the_file_yet_are_not_said_to_be_gone(
    cli: Cli, added: Add, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = added("goal", "GEHEIM")
    whole = atomic.write

    def refusing(path: str, data: bytes, **more: object) -> atomic.Durability:
        if path == str(home / "leerreis.json"):
            raise PermissionError(13, "no")
        return whole(path, data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "write", refusing)
    result = cli("purge", identity, "--yes")
    assert result.status == 1 and "not yet from" in result.err and "for good" not in result.err


def test_backups_are_listed_and_one_can_be_gone_back_to(cli: Cli, added: Add) -> None:
    goal = added("goal", "Meten")
    cli("edit", goal, "--title", "Beter meten")
    added("note", "later")
    found = cli("backups", "--json").json
    assert [(each["records"], each["why"]) for each in found] == [(2, "save"), (1, "save"), (1, "save")]
    assert set(found[0]) == {"id", "made", "why", "records", "bytes"}
    assert cli("backups").lines[0].startswith(found[0]["id"]) and "2 records" in cli("backups").lines[0]
    first = found[-1]["id"]
    dry = cli("restore", first, "--dry-run")
    assert dry.lines[0] == "1 record restored."
    assert dry.lines[-1] == "  Learning goal “Meten”: Title"
    assert cli("show", goal, "--json").json["title"] == "Beter meten"
    result = cli("--lang", "nl", "restore", first)
    assert result.status == 0 and result.out == ""
    assert "Terug naar de reservekopie van" in result.err and "leerreis undo" in result.err
    assert cli("show", goal, "--json").json["title"] == "Meten"
    assert len(cli("list", "--json").json) == 2
    assert "back to the backup of" in cli("undo").err
    assert cli("show", goal, "--json").json["title"] == "Beter meten"
    assert cli("restore", "nothing").status == 1
    assert cli("restore", first[:8]).status == 2


def test_exactly_puts_in_the_bin_what_the_copy_does_not_have(cli: Cli, added: Add) -> None:
    added("goal", "Meten")
    first = cli("backups", "--json").json[0]["id"]
    added("note", "later")
    assert "goes to the bin" in cli("restore", first, "--exact").err
    assert [each["kind"] for each in cli("list", "--json").json] == ["goal"]
    cli("undo")
    assert len(cli("list", "--json").json) == 2


def test_a_merge_says_that_undo_leaves_it_and_how_to_go_back(cli: Cli, added: Add, home: Path) -> None:
    goal = added("goal", "Meten")
    other = home / "other.json"
    other.write_bytes((home / "leerreis.json").read_bytes())
    there = {**os.environ, "LEERREIS_HOME": str(home / "there"), "LEERREIS_FILE": str(other)}
    assert run(["add", "note", "elsewhere"], there, Streams(io.StringIO(), io.StringIO(), io.StringIO())) == 0
    merged = cli("merge", str(other))
    assert merged.status == 0 and "undo does not take the merge" in merged.err
    before = merged.err.split("leerreis restore ")[1].split()[0]
    undone = cli("undo")
    assert before in undone.err and "“Meten” added" in undone.err
    cli("redo")
    assert cli("restore", before, "--exact").status == 0
    assert [each["id"] for each in cli("list", "--json").json] == [goal]
    assert "restore" not in cli("merge", str(home / "leerreis.json")).err
