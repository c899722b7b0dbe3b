"""Join copies because the user asked: a file that they name, or all that lie beside the data file."""

from __future__ import annotations

from typing import NamedTuple

from portfolio.atomic import OS, System
from portfolio.store import errors
from portfolio.store.file.probe import bytes_of, judged
from portfolio.store.file.shadow import NOTHING
from portfolio.store.format.canonical import State
from portfolio.store.format.join import brought, join
from portfolio.store.merge_report import Arrival, Brought
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved
from portfolio.wording import N_


class Merged(NamedTuple):
    """The outcome of a merge."""

    saved: Saved
    brought: Brought


def merge(file: PortfolioFile, path: str, *, other: bool = False, system: System = OS) -> Merged:
    """Join the copy at `path`, which is not changed. An empty portfolio becomes the other one.

    `other` allows another portfolio, whose records become part of this one. Raises PortfolioError, naming `path`, when
    it cannot be read, or is another portfolio and `other` is not set.
    """
    known = file.state
    probed = judged(bytes_of(path, system), path, known)
    theirs = probed.state
    if probed.found == "missing":
        raise errors.MissingError(N_("There is no file at {path}; nothing was changed."), path=path)
    if probed.found != "sound" or theirs is None:
        raise errors.of(probed, path)
    before = NOTHING

    def joined(ours: State) -> State:
        nonlocal before
        before = ours
        if ours.portfolio_id == theirs.portfolio_id:
            return join(ours, theirs)
        if ours.tables() and theirs.tables():
            if not other:
                raise errors.OtherPortfolioError(path)
            return join(ours, theirs.under(ours))
        return ours.with_odd(theirs) if ours.tables() else theirs.with_odd(ours)

    saved = file.commit(joined, before="merge")
    file.decide(theirs.portfolio_id)
    return Merged(saved, brought(before, saved.state))


def merge_beside(file: PortfolioFile, *, recreate: bool = False) -> tuple[Saved, tuple[Arrival, ...]]:
    """Join every copy beside the data file and remove those that a sync client made; what arrived, per file.

    They are removed at once, not after a minute: the user is there to see it. `ConflictCopies` says why that is safe.
    `recreate` also writes a data file that is missing. Raises PortfolioError.
    """
    file.beside.manner = "now"
    try:
        saved = file.commit(lambda state: state, recreate=recreate)
    finally:
        file.beside.manner = "join"
    return saved, file.take_arrived()
