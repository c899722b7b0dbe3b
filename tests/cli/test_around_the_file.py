"""What lies around the data file: settings, questions and themes of one's own, folders, and files others made."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from portfolio import locations, machine, settings
from tests.cli.conftest import Cli

MARK = b"\xef\xbb\xbf"
HANDOVER = 'name = "Overdracht"\nquestions = ["Wat moet de volgende weten?", "Wat was nieuw?"]\n'


def put(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_byte_order_mark_is_no_word_in_any_of_our_files(cli: Cli, home: Path) -> None:
    assert cli("add", "note", "een").status == 0
    data = home / "leerreis.json"
    data.write_bytes(MARK + data.read_bytes())
    put(home / "config.toml", MARK + b'language = "nl"\n')
    put(home / "templates" / "handover.toml", MARK + HANDOVER.encode())
    theme = (Path(settings.__file__).parent.parent / "themes" / "avond.toml").read_bytes()
    put(home / "themes" / "mijn.toml", MARK + theme)
    listed = cli("list", "--json")
    assert (listed.status, listed.err, len(listed.json)) == (0, "", 1)
    assert "Een leerdoel" in cli("add", "--help").out or "leerdoel" in cli("add", "--help").out
    assert cli("check").status == 0
    assert cli("add", "note", "twee").status == 0
    assert data.read_bytes()[:1] == b"{", "it is written without"
    copy = put(home / "leerreis-DESKTOP-LA2A33H.json", MARK + data.read_bytes())
    assert cli("merge").status == 0 and not copy.exists()
    settings.write(str(home / "config.toml"), theme="papier")
    assert (home / "config.toml").read_bytes()[:1] == b"l"


def test_the_file_of_the_settings_is_seen_from_the_settings(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said, where in (
        ("dagboek/l.json", home / "dagboek" / "l.json"),
        ("../x.json", tmp_path / "x.json"),
        ("~/y.json", tmp_path / "y.json"),
        ("$HOME/z.json", tmp_path / "z.json"),
        ("${HOME}/q.json", tmp_path / "q.json"),
    ):
        put(home / "config.toml", f'file = "{said}"\n')
        for folder in ("here", "there"):
            (tmp_path / folder).mkdir(exist_ok=True)
            monkeypatch.chdir(tmp_path / folder)
            assert cli("where", "--json").json["file"] == str(where)


@pytest.mark.parametrize("said", ["$NOSUCHTHING/x.json", "~nosuchuserhere/x.json", ""])
def test_a_file_that_names_nothing_here_begins_no_second_portfolio(cli: Cli, home: Path, said: str) -> None:
    put(home / "config.toml", f'file = "{said}"\n')
    refused = cli("add", "note", "x")
    assert refused.status == 1 and (not said or f"“file” is “{said}”" in refused.err)
    assert not list(home.rglob("*.json"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('lanuage = "nl"\n', "“lanuage” does not exist. Do you mean “language”?"),
        ('qqqqqq = 3\n', "“qqqqqq” does not exist and is ignored."),
        ('language = "dutch"\n', "does not exist"),
    ],
)  # fmt: skip
def test_settings_that_mean_nothing_are_named(cli: Cli, home: Path, text: str, said: str) -> None:
    cli("add", "note", "x")
    put(home / "config.toml", text)
    assert said in cli("list").err
    checked = cli("check")
    assert checked.status == 1 and said in checked.out
    assert checked.err == "", "nothing is said twice"


def test_check_names_the_key_of_no_action(cli: Cli, home: Path) -> None:
    cli("add", "note", "x")
    put(home / "config.toml", '[keys]\nserch = "f4"\nsave = "f5"\ngo_goals = "f6"\n')
    checked = cli("check")
    assert checked.status == 1 and "“[keys] serch” does not exist. Do you mean “search”?" in checked.out
    assert "save" not in checked.out and "go_goals" not in checked.out


def test_check_names_a_setting_that_cannot_be(cli: Cli, home: Path) -> None:
    cli("add", "note", "x")
    put(home / "config.toml", 'keys = "x"\nascii = "yes"\n')
    checked = cli("check")
    assert checked.status == 1 and "ignored: ascii, keys." in checked.out


def test_a_file_that_is_no_path_is_named_as_such(cli: Cli, home: Path) -> None:
    put(home / "config.toml", "file = 3\n")
    assert "“file” is not a path between quotes" in cli("list").err


def test_check_names_a_theme_that_is_not_there_and_files_that_cannot_be_used(cli: Cli, home: Path) -> None:
    cli("add", "note", "x")
    put(home / "config.toml", 'theme = "papeir"\n')
    put(home / "themes" / "mijn.toml", "no toml at all [")
    put(home / "templates" / "handover.toml", "questions = 3")
    said = cli("check").out
    assert "papier" in said and "mijn" in said and "handover" in said


@pytest.mark.parametrize(
    ("part", "what"),
    [("undo", "what can be undone"), ("snapshots", "backups"), ("handed over", "copies of what you handed over")],
)
def test_check_names_a_part_of_the_state_that_cannot_be_written(cli: Cli, home: Path, part: str, what: str) -> None:
    """As after one run with the rights of another user."""
    cli("add", "note", "een")
    folder = home / "state" / part
    folder.mkdir(exist_ok=True)
    folder.chmod(0o500)
    try:
        (said,) = cli("check").lines
    finally:
        folder.chmod(0o700)
    assert str(folder) in said and what in said and "saved" in said
    assert cli("check").status == 0


def test_check_says_that_nothing_can_be_saved_without_the_private_copy(cli: Cli, home: Path) -> None:
    cli("add", "note", "een")
    (home / "state" / "shadow").chmod(0o500)
    try:
        (said,) = cli("check").lines
    finally:
        (home / "state" / "shadow").chmod(0o700)
    assert "nothing can be saved" in said and str(home / "state" / "shadow") in said


def test_a_read_only_file_is_not_replaced(cli: Cli, home: Path) -> None:
    cli("add", "note", "een")
    data = home / "leerreis.json"
    before = data.read_bytes()
    data.chmod(0o444)
    added = cli("add", "note", "twee")
    assert added.status == 0 and "read-only" in added.err and len(added.lines) == 1
    assert data.read_bytes() == before and data.stat().st_mode & 0o777 == 0o444
    checked = cli("check")
    assert len(cli("list", "--json").json) == 2 and checked.status == 1
    assert checked.err == "" and len(set(checked.lines)) == len(checked.lines), "nothing is said twice"
    data.chmod(0o644)
    assert cli("list").status == 0 and data.read_bytes() != before
    assert cli("check").status == 0


def test_what_is_wrong_in_many_records_is_named_by_place_title_and_field(cli: Cli, tmp_path: Path) -> None:
    records = [{"kind": "goal", "title": f"Goal {n}"} for n in range(1, 5)]
    records[2] |= {"due": "nonsense", "blah": "x"}
    refused = cli("add", "--from-json", str(put(tmp_path / "in.json", json.dumps(records))))
    assert refused.status == 2
    assert "3 “Goal 3”, due:" in refused.err and "3 “Goal 3”, blah:" in refused.err
    assert "Goal 1" not in refused.err and not cli("list").lines
    refused = cli("add", "--from-json", "-", stdin=json.dumps([{"kind": "goal", "title": "ok"}, 7]))
    assert refused.status == 2 and "2:" in refused.err


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_record_on_each_line_is_taken(cli: Cli, end: str) -> None:
    lines = "\n".join(json.dumps({"kind": "goal", "title": f"Goal {n}"}) for n in range(3)) + end
    assert len(cli("add", "--from-json", "-", stdin=lines).lines) == 3
    assert cli("add", "--from-json", "-", stdin=lines + "\n{broken").status == 2


def test_the_log_of_what_was_handed_over_cannot_be_made_up(cli: Cli) -> None:
    for given in ({"kind": "export", "sort": "portfolio"}, [{"kind": "export"}]):
        refused = cli("add", "--from-json", "-", stdin=json.dumps(given))
        assert refused.status == 2 and "exporting" in refused.err


@pytest.mark.parametrize("word", ["handover", "Handover", "overdracht"])
def test_own_questions_are_added_by_their_name(cli: Cli, home: Path, word: str) -> None:
    put(home / "templates" / "handover.toml", HANDOVER)
    added = cli("add", word, "De pomp lekt", "--answer", "2=Het nieuwe filter", "--date", "2026-11-17", "--share")
    assert added.status == 0, added.err
    (note,) = cli("list", "--json").json
    assert (note["template"], note["title"], note["date"], note["shareable"]) == (
        "note",
        "Overdracht",
        "2026-11-17",
        True,
    )
    assert note["answers"]["text"] == ("Wat moet de volgende weten?\nDe pomp lekt\n\nWat was nieuw?\nHet nieuwe filter")
    assert cli("add", word).status == 2 and cli("add", word, "--answer", "3=x").status == 2
    assert "Wat was nieuw?" in cli("add", word, "--help").out


def test_own_questions_are_listed_with_what_can_be_added(cli: Cli, home: Path) -> None:
    assert "Your own questions" not in cli("add", "--help").out
    put(home / "templates" / "handover.toml", HANDOVER + 'use = "end of a shift"\n')
    put(home / "templates" / "broken.toml", "questions = 3 {")
    shown = cli("add", "--help").out
    assert "  handover            Overdracht: end of a shift\n" in shown
    assert "broken.toml" in shown


def test_own_questions_that_cannot_be_used_say_why(cli: Cli, home: Path) -> None:
    put(home / "templates" / "handover.toml", "questions = 3 {")
    refused = cli("add", "handover", "x")
    assert refused.status == 1 and "handover.toml" in refused.err
    assert cli("add", "nothing", "x").status == 2


def test_another_computers_folder_is_not_used(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two computers share LEERREIS_HOME, and the last one to write wins: both keep every note."""
    data = home / "leerreis.json"
    names = iter(["a", "b"] * 6)
    old = b""
    for number in range(12):
        name = next(names)
        monkeypatch.setattr(machine, "_called", lambda name=name: name)
        late = data.read_bytes() if data.exists() else b""
        if old and number % 3 == 0:
            data.write_bytes(old)  # an older file comes over what the other one wrote
        assert cli("add", "note", f"note {number}").status == 0
        old = late or old
    for name in ("a", "b", "a"):
        monkeypatch.setattr(machine, "_called", lambda name=name: name)
        assert cli("list").status == 0
    assert len(cli("list", "--json").json) == 12
    assert cli("check").status == 0
    monkeypatch.setattr(machine, "_called", lambda: "b")
    where = cli("where", "--json").json
    assert where["state"].startswith(str(home / "state-")) and where["shadow"].startswith(where["state"])
    said = cli("check")
    assert said.status == 1 and "belongs to another computer" in said.out and "LEERREIS_HOME" in said.out


def test_a_synced_or_locked_folder_of_our_own_is_said(cli: Cli, home: Path, tmp_path: Path) -> None:
    cli("add", "note", "x")
    assert cli("check").status == 0
    (tmp_path / ".stfolder").mkdir()
    said = cli("check")
    assert said.status == 1 and "Syncthing" in said.out
    (tmp_path / ".stfolder").rmdir()
    (home / "state").chmod(0o555)
    said = cli("check")
    (home / "state").chmod(0o755)
    assert said.status == 1 and "cannot be written" in said.out


def test_an_export_that_cannot_be_noted_says_so(cli: Cli, home: Path, tmp_path: Path) -> None:
    cli("add", "success", "Gelukt", "--share")
    put(home / "state" / "handed over", "a file in the place of a folder")
    done = cli("export", "--to", str(tmp_path / "p.md"))
    assert done.status == 0 and (tmp_path / "p.md").exists()
    assert "could not note" in done.err


def test_where_names_every_path_that_is_used(cli: Cli, home: Path) -> None:
    cli("add", "note", "x")
    paths = cli("where", "--json").json
    used = {path.parent for path in home.rglob("*") if path.is_file()}
    assert {str(each) for each in used} <= {*paths.values(), str(home)} | {
        str(each) for each in (home / "state" / "snapshots").iterdir()
    }
    assert all(path in cli("where").out for path in paths.values() if isinstance(path, str))
    places = locations.find(os.environ)
    assert {path for name, path in places._asdict().items() if path} <= {*paths.values()}


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe", b"somebody", b"0" * 400, b"zzzzzzzzzzzzzzzz"])
def test_a_damaged_mark_takes_no_folder_away(cli: Cli, home: Path, mark: bytes) -> None:
    cli("add", "note", "x")
    put(home / "state" / "computer", mark)
    assert cli("where", "--json").json["state"] == str(home / "state")
    assert cli("add", "note", "y").status == 0 and cli("check").status == 0
