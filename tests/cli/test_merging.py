"""Copies beside the file on the command line: checked, merged, named; a file that is gone; another portfolio."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

Add = Callable[..., str]
Elsewhere = Callable[..., Path]
NAME = "portfolio (conflict from laptop).json"


@pytest.fixture
def file(home: Path) -> Path:
    return home / "leerreis.json"


@pytest.fixture
def elsewhere(cli: Cli, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """Does these commands on another computer, and lays the file from there beside ours."""

    def work(name: str, *commands: tuple[str, ...], own: bool = False) -> Path:
        here, there = os.environ["LEERREIS_HOME"], tmp_path / f"there-{name}"
        there.mkdir()
        if not own:
            (there / "leerreis.json").write_bytes(file.read_bytes())
        monkeypatch.setenv("LEERREIS_HOME", str(there))
        for command in commands:
            assert cli(*command).status == 0
        monkeypatch.setenv("LEERREIS_HOME", here)
        copy = file.with_name(name)
        copy.write_bytes((there / "leerreis.json").read_bytes())
        return copy

    return work


def test_check_names_each_copy_and_what_it_holds_and_merge_brings_it_in(
    cli: Cli, added: Add, elsewhere: Elsewhere, home: Path
) -> None:
    goal = added("goal", "Meten")
    copy = elsewhere(NAME, ("edit", goal, "--title", "Daar"), *[("add", "note", f"van daar {n}") for n in range(3)])
    cli("edit", goal, "--title", "Hier")
    copy.touch()
    assert cli("check").status == 1  # `edit` joined it already; what is left to do are the two versions
    before = copy.read_bytes()
    copy.unlink()
    late = elsewhere("leerreis-LAPTOP-4K7RM2QX.json", ("add", "note", "later"), ("edit", goal, "--why", "daarom"))
    data = late.read_bytes()
    checked = cli("check", "--json")
    assert checked.status == 1 and late.read_bytes() == data
    (found,) = [f for f in checked.json["findings"] if f["sort"] == "copy"]
    assert found["about"] == str(late)
    assert "new: 1 note; changed: 1 learning goal" in found["sentence"]
    assert "leerreis merge" in found["sentence"]
    merged = cli("merge")
    assert (merged.status, merged.err) == (0, "")
    assert merged.out.startswith(
        "New from “leerreis-LAPTOP-4K7RM2QX.json”: 1 note. Changed there: 1 learning goal. Nothing was lost. "
    )
    assert not late.exists() and data in [p.read_bytes() for p in (home / "state" / "absorbed").iterdir()]
    assert before
    assert not [f for f in cli("check", "--json").json["findings"] if f["sort"] == "copy"]


def test_merge_says_in_dutch_what_came_from_where(cli: Cli, added: Add, elsewhere: Elsewhere, file: Path) -> None:
    goal = added("goal", "Meten")
    start = file.read_bytes()
    copy = elsewhere(NAME, ("edit", goal, "--title", "Daar"), ("add", "note", "van daar"))
    data = copy.read_bytes()
    copy.unlink()
    cli("edit", goal, "--title", "Hier")
    copy.write_bytes(data)
    assert start != file.read_bytes()
    checked = cli("--lang", "nl", "check")
    assert checked.status == 1
    assert "nieuw: 1 notitie; gewijzigd: 1 leerdoel; 1 tekst aan beide kanten gewijzigd" in checked.out
    merged = cli("--lang", "nl", "merge")
    assert merged.out.startswith(
        f"Nieuw uit “{NAME}”: 1 notitie. Daar gewijzigd: 1 leerdoel. "
        "1 tekst was aan beide kanten gewijzigd; beide versies zijn bewaard. Er is niets verloren gegaan. "
    )


def test_every_other_command_joins_what_came_and_says_so_on_stderr(cli: Cli, added: Add, elsewhere: Elsewhere) -> None:
    added("note", "van hier")
    elsewhere(NAME, ("add", "note", "van daar"))
    listed = cli("list", "--json")
    assert len(listed.json) == 2
    assert listed.err == f"New from “{NAME}”: 1 note. Nothing was lost.\n"
    assert cli("list").err == ""
    assert "already holds" in cli("check").out
    assert cli("merge").out.startswith(
        f"“{NAME}”: nothing new; your file already held all of it. The copy itself was moved to "
    )
    assert cli("check").status == 0


def test_merge_with_nothing_beside_the_file_says_so(cli: Cli, added: Add, file: Path) -> None:
    assert cli("merge").status == 1
    assert not file.exists()
    added("note", "x")
    merged = cli("merge")
    assert merged.status == 0 and str(file) in merged.out


def test_what_cannot_be_merged_is_named_and_stays(cli: Cli, added: Add, elsewhere: Elsewhere, file: Path) -> None:
    added("note", "van hier")
    good = elsewhere(NAME, ("add", "note", "van daar"))
    cut = file.with_name("leerreis (conflict).json")
    cut.write_bytes(file.read_bytes()[:-9])
    tables = json.loads(file.read_bytes())
    tables["_meta"]["1"]["schema"] = 9
    newer = file.with_name("leerreis 3.json")
    newer.write_text(json.dumps(tables))
    neighbour = elsewhere("werk.json", ("add", "note", "van een ander"), own=True)
    other = elsewhere("leerreis-DESKTOP-LA2A33H.json", ("add", "note", "ook van een ander"), own=True)
    left = {path: path.read_bytes() for path in (cut, newer, neighbour, other)}
    merged = cli("merge")
    assert merged.status == 1 and NAME in merged.out and not good.exists()
    for path in (cut, newer, other):
        assert str(path) in merged.err
    assert "werk.json" not in merged.err, "a portfolio of its own name is in nobody's way"
    assert {path: path.read_bytes() for path in left} == left
    for memory in (file.parent / "state" / "shadow").glob("*.beside"):
        memory.unlink()
    assert {f["sort"] for f in cli("check", "--json").json["findings"]} == {"copy", "other"}


def test_two_portfolios_become_one_when_that_is_asked(cli: Cli, added: Add, elsewhere: Elsewhere) -> None:
    added("note", "van hier")
    other = elsewhere("leerreis-DESKTOP-LA2A33H.json", ("add", "note", "van daar"), own=True)
    refused = cli("merge", str(other))
    assert refused.status == 1 and "another portfolio" in refused.err
    merged = cli("merge", "--other")
    assert merged.status == 0, merged.err
    assert "1 note. Nothing was lost." in merged.out
    assert len(cli("list", "--json").json) == 2
    assert not other.exists() and cli("check").status == 0


def test_a_file_that_is_gone_is_made_anew_only_when_that_is_asked(cli: Cli, added: Add, file: Path) -> None:
    added("note", "van hier")
    file.unlink()
    checked = cli("check")
    assert checked.status == 1 and "leerreis merge --anew" in checked.out
    assert cli("merge").status == 1 and not file.exists()
    assert "leerreis merge --anew" in cli("merge").err
    made = cli("merge", "--anew")
    assert (made.status, made.out) == (0, "Your file is there again, with everything in it.\n")
    assert b"van hier" in file.read_bytes() and cli("check").status == 0


def test_copies_of_a_file_that_this_computer_never_saw_are_named_and_made_the_file(
    cli: Cli, added: Add, elsewhere: Elsewhere, file: Path
) -> None:
    added("note", "van hier")
    elsewhere("leerreis.json..path2", ("add", "note", "van daar"))
    file.rename(f"{file}..path1")
    shutil.rmtree(file.parent / "state")
    checked = cli("check")
    assert checked.status == 1 and "leerreis.json..path1 is a portfolio" in checked.out
    assert not file.exists()
    assert cli("merge").status == 0
    assert len(cli("list", "--json").json) == 2 and cli("check").status == 0


def test_both_renamed_is_healed_by_merge(cli: Cli, added: Add, elsewhere: Elsewhere, file: Path) -> None:
    added("note", "van hier")
    elsewhere("leerreis.json..path2", ("add", "note", "van daar"))
    file.rename(f"{file}..path1")
    assert cli("check").status == 1 and not file.exists()
    merged = cli("merge")
    assert merged.status == 0 and "leerreis.json..path2" in merged.out
    assert file.exists() and len(cli("list", "--json").json) == 2


def test_the_merge_driver_writes_the_join_into_the_first_of_both(cli: Cli, added: Add, elsewhere: Elsewhere) -> None:
    goal = added("goal", "Meten")
    theirs = elsewhere("B", ("edit", goal, "--why", "daarom"))
    base = elsewhere("O")
    ours = elsewhere("A", ("add", "note", "van hier"))
    kept = theirs.read_bytes()
    assert cli("merge-driver", str(base), str(ours), str(theirs)) == (0, "", "")
    assert theirs.read_bytes() == kept
    assert cli("--file", str(ours), "show", goal, "--json").json["why"] == "daarom"
    assert "van hier" in cli("--file", str(ours), "list").out


def test_the_merge_driver_leaves_both_alone_when_one_cannot_be_read(
    cli: Cli, added: Add, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    added("goal", "Meten")
    ours, theirs = elsewhere("A"), tmp_path / "B"
    theirs.write_bytes(ours.read_bytes()[:100])
    before = ours.read_bytes()
    refused = cli("merge-driver", str(tmp_path / "O"), str(ours), str(theirs))
    assert refused.status == 1 and str(theirs) in refused.err and ours.read_bytes() == before
    assert cli("merge-driver", str(ours)).status == 2


def test_what_has_two_versions_is_named_as_people_call_it(cli: Cli, added: Add, elsewhere: Elsewhere) -> None:
    note = added("three_minutes", "Eerst")
    copy = elsewhere("leerreis-LAPTOP-4K7RM2QX.json", ("edit", note, "--answer", "progress=Daar"))
    away = copy.rename(copy.parent.parent / "on its way")
    cli("edit", note, "--answer", "progress=Hier")
    away.rename(copy)
    assert cli("merge").status == 0
    checked = cli("check", "--lang", "nl")
    assert checked.status == 1 and f"{note}: twee versies van Wat goed ging." in checked.out
    shown = cli("show", note, "--lang", "nl").out
    assert "Andere versie van Wat goed ging: " in shown and "Kies in de app, of met: leerreis edit" in shown


def test_a_deletion_that_met_a_change_is_told(cli: Cli, added: Add, elsewhere: Elsewhere) -> None:
    goal = added("goal", "Meten")
    copy = elsewhere("leerreis-LAPTOP-4K7RM2QX.json", ("edit", goal, "--why", "toch"))
    away = copy.rename(copy.parent.parent / "on its way")
    assert cli("delete", goal).status == 0
    away.rename(copy)
    merged = cli("merge")
    assert "1 record was deleted on one side and changed on the other; it is kept." in merged.out
    assert cli("show", goal, "--json").json["why"] == "toch"
