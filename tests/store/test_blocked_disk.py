"""A data file that cannot be read because reading blocks: the shadow answers, within about a second."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from time import monotonic

import pytest

from portfolio.atomic import System
from portfolio.errors import PortfolioError
from portfolio.locations import find
from portfolio.records.reflections import Reflection
from portfolio.store.portfolio_file import PortfolioFile
from tests.tui.playing import now, opened, places, written

ENOUGH = 5.0
"""Seconds in which a second has passed, also on a machine that is busy."""


class Blocked(System):
    """A system whose every question about one file hangs until it is let go."""

    def __init__(self, path: str) -> None:
        self.path, self.free = path, threading.Event()

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        if path == self.path:
            self.free.wait(60)
        return super().open(path, flags, mode)

    def stat(self, handle_or_path: int | str) -> os.stat_result:
        if handle_or_path == self.path:
            self.free.wait(60)
        return super().stat(handle_or_path)


@pytest.fixture
def blocked() -> Iterator[Blocked]:
    written({"kind": "reflection", "answers": {"text": "in the shadow"}})
    system = Blocked(places().data_file)
    yield system
    system.free.set()


def test_the_shadow_answers_while_reading_hangs_and_words_go_into_it(blocked: Blocked) -> None:
    file = PortfolioFile(places(), now, system=blocked)
    since = monotonic()
    reading = file.read()
    assert reading.state.tables()
    assert [each.kind for each in reading.notices] == ["unreachable"]
    assert not file.changed_outside()
    saved = file.commit(lambda state: state)
    assert not saved.in_file
    assert monotonic() - since < ENOUGH
    blocked.free.set()
    while not file.changed_outside():
        assert monotonic() - since < 60
    assert file.read().notices == ()


@pytest.mark.parametrize("there_is_a_shadow", [True, False])
def test_a_pipe_in_the_place_of_the_file_is_refused_and_stays(there_is_a_shadow: bool) -> None:
    where = find(os.environ)
    if there_is_a_shadow:
        written({"kind": "reflection", "answers": {"text": "in the shadow"}})
        os.unlink(where.data_file)
    os.makedirs(os.path.dirname(where.data_file), exist_ok=True)
    os.mkfifo(where.data_file)
    since = monotonic()
    if there_is_a_shadow:
        assert [r.answers["text"] for r in opened().read.records.of(Reflection)] == ["in the shadow"]
        written({"kind": "reflection", "answers": {"text": "more"}})
        assert len(opened().read.records.of(Reflection)) == 2
    else:
        with pytest.raises(PortfolioError, match="not an ordinary file"):
            opened()
    assert monotonic() - since < ENOUGH
    assert not os.path.isfile(where.data_file)
