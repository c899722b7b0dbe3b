"""`leerreis import`: shown first when asked, twice as good as once, private, and undone in one go."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

JOURNAL = (
    "[2026-03-12 21:30] A day. With a text\n\n[2026-03-13 21:30] Another \x1b[31mday\n[2026-03-13 21:30] Another day\n"
)


def test_a_journal_is_shown_imported_once_and_taken_back_with_one_undo(cli: Cli, tmp_path: Path) -> None:
    journal = tmp_path / "journal.txt"
    journal.write_text(JOURNAL, "utf-8")
    shown = cli("--lang", "en", "import", str(journal), "--dry-run")
    assert shown.lines[0] == "2026-03-12  A day." and "\x1b" not in shown.out
    assert "3 new notes." in shown.err
    assert cli("list").status == 1, "nothing was made"
    made = cli("--lang", "en", "import", str(journal))
    assert len(made.lines) == 3 and "3 notes imported. Only you see them." in made.err
    again = cli("--lang", "en", "import", str(journal))
    assert (again.lines, again.err.strip()) == ([], "Nothing new was found. 3 were here already.")
    records = json.loads(cli("list", "--json").out)
    assert {record["shareable"] for record in records} == {False}
    assert journal.read_text("utf-8") == JOURNAL
    cli("undo")
    assert json.loads(cli("list", "--json").out) == []


def test_a_folder_a_zip_and_what_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    (vault / ".obsidian").mkdir(parents=True)
    (vault / ".obsidian" / "hidden.md").write_text("no", "utf-8")
    (vault / "2026-03-12.md").write_text("# Pump\nBled it", "utf-8")
    (vault / "old.md").write_bytes(b"\xe9\xe9")
    made = cli("--lang", "en", "import", str(vault))
    assert len(made.lines) == 1
    assert "1 could not be read:" in made.err and "old.md: it is not text in UTF-8 or UTF-16" in made.err
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as file:
        entry = {"creationDate": "2026-03-12T20:00:00Z", "text": "Hello", "uuid": "A"}
        file.writestr("Journal.json", json.dumps({"entries": [entry]}))
        file.writestr("../outside.json", json.dumps({"entries": [entry]}))
    assert len(cli("import", str(packed)).lines) == 1
    (tmp_path / "no.zip").write_bytes(b"PK no")
    for path, message in (
        ("no.zip", "is no zip file that can be read."),
        ("nowhere.txt", "there is no file or folder"),
    ):
        failed = cli("--lang", "en", "import", str(tmp_path / path))
        assert failed.status == 1 and message in failed.err
    (tmp_path / "list.csv").write_text("a;b", "utf-8")
    assert "Say it with --from" in cli("--lang", "en", "import", str(tmp_path / "list.csv")).err


@pytest.mark.parametrize("entries", [2_000])
def test_many_entries_are_one_change(cli: Cli, tmp_path: Path, entries: int) -> None:
    journal = tmp_path / "journal.txt"
    lines = [f"[2020-01-01 {n // 60 % 24:02}:{n % 60:02}] Entry {n}. Text\n" for n in range(entries)]
    journal.write_text("\n".join(lines), "utf-8")
    assert len(cli("import", str(journal)).lines) == entries
    cli("undo")
    assert cli("list").lines == []
