"""Copies of earlier: one with each save, one before a merge, and never a save that fails for one."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portfolio.atomic import System
from portfolio.errors import PortfolioError
from portfolio.store.file.rotation import SAVES
from portfolio.store.file.snapshots import Snapshot, packed, unpacked
from portfolio.store.format.strict import UnreadableError
from portfolio.store.merge import merge
from portfolio.store.portfolio_file import PortfolioFile
from tests.store.faults import DiedError, FaultySystem

from .lives import PORTFOLIO, adds, at_home, now, opened


class Clock:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.at = now()

    def __call__(self) -> datetime:
        return self.at


class NoSecondNames(System):
    """A disk on which a file has one name."""

    def link(self, source: str, target: str) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), source, None, target)


def copies(file: PortfolioFile) -> list[Snapshot]:
    return file.snapshots.of(file.read().state.portfolio_id)


def titles(file: PortfolioFile, snapshot: Snapshot) -> list[object]:
    return [shown.values["title"] for shown in file.snapshots.read(snapshot).records()]


@pytest.mark.parametrize("system", [System(), NoSecondNames()])
def test_each_save_leaves_a_copy_that_later_saves_do_not_touch(tmp_path: Path, system: System) -> None:
    clock = Clock()
    file = PortfolioFile(at_home(tmp_path), clock, system=system)
    for number in range(1, 4):
        clock.at += timedelta(minutes=1)
        file.commit(adds("goals", number, title=f"goal {number}"), create=True)
    found = copies(file)
    assert [each.why for each in found] == ["save"] * 3
    assert [titles(file, each) for each in found] == [
        ["goal 1", "goal 2", "goal 3"],
        ["goal 1", "goal 2"],
        ["goal 1"],
    ]
    assert [each.at for each in found] == [clock.at - timedelta(minutes=n) for n in range(3)]


def test_a_save_that_changes_nothing_leaves_no_copy_and_saves_in_one_moment_one_each(tmp_path: Path) -> None:
    file = opened(at_home(tmp_path))
    for number in (1, 2, 2, 2):
        file.commit(adds("goals", number, title="x"), create=True)
    assert [len(titles(file, each)) for each in copies(file)] == [2, 1]


def test_while_the_clock_stands_still_the_last_save_is_kept_too(tmp_path: Path) -> None:
    file = opened(at_home(tmp_path))
    for number in range(1, SAVES + 4):
        file.commit(adds("goals", number, title="x"), create=True, before="bulk" if number % 2 else None)
    assert len(titles(file, copies(file)[0])) == SAVES + 3


def test_before_a_merge_that_brings_something_there_is_one_of_how_it_was(tmp_path: Path) -> None:
    file, other = opened(at_home(tmp_path / "one")), opened(at_home(tmp_path / "two"))
    file.commit(adds("goals", 1, title="mine"), create=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "leerreis.json").write_bytes((tmp_path / "one" / "leerreis.json").read_bytes())
    path = str(tmp_path / "two" / "leerreis.json")
    merge(file, path)
    assert [each.why for each in copies(file)] == ["save"]
    other.commit(adds("goals", 2, title="theirs"))
    merge(file, path)
    (before,) = (each for each in copies(file) if each.why == "merge")
    assert titles(file, before) == ["mine"]


def test_what_another_machine_wrote_is_in_a_copy_too(tmp_path: Path) -> None:
    file, other = opened(at_home(tmp_path / "one")), opened(at_home(tmp_path / "two"))
    file.commit(adds("goals", 1, title="mine"), create=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "leerreis.json").write_bytes((tmp_path / "one" / "leerreis.json").read_bytes())
    other.commit(adds("goals", 2, title="theirs"))
    (tmp_path / "one" / "leerreis.json").write_bytes((tmp_path / "two" / "leerreis.json").read_bytes())
    file.read()
    assert [titles(file, each) for each in copies(file)] == [["mine", "theirs"], ["mine"]]


def test_older_copies_are_compressed_one_with_a_save_and_say_the_same(tmp_path: Path) -> None:
    clock = Clock()
    file = PortfolioFile(at_home(tmp_path), clock)
    for number in range(1, SAVES + 6):
        clock.at += timedelta(days=1)
        file.commit(adds("goals", number, title="word " * 100), create=True)
    found = copies(file)
    assert [each.path.endswith(".gz") for each in found] == [False] * SAVES + [True] * 5
    assert [len(titles(file, each)) for each in found] == list(range(SAVES + 5, 0, -1))
    assert all(os.stat(each.path).st_mode & 0o777 == 0o600 for each in found)
    assert found[-1].size < len(file.snapshots.read(found[-1]).encode())


def test_a_folder_that_holds_other_things_is_no_trouble(tmp_path: Path) -> None:
    file = opened(at_home(tmp_path))
    file.commit(adds("goals", 1, title="x"), create=True)
    (found,) = copies(file)
    folder = Path(found.path).parent
    for name in ("notes.txt", "20261125-233303-12x.save.json", "20269925-233303-123.save.json", "x.save.json"):
        (folder / name).write_text("not ours")
    (folder / "20261125-233303-123.save.json").mkdir()
    file.commit(adds("goals", 2, title="y"))
    assert [each.why for each in copies(file)][-2:] == ["save", "save"]
    assert (folder / "notes.txt").read_text() == "not ours"


def test_the_name_of_a_portfolio_leads_nowhere_else(tmp_path: Path) -> None:
    file = opened(at_home(tmp_path))
    root = Path(at_home(tmp_path).snapshots_folder)
    for name in ("../../elsewhere", "/etc", PORTFOLIO, "\ud800"):
        assert Path(file.snapshots.folder(name)).parent == root


def test_a_damaged_copy_is_refused_by_name(tmp_path: Path) -> None:
    whole = packed(b"words " * 100)
    assert unpacked(whole, "") == b"words " * 100
    for data in (whole[:-9], b"", b"not gzip", whole[:20] + b"\0\0\0" + whole[23:]):
        with pytest.raises(UnreadableError):
            unpacked(data, "here")


@pytest.mark.slow
@pytest.mark.parametrize("dies", [True, False])
def test_a_failure_at_any_step_leaves_the_older_copies_whole(tmp_path: Path, dies: bool) -> None:
    for at in range(1, 200):
        clock = Clock()
        places = at_home(tmp_path / str(at))
        for number in range(1, SAVES + 3):  # the next save drops nothing, and compresses one
            clock.at += timedelta(days=1)
            PortfolioFile(places, clock).commit(adds("goals", number, title=f"goal {number}"), create=True)
        before = {each.id: each for each in copies(PortfolioFile(places, clock))}
        clock.at += timedelta(days=1)
        system = FaultySystem(at, dies=dies)
        acknowledged = False
        try:
            PortfolioFile(places, clock, system=system).commit(adds("goals", 50, title="last"))
            acknowledged = True
        except (DiedError, PortfolioError):
            pass
        file = PortfolioFile(places, clock)
        assert not acknowledged or len(list(file.read().state.records())) == SAVES + 3
        after = {each.id: each for each in copies(file)}
        assert set(before) <= set(after)
        assert all(titles(file, after[name]) for name in before)
        if len(system.calls) < at:
            assert acknowledged and len(after) == len(before) + 1
            return
    pytest.fail("the save never came to its end")
