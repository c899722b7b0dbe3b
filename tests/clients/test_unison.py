"""unison, which skips what was changed on both sides, or prefers one and may leave a copy of the other."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.clients.machines import Computer, is_quiet, needs

pytestmark = [needs("unison"), pytest.mark.slow]

COPY = ("-prefer", "newer", "-copyonconflict")


class Pair:
    """Two computers with a folder that unison keeps equal."""

    def __init__(self, folder: Path) -> None:
        """One portfolio with a goal, on both."""
        self.here, self.there = (Computer(folder / name / "cloud", folder / name) for name in ("here", "there"))
        self.goal = self.here.leerreis("add", "goal", "Meten")
        self.sync()

    def sync(self, *options: str) -> None:
        """One run of unison; that it skipped something is no failure here."""
        folders = [str(computer.folder) for computer in (self.here, self.there)]
        command = ["unison", *folders, "-batch", "-ui", "text", "-confirmbigdel=false", *options]
        done = subprocess.run(command, env=self.here.environment, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stdout + done.stderr

    def write(self) -> None:
        """A note on each, and another title on each."""
        for computer, word in ((self.here, "hier"), (self.there, "daar")):
            computer.leerreis("add", "note", word)
            computer.leerreis("edit", self.goal, "--title", f"Meten {word}")

    def both_hold_everything(self) -> bool:
        """Whether both notes and both titles are on both computers."""
        for computer in (self.here, self.there):
            goal = computer.shows(self.goal)
            titles = {goal["title"], *goal.get("conflicts", {}).get("title", [])}
            if computer.notes() != {"hier", "daar"} or titles != {"Meten hier", "Meten daar"}:
                return False
        return True


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_changed_on_both_sides_and_skipped_nothing_is_lost(pair: Pair) -> None:
    pair.write()
    before = [computer.file.read_bytes() for computer in (pair.here, pair.there)]
    pair.sync()
    assert before == [computer.file.read_bytes() for computer in (pair.here, pair.there)]
    pair.there.leerreis("merge", str(pair.here.file))
    pair.sync("-prefer", str(pair.there.folder))
    assert pair.both_hold_everything()
    assert is_quiet(pair.here, pair.there)


def test_the_side_that_unison_did_not_prefer_comes_back_from_its_own_copy(pair: Pair) -> None:
    pair.write()
    pair.sync("-prefer", "newer")
    assert pair.here.notes() == {"hier", "daar"}
    pair.sync("-prefer", "newer")
    assert pair.both_hold_everything()
    assert is_quiet(pair.here, pair.there)


def test_the_copy_that_unison_leaves_is_joined_and_goes_on_both_sides(pair: Pair) -> None:
    pair.write()
    for _run in range(2):
        pair.sync(*COPY)
    assert any("conflict" in name for name in pair.here.files() | pair.there.files())
    for _round in range(2):
        for computer in (pair.here, pair.there):
            assert computer.tried("merge").returncode == 0
        pair.sync(*COPY)
    assert pair.both_hold_everything()
    assert pair.here.files() == pair.there.files() == {"leerreis.json"}
    assert is_quiet(pair.here, pair.there)


def test_a_file_that_was_taken_away_on_one_side_is_asked_about_and_not_made_anew(pair: Pair) -> None:
    pair.here.leerreis("add", "note", "hier")
    pair.sync()
    pair.there.file.unlink()
    pair.sync()
    assert not pair.here.file.exists()
    listed = pair.here.tried("list")
    assert "hier" in listed.stdout and "is not there" in listed.stderr and not pair.here.file.exists()
    assert pair.here.tried("merge", "--anew").returncode == 0
    pair.sync()
    assert pair.here.notes() == pair.there.notes() == {"hier"}
