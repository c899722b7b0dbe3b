"""Two windows, or a window and the command line, writing at once."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from portfolio.store.file.lock import BusyError, held
from portfolio.store.format.canonical import State, trusted
from portfolio.store.versions import version_set
from tests.store import acting
from tests.store.lives import at_home, opened, record_id, unique_vid

EACH = 25


def write(folder: str, first: int) -> None:
    """Add EACH goals, one commit each; and rename the goal that both share, each time."""
    file = opened(at_home(folder))
    for number in range(first, first + EACH):

        def change(state: State, number: int = number) -> State:
            shared = state.entry("goals", record_id(1))
            assert shared is not None
            added = version_set.create({"title": f"goal {number}"}, unique_vid())
            renamed = acting.edited(shared, {"title": f"by {number}"}, unique_vid())
            return state.with_entries([("goals", record_id(number), added), ("goals", record_id(1), renamed)])

        assert file.commit(change).in_file


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    shared = version_set.create({"title": "shared"}, unique_vid())
    opened(at_home(tmp_path)).commit(lambda s: s.with_entries([("goals", record_id(1), shared)]), create=True)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write, args=(str(tmp_path), first)) for first in (100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    data = (tmp_path / "leerreis.json").read_bytes()
    titles = {shown.values["title"] for shown in trusted(data).records()}
    assert titles >= {f"goal {n}" for first in (100, 200) for n in range(first, first + EACH)}
    assert opened(at_home(tmp_path)).read().state.encode() == data
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_lock_that_is_kept_is_named_after_the_wait(tmp_path: Path) -> None:
    path = str(tmp_path / "a.lock")
    with held(path, 0.0), pytest.raises(BusyError, match="try again"), held(path, 0.0):
        pass
    with held(path, 0.0):
        pass
