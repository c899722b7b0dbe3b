"""Whatever call to the system fails, and whenever the process dies: what was acknowledged is there afterwards."""

from __future__ import annotations

import errno
import json
from contextlib import suppress
from pathlib import Path

import pytest

from portfolio.errors import PortfolioError
from portfolio.store.format import changes
from portfolio.store.format.canonical import State
from portfolio.store.format.strict import parse
from portfolio.store.results import Saved
from tests.store import acting
from tests.store.faults import DiedError, FaultySystem

from .lives import adds, at_home, opened, record_id, vid

MORE_THAN_ALL_STEPS = 200


def titles(folder: Path) -> set[object]:
    """What a later process reads."""
    return {shown.values["title"] for shown in opened(at_home(folder)).read().state.records()}


def commit_with(system: FaultySystem, folder: Path) -> Saved | None:
    """A commit on this system; None when it was not acknowledged."""
    try:
        return opened(at_home(folder), system=system).commit(adds("goals", 2, title="second"), create=True)
    except (DiedError, PortfolioError, OSError):
        return None


def outside(folder: Path) -> None:
    """Another machine's edit arrives in the file."""
    elsewhere = folder / "elsewhere"
    other = opened(at_home(elsewhere))
    elsewhere.mkdir()
    (elsewhere / "leerreis.json").write_bytes((folder / "leerreis.json").read_bytes())
    other.commit(adds("goals", 3, title="third"))
    (folder / "leerreis.json").write_bytes((elsewhere / "leerreis.json").read_bytes())


@pytest.mark.parametrize("dies", [True, False])
@pytest.mark.parametrize("news", [False, True])
def test_a_failure_at_any_step_of_a_save_loses_nothing(tmp_path: Path, dies: bool, news: bool) -> None:
    for at in range(1, MORE_THAN_ALL_STEPS):
        folder = tmp_path / str(at)
        opened(at_home(folder)).commit(adds("goals", 1, title="first"), create=True)
        file = folder / "leerreis.json"
        before = file.read_bytes()
        if news:
            outside(folder)
        system = FaultySystem(at, dies=dies)
        saved = commit_with(system, folder)
        assert parse(file.read_bytes())
        seen = {shown.values["title"] for shown in saved.state.records()} if saved else {"first"}
        file.write_bytes(before)  # what a careless sync client does
        assert {"first"} | seen <= titles(folder)
        assert saved is None or "second" in seen
        if not dies:
            assert not list(folder.rglob("*.tmp")) or "unlink" in system.calls[at - 1 :]
        if len(system.calls) < at:
            assert saved is not None and saved.in_file
            return
    pytest.fail("the save never came to its end")


@pytest.mark.parametrize("dies", [True, False])
def test_a_failure_while_the_first_file_is_made_loses_nothing(tmp_path: Path, dies: bool) -> None:
    for at in range(1, MORE_THAN_ALL_STEPS):
        folder = tmp_path / str(at)
        system = FaultySystem(at, dies=dies)
        saved = commit_with(system, folder)
        reading = opened(at_home(folder)).read()
        found = {shown.values["title"] for shown in reading.state.records()}
        assert found == {"second"} or saved is None
        assert not reading.exists or json.loads((folder / "leerreis.json").read_bytes())
        if len(system.calls) < at:
            return
    pytest.fail("the save never came to its end")


@pytest.mark.parametrize("dies", [True, False])
def test_a_failure_at_any_step_of_reading_news_loses_nothing(tmp_path: Path, dies: bool) -> None:
    for at in range(1, MORE_THAN_ALL_STEPS):
        folder = tmp_path / str(at)
        opened(at_home(folder)).commit(adds("goals", 1, title="first"), create=True)
        outside(folder)
        system = FaultySystem(at, dies=dies, error=errno.EIO)
        with suppress(DiedError, PortfolioError):
            opened(at_home(folder), system=system).read()
        assert titles(folder) == {"first", "third"}
        if len(system.calls) < at:
            return
    pytest.fail("the reading never came to its end")


def test_what_could_not_be_saved_is_not_acknowledged(tmp_path: Path) -> None:
    for at in range(1, MORE_THAN_ALL_STEPS):
        folder = tmp_path / str(at)
        opened(at_home(folder)).commit(adds("goals", 1, title="first"), create=True)
        system = FaultySystem(at, dies=False)
        saved = commit_with(system, folder)
        if saved is not None and not saved.in_file:
            assert [n.kind for n in saved.notices] == ["not_in_file"]
        if len(system.calls) < at:
            return


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    file = opened(at_home(tmp_path))
    file.commit(adds("goals", 1, title="first"), create=True)
    before = (tmp_path / "leerreis.json").read_bytes()

    def wrong(state: State) -> State:
        return acting.edit(state, record_id(99), {"title": "x"}, vid(5))

    with pytest.raises(changes.UnknownRecordError):
        file.commit(wrong)
    assert (tmp_path / "leerreis.json").read_bytes() == before
    assert titles(tmp_path) == {"first"}
