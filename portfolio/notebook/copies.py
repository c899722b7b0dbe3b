"""The other copies of an open portfolio: beside its file, elsewhere, and on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from portfolio.locations import Locations
from portfolio.notebook.lookup import Lookup
from portfolio.notebook.results import Accept, Stored
from portfolio.store.notices import Notice, notice
from portfolio.store.portfolio_file import PortfolioFile

if TYPE_CHECKING:
    from portfolio.store.copies.recognition import Copy
    from portfolio.store.merge_report import Arrival, Brought


class Copies:
    """Finds and merges the copies of one portfolio."""

    def __init__(self, file: PortfolioFile, locations: Locations, read: Lookup, accept: Accept) -> None:
        """`read` is the shown state; `accept` takes over the outcome of a merge."""
        self._file, self._locations, self._read, self._accept = file, locations, read, accept
        self.snapshots = file.snapshots
        """The backups on this computer."""

    def older(self) -> list[tuple[str, Notice]]:
        """Shadows of this portfolio from other paths that hold content the file lacks: path and notice."""
        path = self._locations.data_file
        return [(kept, notice("older_shadow", path=path, kept=kept)) for kept, _count in self._file.older_shadows()]

    def merge(self, path: str, *, other: bool = False) -> tuple[Brought, tuple[Notice, ...]]:
        """Merge the file at `path`; `other` allows another portfolio. Returns what it brought, and the notices."""
        from portfolio.store.merge import merge

        saved, brought = merge(self._file, path, other=other)
        self._accept((), saved)
        return brought, saved.notices

    def merge_beside(self, *, recreate: bool = False) -> tuple[tuple[Arrival, ...], Stored]:
        """Merge every copy beside the file, and remove those that can go;

        `recreate` also writes a missing file again.
        """
        from portfolio.store.merge import merge_beside

        saved, arrived = merge_beside(self._file, recreate=recreate)
        return arrived, self._accept((), saved)

    def beside(self) -> list[tuple[Copy, Arrival | None]]:
        """The copies beside the file, and other files there that need attention, with what each would bring."""
        return self._file.beside.found(self._read.state)

    def left_beside(self) -> tuple[Notice, ...]:
        """Copies that could not be merged, as last seen; opens no file."""
        return self._file.beside.left()

    def others(self) -> Mapping[str, str]:
        """Other portfolios without a decision whether they belong to this one: id to path."""
        return self._file.others()

    def keep_apart(self, portfolio_id: str) -> None:
        """Note that this other portfolio stays separate."""
        self._file.decide(portfolio_id)

    def take_arrived(self) -> tuple[Arrival, ...]:
        """What copies beside the file brought since the last call."""
        return self._file.take_arrived()
