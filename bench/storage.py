"""The one file: saving an edit, merging a conflict copy, opening; against the least there is to do, and longer lives.

In this process, so that the start of a program is not measured with it. Every fsync is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

import decade
from portfolios import Portfolio, portfolio
from table import Row, in_turn, median_row

from portfolio.locations import Locations, find
from portfolio.store.file.probe import state_in
from portfolio.store.format import changes
from portfolio.store.format.canonical import State, trusted
from portfolio.store.format.join import join
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.versions.version_ids import new_vid

MOST: Final = 4.4
"""Four times the records may take four times as long, and a tenth more."""
EVERY: Final = 100
"""Of a hundred records one was changed on the other computer."""
_numbers: Final = count(1)


class Work(NamedTuple):
    """One thing to measure: ours, the least that must be done for it, and how much more ours may take."""

    name: str
    ours: Callable[[Portfolio], Callable[[], float]]
    least: Callable[[Portfolio], Callable[[], float]]
    bound: float


def rows(folder: Path) -> Iterator[Row]:
    """Each on ten years, then each on a lifetime against ten years."""
    works = (
        Work("save an edit, against write + fsync twice", _saving, _writing_twice, 2),
        Work("merge a copy, against parsing both", _merging, _parsing(2), 2),
        Work("open, against parsing the file", _opening, _parsing(1), 1),
        Work("open another machine's, parsing twice", _opening_theirs, _parsing(2), 2),
    )
    ten_years = portfolio(decade.DECADE, folder)
    for work in works:
        yield median_row(work.name, in_turn(work.ours(ten_years), work.least(ten_years)), work.bound)
    lifetime = portfolio(decade.LIFETIME, folder)
    for work in works:
        name = f"{work.name.partition(',')[0]}: lifetime, ten years"
        yield median_row(name, in_turn(work.ours(lifetime), work.ours(ten_years)), MOST)


def _places(kept: Portfolio) -> Locations:
    return find({"LEERREIS_HOME": str(kept.home / "leerreis")})


def _data(kept: Portfolio) -> bytes:
    return Path(_places(kept).data_file).read_bytes()


def _opened(kept: Portfolio) -> PortfolioFile:
    return PortfolioFile(_places(kept), lambda: datetime.now(UTC))


def _vid() -> str:
    return new_vid(1_800_000_000_000 + next(_numbers), next(_numbers))


def _timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _edited(state: State, identities: list[str]) -> State:
    for identity in identities:
        state = changes.edit(state, identity, {"context": f"edit {next(_numbers)}"}, _vid())
    return state


def _saving(kept: Portfolio) -> Callable[[], float]:
    """One edit of one record, from the change to both files on the disk."""
    file = _opened(kept)
    some = _reflections(file.read().state)
    each = iter(some * 20)
    return lambda: _timed(lambda: file.commit(lambda state: _edited(state, [next(each)])))


def _writing_twice(kept: Portfolio) -> Callable[[], float]:
    """The same bytes, written and forced to the disk twice."""
    data, paths = _data(kept), [kept.home / "one", kept.home / "two"]

    def written() -> None:
        for path in paths:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.write(handle, data)
            os.fsync(handle)
            os.close(handle)

    return lambda: _timed(written)


def _reflections(state: State) -> list[str]:
    """One reflection in a hundred, by id."""
    return [shown.id for shown in state.records("reflections")][::EVERY]


def _theirs(data: bytes) -> bytes:
    """The file as the other computer has it."""
    state = trusted(data)
    return _edited(state, _reflections(state)).encode()


def _merging(kept: Portfolio) -> Callable[[], float]:
    """Both files read, the other with suspicion, and joined, down to the bytes that would be saved."""
    data = _data(kept)
    theirs = _theirs(data)

    def merged() -> bytes:
        ours = trusted(data)
        return join(ours, state_in(theirs, "", ours)).encode()

    return lambda: _timed(merged)


def _parsing(times: int) -> Callable[[Portfolio], Callable[[], float]]:
    """The file parsed so many times."""

    def of(kept: Portfolio) -> Callable[[], float]:
        data = _data(kept)
        return lambda: _timed(lambda: [json.loads(data) for _time in range(times)])

    return of


def _opening(kept: Portfolio) -> Callable[[], float]:
    """A file that is as we left it, read."""
    return lambda: _timed(lambda: _opened(kept).read())


def _opening_theirs(kept: Portfolio) -> Callable[[], float]:
    """A file that another computer changed, read without being saved."""
    data = _data(kept)
    theirs = _theirs(data)
    return lambda: _timed(lambda: state_in(theirs, "", trusted(data)))
