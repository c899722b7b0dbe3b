"""`leerreis inbox`: made when asked, shown without a change, taken in once."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from portfolio import locations
from tests.cli.conftest import Cli


def put(folder: str, name: str, text: str) -> None:
    """Write a note that is an hour old."""
    path = Path(folder) / name
    path.write_text(text, "utf-8")
    before = time.time() - 3600
    os.utime(path, (before, before))


def test_an_inbox_from_its_making_to_its_notes_in_the_portfolio(cli: Cli) -> None:
    none = cli("--lang", "en", "inbox")
    assert (none.status, none.out) == (1, "")
    assert none.err.strip() == "There is no inbox yet. Make one with: leerreis inbox --make"
    made = cli("--lang", "nl", "inbox", "--make")
    folder = made.lines[0]
    assert os.path.basename(folder) == "postvak"
    assert "Dit is het postvak van Leerreis" in (Path(folder) / "read-me.txt").read_text("utf-8")
    assert "Nothing is waiting in your inbox." in cli("--lang", "en", "inbox").err
    put(folder, "2026-11-02 boiler.txt", "Bled the boiler \x1b[31mfirst #pump")
    put(folder, "old.txt", "x")
    (Path(folder) / "old.txt").write_bytes(b"\xe9\xe9 ")
    os.utime(Path(folder) / "old.txt", (1, 1))
    shown = cli("--lang", "en", "inbox")
    assert shown.lines[0].startswith("2026-11-02  note: Bled the boiler") and "\x1b" not in shown.out
    assert "“old.txt” stays in the inbox: it is not text in UTF-8 or UTF-16." in shown.err
    found = json.loads(cli("inbox", "--json").out)
    assert [each["file"] for each in found["waiting"]] == ["2026-11-02 boiler.txt"]
    taken = cli("--lang", "en", "inbox", "--take")
    assert taken.lines == [found["waiting"][0]["id"]]
    assert "1 note added from your inbox. Only you see it." in taken.err
    (record,) = json.loads(cli("list", "--json").out)
    assert (record["date"], record["shareable"], record["tags"]) == ("2026-11-02", False, ["pump"])
    assert cli("inbox", "--take").out == ""
    assert cli("undo").status == 0
    assert json.loads(cli("list", "--json").out) == []


def test_an_inbox_of_the_settings_is_another_folder(cli: Cli) -> None:
    config = Path(locations.find(os.environ).config_file)
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('inbox = "from my phone"\n', "utf-8")
    assert os.path.basename(cli("inbox", "--make").lines[0]) == "from my phone"
    assert "from my phone" in cli("config").out
