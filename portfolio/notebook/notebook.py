"""An open portfolio, for the app and the command line alike.

`read` answers questions, `write` makes changes, `copies` finds and merges other copies. Each change is joined with what
other windows and machines wrote, kept in the shadow, written to the file, and can be undone. Nothing here knows a
widget or an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from portfolio.locations import Locations
from portfolio.notebook.copies import Copies
from portfolio.notebook.lookup import Lookup
from portfolio.notebook.results import Stored
from portfolio.records.collection import Records
from portfolio.records.decode import instant
from portfolio.store.notices import Notice
from portfolio.store.portfolio_file import PortfolioFile
from portfolio.store.results import Saved

if TYPE_CHECKING:  # a command that only reads does not import these; they are imported where they are used
    from portfolio.capture.batch import Batch
    from portfolio.notebook.changes import ChangeWriter
    from portfolio.records.record import Record
    from portfolio.store.format.canonical import State
    from portfolio.store.local.undo import Next


class Notebook:
    """The open portfolio: its parts, and the current state that they share."""

    def __init__(self, file: PortfolioFile, locations: Locations, *, today: date, now: Callable[[], datetime]) -> None:
        """Call `look` before anything else, as `open_notebook` does."""
        self._file, self.locations, self._now = file, locations, now
        self.today = today
        """The user's calendar day; an app that stays open past midnight sets the next one."""
        self.notices: tuple[Notice, ...] = ()
        self.exists = False
        self.read_only = False
        self.read: Final = Lookup()
        self.copies: Final = Copies(file, locations, self.read, self._accept)

    @cached_property
    def write(self) -> ChangeWriter:
        """The writer of changes; made when something is first written."""
        from portfolio.notebook.changes import ChangeWriter

        return ChangeWriter(self._file, self.locations, self._now, self.read, self._accept)

    def look(self) -> Records:
        """Read the file again, joined with what other windows and machines wrote."""
        reading = self._file.read()
        self.notices, self.read_only = reading.notices, reading.read_only
        self.exists = reading.exists or bool(reading.state.tables())
        self._sweep(reading.state)
        return self.read.show(reading.state, known=reading.known)

    def seconds(self) -> float:
        """This instant, in seconds since 1970."""
        return self._now().timestamp()

    def moment(self) -> str:
        """This instant, ISO 8601 in UTC."""
        return instant(self._now())

    def changed_outside(self) -> bool:
        """Whether another program changed the file since it was last read; cheap enough for every two seconds."""
        return self._file.changed_outside()

    def is_saved(self) -> bool:
        """Whether the file holds everything, and not only the copy on this computer."""
        return self.exists and self._file.is_saved

    def batch(self, also: Record | None = None) -> Batch:
        """Start a new batch dated today; `also` is a record in the bin that is changed all the same."""
        from portfolio.capture.batch import Batch

        records = self.read.records
        if also is not None and records.get(also.id) is None:
            shown = records
            records = Records(lambda kind: (*shown.of_kind(kind), *([also] if kind == also.kind else ())))
        return Batch(records, self.write.record_id, self.today)

    def next_acts(self) -> Next:
        """The actions that undo and redo would apply now. Cheap: no record is read."""
        from portfolio.store.local.undo import History

        return History(self.locations).next()

    def waits(self) -> Mapping[str, int]:
        """The number of records of each kind, purged on another computer, that wait for a decision here."""
        return self._file.holding.counted(self.read.state)

    def accept_purge(self) -> None:
        """Remove the waiting content from every file of ours; `write.refuse_purge` keeps it."""
        self._file.holding.let_go()
        self._sweep(self.read.state)

    def recreate_file(self) -> Stored:
        """Write a missing file again from what this computer keeps of it."""
        stored = self._accept((), self._file.commit(lambda state: state, recreate=True))
        self.look()
        return stored

    def tidy(self) -> None:
        """Remove what a crash left behind; called once, when an app starts."""
        self._file.tidy()

    def _accept(self, ids: Iterable[str], saved: Saved) -> Stored:
        self.exists = True
        self._sweep(saved.state)
        self.read.show(saved.state)
        return Stored(tuple(ids), saved.in_file, saved.notices, saved.overruled)

    def _sweep(self, state: State) -> None:
        """Remove what another computer purged from everything kept on this one."""
        if not self.read_only and state.purged():
            from portfolio.store.purge import sweep_arrived

            sweep_arrived(self.locations, state)
