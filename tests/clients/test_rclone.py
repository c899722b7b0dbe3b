"""rclone bisync, which renames both sides when both were changed: the file itself is gone then."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.clients.machines import Computer, is_quiet, needs

pytestmark = [needs("rclone"), pytest.mark.slow]

FILLERS = 4
"""Files that never change: in a folder where every file was changed bisync stops for safety."""


class Pair:
    """Two computers with a folder that rclone keeps equal."""

    def __init__(self, folder: Path) -> None:
        """One portfolio with a goal, on both."""
        self.here, self.there = (Computer(folder / name / "cloud", folder / name) for name in ("here", "there"))
        self._work = folder / "work"
        self.goal = self.here.leerreis("add", "goal", "Meten")
        for number in range(FILLERS):
            (self.here.folder / f"photo {number}.txt").write_text("never changes")
        self.sync("--resync")

    def sync(self, *options: str) -> None:
        """One run of rclone; the folders are as it left them."""
        folders = [str(computer.folder) for computer in (self.here, self.there)]
        command = ["rclone", "bisync", *folders, "--workdir", str(self._work), *options]
        done = subprocess.run(command, env=self.here.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_a_change_on_one_side_arrives(pair: Pair) -> None:
    pair.here.leerreis("add", "note", "van hier")
    pair.sync()
    assert pair.there.notes() == {"van hier"}
    assert is_quiet(pair.here, pair.there)


def test_changed_on_both_sides_the_file_is_made_from_what_rclone_made_of_it(pair: Pair) -> None:
    pair.here.leerreis("add", "note", "van hier")
    pair.there.leerreis("add", "note", "van daar")
    pair.sync()
    for computer in (pair.here, pair.there):
        assert "leerreis.json" not in computer.files() and len(computer.files()) == 2
        assert computer.notes() == {"van hier", "van daar"}
        assert computer.tried("merge").returncode == 0
        assert computer.files() == {"leerreis.json"}
    pair.sync()
    assert {"van hier", "van daar"} == pair.here.notes() == pair.there.notes()
    for computer in (pair.here, pair.there):
        computer.tried("merge")
    assert is_quiet(pair.here, pair.there)


def test_of_a_text_changed_on_both_sides_both_are_there(pair: Pair) -> None:
    pair.here.leerreis("edit", pair.goal, "--title", "Eerst meten")
    pair.there.leerreis("edit", pair.goal, "--title", "Beter meten")
    pair.sync()
    for computer in (pair.here, pair.there):
        shown = computer.shows(pair.goal)
        assert {shown["title"], *shown["conflicts"]["title"]} == {"Eerst meten", "Beter meten"}


def test_words_written_while_the_file_is_gone_are_in_it_too(pair: Pair) -> None:
    pair.here.leerreis("add", "note", "van hier")
    pair.there.leerreis("add", "note", "van daar")
    pair.sync()
    pair.here.leerreis("add", "note", "daarna")
    assert pair.here.file.exists()
    assert pair.here.notes() == {"van hier", "van daar", "daarna"}


def test_deleted_on_one_side_and_changed_on_the_other_is_kept(pair: Pair) -> None:
    pair.here.leerreis("delete", pair.goal)
    pair.there.leerreis("edit", pair.goal, "--why", "omdat het helpt")
    pair.sync()
    for computer in (pair.here, pair.there):
        assert computer.shows(pair.goal)["why"] == "omdat het helpt"
